import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runTypeScript } from '../processes.ts';
import { root } from '../root.ts';
import { filesTwice } from '../second-try.ts';
import type { Stage } from '../stage.ts';
import { type FilesTally, sum, tallyOf } from '../test-reporter.mts';

/** What the names of tests end in that start other programs (BIND, git, the built command line). */
const PROGRAM = '.program.test.ts';

/** What the names of tests end in that draw random texts or take very large ones. */
const PROPERTY = '.property.test.ts';

/** Every test under test/ that needs no editor and is quick, in two processes: each has a processor. */
export const unitStage: Stage = {
  name: 'unit',
  async run(log) {
    const files = testFiles('test', [
      'test/e2e/',
      'test/web/',
      'test/property/',
      'test/grammar/',
      'test/server/',
    ]).filter((file) => !file.endsWith(PROGRAM) && !file.endsWith(PROPERTY));
    const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half));
    return sum(await Promise.all(halves.map((half) => runTestFiles(half, log))));
  },
};

/** Tests that start other programs. */
export const programsStage: Stage = {
  name: 'programs',
  run: (log) =>
    filesTwice(
      testFiles('test', ['test/e2e/']).filter((file) => file.endsWith(PROGRAM)),
      runTestFiles,
      log,
    ),
};

/** The server as a client sees it: these tests wait for its pauses. */
export const serverStage: Stage = {
  name: 'server',
  run: (log) => filesTwice(testFiles('test/server', []), runTestFiles, log),
};

/** The colours: marked samples and snapshots. */
export const grammarStage: Stage = {
  name: 'grammar',
  run: (log) => runTestFiles(testFiles('test/grammar', []), log),
};

/** Properties: after random edits, fixes and layouts all is as it should be. */
export const propertyStage: Stage = {
  name: 'property',
  run: (log) => runTestFiles(testFiles('test/property', []), log),
};

/** Tests that draw random texts or take very large ones. */
export const largeStage: Stage = {
  name: 'large',
  run: (log) =>
    runTestFiles(
      testFiles('test', ['test/e2e/', 'test/property/']).filter((file) => file.endsWith(PROPERTY)),
      log,
    ),
};

/** The test files below a folder of the checkout, but for those below `excluded`; an error where there are none. */
export function testFiles(folder: string, excluded: readonly string[]): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !excluded.some((prefix) => file.startsWith(prefix)))
    .sort();
  if (files.length === 0) throw new Error(`${folder} holds no test file`);
  return files;
}

/** Runs test files with node:test in one process, and gives its tally. */
export async function runTestFiles(files: readonly string[], log: (line: string) => void): Promise<FilesTally> {
  const reporter = `--test-reporter=${join(root, 'scripts', 'test-reporter.mts')}`;
  const args = [reporter, '--test-reporter-destination=stdout', join(root, 'scripts', 'test-shard.ts'), ...files];
  // The build stage has run: the command line need not be built again.
  const env = { ...process.env, BUILT: '1' };
  const { code, output } = await runTypeScript(args, { cwd: root, env, timeoutSeconds: 1500 });
  log(`  ${files.length} files`);
  log(output.trimEnd());
  const tally = tallyOf(output);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
