import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mends, titles } from './mend.ts';

const REVERSE = '2.0.192.in-addr.arpa.zone';
const HOST = `;- example.com.zone
mail 3600 IN A 192.0.2.25
`;

test('between its neighbours, in their columns', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
3       IN PTR www.example.net. ; first
200     IN PTR old.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
3       IN PTR www.example.net. ; first
25      IN PTR mail.example.com.
200     IN PTR old.example.net.
`,
    },
  );
});

test('class and type in small letters as the neighbours have them', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
3 in ptr www.example.net.
`,
    'Add "25 in ptr mail.example.com." to 2.0.192.in-addr.arpa',
    { [REVERSE]: '$TTL 1h\n3 in ptr www.example.net.\n25 in ptr mail.example.com.\n' },
  );
});

test('tabs, TTL and class as the neighbours have them', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
3\t\t600\tPTR\twww.example.net.
200\t\t600\tPTR\told.example.net.
`,
    'Add "25 600 PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
3\t\t600\tPTR\twww.example.net.
25\t\t600\tPTR\tmail.example.com.
200\t\t600\tPTR\told.example.net.
`,
    },
  );
});

test('one blank between words stays one blank; columns of the longest owner are kept', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
103 IN PTR www.example.net.
7   IN PTR old.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
103 IN PTR www.example.net.
7   IN PTR old.example.net.
25  IN PTR mail.example.com.
`,
    },
  );
});

test('before the first one, where all addresses are higher', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
100 PTR www.example.net.
101 PTR old.example.net.
`,
    'Add "25 PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
25 PTR mail.example.com.
100 PTR www.example.net.
101 PTR old.example.net.
`,
    },
  );
});

test('lines that take their owner from the line above keep it', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
3 IN PTR www.example.net.
  IN TXT "rack 4"
$TTL 2h
  IN HINFO a b
200 IN PTR old.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
3 IN PTR www.example.net.
  IN TXT "rack 4"
$TTL 2h
  IN HINFO a b
25 IN PTR mail.example.com.
200 IN PTR old.example.net.
`,
    },
  );
});

test('never inside parentheses', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
3 IN PTR ( www.example.net.
  ) ; still the same record
200 IN PTR old.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
3 IN PTR ( www.example.net.
  ) ; still the same record
25 IN PTR mail.example.com.
200 IN PTR old.example.net.
`,
    },
  );
});

test('the $ORIGIN in effect there', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
$ORIGIN 0.192.in-addr.arpa.
3.2 IN PTR www.example.net.
$ORIGIN example.net.
note IN TXT "x"
`,
    'Add "25.2 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
$ORIGIN 0.192.in-addr.arpa.
3.2 IN PTR www.example.net.
25.2 IN PTR mail.example.com.
$ORIGIN example.net.
note IN TXT "x"
`,
    },
  );
});

test('absolute where the origin lies elsewhere', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
@ IN NS ns.example.net.
$ORIGIN example.net.
`,
    'Add "25.2.0.192.in-addr.arpa. IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 1h
@ IN NS ns.example.net.
$ORIGIN example.net.
25.2.0.192.in-addr.arpa. IN PTR mail.example.com.
`,
    },
  );
});

test('CRLF and a last line without an end stay as they are', () => {
  mends(
    `${HOST};- ${REVERSE} crlf no-final-newline
$TTL 1h
3 IN PTR www.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    { [REVERSE]: '$TTL 1h\r\n3 IN PTR www.example.net.\r\n25 IN PTR mail.example.com.' },
  );
});

test('in the included file in which its neighbours are', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
$INCLUDE hosts.inc
250 IN PTR gw.example.net.
;- hosts.inc fragment
3 IN PTR www.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa',
    { 'hosts.inc': '3 IN PTR www.example.net.\n25 IN PTR mail.example.com.\n' },
  );
});

test('a serial of the including zone is raised in the same edit', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
@ IN SOA ns.example.com. root.example.com. ( 2026112307 4h 1h 2w 1h )
$INCLUDE hosts.inc
;- hosts.inc fragment
3 IN PTR www.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 2026112308)',
    {
      [REVERSE]: `
$TTL 1h
@ IN SOA ns.example.com. root.example.com. ( 2026112308 4h 1h 2w 1h )
$INCLUDE hosts.inc
`,
      'hosts.inc': '3 IN PTR www.example.net.\n25 IN PTR mail.example.com.\n',
    },
  );
});

test('a placeholder for the serial is left and named; the largest serial too', () => {
  const zone = (serial: string) => `${HOST};- ${REVERSE}
$TTL 1h
@ IN SOA ns.example.com. root.example.com. ${serial} 4h 1h 2w 1h
3 IN PTR www.example.net.
`;
  assert.deepEqual(titles(zone('4294967295'), 'ptr-missing'), [
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 4294967295 can\'t be raised)',
  ]);
  assert.deepEqual(titles(zone('@SERIAL@'), 'ptr-missing'), [
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial @SERIAL@ is left as it is)',
  ]);
  assert.deepEqual(titles(zone('41'), 'ptr-missing'), [
    'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 42)',
  ]);
});

test('in the classless child that the alias leads to', () => {
  mends(
    `${HOST};- ${REVERSE}
$TTL 1h
0-63 IN NS ns.example.com.
$GENERATE 0-63 $ CNAME $.0-63
;- db.child origin=0-63.2.0.192.in-addr.arpa.
$TTL 1h
3 IN PTR www.example.net.
60 IN PTR old.example.net.
`,
    'Add "25 IN PTR mail.example.com." to 0-63.2.0.192.in-addr.arpa',
    { 'db.child': '$TTL 1h\n3 IN PTR www.example.net.\n25 IN PTR mail.example.com.\n60 IN PTR old.example.net.\n' },
  );
});

test('one fix for each name: the mail host, a name server, a name with one address, the others', () => {
  assert.deepEqual(
    titles(
      `;- example.com.zone
@     A   192.0.2.25
      MX  10 mail
      TXT "v=spf1 mx -all"
      NS  ns1
web   A   192.0.2.25
      A   192.0.2.26
alone A   192.0.2.25
ns1   A   192.0.2.25
mail  A   192.0.2.25
_tls  A   192.0.2.25
*     A   192.0.2.25
gc._msdcs A 192.0.2.25
;- ${REVERSE}
26 PTR web.example.com.
`,
      'ptr-missing',
    ).map((title) => /PTR (\S+)\./.exec(title)?.[1]),
    ['mail.example.com', 'ns1.example.com', 'alone.example.com', 'web.example.com'],
  );
});

test('nothing is put where a wildcard would no longer answer for the neighbours', () => {
  assert.deepEqual(
    titles(
      `;- example.com.zone
host AAAA 2001:db8::25
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
*.0.0.0.0 PTR pool.example.net.
`,
      'ptr-missing',
    ),
    [],
    'the wildcard answers',
  );
  const refused = titles(
    `;- example.com.zone
host A 192.0.2.25
;- 0.192.in-addr.arpa.zone
* TXT "x"
`,
    'ptr-missing',
  );
  assert.match(
    refused[0] ?? '',
    /^Add the PTR of 192\.0\.2\.25 to host\.example\.com\. \(refused: a name at 25\.2\.0\.192\.in-addr\.arpa\. makes 2\.0\.192\.in-addr\.arpa\. exist, and \*\.0\.192\.in-addr\.arpa\. no longer answers/,
  );
});

const REFUSALS: readonly (readonly [string, string, RegExp])[] = [
  ['a secondary zone', `;- ${REVERSE} secondary\n3 PTR www.example.net.\n`, /secondary zone here/],
  ['a dynamic zone', `;- ${REVERSE} dynamic\n3 PTR www.example.net.\n`, /takes dynamic updates/],
  ['a signed zone', `;- ${REVERSE} signed\n3 PTR www.example.net.\n`, /signed zone/],
  [
    'a zone with signatures',
    `;- ${REVERSE}\n$TTL 60\n@ RRSIG NS 8 4 60 20260101000000 20250101000000 1 example.com. AAAA\n3 PTR www.example.net.\n`,
    /signed zone/,
  ],
  [
    'a zone with a digest',
    `;- ${REVERSE}\n$TTL 60\n@ ZONEMD 1 1 1 ${'ab'.repeat(48)}\n3 PTR www.example.net.\n`,
    /signed zone/,
  ],
  [
    'a generated file',
    `;- ${REVERSE}\n; Automatically generated by the inventory\n3 PTR www.example.net.\n`,
    /says "Automatically generated by the inventory"/,
  ],
  ['a file not to be edited', `;- ${REVERSE}\n; DO NOT EDIT\n3 PTR www.example.net.\n`, /says "DO NOT EDIT"/],
  [
    "a server's dump",
    `;- ${REVERSE}\n$ORIGIN .\n$TTL 60\n3.2.0.192.in-addr.arpa PTR www.example.net.\n`,
    /server's dump/,
  ],
  [
    'a file that is included twice',
    `;- ${REVERSE}\n$INCLUDE part.inc\n;- part.inc fragment\n3 PTR www.example.net.\n;- 100.51.198.in-addr.arpa.zone\n$INCLUDE part.inc\n`,
    /^$/,
  ],
];

for (const [what, reverse, reason] of REFUSALS) {
  test(`${what} is not written to`, () => {
    const found = titles(HOST + reverse, 'ptr-missing');
    assert.equal(found.length, 1);
    // What is shared is passed by: the zone's own file takes the record.
    if (what.includes('included')) assert.equal(found[0], 'Add "25 IN PTR mail.example.com." to 2.0.192.in-addr.arpa');
    else assert.match(found[0] ?? '', new RegExp(`\\(refused: .*${reason.source}`));
  });
}

test("a name that is no host's gets no PTR, and it is said why", () => {
  const text = `;- example.com.zone
@   A 192.0.2.16
a_b A 192.0.2.17
;- 2.0.192.in-addr.arpa.zone
1   PTR gw.example.net.
`;
  assert.deepEqual(titles(text, 'ptr-missing'), [
    'Add the PTR of 192.0.2.16 (refused: example.com is the name of a zone and no mail host: a PTR names a host)',
    "Add the PTR of 192.0.2.17 (refused: a_b.example.com is no host's name)",
  ]);
});

const IN_RANGE = `;- example.com.zone
ns1 3600 IN A 203.0.113.53
;- 113.0.203.in-addr.arpa.zone
$TTL 1h
0/25 IN NS ns1.example.com.
$GENERATE 1-50 $ CNAME $.0/25
128-255 IN NS ns1.example.com.
200 IN PTR own.example.net.
`;

test('an address in a range that its zone delegates gets its alias there, and its PTR in the zone of the range', () => {
  mends(
    `${IN_RANGE};- child origin=0/25.113.0.203.in-addr.arpa
$TTL 1h
10 IN PTR h10.example.net.
60 IN PTR h60.example.net.
`,
    'Add "53 IN CNAME 53.0/25.113.0.203.in-addr.arpa." to 113.0.203.in-addr.arpa and "53 IN PTR ns1.example.com." to 0/25.113.0.203.in-addr.arpa',
    {
      '113.0.203.in-addr.arpa.zone': `
$TTL 1h
0/25 IN NS ns1.example.com.
$GENERATE 1-50 $ CNAME $.0/25
53 IN CNAME 53.0/25.113.0.203.in-addr.arpa.
128-255 IN NS ns1.example.com.
200 IN PTR own.example.net.
`,
      child: `
$TTL 1h
10 IN PTR h10.example.net.
53 IN PTR ns1.example.com.
60 IN PTR h60.example.net.
`,
    },
  );
});

test('none is put above a range that is delegated and not held, may be that of the address, or is one of two', () => {
  assert.deepEqual(titles(IN_RANGE, 'ptr-missing'), [
    'Add the PTR of 203.0.113.53 to ns1.example.com. (refused: 203.0.113.53 lies in 0/25.113.0.203.in-addr.arpa, which is delegated and not held here: ask who runs that zone for the PTR, and add the alias that leads there)',
  ]);
  assert.deepEqual(titles(IN_RANGE.replace('0/25 IN NS', '0-26 IN NS'), 'ptr-missing'), [
    'Add the PTR of 203.0.113.53 to ns1.example.com. (refused: 203.0.113.53 may lie in 0-26.113.0.203.in-addr.arpa, which is delegated: if it does, give it its alias first)',
  ]);
  assert.deepEqual(titles(`${IN_RANGE}0-63 NS ns1.example.com.\n`, 'ptr-missing'), [
    'Add the PTR of 203.0.113.53 to ns1.example.com. (refused: 203.0.113.53 lies in 0/25.113.0.203.in-addr.arpa and in 0-63.113.0.203.in-addr.arpa, both delegated: give it its alias first)',
  ]);
  assert.deepEqual(titles(IN_RANGE.replace('0/25 IN NS', '0/27 IN NS'), 'ptr-missing'), [
    'Add "53 IN PTR ns1.example.com." to 113.0.203.in-addr.arpa',
  ]);
});

test('no $GENERATE line of PTR records is put above a delegated range', () => {
  const found = titles(
    `;- example.com.zone
$GENERATE 52-57 h$ 3600 A 203.0.113.$
;- 113.0.203.in-addr.arpa.zone
$TTL 1h
0/25 IN NS ns1.example.com.
200 IN PTR own.example.net.
;- child origin=0/25.113.0.203.in-addr.arpa
$TTL 1h
10 IN PTR h10.example.net.
`,
    'ptr-missing',
  );
  assert.deepEqual(found, [
    'Add 6 PTR records to 113.0.203.in-addr.arpa (refused: some of them need an alias too: add the PTR records one by one)',
  ]);
});

test('the TTL is that of most neighbours, not that of the nearest', () => {
  const added = (pointers: readonly string[]): string | undefined =>
    titles(
      `;- example.com.zone\nd 3600 A 192.0.2.13\n;- ${REVERSE}\n$TTL 1h\n${pointers.join('\n')}\n`,
      'ptr-missing',
    )[0]?.replace(/^Add "(.*)" to .*$/, '$1');
  const moving = '12 300 PTR c.example.net. ; moving soon';
  const plain = (octet: number): string => `${octet} PTR h${octet}.example.net.`;
  const short = (octet: number): string => `${octet} 5m PTR h${octet}.example.net.`;
  assert.equal(added([plain(10), plain(11), moving]), '13 PTR d.example.com.');
  assert.equal(added([plain(11), moving]), '13 PTR d.example.com.');
  assert.equal(added([moving, plain(14), plain(15)]), '13 PTR d.example.com.');
  assert.equal(added([moving, plain(14)]), '13 PTR d.example.com.');
  assert.equal(added([moving]), '13 300 PTR d.example.com.');
  assert.equal(added([plain(1), plain(2), short(10), short(11), moving, short(14)]), '13 300 PTR d.example.com.');
  assert.equal(added([plain(1), plain(2), short(11), plain(12), short(14), short(15)]), '13 5m PTR d.example.com.');
});
