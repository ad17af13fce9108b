import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverLines } from '../../src/compile/reading.ts';
import { ourOutcome } from '../oracle/ours.ts';
import { zoneOf } from '../oracle/zones.ts';

const HEAD = '$TTL 1h\n@ SOA a.example.net. b 1 2 3 4 5\n@ NS a.example.net.\n';

/** Texts behind the head of three lines, and the lines in which `compile` says something, as `named-checkzone` does. */
const CASES: readonly (readonly [name: string, text: string, lines: readonly number[]])[] = [
  ['behind an owner alone the next line is passed over', 'www\nthis is not read\nwww MX x\n', [4, 6]],
  ['an open parenthesis runs to the end', 'www A ( 192.0.2.1\nmail A 192.0.2.2\nx FOO y\n', [4]],
  ['a closing parenthesis ends what is read of a line', 'www A 192.0.2.1 ) x\nmail A 192.0.2.2\n', [4]],
  ['CNAME and other data are said at the last line of the name', 'x CNAME a\nx A 192.0.2.1\ny A 192.0.2.1\n', [5]],
  ['the same name again later is another group', 'x CNAME a\ny A 192.0.2.1\nx A 192.0.2.1\n', [6]],
  ['records that are there already change nothing', 'x CNAME a\nx A 192.0.2.1\ny A 192.0.2.1\nx CNAME A\n', [5]],
  ['KEY and NSEC stand beside a CNAME', 'x CNAME a\nx KEY 256 3 8 AQ==\nx NSEC a A\n', []],
  ['behind an SOA that is not at the top a line is passed over', 'a SOA a b 1 2 3 4 5\nx y\nz w\n', [4, 6]],
  ['after a bad $ORIGIN the next owner is taken for it', '$ORIGIN a..b\nwww A 192.0.2.1\nmail A 192.0.2.2\n', [4, 5]],
  ['an unknown directive is read on as an owner', '$FOO x\n', [4]],
  ['words of rdata are in the line in which the one before ends', 'x MX (\n10\n a..b )\n', [5]],
  ['base64 is told of where it is', 'x DNSKEY 257 3 8 (\nAQ\n!! )\n', [6]],
  ['words of HIP are put back, addresses of EUI48 are not', 'x HIP ( 2\n0 AQ== )\nx EUI48 (\n0\n)\n', [4, 7]],
  ['what another word would mend is told of behind the last', 'x SVCB 1 . ( key700=a\nkey700=b\n)\n', [5]],
  ['a parenthesis that is open behind short data is told of', 'x DNSKEY 257 3 8 ( AQ\n', [5]],
  ['whole data do not look for more words', 'x DNSKEY 257 3 8 ( AQ==\n) )\n', [4]],
  ['a quotation mark where none may be opens no string', 'x MX (\n10\n" )\ny FOO z\n', [5, 7]],
  ['a lone carriage return counts no line', 'x A 192.0.2.1\ry FOO z\nw FOO\n', [4, 5]],
  [
    'a carriage return in a quoted string is part of it, before a line feed it is not',
    'x TXT "a\rb"\ny TXT "a\r\n',
    [5],
  ],
  ['records from $GENERATE are put together too', 'x CNAME a\n$GENERATE 1-2 x TXT a\n', [4]],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is that of $GENERATE
  ['numbers of $GENERATE stay below 2 to the 31', '$GENERATE 1-2 h${2147483647} A 192.0.2.$\n', [4]],
  ['a digest is read until it is whole', `x DS 1 8 1 (\n${'00'.repeat(10)}\n${'00'.repeat(10)}\n00 )\n`, [6]],
  ['a digest that is too short is told of at its end', `x DS 1 8 1 (\n${'00'.repeat(10)}\n00 )\n`, [6]],
  ['a bad $DATE does not hide the lines behind it', '$DATE 2020\nx FOO y\n', [4, 5]],
  ['a class of $GENERATE that is not the zone’s', '$GENERATE 1-2 h$ CH A 192.0.2.$\n', [4]],
  ['data behind \\# are read as far as their length says', 'x TYPE65534 \\# 2 ( 08ED\nexample. )\n', [4]],
  ['a word of data behind \\# may be too long', 'x A \\# 4 ( 080101\n0101 )\n', [5]],
  ['a word in the place of \\# is put back', 'x TYPE65534 (\nfoo )\n', [4]],
  ['rdata of more than servers keep', `x TXT${` "${'a'.repeat(255)}"`.repeat(256)}\n`, [4]],
  [
    'where MX and SRV records lead is not looked at',
    'x MX 1 gone\nx MX 2 192.0.2.1\nx MX 3 y\ny CNAME a\nz SRV 0 0 1 gone\nz SRV 0 0 2 y\n$GENERATE 1-2 h$ MX "1 m$"\n',
    [],
  ],
  ['records that only servers write may hold anything', 'x TYPE65533 \\# 1 00\n', []],
  ['data of $GENERATE for names outside of the zone may be anything', '$GENERATE 1-2 h$.example.net. PTR a..b$\n', []],
  [
    'a $GENERATE that makes nothing of the zone may be in parentheses',
    '$GENERATE 1-2 ( x$.example.net. A 192.0.2.$ )\n',
    [],
  ],
];

for (const [name, text, lines] of CASES) {
  test(name, () => {
    const { errorLines } = ourOutcome(zoneOf(HEAD + text));
    assert.deepEqual(
      errorLines,
      lines.map((line) => `zone:${line}`),
    );
  });
}

test('behind a $TTL of a quotation mark there is no TTL, behind one that is no TTL there is', () => {
  const lines = (ttl: string): readonly string[] => ourOutcome(zoneOf(`${ttl}\n@ NS a\n@ TXT "x\n`)).errorLines;
  assert.deepEqual(lines('$TTL "300'), ['zone:1', 'zone:2', 'zone:3']);
  assert.deepEqual(lines('$TTL 3x'), ['zone:3']);
});

test('a carriage return between quotation marks is a character of the string, elsewhere it ends the line', () => {
  const text =
    'a TXT "x\r"\nb TXT "\ry" z\nc TXT "\\\r"\rd TXT ( "\r\r" \r y )\n"e\r" A 192.0.2.1\n$GENERATE 1-2 h$ TXT "f\r$"\n';
  const { records, isAccepted } = ourOutcome(zoneOf(HEAD + text));
  assert.ok(isAccepted);
  assert.deepEqual(
    records.filter((record) => !record.startsWith('example')),
    [
      'a.example.com. 3600 IN TXT "x\\013"',
      'b.example.com. 3600 IN TXT "\\013y" "z"',
      'c.example.com. 3600 IN TXT "\\013"',
      'd.example.com. 3600 IN TXT "\\013\\013" "y"',
      'e\\013.example.com. 3600 IN A 192.0.2.1',
      'h1.example.com. 3600 IN TXT "f"',
      'h2.example.com. 3600 IN TXT "f"',
    ],
  );
});

test('records with a quotation mark or parenthesis without counterpart are not printed', () => {
  const text = 'a TXT "x\nb A ( 192.0.2.1\nc A 192.0.2.2 )\nd A 192.0.2.3\n)\ne A 192.0.2.4\n';
  const { records } = ourOutcome(zoneOf(HEAD + text));
  assert.deepEqual(
    records.filter((record) => !record.startsWith('example')).map((record) => record.slice(0, 1)),
    ['d', 'e'],
  );
});

test('keys that the parent is told of have a DNSKEY record, and a deletion stands alone', () => {
  const isAccepted = (text: string): boolean => ourOutcome(zoneOf(HEAD + text)).isAccepted;
  const digest = '0'.repeat(64);
  assert.ok(isAccepted(`@ DNSKEY 257 3 8 AQ==\n@ CDS 1 8 2 ${digest}\n@ CDNSKEY 257 3 8 AQ==\n`));
  assert.ok(!isAccepted(`@ CDS 1 8 2 ${digest}\n`));
  assert.ok(!isAccepted(`@ DNSKEY 257 3 8 AQ==\n@ CDS 1 13 2 ${digest}\n`));
  assert.ok(isAccepted('@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==\n'));
  assert.ok(!isAccepted(`@ DNSKEY 257 3 8 AQ==\n@ CDS 0 0 0 00\n@ CDS 1 8 2 ${digest}\n`));
  assert.ok(isAccepted(`x CDS 1 8 2 ${digest}\n`), 'below the apex nobody asks');
  assert.ok(!isAccepted('@ NSEC3PARAM 2 0 0 -\n'));
  assert.ok(isAccepted('@ NSEC3PARAM 2 0 0 -\n@ NSEC3PARAM 1 0 0 -\n'));
});

test('a file with more broken lines than anybody reads is not read to its end', () => {
  const file = {
    path: 'zone',
    text: 'x FOO y\n'.repeat(9),
    encoding: 'utf8',
    included: () => undefined,
    faultIn: () => undefined,
  } as const;
  const zone = { apex: 'example.com.', origin: 'example.com.', zoneClass: 1 };
  assert.deepEqual(
    serverLines(file, zone, 2).map(({ line }) => line),
    [1, 2],
  );
});

test('a service binding that servers refuse is printed, and the zone refused', () => {
  const { records, errorLines } = ourOutcome(zoneOf(`${HEAD}_dns.r SVCB 1 r.example.com. alpn=h2\nr A 192.0.2.1\n`));
  assert.ok(records.includes('_dns.r.example.com. 3600 IN SVCB 1 r.example.com. alpn="h2"'));
  assert.deepEqual(errorLines, ['zone:4']);
});
