/** A text that is hard on a parser, made in any size: `size` is about its length in bytes. */
export interface Hostile {
  readonly name: string;
  readonly make: (size: number) => string;
}

const HEAD = '$TTL 60\n@ SOA a. b. 1 2 3 4 5\n@ NS a.\n';

/** The names of nine SPF records. */
const INCLUDES = Array.from({ length: 9 }, (_, index) => `include:s${index}.example.com`).join(' ');

/** Each must be read in a time that grows with its size and no faster. */
export const HOSTILE: readonly Hostile[] = [
  { name: 'open parentheses', make: (size) => HEAD + '('.repeat(size) },
  { name: 'open parentheses, one a line', make: (size) => HEAD + '(\n'.repeat(size / 2) },
  { name: 'closing parentheses', make: (size) => HEAD + ')'.repeat(size) },
  { name: 'parentheses that never close before records', make: (size) => HEAD + 'a A ( 192.0.2.1\n'.repeat(size / 16) },
  {
    name: 'one group of lines that read as records',
    make: (size) => `${HEAD}a TXT (\n${'a A 192.0.2.1\n'.repeat(size / 14)})\n`,
  },
  { name: 'deep groups', make: (size) => `${HEAD}a A ${'('.repeat(size / 2)}192.0.2.1${')'.repeat(size / 2)}\n` },
  { name: 'quotation marks', make: (size) => HEAD + '"'.repeat(size) },
  { name: 'quotation marks, one a line', make: (size) => HEAD + '"\n'.repeat(size / 2) },
  { name: 'open quotation marks in a group', make: (size) => `${HEAD}a TXT (${'"x\n'.repeat(size / 3)})\n` },
  { name: 'strings of one record, one a line', make: (size) => `${HEAD}a TXT "x"\n${'"x"\n'.repeat(size / 4)}` },
  { name: 'strings of many records, two lines each', make: (size) => HEAD + 'a TXT "x"\n "x"\n'.repeat(size / 15) },
  { name: 'strings of no record, one a line', make: (size) => `${HEAD}${'"x"\n'.repeat(size / 4)}` },
  { name: 'groups a line too late', make: (size) => HEAD + 'a SOA a. b.\n(1 2 3 4 5)\n'.repeat(size / 24) },
  { name: 'records that never end', make: (size) => `${HEAD}a SOA a. b.\n${' 1\n'.repeat(size / 3)}` },
  { name: 'strings in one record', make: (size) => `${HEAD}a TXT ${'"x" '.repeat(size / 4)}\n` },
  { name: 'typographic marks', make: (size) => `${HEAD}${'a TXT \u201cx\u201d\n'.repeat(size / 10)}` },
  { name: 'typographic marks in one line', make: (size) => `${HEAD}a TXT ${'\u201cx\u201d '.repeat(size / 4)}\n` },
  { name: 'one long word', make: (size) => `${HEAD}a TXT ${'x'.repeat(size)}\n` },
  { name: 'one long owner', make: (size) => `${HEAD}${'x'.repeat(size)} A 192.0.2.1\n` },
  { name: 'an owner of many labels', make: (size) => `${HEAD}${'x.'.repeat(size / 2)} A 192.0.2.1\n` },
  { name: 'an owner of dots', make: (size) => `${HEAD}${'.'.repeat(size)} A 192.0.2.1\n` },
  { name: 'escapes in a word', make: (size) => `${HEAD}a TXT ${'\\065'.repeat(size / 4)}\n` },
  { name: 'backslashes', make: (size) => `${HEAD}a TXT ${'\\'.repeat(size)}\n` },
  { name: 'one long comment', make: (size) => `${HEAD};${'('.repeat(size)}\n` },
  { name: 'one long blank', make: (size) => `${HEAD}a${' '.repeat(size)}A 192.0.2.1\n` },
  { name: 'line ends', make: (size) => HEAD + '\n'.repeat(size) },
  { name: 'carriage returns', make: (size) => HEAD + '\r'.repeat(size) },
  { name: 'NUL bytes', make: (size) => HEAD + '\0'.repeat(size) },
  { name: 'NUL bytes as words', make: (size) => HEAD + '\0 '.repeat(size / 2) },
  { name: 'errors', make: (size) => HEAD + 'x y z\n'.repeat(size / 6) },
  { name: 'lonely owners', make: (size) => HEAD + 'x\n'.repeat(size / 2) },
  {
    name: 'records of one name',
    make: (size) => HEAD + numbered(size / 20, (i) => `a A 10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}\n`),
  },
  { name: 'equal records', make: (size) => HEAD + 'a A 192.0.2.1\n'.repeat(size / 14) },
  { name: 'names with one target', make: (size) => HEAD + numbered(size / 14, (i) => `h${i} CNAME t\n`) },
  { name: 'a chain of aliases', make: (size) => HEAD + numbered(size / 18, (i) => `h${i} CNAME h${i + 1}\n`) },
  { name: 'addresses with one name', make: (size) => HEAD + numbered(size / 14, (i) => `h${i} A 192.0.2.1\n`) },
  { name: 'deeper and deeper origins', make: (size) => HEAD + '$ORIGIN a\nb A 192.0.2.1\n'.repeat(size / 25) },
  {
    name: 'records below a foreign origin',
    make: (size) => `${HEAD}$ORIGIN b.\n${'a A 192.0.2.1\n'.repeat(size / 14)}`,
  },
  { name: 'foreign origins', make: (size) => HEAD + '$ORIGIN b.\na A 192.0.2.1\na A 192.0.2.2\n'.repeat(size / 40) },
  {
    name: 'the records of another zone',
    make: (size) => `b. SOA a. b. 1 2 3 4 5\n${numbered(size / 18, (i) => `a${i}.b. A 192.0.2.1\n`)}`,
  },
  { name: 'many $GENERATE', make: (size) => HEAD + '$GENERATE 1-9 h$ A 192.0.2.$\n'.repeat(size / 30) },
  { name: 'many long $GENERATE', make: (size) => HEAD + '$GENERATE 0-2147483647 h$ A 192.0.2.1\n'.repeat(size / 38) },
  { name: 'many broken $GENERATE', make: (size) => HEAD + '$GENERATE 1-9 h$ AX 192.0.2.$\n'.repeat(size / 31) },
  { name: 'many $GENERATE without a range', make: (size) => HEAD + '$GENERATE 1-x h$ A 192.0.2.$\n'.repeat(size / 30) },
  { name: 'a $GENERATE of many parts', make: (size) => `${HEAD}$GENERATE 1-2 ${'$'.repeat(size)} A 192.0.2.$\n` },
  { name: '$INCLUDE of itself', make: (size) => HEAD + '$INCLUDE zone\n'.repeat(size / 14) },
  { name: '$TTL lines', make: (size) => HEAD + '$TTL 1h\n'.repeat(size / 8) },
  { name: 'numbers', make: (size) => `${HEAD}a MX ${'9'.repeat(size)} a\n` },
  { name: 'TTL units', make: (size) => `${HEAD}a ${'1w'.repeat(size / 2)} A 192.0.2.1\n` },
  { name: 'hexadecimal words', make: (size) => `${HEAD}a TLSA 3 1 0 ${'00 '.repeat(size / 3)}\n` },
  { name: 'base64 of many words', make: (size) => `${HEAD}a DHCID ${'AAAA '.repeat(size / 5)}\n` },
  { name: 'types in a bitmap', make: (size) => `${HEAD}a NSEC b ${'A '.repeat(size / 2)}\n` },
  { name: 'addresses in APL', make: (size) => `${HEAD}a APL ${'1:192.0.2.0/24 '.repeat(size / 15)}\n` },
  {
    name: 'service parameters',
    make: (size) => `${HEAD}a SVCB 1 a ${numbered(size / 12, (i) => `key${i % 60000}=x `)}\n`,
  },
  { name: 'a list in a service parameter', make: (size) => `${HEAD}a SVCB 1 a alpn=${'h2,'.repeat(size / 3)}h3\n` },
  { name: 'a regular expression', make: (size) => `${HEAD}a NAPTR 1 1 "u" "e" "!${'('.repeat(size)}!x!" .\n` },
  {
    name: 'an SPF text',
    make: (size) => `${HEAD}a TXT ${numbered(size / 20, (i) => `"v=spf1 ip4:10.0.${i & 255}.1 " `)}\n`,
  },
  {
    name: 'broken SPF texts',
    make: (size) => HEAD + numbered(size / 40, (i) => `h${i} TXT "v=spf1 ip4:192.0.2 -all"\n`),
  },
  {
    name: 'broken DMARC texts',
    make: (size) => HEAD + numbered(size / 45, (i) => `_dmarc.h${i} TXT "v=DMARC1; rua=x@h"\n`),
  },
  {
    name: 'broken DKIM texts',
    make: (size) => HEAD + numbered(size / 50, (i) => `s._domainkey.h${i} TXT "v=DKIM1; p=abc"\n`),
  },
  {
    name: 'SPF records that include each other',
    make: (size) =>
      HEAD +
      numbered(size / 260, (i) => `${i < 9 ? `s${i} TXT "v=spf1 ${INCLUDES}"\n` : ''}h${i} TXT "v=spf1 ${INCLUDES}"\n`),
  },
  {
    name: 'owners that repeat the origin',
    make: (size) => HEAD + numbered(size / 30, (i) => `h${i}.example.com A 192.0.2.1\n`),
  },
  {
    name: 'targets without their final dot',
    make: (size) => HEAD + numbered(size / 45, (i) => `h${i} CNAME t${i}.example.com\nt${i} A 192.0.2.1\n`),
  },
  { name: 'template marks', make: (size) => HEAD + '{{ x }} {% y %}\n'.repeat(size / 16) },
  { name: 'open template marks', make: (size) => HEAD + '{{'.repeat(size / 2) },
];

function numbered(count: number, line: (index: number) => string): string {
  let text = '';
  for (let i = 0; i < count; i++) text += line(i);
  return text;
}
