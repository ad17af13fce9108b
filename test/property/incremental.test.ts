import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, checkEdits } from '../support/edits.ts';

const LABELS = [
  'www',
  'mail',
  'ns1',
  'ns2',
  'host',
  'a.b',
  '*',
  '@',
  'sub',
  'x.sub',
  '1',
  '2',
  '10',
  '1.2',
  '_sip._tcp',
  'old',
  'version',
  'a.zones',
  '5.2',
  '3.2.0.192.in-addr.arpa.',
  '10.2.0.192.in-addr.arpa.',
  '192.0.2.3.in-addr.arpa.',
  '2.0-63',
  '10.0-63',
];
const NAMES = [
  ...LABELS,
  'www.example.com.',
  'mail.example.com.',
  'ns1.example.com.',
  'x.sub.example.com.',
  'host.example.net.',
  '10.2.0.192.in-addr.arpa.',
  'mail.example.com',
  '2.0-63.2.0.192.in-addr.arpa.',
  '10.0-63.2.0.192.in-addr.arpa.',
];
const label = fc.constantFrom(...LABELS);
const name = fc.constantFrom(...NAMES);
const address = fc.integer({ min: 0, max: 12 }).map((n) => `192.0.2.${n}`);
const address6 = fc.integer({ min: 0, max: 4 }).map((n) => `2001:db8::${n}`);
const ttl = fc.constantFrom('', '', '', '60 ', '1h ', 'IN ', '300 IN ', 'IN 5 ');
const rdata = fc.oneof(
  { weight: 6, arbitrary: address.map((a) => `A ${a}`) },
  { weight: 6, arbitrary: name.map((n) => `PTR ${n}`) },
  { weight: 2, arbitrary: address6.map((a) => `AAAA ${a}`) },
  name.map((n) => `CNAME ${n}`),
  name.map((n) => `NS ${n}`),
  name.map((n) => `MX 10 ${n}`),
  name.map((n) => `DNAME ${n}`),
  fc.constantFrom(
    'TXT "v=spf1 mx -all"',
    'TXT "v=spf1 a:mail.example.com -all"',
    'TXT "v=spf1 ip4:192.0.2.3 -all"',
    'TXT "a ; b"',
  ),
  fc.constant('SOA ns1 hostmaster ( 1\n 2 3\n 4 5 )'),
);
const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(label, ttl, rdata).map(([owner, time, data]) => `${owner} ${time}${data}`) },
  { weight: 3, arbitrary: fc.tuple(ttl, rdata).map(([time, data]) => ` ${time}${data}`) },
  fc.constantFrom(
    '',
    '; comment',
    '$TTL 60',
    '$TTL 1h',
    '$INCLUDE part',
    '$INCLUDE part sub',
    '$INCLUDE other',
    '$GENERATE 1-3 h$ A 192.0.2.$',
    '$GENERATE 1-3 $.2.0.192.in-addr.arpa. PTR h$.example.com.',
    '0-63 NS ns1.example.net.',
    '2 CNAME 2.0-36',
    '$GENERATE 1-12 $ CNAME $.0-36',
    '2 NS ns1.example.net.',
    '* PTR mail.example.com.',
    '$GENERATE 1-3 $ PTR h$.example.com.',
  ),
  name.map((n) => `$ORIGIN ${n}`),
  fc.constantFrom(
    'bad ( A 192.0.2.1',
    'x TXT "open',
    ')',
    '(',
    'www A 192.0.2',
    'y ( TXT "a" ; c\n "b" )',
    '"',
    'only',
    '$NOPE x',
  ),
);
const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));
/** Lines as large zones have them, which are read a shorter way than others; the kinds in the order of the drawn numbers. */
const PLAIN = [
  (i: number) => `n${i} A 192.0.2.${i % 250}`,
  (i: number) => `${i % 250} PTR n${i}.example.com.`,
  (i: number) => ` 60 A 192.0.2.${i % 250}`,
  (i: number) => `n${i} 60 IN CNAME n${i + 1}`,
  (i: number) => `n${i}.example.com. AAAA 2001:db8::${i % 5}`,
  (i: number) => `n${i} NS ns1.example.com. ; n${i}`,
  () => '; nothing',
];
const long = fc
  .tuple(
    text,
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom('', '$TTL 60\n'),
    fc.array(fc.nat({ max: PLAIN.length - 1 }), { minLength: 1, maxLength: 8 }),
  )
  .map(([head, count, ttlLine, kinds]) => {
    const lines = Array.from({ length: count }, (_, i) => `${PLAIN[kinds[i % kinds.length] ?? 0]?.(i)}\n`);
    return `${head}\n${ttlLine}${lines.join('')}`;
  });

const FILES = ['example.com', '2.0.192.in-addr.arpa', 'part', 'other', 'child', 'upper'];
const ZONES = [
  { file: 'example.com', origin: 'example.com.' },
  { file: 'example.com', origin: 'example.com.', view: 'inside' },
  { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.' },
  { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.', view: 'inside' },
  { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.' },
  { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.', view: 'inside' },
  { file: 'upper', origin: '0.192.in-addr.arpa.' },
];
const edit: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 12000 }),
  ),
  insert: fc.oneof(
    fc.constantFrom('', 'x', '.', '\n', '\r\n', '\r', ' ', '(', ')', '"', ';', '1', '\\', '@\n', 'é'),
    line.map((l) => `${l}\n`),
    line.map((l) => `\n${l}\n`),
  ),
  whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

test('after every edit all is as after a fresh load', () => {
  const texts = fc
    .tuple(long, long, text, text, text, text)
    .map((all) => new Map(FILES.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(ZONES, texts, fc.array(edit, { minLength: 1, maxLength: 12 }));
});
