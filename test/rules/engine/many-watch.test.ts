import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_KEYS } from '../../../src/workspace/watches.ts';
import { Bench } from '../../support/dump.ts';

const FILE = 'example.com';
const HEAD = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.1\n';
const BEHIND = { line: 3, character: 0 };

test('what more domains depend on than are told apart is felt at all of them', () => {
  const count = MOST_KEYS + 100;
  let zone = HEAD;
  for (let i = 0; i < count; i++) zone += `d${i} MX 10 ns1\n`;
  const bench = new Bench(new Map([[FILE, zone]]), [{ file: FILE, origin: 'example.com.' }]);
  bench.run();
  assert.equal(lacking(bench), count);
  replace(bench, BEHIND, BEHIND, '_dmarc TXT "v=DMARC1; p=reject"\n');
  assert.equal(lacking(bench), 0);
  replace(bench, BEHIND, { line: 4, character: 0 }, '');
  assert.equal(lacking(bench), count);
});

test('a zone that is for inside from now on is told of no missing records, nor are its domains', () => {
  const zone = `${HEAD}a MX 10 ns1\nb MX 10 ns1\n`;
  const bench = new Bench(new Map([[FILE, zone]]), [{ file: FILE, origin: 'example.com.' }]);
  bench.run();
  assert.equal(lacking(bench), 2);
  const at = { line: 2, character: 'ns1 A '.length };
  replace(bench, at, { line: 2, character: 'ns1 A 192.0.2.1'.length }, '10.0.0.1');
  assert.equal(lacking(bench), 0);
  replace(bench, at, { line: 2, character: 'ns1 A 10.0.0.1'.length }, '192.0.2.1');
  assert.equal(lacking(bench), 2);
});

function replace(
  bench: Bench,
  start: { readonly line: number; readonly character: number },
  end: { readonly line: number; readonly character: number },
  text: string,
): void {
  bench.store.edit(FILE, [{ range: { start, end }, text }]);
  bench.run();
}

function lacking({ engine }: Bench): number {
  const found = [...engine.book.all()].filter(({ rule }) => rule === 'dmarc-missing');
  return found.reduce((count, { more = 0 }) => count + 1 + more, 0);
}
