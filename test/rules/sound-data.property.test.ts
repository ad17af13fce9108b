import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SOUND } from '../../src/zone/draft.ts';
import { Bench } from '../support/dump.ts';

/** Rdata of the types whose fields are judged while they are read, as they should be and as they should not. */
const rdata = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('0', '10', '010'),
      fc.constantFrom('mail', '.', '192.0.2.1', '192.0.2.1.', '1a', 'gone', '_x'),
    )
    .map((words) => `MX ${words.join(' ')}`),
  fc
    .tuple(fc.constantFrom('0', '00', '5060'), fc.constantFrom('mail', '.', '192.0.2.1', '2001:db8::1', '0', 'gone'))
    .map(([port, target]) => `SRV 0 5 ${port} ${target}`),
  fc
    .tuple(
      fc.constantFrom('0', '1', '16'),
      fc.constantFrom('.', 'mail', 'gone', '@'),
      fc.constantFrom('', 'alpn=h2', 'alpn=h2,H3', 'alpn=http/1.1', 'alpn=http2', 'port=0', 'ipv4hint=192.0.2.9'),
    )
    .map((words) => `HTTPS ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom('0', '3', '4', '255'),
      fc.constantFrom('0', '1', '2', '255'),
      fc.constantFrom('0', '1', '2', '3', '255'),
      fc.constantFrom('ab'.repeat(32), 'ab'.repeat(64), 'AB'.repeat(31), `( ${'ab'.repeat(16)} ${'ab'.repeat(16)} )`),
    )
    .map((words) => `TLSA ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom('0', '1', '5', '8', '13', '99', '200', 'RSASHA256'),
      fc.constantFrom('0', '1', '2', '3', '4', '5', '77'),
      fc.constantFrom('ab'.repeat(20), 'ab'.repeat(32), 'ab'.repeat(48), '00'),
    )
    .map((words) => `DS 1 ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom('0', '1', '128', '129'),
      fc.constantFrom('issue', 'Issue', 'issuewild', 'iodef', 'isue', 'issuemail'),
      fc.constantFrom(
        '"ca.example.net"',
        'CA.example.net',
        'letsencrypt.com',
        'letsencrypt.org',
        '-.example.net',
        'ca.example.net;policy=ev',
        'ca.example.net ; policy=ev',
        '( ca.example.net ) ; policy=ev',
        'mailto:a@example.com',
        ';',
      ),
    )
    .map((words) => `CAA ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom(
        '"v=spf1 ',
        'v=spf1" "',
        '"v=s" "pf1 ',
        '"" "v=spf1 ',
        '"V=SPF1 ',
        '"\\118=spf1 ',
        '"v=spf ',
        '"a=b ',
      ),
      fc.constantFrom('mx mx -all', 'a:gone +all', 'include:gone.example.com ?all', 'ip4:192.0.2.1/24 ptr'),
    )
    .map(([version, terms]) => `TXT ${version.startsWith('v') ? '"' : ''}${version}${terms}"`),
);
const text = fc
  .constantFrom('"words of no meaning"', 'word', '"a" "b"', 'a;b', '"" "v=spf1 -all"')
  .map((words) => `TXT ${words}`);
/** Records that stand beside others: names are passed with all they have. */
const beside = fc.constantFrom(
  ...['A 192.0.2.7', '60 A 192.0.2.8', 'AAAA 2001:db8::7', 'NS ns1', 'NS ns1.b', 'NS a', 'CNAME mail', 'CNAME gone'],
  ...['RP a b', 'DNAME example.net.', 'SVCB 1 . ipv4hint=192.0.2.9', 'PTR mail', 'NAPTR 1 1 "s" "" "" mail'],
);
const owner = fc.constantFrom(
  'a',
  'b',
  'ns1.b',
  'host',
  'in',
  '1h',
  'b.example.com',
  '*',
  'x*',
  '#a',
  '_sip._tcp',
  '_443._tcp.mail',
  '_x.c',
);
const zone = fc
  .array(fc.tuple(owner, fc.oneof({ weight: 6, arbitrary: rdata }, text, { weight: 3, arbitrary: beside })), {
    minLength: 1,
    maxLength: 12,
  })
  .map(
    (lines) =>
      `$TTL 3600\n@ SOA ns1 h 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.53\nmail A 192.0.2.2\n${lines.map((words) => words.join(' ')).join('\n')}\n`,
  );

test('rules that are asked only where a field says something unusual have nothing to say elsewhere', () => {
  let soundCount = 0;
  fc.assert(
    fc.property(zone, (text) => {
      const bench = new Bench(new Map([['zone', text]]), [{ file: 'zone', origin: 'example.com.' }]);
      bench.run();
      const passed = findingsOf(bench);
      const { store, engine } = bench;
      const { flags } = store.records;
      for (let id = 0; id < store.records.limit; id++) {
        if (((flags[id] ?? 0) & SOUND) !== 0) soundCount++;
        flags[id] = (flags[id] ?? 0) & ~SOUND;
      }
      for (const view of store.views.values()) {
        for (let name = 0; name < store.names.count; name++) view.touch(name);
        for (const zone of [...view.zones.values()].flat()) view.dirtyZones.add(zone);
      }
      engine.step(() => false);
      assert.deepEqual(findingsOf(bench), passed, text);
    }),
    { numRuns: 200 },
  );
  assert.ok(soundCount > 100, `${soundCount} were sound`);
});

function findingsOf({ engine }: Bench): string[] {
  return [...engine.book.all()].map(({ rule, key, message }) => `${key} ${rule}: ${message}`).sort();
}
