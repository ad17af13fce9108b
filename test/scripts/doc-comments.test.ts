import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undocumented } from '../../scripts/doc-comments.ts';
import { readSources } from '../../scripts/layers.ts';
import { root } from '../../scripts/root.ts';

test('an exported item without a doc comment is told; overloads count once', () => {
  const text = `/** One. */
export function one(a: string): string;
export function one(a: number): string;
export async function two(): Promise<void> {}
/** Three. */
export const THREE = 3;
const four = 4;
export type Five = 5;
`;
  const faults = undocumented([{ path: 'dns/a.ts', text }]);
  assert.deepEqual(
    faults.map((fault) => fault.slice(0, 14)),
    ['dns/a.ts:4: tw', 'dns/a.ts:8: Fi'],
  );
});

test('all that is exported has a doc comment', () => assert.deepEqual(undocumented(readSources(root)), []));
