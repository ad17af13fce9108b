import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeRing, RingReader, RingTaker } from '../../../src/cli/ahead/row-ring.ts';
import { loneText, type SharedTexts, Shelf } from '../../../src/cli/ahead/shared-texts.ts';
import { ROW_SIZE } from '../../../src/syntax/plain-columns.ts';
import { BLOCK_LIMITS, PlainRows } from '../../../src/syntax/plain-rows.ts';

/** A text of so many stretches of plain rows, with a line that is not plain behind each but the last; some begin with a $TTL line. */
function textOf(stretches: readonly number[]): Uint8Array {
  let count = 0;
  const texts = stretches.map((rows) => {
    let text = '';
    for (let i = 0; i < rows; i++) text += `host${count} IN A 192.0.2.${count++ % 256}\n`;
    return text;
  });
  const head = stretches.length % 2 === 0 ? '$TTL 60\n' : '\n';
  return new TextEncoder().encode(head + texts.join('@ SOA "no plain row"\n'));
}

/** The texts side by side, and each of them as it is there. */
function shelved(texts: readonly Uint8Array[]): { readonly shared: SharedTexts; readonly each: readonly Uint8Array[] } {
  const shelf = new Shelf();
  return { shared: shelf, each: texts.map((text) => shelf.add(text) as Uint8Array) };
}

function contentOf(rows: PlainRows): unknown {
  const { end, rowCount, lineCount, hasComments, hasHead } = rows;
  return { end, lineCount, hasComments, hasHead, rows: [...rows.rows.subarray(0, rowCount * ROW_SIZE)] };
}

const texts = fc.array(
  fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 4 }).map((rows) => textOf(rows)),
  { minLength: 1, maxLength: 4 },
);
/** How many blocks are read ahead before each one is taken, over and over again. */
const paces = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.constant(1000)), { minLength: 1 });

test('what is read ahead is what would be read, however far the reader is', () => {
  let taken = 0;
  fc.assert(
    fc.property(texts, paces, fc.boolean(), fc.boolean(), (zones, steps, endsEarly, isShelved) => {
      let turn = 0;
      const places = isShelved ? [shelved(zones)] : zones.map((text) => ({ shared: loneText(text), each: [text] }));
      for (const { shared, each } of places) {
        const memory = makeRing();
        const reader = new RingReader(memory, shared);
        const taker = new RingTaker(memory, () => {});
        for (const codes of each) {
          for (let offset = 0; offset < codes.length; ) {
            for (let step = steps[turn++ % steps.length] as number; step > 0 && reader.step(); ) step--;
            const rows = new PlainRows();
            const expected = new PlainRows();
            expected.read(codes, offset, BLOCK_LIMITS);
            if (taker.take(codes.byteOffset + offset, rows)) {
              taken++;
              assert.deepEqual(contentOf(rows), contentOf(expected));
            }
            // Whoever takes the rows may leave the last ones of a block for a slower way.
            const isPlain = expected.rowCount > 1;
            if (isPlain && endsEarly) expected.endBefore(expected.rowCount - 1, codes);
            offset = isPlain ? expected.end : codes.indexOf(10, offset) + 1;
          }
        }
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(taken > 1000, `${taken} blocks were taken`);
});

test('texts that are side by side are read one after the other without being asked for', () => {
  const { shared, each } = shelved([textOf([300]), textOf([200]), textOf([1])]);
  const memory = makeRing();
  const reader = new RingReader(memory, shared);
  const taker = new RingTaker(memory, () => {});
  const rows = new PlainRows();
  assert.equal(taker.take(0, rows), false);
  while (reader.step());
  for (const codes of each)
    for (let offset = 0; offset < codes.length; offset = rows.end)
      assert.equal(taker.take(codes.byteOffset + offset, rows), true, `${codes.byteOffset} + ${offset}`);
});

test('a shelf that is full takes no more', () => {
  const shelf = new Shelf();
  const half = shelf.bytes.length / 2;
  assert.equal(shelf.add(new Uint8Array(half + 1).fill(59))?.byteOffset, 0);
  assert.equal(shelf.add(new Uint8Array(half)), undefined);
  assert.deepEqual(shelf.add(Uint8Array.of(59, 10)), Uint8Array.of(59, 10));
});
