import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdits, lineChanges } from '../support/edits.ts';

/** Zones above and below each other, with what leads from one into the other: delegations, glue, aliases, wildcards. */
const ZONES = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'below', origin: 'sub.example.com.' },
  { file: 'domain', origin: '_msdcs.example.com.' },
  { file: 'deep', origin: 'b.a.example.com.' },
];
const FILES = ZONES.map(({ file }) => file);
const owner = fc.constantFrom(
  '@',
  '@',
  '@',
  'sub',
  'sub',
  'a',
  'b',
  'b.a',
  'x.b.a',
  'ns1',
  'ns1.sub',
  'ns2',
  '*',
  '*.a',
  '_msdcs',
  '_ldap._tcp',
);
const target = fc.constantFrom(
  ...['ns1', 'ns2', 'ns1.sub', 'sub', 'a', 'b.a', 'x.b.a', 'y.a', 'localhost.', 'ns1.example.com.', 'ns2.example.com.'],
  ...['ns1.sub.example.com.', 'x.b.a.example.com.', 'a.example.net.', '192.0.2.1'],
);
const address = fc.constantFrom('192.0.2.1', '192.0.2.2', '198.51.100.1', '127.0.0.1', '10.0.0.1', '0.0.0.0');
const data = fc.oneof(
  { weight: 5, arbitrary: target.map((to) => `NS ${to}`) },
  { weight: 6, arbitrary: address.map((a) => `A ${a}`) },
  { weight: 2, arbitrary: target.map((to) => `CNAME ${to}`) },
  target.map((to) => `SRV 0 5 5060 ${to}`),
  target.map((to) => `MX 10 ${to}`),
  target.map((to) => `SOA ${to} hostmaster 1 2 3 4 5`),
  fc.constantFrom(
    'AAAA 2001:db8::1',
    'AAAA ::1',
    'AAAA fd00::1',
    'TXT "a"',
    'TXT "a" "b"',
    'TXT "ab"',
    'DNAME b',
    'DS 1 8 2 00',
  ),
);
const line = fc.tuple(owner, fc.constantFrom('60', '60', '60', '3600', '700000'), data).map((words) => words.join(' '));
const text = fc
  .tuple(fc.constantFrom('', '@ 60 SOA ns1 hostmaster 1 2 3 4 5\n@ 60 NS ns1\n'), fc.array(line, { maxLength: 12 }))
  .map(([head, lines]) => head + lines.join('\n'));
const edit = lineChanges(FILES, line, 3);

test('the same with zones above and below each other', () => {
  const texts = fc.tuple(...FILES.map(() => text)).map((all) => new Map(FILES.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(ZONES, texts, fc.array(edit, { minLength: 1, maxLength: 12 }));
});
