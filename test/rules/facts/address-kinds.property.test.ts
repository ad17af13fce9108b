import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PRIVATE_ADDRESS, SPECIAL_ADDRESS } from '../../../src/dns/address-kind.ts';
import { TYPE_A, TYPE_AAAA } from '../../../src/dns/type-codes.ts';
import { areNearlyAllPrivate, specialKind } from '../../../src/rules/facts/address-kinds.ts';
import { isPrivate } from '../../../src/rules/facts/pairing.ts';
import type { RuleContext } from '../../../src/rules/rule.ts';
import { Bench } from '../../support/dump.ts';

const HEAD = '@ 60 SOA ns1.example.org. hostmaster 1 2 3 4 5\n@ 60 NS ns1.example.org.\n';
const data = fc.constantFrom(
  ...['192.0.2.1', '192.0.2.2', '10.0.0.1', '10.0.0.2', '192.168.0.1', '127.0.0.1', '169.254.0.1', '0.0.0.0'],
  ...['2001:db8::1', '::1', '::ffff:192.0.2.1', 'fd00::1', 'fd00::2', 'fe80::1', 'ff02::1', '64:ff9b::1'],
);
const row = fc.oneof(
  { weight: 20, arbitrary: data.map((text) => `h 60 ${text.includes(':') ? 'AAAA' : 'A'} ${text}\n`) },
  fc.constantFrom('$INCLUDE part\n', '$GENERATE 1-3 g$ 60 A 10.0.1.$\n', 'x 60 A (\n 10.0.0.9 )\n', 'y 60 A 10.0.0\n'),
);
/** Some lines that are alike: a block has a few hundred. */
const stretch = fc.tuple(row, fc.constantFrom(1, 1, 2, 300)).map(([text, count]) => text.repeat(count));
const text = fc.array(stretch, { maxLength: 5 }).map((stretches) => stretches.join(''));

test('what a block says of the kinds of its addresses holds what each of them is, after edits too', () => {
  let ofOneKind = 0;
  let nearlyAll = 0;
  fc.assert(
    fc.property(text, text, fc.array(fc.tuple(fc.nat(400), row), { maxLength: 3 }), (zone, part, edits) => {
      const files = new Map([
        ['example.com', HEAD + zone],
        ['part', part.replaceAll('$INCLUDE part\n', '')],
      ]);
      const { store } = new Bench(files, [{ file: 'example.com', origin: 'example.com.' }]);
      const { names, records } = store;
      const compare = (): void => {
        store.step(() => false);
        let others = 0;
        for (const block of store.blocks)
          for (const id of block?.inside ?? []) {
            const address = records.data[id] as number;
            if ((records.type[id] !== TYPE_A && records.type[id] !== TYPE_AAAA) || address < 0) continue;
            const kinds = block?.addressKinds ?? 0;
            const isOwn = isPrivate(names, address);
            const isSpecial = specialKind(names, address) !== undefined;
            if (isOwn) assert.ok(kinds & PRIVATE_ADDRESS, names.text(address));
            else assert.notEqual(kinds, PRIVATE_ADDRESS, names.text(address));
            if (isSpecial) assert.ok(kinds & SPECIAL_ADDRESS, names.text(address));
            else assert.notEqual(kinds, SPECIAL_ADDRESS, names.text(address));
            if (kinds === PRIVATE_ADDRESS || kinds === SPECIAL_ADDRESS) ofOneKind++;
            others += isOwn ? -1 : 1;
          }
        const [held] = [...store.view('').zones.values()].flat();
        if (!held || !areNearlyAllPrivate(held, { store } as RuleContext)) return;
        assert.ok(others < 0);
        nearlyAll++;
      };
      compare();
      for (const [line, added] of edits) {
        const place = { line: Math.min(line, HEAD.split('\n').length - 1 + zone.split('\n').length - 1), character: 0 };
        store.edit('example.com', [{ range: { start: place, end: place }, text: added }]);
        compare();
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
  assert.ok(ofOneKind > 100, `${ofOneKind} records in blocks of one kind`);
  assert.ok(nearlyAll > 5, `${nearlyAll} zones of nearly nothing but private addresses`);
});
