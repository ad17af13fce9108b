import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdits, lineChanges } from '../support/edits.ts';

/** Zones in which rows keep their owners, and what their rdata means changes with the $ORIGIN above. */
const ZONES = [
  { file: 'forward', origin: 'example.com.' },
  { file: 'below', origin: 'sub.example.com.' },
  { file: 'reverse', origin: '2.0.192.in-addr.arpa.' },
];
const FILES = ['forward', 'below', 'reverse', 'part'];
const owner = fc.constantFrom(
  ...['example.com.', 'example.com.', 'a.example.com.', 'b.example.com.', 'sub.example.com.', 'sub.example.com.'],
  ...[
    '_25._tcp.a.example.com.',
    '1.2.0.192.in-addr.arpa.',
    '2.0.192.in-addr.arpa.',
    '_dmarc.example.com.',
    '',
    'a',
    '@',
  ],
);
const target = fc.constantFrom(
  'a',
  'b',
  '@',
  'sub',
  'ns1',
  'a\\.b',
  'a.sub',
  'a.example.com.',
  '"a"',
  'x_y',
  'a-',
  '.',
);
const TIMES = '20300101000000 20200101000000';
const data = fc.oneof(
  target.map((to) => `SOA a.example.com. ${to} 1 7200 900 1209600 3600`),
  target.map((to) => `SOA ${to} a.example.com. 1 7200 900 1209600 3600`),
  target.map((to) => `RP ${to} .`),
  target.map((to) => `RP . ${to}`),
  target.map((to) => `MINFO ${to} ${to}`),
  target.map((to) => `MX 10 ${to}`),
  target.map((to) => `NS ${to}`),
  target.map((to) => `SRV 0 5 5060 ${to}`),
  target.map((to) => `SRV 0 5 0 ${to}`),
  target.map((to) => `NAPTR 100 10 "s" "SIP+D2U" "" ${to}`),
  target.map((to) => `HTTPS 1 ${to} alpn=h2`),
  target.map((to) => `SVCB 1 ${to} alpn=h2 key7=a`),
  target.map((to) => `HTTPS 0 ${to}`),
  target.map((to) => `PTR ${to}`),
  target.map((to) => `CNAME ${to}`),
  target.map((to) => `DNAME ${to}`),
  target.map((to) => `NSEC ${to} A RRSIG NSEC`),
  target.map((to) => `RRSIG A 13 3 60 ${TIMES} 1 ${to} AAAA`),
  target.map((to) => `RRSIG NS 13 2 60 ${TIMES} 1 ${to} AAAA`),
  target.map((to) => `IPSECKEY 10 3 2 ${to} AAAA`),
  target.map((to) => `PX 10 ${to} ${to}`),
  target.map((to) => `AFSDB 1 ${to}`),
  target.map((to) => `KX 1 ${to}`),
  target.map((to) => `DSYNC CDS NOTIFY 53 ${to}`),
  fc.constantFrom('A 192.0.2.1', 'AAAA 2001:db8::1', 'TXT "v=spf1 a mx -all"', 'TXT "v=DMARC1; p=reject"'),
);
const row = fc.tuple(owner, data).map(([name, words]) => `${name} 60 ${words}`);
const origin = fc.constantFrom(
  '$ORIGIN example.com.',
  '$ORIGIN a.example.com.',
  '$ORIGIN sub.example.com.',
  '$ORIGIN sub',
  '$ORIGIN a.example.com',
  '$ORIGIN .',
  '$ORIGIN com.',
  '$ORIGIN 2.0.192.in-addr.arpa.',
  '$ORIGIN 2.0.192.in-addr.arpa',
  '$ORIGIN a\\.b.example.com.',
  '$INCLUDE part',
  '$INCLUDE part sub',
  '$INCLUDE part a.example.com.',
);
const text = fc
  .tuple(fc.boolean(), fc.array(fc.oneof({ weight: 5, arbitrary: row }, origin), { maxLength: 12 }))
  .map(([hasHead, rows]) =>
    [
      ...(hasHead ? ['example.com. 60 SOA a.example.com. a.example.com. 1 7200 900 1209600 3600'] : []),
      ...rows,
      '',
    ].join('\n'),
  );
const edit = fc.oneof(lineChanges(FILES, origin, 0), lineChanges(FILES, origin, 1), lineChanges(FILES, row, 1));

test('the same where what is above rows changes what they lead to', () => {
  const texts = fc.tuple(...FILES.map(() => text)).map((all) => new Map(FILES.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(ZONES, texts, fc.array(edit, { minLength: 1, maxLength: 10 }));
});
