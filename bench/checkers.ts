import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Shape, shapes, ZONE } from './checker-shapes.ts';

/** A run of a program: seconds on the wall, peak memory in MiB; whether it took the zone. */
interface Run {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly status: number;
}

const ROUNDS = Number(process.env.ROUNDS ?? 3);

/**
 * Checks a zone of so many records in each shape with every program, one after the other in each round, and prints the
 * medians and how many times the time of nsd-checkzone ours is: `npx tsx bench/checkers.ts 1000000 [SHAPE...]`.
 * Build first (`npm run build`). Programs that are not there are left out.
 */
function main(count: number, names: readonly string[]): void {
  console.log('| shape | ours | nsd-checkzone | named-checkzone | kzonecheck | times nsd | times named | MiB |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const shape of shapes.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-checkers-'));
    try {
      measure(shape, count, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function measure(shape: Shape, count: number, folder: string): void {
  for (const [name, text] of shape.files(count)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const file = path.join(folder, `${ZONE}.zone`);
  const programs: Readonly<Record<string, () => Run>> = {
    ours: () => run(process.execPath, ['dist/cli.js', 'check', '--fail-on', 'none', '--format', 'json', folder]),
    nsd: () => run('nsd-checkzone', [ZONE, file], folder),
    named: () => run('named-checkzone', ['-i', 'none', '-k', 'ignore', '-m', 'ignore', ZONE, file], folder),
    knot: () => run('kzonecheck', ['-d', 'off', '-o', ZONE, file], folder),
  };
  const results = new Map<string, Run[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, program] of Object.entries(programs)) results.get(name)?.push(program());
  const time = (name: string): number => median((results.get(name) ?? []).map(({ seconds }) => seconds));
  const failed = (name: string): string => ((results.get(name) ?? []).some(({ status }) => status !== 0) ? '!' : '');
  const cells = ['ours', 'nsd', 'named', 'knot'].map((name) => `${time(name).toFixed(2)} s${failed(name)}`);
  const memory = median((results.get('ours') ?? []).map(({ mebibytes }) => mebibytes));
  const ratio = (other: string): string => (time('ours') / time(other)).toFixed(2);
  console.log(`| ${shape.name} | ${cells.join(' | ')} | ${ratio('nsd')} | ${ratio('named')} | ${memory.toFixed(0)} |`);
}

function run(program: string, args: readonly string[], cwd?: string): Run {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', 'peak %M', program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const peak = /peak (\d+)/.exec(stderr)?.[1];
  return {
    seconds: (performance.now() - start) / 1000,
    mebibytes: Number(peak ?? Number.NaN) / 1024,
    status: status ?? 1,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const [count = '1000000', ...names] = process.argv.slice(2);
main(Number(count), names);
