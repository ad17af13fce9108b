import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly output: string;
  readonly complaints: string;
}

export interface Program {
  /** What Node runs. */
  readonly path: string;
  /** Puts it into a folder, as `dist/cli.js` with what it needs; gives its path there. */
  readonly copyTo: (folder: string) => string;
  /** A new folder with these files. */
  readonly folderWith: (files: Readonly<Record<string, string | Uint8Array>>) => string;
  readonly run: (folder: string, args: readonly string[], input?: string) => Promise<Ran>;
}

// In the checkout, so that the program finds its version and the pages of its rules.
const home = join(root, 'node_modules', '.cache', `zonewright-${process.pid}`);
const path = join(home, 'cli.js');

let building: Promise<unknown> | undefined;

/** Builds the command line, once for all test files of the process. */
function build(): Promise<unknown> {
  building ??= buildNow();
  return building;
}

async function buildNow(): Promise<void> {
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  // `npm test` has built it as it is in the packages; what other stages build again must not be run half written.
  if (process.env.BUILT === '1') return cpSync(join(root, 'dist'), home, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.node.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: path,
    logLevel: 'warning',
  });
}

/** The command line as it is built, for the tests of one file: the folders that it makes are gone when they are over. */
export function program(name: string): Program {
  const folders: string[] = [];
  before(build);
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const folder = mkdtempSync(join(tmpdir(), `zonewright-${name}-`));
    folders.push(folder);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
    return folder;
  };
  const copyTo = (folder: string): string => {
    cpSync(home, join(folder, 'dist'), { recursive: true });
    return join(folder, 'dist', 'cli.js');
  };
  return { path, copyTo, folderWith, run: (folder, args, input = '') => runIn(path, folder, args, input) };
}

function runIn(path: string, folder: string, args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1795435200' },
    });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      complaints += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output, complaints }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
