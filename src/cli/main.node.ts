import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { GitBaseline } from '../ports/baseline.node.ts';
import { systemClock } from '../ports/clock.node.ts';
import { fileSystem } from '../ports/file-system.node.ts';
import { ThreadAhead } from './ahead/rows-ahead.node.ts';
import { showsColors } from './colors.ts';
import { progressLine } from './progress.ts';
import { run } from './run.ts';
import { EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

const program = realpathSync(process.argv[1] ?? '.');

/** The folder with package.json and docs, above the program. */
function packageFolder(): string {
  for (let folder = dirname(program); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(program);
}

const home = packageFolder();
const rowsAhead = new ThreadAhead(join(home, 'dist', 'rows-ahead.js'));

const surroundings: Surroundings = {
  directory: process.cwd().replaceAll('\\', '/'),
  files: fileSystem(rowsAhead.allocate),
  rowsAhead,
  clock: systemClock(),
  baseline: (folder) => new GitBaseline(folder),
  readInput,
  writeFile: (path, bytes) =>
    writeFile(path, bytes).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  print: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', resolve);
    }),
  complain: (text) => void process.stderr.write(text),
  hasColors: showsColors('auto', { isTerminal: process.stdout.isTTY === true, environment: process.env }),
  terminal: { isOutput: process.stdout.isTTY === true, environment: process.env },
  ...(process.stderr.isTTY && process.env.TERM !== 'dumb'
    ? { progress: progressLine((text) => void process.stderr.write(text), Date.now) }
    : {}),
  saveFile: (path, bytes) =>
    writeFile(path, bytes).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  revision: async (folder, revision) => (await import('../ports/revision.node.ts')).gitRevision(folder, revision),
  version: versionOf(home),
  live: async () => {
    const { NodeResolver, systemServers } = await import('../ports/resolver.node.ts');
    return { resolver: (limits) => new NodeResolver(limits), systemServers };
  },
  rulePage: (rule) => readFile(join(home, 'docs', 'rules', `${rule}.md`), 'utf8').catch(() => undefined),
  serve,
};

async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

function versionOf(folder: string): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof manifest === 'object' && manifest && 'version' in manifest) return String(manifest.version);
  } catch {
    // A bundle without its package has no version to show.
  }
  return 'unknown';
}

/** The server is a bundle of its own beside this one; it ends the process when the client leaves. */
function serve(): Promise<void> {
  createRequire(program)(join(home, 'dist', 'server.js'));
  return new Promise(() => {});
}

// A reader that leaves early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

run(process.argv.slice(2), surroundings, parseArgs).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`zonewright: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT_TROUBLE;
  },
);
