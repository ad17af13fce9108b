import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ZONE_SHAPES } from './shape-zones.ts';
import { median, type Run, run } from './timed-run.ts';

const ROUNDS = 5;
/** Of the shapes that are one zone in one file: those that signers write, and two for comparison. */
const SHAPES = ['signed', 'lines', 'ldns', 'rsa', 'nsec3', 'columns', 'txt'];

/**
 * How long it takes to print zones as servers load them, beside named-compilezone, in turns: seconds of the processor and
 * of the clock, medians. `npm run build && npx tsx bench/compile.ts 1000000 [shape ...]`.
 */
function main(count: number, words: readonly string[]): void {
  console.log('| Shape | ours: processor, clock | named-compilezone | times its: processor, clock |');
  console.log('| --- | --- | --- | --- |');
  for (const word of words) {
    const shape = ZONE_SHAPES[word];
    if (!shape) throw new Error(`no shape "${word}"`);
    const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-compile-'));
    try {
      const [zone] = shape.write(folder, count);
      if (zone) console.log(`| ${[shape.title, ...compared(zone.name, zone.file)].join(' | ')} |`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function compared(zone: string, file: string): readonly string[] {
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(...ran('node', ['dist/cli.js', 'compile', '--origin', zone, file]));
    theirs.push(...ran('named-compilezone', ['-q', '-i', 'none', '-o', '/dev/null', zone, file]));
  }
  const processor = (runs: readonly Run[]): number => median(runs.map(({ user, system }) => user + system));
  const clock = (runs: readonly Run[]): number => median(runs.map(({ wall }) => wall));
  const times = [processor(ours) / processor(theirs), clock(ours) / clock(theirs)];
  return [
    ...[ours, theirs].map((runs) => `${processor(runs).toFixed(2)}, ${clock(runs).toFixed(2)}`),
    times.map((one) => one.toFixed(2)).join(', '),
  ];
}

function ran(program: string, args: readonly string[]): readonly Run[] {
  const one = run(program, args);
  return one ? [one] : [];
}

const words = process.argv.slice(3);
main(Number(process.argv[2] ?? 1_000_000), words.length > 0 ? words : SHAPES);
