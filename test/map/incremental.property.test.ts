import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sourceOfText } from '../../src/text/source.ts';
import { Bench } from '../support/dump.ts';
import type { ZoneFile } from '../support/edits.ts';
import { mapOf, refresh } from './map-of.ts';

const RUNS = Number(process.env.RUNS ?? 60);

const ZONES: readonly ZoneFile[] = [
  { file: 'in', origin: 'example.com.', view: 'in' },
  { file: 'out', origin: 'example.com.', view: 'out' },
  { file: 'rev-in', origin: '2.0.192.in-addr.arpa.', view: 'in' },
  { file: 'rev-out', origin: '2.0.192.in-addr.arpa.', view: 'out' },
  { file: 'child', origin: '8-15.2.0.192.in-addr.arpa.', view: 'in' },
  { file: 'six', origin: '8.b.d.0.1.0.0.2.ip6.arpa.', view: 'in' },
];

const number = fc.integer({ min: 0, max: 15 });
const host = fc.constantFrom('a', 'b', 'c', 'd1', 'd2', 'd3', 'x.sub', '@');
const SIX = '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0';

const forward = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(host, number).map(([name, n]) => `${name} 60 A 192.0.2.${n}\n`) },
  { weight: 2, arbitrary: fc.tuple(host, number).map(([name, n]) => `${name} 60 AAAA 2001:db8::${n.toString(16)}\n`) },
  fc.tuple(host, host).map(([name, target]) => `${name} 60 CNAME ${target}\n`),
  fc.constantFrom('@ 60 MX 10 a\n', 'sub 60 NS ns.example.net.\n', '@ 60 TXT "v=spf1 ip4:192.0.2.4/30 -all"\n'),
  fc.constantFrom('$GENERATE 2-7 h$ 60 A 192.0.2.$\n', '* 60 A 192.0.2.3\n'),
);
const reverse = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(number, host).map(([n, name]) => `${n} 60 PTR ${name}.example.com.\n`) },
  number.map((n) => `${n} 60 PTR 192-0-2-${n}.provider.example.\n`),
  number.map((n) => `${n} 60 CNAME ${n}.8-15\n`),
  number.map((n) => `${n} 60 NS ns.example.net.\n`),
  fc.constantFrom('8-15 60 NS ns.example.com.\n', '* 60 PTR a.example.com.\n'),
  fc.constantFrom('$GENERATE 2-7 $ 60 PTR h$.example.com.\n', '$GENERATE 8-15 $ 60 CNAME $.8-15\n'),
);
const six = fc.tuple(number, host).map(([n, name]) => `${n.toString(16)}.${SIX} 60 PTR ${name}.example.com.\n`);
const rowFor = (file: string): fc.Arbitrary<string> =>
  file.length === 3 || file === 'in' ? forward : file === 'six' ? six : reverse;

const texts = fc
  .tuple(...ZONES.map(({ file }) => fc.array(rowFor(file), { maxLength: 8 })))
  .map((all) => new Map(ZONES.map(({ file }, i) => [file, (all[i] ?? []).join('')])));
const change = fc
  .constantFrom(...ZONES.map(({ file }) => file))
  .chain((file) =>
    fc.record({ file: fc.constant(file), row: rowFor(file), at: fc.nat({ max: 8 }), removes: fc.boolean() }),
  );

test('after any edits the cells of a map are those of a fresh load', () => {
  fc.assert(
    fc.property(texts, fc.array(change, { minLength: 1, maxLength: 6 }), (files, changes) => {
      const current = new Map(files);
      const kept = new Bench(current, ZONES);
      kept.run();
      const wanted = [
        ['192.0.2.0/27', 'in'],
        ['192.0.2.0/28', 'out'],
        ['2001:db8::/64', 'in'],
        ['192.0.0.0/15', 'in'],
        ['192.0.0.0/7', 'out'],
      ] as const;
      const maps = wanted.map(([network, view]) => mapOf(kept, network, view));
      for (const { file, row, at, removes } of changes) {
        const lines = (current.get(file) ?? '').split(/(?<=\n)/).filter((line) => line !== '');
        if (removes) lines.splice(at % (lines.length + 1), 1);
        else lines.splice(at % (lines.length + 1), 0, row);
        current.set(file, lines.join(''));
        kept.store.setFile(file, sourceOfText(lines.join('')));
        kept.run();
        const fresh = new Bench(current, ZONES);
        fresh.run();
        for (const [i, [network, view]] of wanted.entries()) {
          const map = maps[i];
          if (!map) continue;
          refresh(map);
          assert.deepEqual(map.picture(), mapOf(fresh, network, view).picture(), JSON.stringify([...current]));
        }
      }
    }),
    { numRuns: RUNS, ...(process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }) },
  );
});
