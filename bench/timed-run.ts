import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One run: seconds of the processor that it took, as a user and for it in the system; seconds on the wall; peak memory in MiB. */
export interface Run {
  readonly user: number;
  readonly system: number;
  readonly wall: number;
  readonly mebibytes: number;
}

/** Runs a program to its end, without what it prints. One that refuses the zone is left out of the table, and that is said. */
export function run(program: string, args: readonly string[]): Run | undefined {
  const figures = path.join(tmpdir(), `zonewright-figures-${process.pid}`);
  const { status } = spawnSync('/usr/bin/time', ['-o', figures, '-f', '%U %S %e %M', program, ...args], {
    stdio: 'ignore',
  });
  const lastLine = readFileSync(figures, 'utf8').trim().split('\n').at(-1) ?? '';
  rmSync(figures);
  if (status !== 0) {
    console.error(`${program} ${args.join(' ')}: exit ${status}`);
    return undefined;
  }
  const [user = Number.NaN, system = Number.NaN, wall = Number.NaN, kibibytes = Number.NaN] = lastLine
    .split(' ')
    .map(Number);
  return { user, system, wall, mebibytes: kibibytes / 1024 };
}

/** The upper one of the two in the middle where their number is even; NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
