import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TYPE_A } from '../../../src/dns/type-codes.ts';
import { EndlessAliases } from '../../../src/rules/facts/endless-aliases.ts';
import { Held } from '../../../src/workspace/held.ts';
import { Bench } from '../../support/dump.ts';

const COUNT = 40;
const HEAD = '@ SOA ns1.example.org. hostmaster 1 2 3 4 5\n@ NS ns1.example.org.\n';
/** How far an alias leads, mostly to the next host; or another record. */
const record = fc.oneof(
  { weight: 90, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: -COUNT, max: COUNT }) },
  fc.constantFrom('A 192.0.2.1', 'NS ns1.example.org.', 'DNAME h1', 'CNAME h1.sub', 'CNAME nowhere', 'CNAME'),
);
const zone = fc
  .tuple(
    fc.array(record, { minLength: COUNT, maxLength: COUNT }),
    fc.constantFrom('', 'h3 60 TXT "words"\n', 'h30 60 CNAME h2\n', '* 60 CNAME h1\n', 'h20.sub 60 NS h1\n'),
  )
  .map(([hosts, other]) => {
    const lines = hosts.map(
      (to, i) => `h${i} 60 ${typeof to === 'number' ? `CNAME h${(i + to + COUNT) % COUNT}` : to}\n`,
    );
    return HEAD + lines.join('') + other;
  });
const order = fc.oneof(
  fc.constant(Array.from({ length: COUNT }, (_, i) => i)),
  fc.array(fc.integer({ min: 0, max: COUNT - 1 }), { maxLength: COUNT }),
);

test('look-ups of these aliases, and of no others, end nowhere, whatever is asked before and changed meanwhile', () => {
  let endless = 0;
  fc.assert(
    fc.property(zone, order, fc.option(fc.tuple(fc.nat(COUNT - 1), record)), (text, asked, change) => {
      const { store } = new Bench(new Map([['example.com', text]]), [{ file: 'example.com', origin: 'example.com.' }]);
      store.step(() => false);
      const held = new Held(store, store.view(''));
      const aliases = new EndlessAliases();
      const compare = (): void => {
        const apex = [...store.view('').zones.keys()][0] ?? 0;
        for (const i of asked) {
          const name = store.names.childText(apex, `h${i}`);
          const isEndless = held.lookup(name, TYPE_A).kind === 'loop';
          assert.equal(aliases.has(name, held), isEndless, `h${i}`);
          if (isEndless) endless++;
        }
      };
      compare();
      if (!change) return;
      const [line, data] = change;
      const place = { line: line + 2, character: 0 };
      const row = typeof data === 'string' ? `h${line} 60 ${data}\n` : `; no `;
      store.edit('example.com', [{ range: { start: place, end: place }, text: row }]);
      store.step(() => false);
      compare();
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
  assert.ok(endless > 100, `${endless} look-ups ended nowhere`);
});
