import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { editsOf } from '../../src/format/format-file.ts';
import { formatText } from '../../src/format/format-text.ts';
import { hasSameRecords } from '../../src/format/proof.ts';
import { type ScannedText, scannedText, scannedWith } from '../../src/format/scanned-text.ts';
import { SpliceList, spliced } from '../../src/format/splices.ts';
import { type FormatStyle, ownStyle } from '../../src/format/style.ts';
import { finished } from '../../src/text/finished.ts';
import { sourceOfText } from '../../src/text/source.ts';

/** A text as the formatter leaves it; a second run must change nothing. */
function laidOut(text: string, style: Partial<FormatStyle> = {}): string {
  const once = run(text, style);
  assert.equal(run(once, style), once, 'a second run changes nothing');
  return once;
}

function run(text: string, style: Partial<FormatStyle>): string {
  const source = sourceOfText(text);
  const steps = formatText(source, { style: { ...ownStyle, ...style } });
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    assert.ok(!('refused' in value), 'refused' in value ? value.refused : '');
    const result = spliced(source, value.splices);
    return result.text ?? new TextDecoder().decode(result.codes);
  }
}

test('a ragged file gets the first columns in which all fits', () => {
  assert.equal(
    laidOut(`$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. (
 2024010101 ;serial
    7200 ; refresh
  900 ;retry
        1209600    ; expire
3600 ) ; minimum
@ IN NS ns1.example.com.
@    IN  NS    ns2.example.com.
   IN MX 10   mail
 IN MX    20 mail2.example.net.\x20\x20
www 300 IN A 192.0.2.1 ; web
ftp IN CNAME www;no blank
   \x20
mail-server-with-long-name IN A 192.0.2.25
	IN AAAA 2001:db8::25
txt IN TXT "a;b"    "c  d"   ; quoted
`),
    `$TTL 3600
@       IN SOA   ns1.example.com. hostmaster.example.com. (
                 2024010101 ;serial
                 7200       ; refresh
                 900        ;retry
                 1209600    ; expire
                 3600 )     ; minimum
@       IN NS    ns1.example.com.
@       IN NS    ns2.example.com.
        IN MX    10 mail
        IN MX    20 mail2.example.net.
www 300 IN A     192.0.2.1 ; web
ftp     IN CNAME www       ;no blank

mail-server-with-long-name IN A 192.0.2.25
        IN AAAA  2001:db8::25
txt     IN TXT   "a;b" "c  d"   ; quoted
`,
  );
});

test("a file's own columns stay, also where unusual owners reach beyond them", () => {
  assert.equal(
    laidOut(`@                       IN      SOA     ns1 hm (
                                        2024       ; serial
                                        3600 ; refresh
                                        ; a comment in between
;                                       old
                                        900; retry
                                        604800     ; expire

                                        300        ; minimum
                                        )
                        IN      NS      ns1
                        IN      MX      10 mx1
                        IN      MX      5  mx2
ns1                     IN      A       192.0.2.1
a-very-long-owner-name-indeed IN A 192.0.2.4
new IN A 192.0.2.5
`),
    `@                       IN      SOA     ns1 hm (
                                        2024       ; serial
                                        3600       ; refresh
                                        ; a comment in between
;                                       old
                                        900        ; retry
                                        604800     ; expire

                                        300        ; minimum
                                        )
                        IN      NS      ns1
                        IN      MX      10 mx1
                        IN      MX      5  mx2
ns1                     IN      A       192.0.2.1
a-very-long-owner-name-indeed IN A      192.0.2.4
new                     IN      A       192.0.2.5
`,
  );
});

test('tabs stay tabs; a field behind one blank in nearly all lines stays so', () => {
  assert.equal(
    laidOut(
      '@\t\tIN NS ns1\nns1\t\tIN A 192.0.2.1\nmail\t\tIN AAAA 2001:db8::1\nwww  IN CNAME   ns1\n\tIN MX 10 ns1\n',
    ),
    '@\t\tIN NS ns1\nns1\t\tIN A 192.0.2.1\nmail\t\tIN AAAA 2001:db8::1\nwww\t\tIN CNAME ns1\n\t\tIN MX 10 ns1\n',
  );
});

test('a class that few records have stands in the column of the type, as servers dump zones', () => {
  const text = `example.com\t\tIN SOA\tns1 hm 1 2 3 4 5
\t\t\tNS\tns1
\t\t\tMX\t10 mail
mail\t\t\tA\t192.0.2.25
www\t\t\tA\t192.0.2.80
`;
  assert.equal(laidOut(text), text);
  assert.equal(laidOut(text.replace('mail\t\t\tA', 'mail A').replace('\t\tIN SOA\t', ' IN SOA ')), text);
});

test('numbers that end in one column keep doing so', () => {
  const text =
    '@\tIN\tSOA\tns1 hm (\n\t\t\t2024010101\n\t\t\t     10800\n\t\t\t      3600\n\t\t\t    604800\n\t\t\t     38400 )\n';
  assert.equal(laidOut(text), text);
});

test('strings stand below the first one where they did', () => {
  assert.equal(
    laidOut('k TXT ( "v=DKIM1; "\n        "p=abc" )\nlonger-name TXT ( "x"\n                  "y" )\n'),
    'k           TXT ( "v=DKIM1; "\n                  "p=abc" )\nlonger-name TXT ( "x"\n                  "y" )\n',
  );
});

test('directives, comment lines, what is in strings and escapes stay', () => {
  const text = `$TTL   1d ; default
$ORIGIN   example.com.
   ; an indented comment\x20
$INCLUDE   hosts.inc
$GENERATE 1-9   h$   A   192.0.2.$
a\\ b TXT "x  ;  y" "\\"  "
`;
  assert.equal(laidOut(text), text);
});

test('lines that can not be read stay byte for byte', () => {
  assert.equal(
    laidOut('a   A 192.0.2.1\nb   FOO   bar\nlonger   A   192.0.2.2\nc   IN   \nd )   A   192.0.2.3\n'),
    'a      A 192.0.2.1\nb   FOO   bar\nlonger A 192.0.2.2\nc   IN   \nd )   A   192.0.2.3\n',
  );
  const marked = '\ufeffa   A  192.0.2.1\nbb A 192.0.2.2\nc A 192.0.2.3\n';
  assert.equal(
    laidOut(marked),
    '\ufeffa   A  192.0.2.1\nbb A 192.0.2.2\nc  A 192.0.2.3\n',
    'a byte order mark is part of the name',
  );
});

test('line ends stay, whatever they are', () => {
  assert.equal(laidOut('a A 192.0.2.1\r\nbb A   192.0.2.2  \n\r\n'), 'a  A 192.0.2.1\r\nbb A 192.0.2.2\n\r\n');
  const lone = 'a A 192.0.2.1 ; x\rb A 192.0.2.2\n';
  assert.equal(laidOut(lone), lone, 'a carriage return inside a comment');
});

test('the settings win', () => {
  const text =
    'a in a 192.0.2.1\nb 60 in soa ns hm 1 2 3 4 5\nc in soa ns hm ( 1 2\n 3 4 5 )\nd in soa ns hm ( 1 ; x\n   2 3 4 5 )\n';
  assert.equal(
    laidOut(text, { upperCase: true, columns: [8, 12, 16, 20], soa: 'lines' }),
    `a           IN  A   192.0.2.1
b       60  IN  SOA ns hm (
                    1
                    2
                    3
                    4
                    5 )
c           IN  SOA ns hm ( 1 2
                    3 4 5 )
d           IN  SOA ns hm ( 1 ; x
                    2 3 4 5 )
`,
  );
  assert.equal(
    laidOut(text, { indent: 'tabs', soa: 'one-line' }),
    'a\t\tin\ta\t192.0.2.1\nb\t60\tin\tsoa\tns hm 1 2 3 4 5\nc\t\tin\tsoa\tns hm ( 1 2 3 4 5 )\nd\t\tin\tsoa\tns hm ( 1 ; x\n\t\t\t\t2 3 4 5 )\n',
  );
  assert.equal(
    laidOut('k TXT "aaaa" "bbbb" "cccc"\nl TXT "aaaa" "b"\n', { textWidth: 20 }),
    'k TXT ( "aaaa"\n        "bbbb"\n        "cccc" )\nl TXT "aaaa" "b"\n',
  );
});

test('the examples have nothing to be done', () => {
  const folder = fileURLToPath(new URL('../../examples/zones', import.meta.url));
  const names = readdirSync(folder);
  assert.ok(names.length > 3);
  for (const name of names) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    assert.equal(laidOut(text), text, name);
  }
});

test('the page shows what is done', () => {
  const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');
  const [before, after] = ['Before', 'After'].map((word) =>
    new RegExp(`^${word}:\\n\\n((?: {4}.*\\n)+)`, 'm').exec(page)?.[1]?.replace(/^ {4}/gm, ''),
  );
  assert.ok(before && after);
  assert.equal(laidOut(before), after);
});

test('the proof tells texts apart that do not hold the same records', () => {
  const scanned = (text: string): ScannedText => finished(scannedText(sourceOfText(text)));
  const isSame = (a: string, b: string, free = false): boolean =>
    finished(hasSameRecords(scanned(a), scanned(b), { isCaseFree: free, areLinesFree: free }));
  const text = 'a 60 IN TXT "x y" ; c\n  A 192.0.2.1\n';
  assert.ok(isSame(text, 'a   60 IN\tTXT "x y"; c\n\tA 192.0.2.1\n'));
  assert.ok(isSame('a in txt ( "x"\n "y" )\n', 'a IN TXT "x" "y"\n', true));
  for (const other of [
    'a 60 IN TXT "x  y" ; c\n  A 192.0.2.1\n',
    'a 60 IN TXT "x y" ; d\n  A 192.0.2.1\n',
    'a 60 IN TXT "x y"\n  A 192.0.2.1\n',
    'a 60 IN TXT "x y" ; c\nA 192.0.2.1\n',
    'a 6 0 IN TXT "x y" ; c\n  A 192.0.2.1\n',
    'a 60 IN TXT "x y" ; c A 192.0.2.1\n',
    'a 60 IN TXT x y ; c\n  A 192.0.2.1\n',
    'a 60 in TXT "x y" ; c\n  A 192.0.2.1\n',
    'a 60 IN TXT ( "x y" ) ; c\n  A 192.0.2.1\n',
  ])
    assert.ok(!isSame(text, other), other);
  assert.ok(!isSame('a in cname b\n', 'a in cname B\n', true), 'only types and classes are free in case');
  assert.ok(!isSame('a A 192.0.2.1\n', 'a\nA 192.0.2.1\n', true));
});

test('a file that begins its first fields behind tabs is padded by tabs alone, and keeps its single blanks', () => {
  const tidy = ['@\tIN NS\tns1', '@\tIN MX\t10 mail', 'ns1\tIN A\t192.0.2.53', 'www\tIN A\t192.0.2.80'];
  const longer = ['k2026._domainkey\tIN TXT\t"v=DKIM1; p="', '_smtp._tls\tIN TXT\t"v=TLSRPTv1"'];
  const pasted = `a A 192.0.2.101
longername.of.host    3600    IN  A    192.0.2.102 ; a comment
    \t TXT   "x"     ; second
b\tCNAME\twww
`;
  assert.equal(
    laidOut(`${tidy.join('\n')}\n${longer.join('\n')}\n${pasted}`),
    `@\t\t\tIN NS\tns1
@\t\t\tIN MX\t10 mail
ns1\t\t\tIN A\t192.0.2.53
www\t\t\tIN A\t192.0.2.80
k2026._domainkey\tIN TXT\t"v=DKIM1; p="
_smtp._tls\t\tIN TXT\t"v=TLSRPTv1"
a\t\t\tA\t192.0.2.101
longername.of.host\t3600\tIN A\t192.0.2.102 ; a comment
\t\t\tTXT\t"x"                 ; second
b\t\t\tCNAME\twww
`,
  );
});

test('of more changes than are wanted whole records are left, and the next runs make them', () => {
  const text = `@ IN SOA ns1 hostmaster 1 4h 1h 2w 1h ; first\n\n${Array.from(
    { length: 40 },
    (_, i) => `h${i} IN A 192.0.2.${i}\n   IN TXT "one" "two" ; \u00e9\n`,
  ).join('')}`;
  const style: FormatStyle = { ...ownStyle, columns: [16, 24, 32, 40], soa: 'lines', textWidth: 40 };
  let source = sourceOfText(text);
  let runCount = 0;
  for (let isCut = true; isCut; runCount++) {
    const formatted = finished(formatText(source, { style, most: 1500 }));
    assert.ok(!('refused' in formatted) && formatted.splices.length > 0);
    isCut = formatted.isCut;
    source = spliced(source, formatted.splices);
  }
  assert.equal(source.text, laidOut(text, style));
  assert.ok(runCount > 3);
});

test('others have a turn while a large text is laid out, whatever it is made of', () => {
  for (const line of ['h IN A 192.0.2.1\n', '  \n', '; a comment\n', '$TTL 60 \n', 'h IN A 192.0.2.300.1\n']) {
    const text = line.repeat(40_000);
    const stepCount = stepsOf(formatText(sourceOfText(text), { style: ownStyle }));
    assert.ok(stepCount >= 12, `${stepCount} steps for "${line}"`);
  }
});

test('others have a turn while a long line is copied, and before a change far down', () => {
  const source = sourceOfText(`; ${'x'.repeat(3_000_000)}\nh IN A 192.0.2.1   \n`);
  const before = finished(scannedText(source));
  const splices = new SpliceList();
  splices.push({ start: source.codes.length - 4, end: source.codes.length - 1, text: '' });
  assert.ok(stepsOf(scannedWith(before, splices)) >= 6);
  assert.ok(stepsOf(editsOf(source, splices, 0)) >= 12);
});

function stepsOf(steps: Generator): number {
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}
