import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');

/**
 * Runs a benchmark of the sources the way they ship, in one bundle; `main` is run there. As tsx loads them each constant of
 * another file is asked for by a call, and each function in a function gets its name when it is made: that took half of
 * the time, and more of it the more files there were.
 */
export function inBundle(file: string, main: () => void): void {
  if (!file.endsWith('.ts')) {
    main();
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  const bundle = path.join(folder, 'bench.mjs');
  const options = ['--bundle', '--platform=node', '--format=esm', '--target=node20', '--log-level=error'];
  execFileSync(path.join(root, 'node_modules/.bin/esbuild'), [file, ...options, `--outfile=${bundle}`]);
  const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
