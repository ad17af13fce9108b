import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  /** A new folder with these files. */
  readonly folderWith: (files: Readonly<Record<string, string | Uint8Array>>) => string;
  readonly run: (folder: string, args: readonly string[], input?: string) => Promise<Ran>;
}

/** The command line as it is built, for the tests of one file: what it makes is gone when they are over. */
export function program(name: string): Program {
  // In the checkout, so that the program finds its version and the pages of its rules.
  const path = join(root, 'node_modules', '.cache', `zonewright-${name}-${process.pid}.cjs`);
  const folders: string[] = [];
  before(async () => {
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
  });
  after(() => {
    rmSync(path, { force: true });
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
  return { path, folderWith, run: (folder, args, input = '') => runIn(path, folder, args, input) };
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
