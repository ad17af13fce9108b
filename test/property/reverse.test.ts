import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Bench } from '../support/dump.ts';

const ZONES = [
  'example.com',
  '2.0.192.in-addr.arpa',
  '0.192.in-addr.arpa',
  '0-7.2.0.192.in-addr.arpa',
  'customer.2.0.192.in-addr.arpa',
  '192.0.2.in-addr.arpa',
  '0.8.b.d.0.1.0.0.2.ip6.arpa',
].map((origin) => ({ file: origin, origin: `${origin}.` }));

const HOSTS = ['www', 'mail', 'ns1', 'a', 'b', '@', '*'];
const OWNERS = [
  ...['1', '2', '3', '5', '01', '005', '300', 'gw', '@', '*', '2.3', '3.2', '2.1', '1.2', '5.0-7', '1.customer'],
  ...['192.0.2.3', '3.2.0.192', '5.2.0.192.in-addr.arpa', '5.2.0.192.in-addr.apra', '3.2.0.192.in-addr.arpa.'],
  ...['1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0', '0001.0000.0000.0000.0000.000', '2.0.0.0', '2001:db8::1'],
];
const host = fc.constantFrom(...HOSTS.slice(0, 5)).map((label) => `${label}.example.com.`);
const address = fc.constantFrom('1', '2', '3', '5', '9').map((octet) => `192.0.2.${octet}`);
const other = fc.constantFrom('192.0.3.2', '192.0.2.3', '2.0.192.3', '192.0.1.2');
const rdata = fc.oneof(
  { weight: 8, arbitrary: host.map((name) => `PTR ${name}`) },
  { weight: 4, arbitrary: fc.oneof(address, other).map((text) => `A ${text}`) },
  fc.constantFrom('1', '2', '12').map((nibble) => `AAAA 2001:db8::${nibble}`),
  fc.constantFrom('5.0-7', '1.0-7', '9.0-7', '1.customer', 'www.example.com.').map((name) => `CNAME ${name}`),
  fc.constantFrom('ns1.example.com.', 'www', '192.0.2.1').map((name) => `NS ${name}`),
  fc.constantFrom('SOA ns1 hostmaster 1 2 3 4 5', 'SOA a b 2 2 3 4 5', 'DNAME x', 'DNAME y', 'TXT "a"', 'TXT "A"'),
  fc.constant('DS 1 8 1 0000000000000000000000000000000000000000'),
);
const owner = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...HOSTS) },
  { weight: 5, arbitrary: fc.constantFrom(...OWNERS) },
  fc.constantFrom('0-7', 'customer', 'www.example.net.', ''),
);
const line = fc.oneof(
  { weight: 15, arbitrary: fc.tuple(owner, rdata).map(([name, data]) => `${name} ${data}`) },
  fc.constantFrom(
    '$GENERATE 1-9 $ CNAME $.0-7',
    '$GENERATE 1-5 $ PTR a.example.com.',
    '$GENERATE 1-3 0$ PTR a.example.com.',
    '$GENERATE 1-3 h$ A 192.0.2.$',
    '$ORIGIN 0-7',
  ),
);
const lines = fc.array(line, { maxLength: 14 });
const edit = fc.record({
  zone: fc.nat({ max: ZONES.length - 1 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 2 }),
  insert: fc.array(line, { maxLength: 2 }),
});

/** Runs per start; RUNS=1000 for a long run by hand. */
const RUNS = Number(process.env.RUNS ?? 40);

test('reverse zones: after every edit all is as after a fresh load', () => {
  const workspace = fc.record({
    texts: fc.array(lines, { minLength: ZONES.length, maxLength: ZONES.length }),
    edits: fc.array(edit, { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(workspace, ({ texts, edits }) => {
      const current = ZONES.map((_, index) => [...(texts[index] ?? [])]);
      const files = (): Map<string, string> =>
        new Map(ZONES.map(({ file }, index) => [file, current[index]?.map((one) => `${one}\n`).join('') ?? '']));
      const kept = new Bench(files(), ZONES);
      kept.run();
      for (const { zone, at, remove, insert } of edits) {
        const text = current[zone] ?? [];
        const start = Math.floor(at * text.length);
        const removed = text.splice(start, remove, ...insert).length;
        kept.store.edit(ZONES[zone]?.file ?? '', [
          {
            range: { start: { line: start, character: 0 }, end: { line: start + removed, character: 0 } },
            text: insert.map((one) => `${one}\n`).join(''),
          },
        ]);
        kept.run();
        const fresh = new Bench(files(), ZONES);
        fresh.run();
        assert.deepEqual(kept.dump(), fresh.dump());
      }
    }),
    { numRuns: RUNS },
  );
});
