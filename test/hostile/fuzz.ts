import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE } from './inputs.ts';
import { readAll } from './read.ts';

/** One text that broke something. */
export interface Broken {
  readonly text: Uint8Array;
  readonly problem: string;
}

/** Of processor time: what else the machine does is none of it. */
const SLOW_MILLISECONDS = 2000;
const LONGEST = 6000;

/** Reads so many mutated texts; the ones that made it throw or hang. */
export function fuzz(runCount: number, seed: number): Broken[] {
  const random = randomNumbers(seed);
  const seeds = seedTexts();
  const broken: Broken[] = [];
  for (let run = 0; run < runCount; run++) {
    const text = mutated(seeds, random);
    const before = process.cpuUsage();
    try {
      readAll(text);
    } catch (error) {
      broken.push({ text, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    if (time > SLOW_MILLISECONDS) broken.push({ text, problem: `${time.toFixed(0)} ms` });
  }
  return broken;
}

/** The fixtures and small hostile texts. */
function seedTexts(): Buffer[] {
  const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
  const files = filesBelow(fixtures).filter((path) => !path.endsWith('.snap') && statSync(path).size < 20_000);
  const records = readFileSync(new URL('../syntax/rdata/rdata.records.txt', import.meta.url), 'utf8').split('\n');
  const groups: string[] = [];
  for (let at = 0; at < records.length; at += 20)
    groups.push(
      records
        .slice(at, at + 20)
        .map((record, index) => `r${index} 60 ${record}\n`)
        .join(''),
    );
  return [
    ...files.map((path) => readFileSync(path)),
    ...HOSTILE.map(({ make }) => Buffer.from(make(300), 'latin1')),
    ...groups.map((group) => Buffer.from(group)),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
    );
}

const PIECES = [
  '(',
  ')',
  '"',
  ';',
  '\\',
  '\n',
  '\r',
  ' ',
  '\t',
  '$',
  '@',
  '.',
  '\0',
  '\xff',
  '\xef\xbb\xbf',
  '\xe2\x80\x9c',
  '${',
  '$INCLUDE zone\n',
  '$ORIGIN ',
  '$TTL ',
  '$GENERATE 1-3 ',
  '\\#',
  ' IN ',
  ' A ',
  '\n ',
  '{{',
  '}}',
  '@X@',
  '4294967296',
  '-1',
];

/** A stretch of a seed, with some bytes changed, stretches doubled, moved or gone, and pieces put in. */
function mutated(seeds: readonly Buffer[], random: (below: number) => number): Uint8Array {
  const pick = (): Buffer => seeds[random(seeds.length)] as Buffer;
  let text = Buffer.from(pick().subarray(0, LONGEST));
  for (let left = 1 + random(6); left > 0; left--) {
    const at = random(text.length + 1);
    const to = Math.min(text.length, at + random(random(4) === 0 ? 400 : 12));
    switch (random(6)) {
      case 0:
        text[Math.min(at, text.length - 1)] = random(256);
        break;
      case 1:
        text = Buffer.concat([text.subarray(0, at), text.subarray(to)]);
        break;
      case 2:
        text = Buffer.concat([text.subarray(0, to), text.subarray(at, to), text.subarray(to)]);
        break;
      case 3: {
        const other = pick();
        const from = random(other.length + 1);
        text = Buffer.concat([text.subarray(0, at), other.subarray(from, from + random(200)), text.subarray(to)]);
        break;
      }
      default:
        text = Buffer.concat([
          text.subarray(0, at),
          Buffer.from(PIECES[random(PIECES.length)] ?? '', 'latin1'),
          text.subarray(at),
        ]);
    }
  }
  return text.subarray(0, LONGEST);
}

/** Numbers below a bound, the same ones for the same seed (xorshift). */
function randomNumbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return below <= 0 ? 0 : (state >>> 0) % below;
  };
}

const argument = (name: string): number | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : Number(process.argv[at + 1]);
};
const runs = argument('--runs');
if (runs !== undefined) {
  let count = 0;
  for (let done = 0; done < runs; done += 10_000) {
    for (const { text, problem } of fuzz(Math.min(10_000, runs - done), (argument('--seed') ?? 1) + done)) {
      count++;
      console.log(`${problem}\n${JSON.stringify(Buffer.from(text).toString('latin1')).slice(0, 2000)}\n`);
    }
    console.log(`${Math.min(done + 10_000, runs)} texts, ${count} broken`);
  }
}
