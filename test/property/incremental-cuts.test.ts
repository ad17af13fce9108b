import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdits, lineChanges } from '../support/edits.ts';

/** A zone that delegates most of its names, as registries have them, and one of those that it delegates. */
const ZONES = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'below', origin: 'sub.example.com.' },
];
const FILES = ZONES.map(({ file }) => file);
const ttl = fc.constantFrom('60', '60', '60', '60', '60', '60', '60', '61');
const name = fc.constantFrom('a', 'b', 'sub', 'sub', 'c.d', 'com', 'com', '0.2.1', 'in', 'xn--a');
const label = fc.constantFrom('ns1', 'ns2', 'ns1', 'ns2', 'ns3', 'example', 'example', '192', 'xn--a', 'a_b');
const address = fc.constantFrom(
  ...['A 192.0.2.1', 'A 192.0.2.2', 'A 192.0.2.3', 'A 192.0.2.4', 'A 198.51.100.1', 'A 198.51.100.2', 'A 10.0.0.1'],
  ...['AAAA 2001:db8::1', 'TXT "a"', 'CNAME a'],
);
/** A delegation with glue, written as registries do: nearly always it is plain. */
const delegation = fc
  .record({
    owner: name,
    servers: fc.array(fc.tuple(ttl, label), { minLength: 1, maxLength: 3 }),
    glue: fc.array(fc.tuple(ttl, address), { minLength: 3, maxLength: 3 }),
    end: fc.constantFrom('', '', '', '.example.com.', '.example.net.'),
    more: fc.array(fc.constantFrom('DS 1 8 2 00', 'DS 2 8 2 01', 'TXT "b"', 'A 192.0.2.9'), { maxLength: 1 }),
  })
  .map(({ owner, servers, glue, end, more }) =>
    [
      ...servers.map(([own, first]) => `${owner} ${own} NS ${first}.${owner}${end}`),
      ...more.map((data) => `${owner} 60 ${data}`),
      ...servers.map(([, first], i) => `${first}.${owner} ${glue[i]?.join(' ')}`),
    ].join('\n'),
  );
const line = fc.oneof(
  { weight: 8, arbitrary: delegation },
  fc.constantFrom('com 60 NS example.com', 'a 60 NS ns1.b', 'b 60 NS ns1.sub', '* 60 A 192.0.2.7', 'c 60 DNAME a'),
);
const text = fc
  .tuple(fc.constantFrom('', '@ 60 SOA ns1 hostmaster 1 2 3 4 5\n@ 60 NS ns1\n'), fc.array(line, { maxLength: 6 }))
  .map(([head, lines]) => `${head + lines.join('\n')}\n`);
const edit = lineChanges(FILES, line, 2);

test('the same in zones full of delegations', () => {
  const texts = fc.tuple(...FILES.map(() => text)).map((all) => new Map(FILES.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(ZONES, texts, fc.array(edit, { minLength: 1, maxLength: 8 }));
});
