import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';
import { HOSTILE } from './inputs.ts';
import { readAll } from './read.ts';

// A short run; `npx tsx test/hostile/fuzz.ts --runs 1000000` reads as many as you like.
const RUNS = 400;
const SIZE = 60_000;
/** How much more a text may cost than one of a quarter: four times as much where it is linear, sixteen where quadratic. */
const GROWTH = 9;
/** What warming up and clearing away may cost beside, in milliseconds of processor time. */
const ASIDE = 800;

const HEAD = '$TTL 60\n@ SOA a. b. 1 2 3 4 5\n@ NS a.\n';

test('mutated texts neither throw nor hang', () => {
  assert.deepEqual(fuzz(RUNS, 7), []);
});

for (const { name, make } of HOSTILE) {
  test(`hostile: ${name}`, () => {
    assertLinear((share) => readAll(make(SIZE / share)));
  });
}

/** V8 gives up a pattern that repeats alternatives somewhere above five million characters of one line. */
const HUGE = 12_000_000;

for (const [name, line] of [
  ['a comment with a character that nobody sees', `; ${'a'.repeat(HUGE)}\u001b`],
  ['a string with one', `a TXT "${'a'.repeat(HUGE)}\u001b"`],
  ['escapes before one', `a TXT ${'\\a'.repeat(HUGE / 2)}\u001b`],
  ['data of $GENERATE', `$GENERATE 1-2 a$ TXT "${'a'.repeat(HUGE)}"`],
  ['template marks', `a A {{ ${'a'.repeat(HUGE)} }}`],
] as const)
  test(`a line of ${HUGE} characters is read: ${name}`, () => {
    assert.ok(readAll(`${HEAD}${line}\n`).findingCount > 0);
  });

test('a $GENERATE of two thousand million records is one finding', () => {
  const text =
    '$TTL 60\n@ SOA a.example.net. b.example.net. 1 86400 7200 2419200 3600\n@ NS a.example.net.\n$GENERATE 0-2147483647 h$ A 192.0.2.1\n';
  assert.equal(readAll(text).findingCount, 1);
});

// Each of the addresses lacks its PTR, so that all that is asked of a host is asked of each.
for (const [name, line] of [
  ['equal records of an address', () => 'a A 10.0.0.1\n'],
  ['addresses of one name', (i: number) => `a A ${numberedAddress(i)}\n`],
  ['mail hosts of one domain at one address', (i: number) => `@ MX 10 m${i}\nm${i} A 10.0.0.1\n`],
  ['addresses of a few names', (i: number) => `h${i % 40} A ${numberedAddress(i)}\n`],
  ['addresses of a name and of names below it', (i: number) => `${i % 2 ? 'a' : `h${i}.a`} A ${numberedAddress(i)}\n`],
] as const) {
  test(`hostile: ${name} without PTR`, () => {
    assertLinear((share) => {
      let text = HEAD;
      for (let i = 0; i < 50_000 / share; i++) text += line(i);
      readAll(text, HEAD);
    });
  });
}

function numberedAddress(i: number): string {
  return `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
}

/** Compares processor time with processor time of the same run: what else the machine does is none of it. */
function assertLinear(work: (share: number) => void): void {
  const quarter = costOf(() => work(4));
  const whole = costOf(() => work(1));
  assert.ok(whole < GROWTH * quarter + ASIDE, `${whole} ms, and ${quarter} ms for a quarter`);
}

function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
