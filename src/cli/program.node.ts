import { existsSync, promises, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../ports/clock.node.ts';
import { diskSpelling } from '../ports/disk-spelling.node.ts';
import { fileSystemAtOnce } from '../ports/file-system.node.ts';
import { pagesIn, RULE_PAGES } from '../shared/rule-pages.ts';
import { ThreadAhead } from './ahead/rows-ahead.node.ts';
import type { checkZones } from './check-zones.ts';
import { showsColors } from './colors.ts';
import { absolutePath } from './paths.ts';
import { printed } from './printed.ts';
import { progressLine } from './progress.ts';
import { run } from './run.ts';
import { EXIT_TROUBLE, type Surroundings } from './surroundings.ts';

/** The version of the package; the build puts it in the place of this name. */
declare const VERSION: string | undefined;

/** The folder with package.json and docs, above that of the program. */
function packageFolder(): string {
  for (let folder = dirname(__dirname); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(__dirname);
}

function surroundings(): Surroundings {
  const home = packageFolder();
  const directory = absolutePath(process.cwd(), process.cwd());
  const rowsAhead = new ThreadAhead(join(home, 'dist', 'rows-ahead.js'));
  return {
    directory: diskSpelling?.(directory) ?? directory,
    ...(diskSpelling && { spelled: diskSpelling }),
    files: fileSystemAtOnce(rowsAhead),
    rowsAhead,
    clock: systemClock(),
    baseline: async (folder) => new (await import('../ports/baseline.node.ts')).GitBaseline(folder),
    readInput,
    writeFiles: async (changes) => (await import('../ports/write-files.node.ts')).writeFiles(changes),
    print: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    complain: (line) => void process.stderr.write(`${printed(line)}\n`),
    hasColors: showsColors('auto', { isTerminal: process.stdout.isTTY === true, environment: process.env }),
    terminal: { isOutput: process.stdout.isTTY === true, environment: process.env },
    ...(process.stderr.isTTY && process.env.TERM !== 'dumb'
      ? { progress: progressLine((text) => void process.stderr.write(text), Date.now) }
      : {}),
    saveFile: (path, bytes) =>
      promises.writeFile(path, bytes).then(
        () => undefined,
        async (error: unknown) => (await import('../ports/folder-lock.node.ts')).savingFailed(error),
      ),
    revision: async (folder, revision) => (await import('../ports/revision.node.ts')).gitRevision(folder, revision),
    signatures: async () => (await import('../ports/signature-checker.node.ts')).nodeSignatureChecker(),
    version: typeof VERSION === 'undefined' ? versionOf(home) : VERSION,
    live: async () => {
      const { NodeResolver, systemServers } = await import('../ports/resolver.node.ts');
      return { resolver: (limits) => new NodeResolver(limits), systemServers };
    },
    rulePage: (rule) => readRulePage(home, rule),
    serve: () => serve(home),
  };
}

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

/** The server ends the process when the client leaves. */
async function serve(home: string): Promise<void> {
  const { startServer } = await import('../server/start.node.ts');
  startServer(home);
  return new Promise(() => {});
}

/** The page of a rule, of those that the build puts beside the program. */
async function readRulePage(home: string, rule: string): Promise<string | undefined> {
  const pages = await promises.readFile(join(home, 'dist', RULE_PAGES), 'utf8').catch(() => '');
  return pagesIn(pages).get(rule)?.text;
}

/** Runs the command line. */
export function main(words: readonly string[]): void {
  // A reader that leaves early (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  run(words, surroundings(), parseArgs).then(end, (error: unknown) => {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`zonewright: ${printed(said, '\n')}\n`);
    end(EXIT_TROUBLE);
  });
}

/**
 * Ends the process, once all is written. Left to itself Node gives its memory back bit by bit first, a twentieth of a check;
 * the system does so at once.
 */
function end(status: number): void {
  process.exitCode = status;
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
}

export { checkZones } from './check-zones.ts';

/** What the program gives those that load it. */
export interface Program {
  readonly main: typeof main;
  readonly checkZones: typeof checkZones;
}
