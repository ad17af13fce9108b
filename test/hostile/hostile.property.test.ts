import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';
import { HOSTILE } from './inputs.ts';
import { readAll } from './read.ts';

// A short run; `npx tsx test/hostile/fuzz.ts --runs 1000000` reads as many as you like.
const RUNS = 400;
const SIZE = 60_000;
/** Far above what any needs, far below what one with quadratic cost takes. */
const MILLISECONDS = 4000;

test('mutated texts neither throw nor hang', () => {
  assert.deepEqual(fuzz(RUNS, 7), []);
});

for (const { name, make } of HOSTILE) {
  test(`hostile: ${name}`, () => {
    const start = performance.now();
    readAll(make(SIZE));
    assert.ok(performance.now() - start < MILLISECONDS);
  });
}

test('a $GENERATE of two thousand million records is one finding', () => {
  const text =
    '$TTL 60\n@ SOA a.example.net. b.example.net. 1 86400 7200 2419200 3600\n@ NS a.example.net.\n$GENERATE 0-2147483647 h$ A 192.0.2.1\n';
  assert.equal(readAll(text).findingCount, 1);
});

const HEAD = '$TTL 60\n@ SOA a. b. 1 2 3 4 5\n@ NS a.\n';

// Each of the addresses lacks its PTR, so that all that is asked of a host is asked of each.
for (const [name, line] of [
  ['equal records of an address', () => 'a A 10.0.0.1\n'],
  ['addresses of one name', (i: number) => `a A ${numberedAddress(i)}\n`],
  ['mail hosts of one domain at one address', (i: number) => `@ MX 10 m${i}\nm${i} A 10.0.0.1\n`],
  ['addresses of a few names', (i: number) => `h${i % 40} A ${numberedAddress(i)}\n`],
  ['addresses of a name and of names below it', (i: number) => `${i % 2 ? 'a' : `h${i}.a`} A ${numberedAddress(i)}\n`],
] as const) {
  test(`hostile: ${name} without PTR`, () => {
    let text = HEAD;
    for (let i = 0; i < 50_000; i++) text += line(i);
    const start = performance.now();
    readAll(text, HEAD);
    assert.ok(performance.now() - start < 2 * MILLISECONDS);
  });
}

function numberedAddress(i: number): string {
  return `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;
}
