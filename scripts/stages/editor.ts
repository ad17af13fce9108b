import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportMark } from '../../test/support/report-mark.ts';
import { runTypeScript } from '../processes.ts';
import { root } from '../root.ts';
import type { Stage } from '../stage.ts';
import { bundleSuite } from '../suites.ts';
import { type Tally, tallyOf } from '../test-reporter.mts';
import { chooseBackend } from '../vscode-backend.ts';
import { ensureServer, minimumRelease } from '../vscode-server.ts';

const shim = join(root, 'test', 'support', 'vscode-shim.mjs');

/** The suite of test/e2e/suite in a real VS Code, on a copy of examples/. */
export const vscodeStage: Stage = {
  name: 'vscode',
  async run(log) {
    const backend = await chooseBackend();
    log(`  runs in ${backend.reason}`);
    const tests = await bundleSuite({ name: 'vscode', folder: 'test/e2e/suite', platform: 'node' });
    return runInEditor(backend.executable, tests, {}, log);
  },
};

/** The suite of test/e2e/suite in the oldest VS Code that package.json's `engines` admits. */
export const minimumStage: Stage = {
  name: 'minimum',
  async run(log) {
    await ensureServer(log, minimumRelease);
    const tests = await bundleSuite({ name: 'minimum', folder: 'test/e2e/suite', platform: 'node' });
    return runInEditor(shim, tests, { SUITE_RELEASE: 'minimum' }, log);
  },
};

/** The suite of test/web in the web-worker extension host, which only the server's workbench has. */
export const webStage: Stage = {
  name: 'web',
  async run(log) {
    const tests = await bundleSuite({ name: 'web', folder: 'test/web', platform: 'browser' });
    const settings = { 'remote.extensionKind': { 'zonewright.zonewright': ['web'] } };
    return runInEditor(shim, tests, { SUITE_SETTINGS: JSON.stringify(settings) }, log);
  },
};

async function runInEditor(
  executable: string,
  tests: string,
  environment: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-examples-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const args = [join(root, 'scripts', 'run-suite.ts'), executable, tests, folder];
  const { code, output } = await runTypeScript(args, { env: { ...process.env, ...environment }, timeoutSeconds: 300 });
  rmSync(folder, { recursive: true, force: true });
  const report = output.split('\n').filter((line) => line.startsWith(reportMark));
  const lines = report.map((line) => line.slice(reportMark.length));
  const tally = tallyOf(lines.join('\n'));
  for (const line of code === 0 ? lines : output.split('\n')) log(`  ${line}`);
  // A suite that passes and an editor that then fails is a failure too.
  return code !== 0 && tally.failed === 0 ? { passed: tally.passed, failed: 1 } : tally;
}
