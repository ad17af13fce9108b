import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FilePlaces, type KeptFinding } from '../../../src/rules/engine/file-places.ts';
import type { Severity } from '../../../src/rules/rule.ts';

test('findings come in their order, part by part, whatever was taken out before', () => {
  const places = new FilePlaces();
  const all = Array.from({ length: 1000 }, (_, key) => kept(key, key % 2 === 0 ? 'one' : 'other', 'hint'));
  for (const placed of all) places.add(placed);
  // Most are taken out, so that gaps are closed on the way, and some are put in again at the end.
  const gone = all.filter((_, key) => key % 7 !== 0);
  for (const placed of gone) places.delete(placed);
  for (const placed of gone) places.delete(placed);
  const back = gone.slice(0, 10);
  for (const placed of back) places.add(placed);
  const left = [...all.filter((placed) => !gone.includes(placed)), ...back];
  const isOne = ({ finding }: KeptFinding): boolean => finding.rule === 'one';
  assert.equal(places.length, left.length);
  assert.deepEqual([...places], [...left.filter(isOne), ...left.filter((placed) => !isOne(placed))]);
  assert.deepEqual([...places.ofRule('one')], left.filter(isOne));
  for (const placed of left) places.delete(placed);
  assert.equal(places.length, 0);
  assert.deepEqual(places.parts, []);
});

test('each severity of a rule is a part', () => {
  const places = new FilePlaces();
  for (const [key, severity] of (['error', 'hint', 'error'] as const).entries()) places.add(kept(key, 'one', severity));
  const parts = places.parts.map((part) => ({ size: part.size, keys: [...part].map(({ finding }) => finding.key) }));
  assert.deepEqual(parts, [
    { size: 2, keys: [0, 2] },
    { size: 1, keys: [1] },
  ]);
});

function kept(key: number, rule: string, severity: Severity): KeptFinding {
  const finding = { rule, severity, key, at: { kind: 'record', record: key, part: 'record' }, message: '' } as const;
  return { finding, primary: true, file: undefined, place: -1 };
}
