import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseByDnsZonefile } from './parse-by-dns-zonefile.ts';
import { type WrittenZone, ZONE_SHAPES, type ZoneShape } from './shape-zones.ts';
import { median, type Run, run } from './timed-run.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Other builds to compare with, by their folders. */
const BEFORE = process.env.BEFORE;

/**
 * Checks zones of every shape with every program, in turns, and prints one table: seconds of the processor and of the
 * clock, and how many times the time of its judge ours is by either, of the medians. Of dns-zonefile the clock of its
 * parser alone, where it reads all records. `npx tsx bench/every-shape.ts 200000 [shape ...]`; the
 * environment variable BEFORE names the folder of another build to run too, ROUNDS how often each runs.
 */
function main(count: number, words: readonly string[]): void {
  console.log(
    '| Shape | ours: processor, clock | MiB | nsd | named | knot | dns-zonefile | before | times its judge: processor, clock | target |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const word of words.length > 0 ? words : Object.keys(ZONE_SHAPES)) {
    const shape = ZONE_SHAPES[word];
    if (!shape) throw new Error(`no shape "${word}": ${Object.keys(ZONE_SHAPES).join(' ')}`);
    const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-shape-'));
    try {
      console.log(lineOf(shape, measured(folder, shape.write(folder, count))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The runs of each program, in turns. */
function measured(folder: string, zones: readonly WrittenZone[]): Map<string, Run[]> {
  const isMany = zones.length > 2;
  const ours = (root: string) => run('node', [path.join(root, 'dist/cli.js'), 'check', '--fail-on', 'none', folder]);
  const each = (program: string, args: (zone: WrittenZone) => readonly string[]) =>
    isMany ? undefined : sum(zones.map((zone) => run(program, args(zone))));
  const counts = isMany ? [] : zones.map(recordsByBind);
  const programs: Record<string, () => Run | undefined> = {
    ours: () => ours('.'),
    nsd: () => each('nsd-checkzone', ({ name, file }) => [name, file]),
    named: () =>
      isMany
        ? run('named-checkconf', ['-z', path.join(folder, 'named.conf')])
        : each('named-checkzone', ({ name, file }) => ['-q', '-i', 'none', name, file]),
    knot: () => each('kzonecheck', ({ name, file }) => ['-d', 'off', '-o', name, file]),
    'dns-zonefile': () => (isMany ? undefined : sum(zones.map((zone, i) => byDnsZonefile(zone, counts[i])))),
    before: () => (BEFORE ? ours(BEFORE) : undefined),
  };
  const results = new Map<string, Run[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, program] of Object.entries(programs)) {
      const result = program();
      if (result) results.get(name)?.push(result);
    }
  }
  return results;
}

/** Its parser's seconds; undefined where it does not find as many records as BIND does, as it knows few types and directives. */
function byDnsZonefile({ file }: WrittenZone, count: number | undefined): Run | undefined {
  const { seconds, records } = parseByDnsZonefile(file);
  if (records !== count) return undefined;
  return { user: Number.NaN, system: Number.NaN, wall: seconds, mebibytes: Number.NaN };
}

/** How many records named-compilezone writes, which are one a line. */
function recordsByBind({ name, file }: WrittenZone): number {
  const args = ['-q', '-i', 'none', '-o', '-', name, file];
  const { stdout } = spawnSync('named-compilezone', args, { maxBuffer: 1 << 30 });
  let lines = 0;
  for (let end = stdout.indexOf('\n'); end >= 0; end = stdout.indexOf('\n', end + 1)) lines++;
  return lines;
}

function lineOf(shape: ZoneShape, results: ReadonlyMap<string, readonly Run[]>): string {
  const of = (name: string, value: (run: Run) => number): number => median((results.get(name) ?? []).map(value));
  const processor = (name: string): number => of(name, ({ user, system }) => user + system);
  const clock = (name: string): number => of(name, ({ wall }) => wall);
  const both = (first: number, second: number, digits: number): string =>
    Number.isNaN(first) ? '' : `${first.toFixed(digits)}, ${second.toFixed(digits)}`;
  const shown = (name: string): string => both(processor(name), clock(name), 2);
  const seconds = (name: string): string => (Number.isNaN(clock(name)) ? '' : clock(name).toFixed(2));
  const judge = shape.judge ? 'named' : 'nsd';
  const cells = [
    shape.title,
    shown('ours'),
    of('ours', ({ mebibytes }) => mebibytes).toFixed(0),
    ...['nsd', 'named', 'knot'].map(shown),
    seconds('dns-zonefile'),
    shown('before'),
    both(processor('ours') / processor(judge), clock('ours') / clock(judge), 1),
    `${shape.target}${shape.judge ? ` of ${shape.judge}` : ''}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function sum(all: readonly (Run | undefined)[]): Run | undefined {
  const runs = all.filter((one) => one !== undefined);
  if (runs.length < all.length) return undefined;
  return {
    user: runs.reduce((total, { user }) => total + user, 0),
    system: runs.reduce((total, { system }) => total + system, 0),
    wall: runs.reduce((total, { wall }) => total + wall, 0),
    mebibytes: Math.max(...runs.map(({ mebibytes }) => mebibytes)),
  };
}

main(Number(process.argv[2] ?? 1_000_000), process.argv.slice(3));
