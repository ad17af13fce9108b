import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfText } from '../../src/text/source.ts';
import { Bench } from '../support/dump.ts';

const ZONE = [{ file: 'example.com', origin: 'example.com.' }];
const LINES = Array.from({ length: 300 }, (_, i) => `h${i} A 192.0.2.${i % 250}\n`);

function bench(lines: readonly string[]): Bench {
  const one = new Bench(new Map([['example.com', lines.join('')]]), ZONE);
  one.run();
  return one;
}

test('a byte order mark is one at the start of a file, wherever its blocks begin', () => {
  const marks = (lines: readonly string[]): number =>
    bench(lines)
      .dump()
      .filter((line) => line.includes('byte order mark')).length;
  assert.equal(marks(LINES), 0);
  assert.equal(marks(['\ufeff', ...LINES]), 1);
  for (const at of [1, 127, 128, 129, 256]) {
    const lines = LINES.map((line, i) => (i === at ? `\ufeff${line}` : line));
    assert.equal(marks(lines), 0, `line ${at}`);
    const edited = bench(LINES);
    edited.store.setFile('example.com', sourceOfText(lines.join('')));
    edited.run();
    assert.deepEqual(edited.dump(), bench(lines).dump(), `line ${at}, typed`);
  }
});

test('a line that comes to begin the file begins it with a byte order mark', () => {
  const lines = LINES.map((line, i) => (i === 128 ? `\ufeff${line}` : line));
  const edited = bench(lines);
  edited.store.setFile('example.com', sourceOfText(lines.slice(128).join('')));
  edited.run();
  assert.deepEqual(edited.dump(), bench(lines.slice(128)).dump());
});
