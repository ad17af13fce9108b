import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../src/compile/plain-text.ts';
import { TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../../src/dns/type-codes.ts';
import { rdataText } from '../../src/syntax/rdata/rdata.ts';
import type { Token } from '../../src/syntax/token.ts';

/** Mostly words that are as BIND prints them, and now and then others. */
const word = (usual: readonly string[], others: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...others));
const number = word(['13', '2', '3', '60'], ['013', '1h', '253', '0', '65536', '4294967295', '\\049', 'RSASHA256']);
const time = word(
  ['20260101000000', '20260131235959', '19800229000000', '20891231000000'],
  [
    '20260101000060',
    '20260230000000',
    '19500101000000',
    '20950101000000',
    '21010101000000',
    '1767225600',
    '202601010000',
  ],
);
const covered = word(['A', 'NSEC', 'DNSKEY', 'TYPE65534'], ['a', 'TYPE1', 'NONE', '\\065']);
const name = word(['example.com.', '@', 'www', 'A.Example.com.'], ['a\\.b', 'a\\065b', '.', 'a..b']);
const base64 = word(
  ['AAAA', 'AAA=', 'AA==', 'A'.repeat(56), 'B'.repeat(120)],
  ['AB==', 'AAB=', 'AA\\065A', '=', '\\#'],
);
const signature = fc
  .tuple(covered, number, number, number, time, time, number, name, fc.array(base64, { maxLength: 4 }))
  .map((words) => words.flat());
const next = fc.tuple(name, fc.array(covered, { maxLength: 4 })).map((words) => words.flat());
const hash = word(
  ['0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM', 'VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVV'],
  [
    '0p9mhaveqvm6t7vbl5lop2u3t2rp3tom',
    '2T7B4G4VSA5SMI47K61MV5BV1A22BOJ',
    'VVVVVVVV',
    '2T7B4G4VSA5SMI47K61MV5BV1A22BOJW',
    '-',
  ],
);
const hashed = fc
  .tuple(
    number,
    number,
    number,
    word(['-', 'AABBCCDD', '00'], ['aabb', 'AAB', '\\#', '\\065A']),
    hash,
    fc.array(covered, { maxLength: 4 }),
  )
  .map((words) => words.flat());
const isQuoted = fc.constantFrom(false, false, false, false, false, false, false, true);

test('rdata that are written as BIND prints them are printed as the table of types does', () => {
  const under = { origin: 'example.com.', encoding: 'utf8' } as const;
  for (const [type, rdata] of [
    [TYPE_RRSIG, signature],
    [TYPE_NSEC, next],
    [TYPE_NSEC3, hashed],
  ] as const) {
    let count = 0;
    fc.assert(
      fc.property(rdata, isQuoted, (words, quoted) => {
        let end = -1;
        const tokens = words.map((text, index): Token => {
          const start = end + 1;
          end = start + text.length;
          return { text, start, end, quoted: quoted && index === words.length - 1 };
        });
        const expected = rdataText(type, tokens, under.origin, under);
        const text = plainText(type, tokens, under);
        // Of what is refused nobody asks.
        if (text === undefined || expected === undefined) return;
        assert.equal(text, expected);
        count++;
      }),
      { numRuns: 20_000, seed: 1 },
    );
    assert.ok(count > 20, `${count} records of type ${type} were printed`);
  }
});
