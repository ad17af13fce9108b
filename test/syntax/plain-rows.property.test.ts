import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ROW_SIZE } from '../../src/syntax/plain-columns.ts';
import { BLOCK_LIMITS, PlainRows } from '../../src/syntax/plain-rows.ts';

const owner = fc.constantFrom('a', 'b', 'ab', 'a.example.com.', 'b.example.com.', '');
const data = fc.constantFrom(
  'A 192.0.2.1',
  '60 IN A 192.0.2.22',
  'CNAME a',
  'NS ns1.example.com.',
  'MX 10 mail.example.com.',
  'TXT "text"',
  'HTTPS 1 . ipv4hint=192.0.2.1',
  'NSEC b A RRSIG',
  'RRSIG A 13 2 60 20300101000000 20200101000000 1 example.com. AAAA',
);
const text = fc
  .array(fc.tuple(owner, data), { maxLength: 12 })
  .map((rows) => new TextEncoder().encode(rows.map((words) => `${words.join(' ')}\n`).join('')));

test('a reader that has read other texts reads the same rows', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (texts) => {
      const used = new PlainRows();
      for (const codes of texts) {
        const fresh = new PlainRows();
        fresh.read(codes, 0, BLOCK_LIMITS);
        used.read(codes, 0, BLOCK_LIMITS);
        assert.deepEqual(rowsOf(used), rowsOf(fresh), new TextDecoder().decode(codes));
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 1000) },
  );
});

function rowsOf({ rows, rowCount, lineCount, end }: PlainRows): unknown {
  return { lineCount, end, rows: [...rows.subarray(0, rowCount * ROW_SIZE)] };
}
