import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeRing, RingReader, RingTaker } from '../../../src/cli/ahead/row-ring.ts';
import { BLOCK_LIMITS, PlainRows, ROW_SIZE } from '../../../src/syntax/plain-rows.ts';

/** A text of so many stretches of plain rows, with a line that is not plain behind each. */
function sharedText(stretches: readonly number[]): Uint8Array {
  let text = '';
  let count = 0;
  for (const rows of stretches) {
    for (let i = 0; i < rows; i++) text += `host${count} IN A 192.0.2.${count++ % 256}\n`;
    text += '@ TXT "no plain row"\n';
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(text.length));
  bytes.set(new TextEncoder().encode(text));
  return bytes;
}

function contentOf(rows: PlainRows): unknown {
  const { end, rowCount, lineCount, hasComments } = rows;
  return { end, lineCount, hasComments, rows: [...rows.rows.subarray(0, rowCount * ROW_SIZE)] };
}

const texts = fc.array(
  fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 4 }).map((rows) => sharedText(rows)),
  { minLength: 1, maxLength: 2 },
);
/** How many blocks are read ahead before each one is taken, over and over again. */
const paces = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.constant(1000)), { minLength: 1 });

test('what is read ahead is what would be read, however far the reader is', () => {
  let taken = 0;
  fc.assert(
    fc.property(texts, paces, fc.boolean(), (zones, steps, endsEarly) => {
      let turn = 0;
      for (const codes of zones) {
        const memory = makeRing();
        const reader = new RingReader(memory, codes);
        const taker = new RingTaker(memory, () => {});
        for (let offset = 0; offset < codes.length; ) {
          for (let step = steps[turn++ % steps.length] as number; step > 0 && reader.step(); ) step--;
          const rows = new PlainRows();
          const expected = new PlainRows();
          expected.read(codes, offset, BLOCK_LIMITS);
          if (taker.take(offset, rows)) {
            taken++;
            assert.deepEqual(contentOf(rows), contentOf(expected));
          }
          // Whoever takes the rows may leave the last ones of a block for a slower way.
          const isPlain = expected.rowCount > 1;
          if (isPlain && endsEarly) expected.endBefore(expected.rowCount - 1, codes);
          offset = isPlain ? expected.end : codes.indexOf(10, offset) + 1;
        }
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(taken > 1000, `${taken} blocks were taken`);
});
