import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typeCode, typeNames } from '../../../src/dns/types.ts';
import { checkRdata, fieldsOf, fieldTable, rdataText, typeSummary } from '../../../src/syntax/rdata/rdata.ts';
import type { Token } from '../../../src/syntax/token.ts';

/** A record's words, the type first; a word in quotes may hold blanks. */
function wordsOf(record: string): Token[] {
  return [...record.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s"]+/g)].map((match) => {
    const [text, inside] = match;
    return { text: inside ?? text, start: match.index, end: match.index + text.length, quoted: inside !== undefined };
  });
}

/** The fault of a record, its place in brackets, and what its fixes make of the record. */
function picture(record: string): string[] {
  const [typeToken, ...words] = wordsOf(record);
  const type = typeCode(typeToken?.text ?? '') ?? -1;
  const context = typeToken === undefined ? {} : { typeToken };
  return checkRdata(type, words, record.length, context).flatMap(({ rule, start, end, message, fixes }) => [
    `${rule} [${record.slice(start, end)}] ${message}`,
    ...(fixes ?? []).map((fix) => `${fix.title} -> ${record.slice(0, fix.start)}${fix.text}${record.slice(fix.end)}`),
  ]);
}

test('addresses', () => {
  assert.deepEqual(picture('A 192.0.2.25'), []);
  assert.deepEqual(picture('A 192.0.2.025'), [
    'syntax-leading-zero [025] A address "192.0.2.025" is not an IPv4 address: octet 025 has a leading zero',
    'Write it without leading zeros: 192.0.2.25 -> A 192.0.2.25',
  ]);
  assert.deepEqual(picture('A 192.0.2.256'), [
    'syntax-ipv4 [256] A address "192.0.2.256" is not an IPv4 address: octet 256 is over 255',
  ]);
  assert.deepEqual(picture('A 192.0.2.25.'), [
    'syntax-ipv4 [.] A address "192.0.2.25." is not an IPv4 address: it ends in a dot',
    'Replace by 192.0.2.25 -> A 192.0.2.25',
  ]);
  assert.deepEqual(picture('A 2001:db8::1'), [
    'syntax-address-family [2001:db8::1] A address must be an IPv4 address, "2001:db8::1" is an IPv6 address',
    'Change the type to AAAA -> AAAA 2001:db8::1',
  ]);
  assert.deepEqual(picture('AAAA 192.0.2.25'), [
    'syntax-address-family [192.0.2.25] AAAA address must be an IPv6 address, "192.0.2.25" is an IPv4 address',
    'Change the type to A -> A 192.0.2.25',
  ]);
  assert.deepEqual(picture('AAAA 2001:db8::1::2'), [
    'syntax-ipv6 [2001:db8::1::2] AAAA address "2001:db8::1::2" is not an IPv6 address: "::" may stand only once',
  ]);
  assert.deepEqual(picture('A "192.0.2.25"'), [
    'syntax-quote ["192.0.2.25"] A address must stand without quotes',
    'Remove the quotes -> A 192.0.2.25',
  ]);
});

test('fields missing and fields too many', () => {
  assert.deepEqual(picture('A'), ['syntax-field-missing [] A address is missing']);
  assert.deepEqual(picture('MX 10'), ['syntax-field-missing [] MX exchange is missing']);
  assert.deepEqual(picture('MX mail.example.com.'), [
    'syntax-field-missing [mail.example.com.] MX preference is missing before "mail.example.com."',
    'Insert the preference 10 -> MX 10 mail.example.com.',
  ]);
  assert.deepEqual(picture('MX mail 10'), [
    'syntax-number [mail] MX preference must be a number from 0 to 65535, found "mail"',
  ]);
  assert.deepEqual(picture('SOA ns1 hostmaster 1 2 3 4'), ['syntax-field-missing [] SOA minimum is missing']);
  assert.deepEqual(picture('NS ns1 ns2'), [
    'syntax-field-extra [ns2] "ns2" is more than the record holds: NS takes one field',
  ]);
  assert.deepEqual(picture('A 192.0.2.25 # the mail host'), [
    'syntax-comment [# the mail host] a comment begins with ";", not with "#"',
    'Begin the comment with ";" -> A 192.0.2.25 ; the mail host',
  ]);
});

test('numbers, serials and times', () => {
  assert.deepEqual(picture('SRV 1 2 99999 sip'), [
    'syntax-number [99999] SRV port must be a number from 0 to 65535, found "99999"',
  ]);
  assert.deepEqual(picture('SOA ns1 hostmaster 20240101001 1d 2h 4w 1h'), [
    'serial-range [20240101001] SOA serial 20240101001 is over 4294967295',
  ]);
  assert.deepEqual(picture('SOA ns1 hostmaster 1 1y 2h 4w 1h'), [
    'syntax-number [1y] SOA refresh must be a number of seconds or a time such as 1h30m, found "1y"',
  ]);
});

test('names and strings', () => {
  assert.deepEqual(picture('NS a..b'), ['syntax-label-empty [.] NS host "a..b" has an empty label: two dots in a row']);
  assert.deepEqual(picture(`NS x.${'a'.repeat(64)}`), [
    `syntax-label-length [${'a'.repeat(64)}] NS host has a label of more than 63 bytes, "aaaaaaaaaaaaaaaaaaaa..."`,
  ]);
  assert.deepEqual(picture('NS a\\256b'), [
    'syntax-escape [\\256] NS host has the escape "\\256"; a backslash takes three digits up to 255 or one other character',
  ]);
  assert.deepEqual(
    picture(`TXT "${'a'.repeat(256)}"`).map((line) => line.slice(0, 13)),
    ['syntax-string', 'Split it into'],
  );
  assert.deepEqual(picture('TXT "a\\9"'), [
    'syntax-escape [\\9] TXT text has the escape "\\9"; a backslash takes three digits up to 255 or one other character',
  ]);
});

test('a name may be too long under its origin', () => {
  const name = `${'a.'.repeat(122)}a`;
  const words = wordsOf(`NS ${name}`).slice(1);
  assert.deepEqual(checkRdata(2, words, 0), []);
  assert.equal(checkRdata(2, words, 0, { origin: 'example.com.' })[0]?.rule, 'syntax-name-length');
});

test('types with forms of their own', () => {
  assert.deepEqual(picture('DS 1 13 2 00ff'), ['ds-digest-length [00ff] DS digest has 4 digits, type 2 takes 64']);
  assert.deepEqual(picture('HTTPS 1 . port=99999'), [
    'svcb-invalid [port=99999] HTTPS parameter port must be a number from 0 to 65535, found "99999"',
  ]);
  assert.deepEqual(picture('URI 1 1 https://www.example.com/'), [
    'syntax-quote [https://www.example.com/] URI target must be a URI in quotes, found "https://www.example.com/"',
    'Put it in quotes -> URI 1 1 "https://www.example.com/"',
  ]);
  assert.deepEqual(picture('EUI48 00:00:5e:00:53:2a'), [
    'syntax-value [00:00:5e:00:53:2a] EUI48 address must be 6 pairs of hexadecimal digits with "-" between them, found "00:00:5e:00:53:2a"',
    'Write it 00-00-5e-00-53-2a -> EUI48 00-00-5e-00-53-2a',
  ]);
  assert.deepEqual(picture('LOC 52 60 N 4 E 0m'), [
    'syntax-number [60] LOC latitude minutes must be a number from 0 to 59, found "60"',
  ]);
  assert.deepEqual(picture('NAPTR 1 1 "U" "E2U+sip" "!^.*$!\\\\1!" .'), [
    'syntax-value ["!^.*$!\\\\1!"] NAPTR regexp is wrong: the replacement refers to group 1, there are 0',
  ]);
});

test('the generic form', () => {
  assert.deepEqual(picture('A \\# 4 C0000219'), []);
  assert.deepEqual(picture('A \\# 3 C00002'), [
    'syntax-generic-rdata [C00002] A data of 3 bytes is not valid for this type',
  ]);
  assert.deepEqual(picture('TYPE700 \\# 3 00 01'), [
    'syntax-generic-rdata [00 01] TYPE700 data has 2 bytes, the length before it says 3',
  ]);
  assert.deepEqual(picture('TYPE700 x'), [
    'syntax-generic-rdata [x] TYPE700 takes only the generic form "\\# length hex", found "x"',
  ]);
  assert.equal(rdataText(1, wordsOf('\\# 4 C0 000219'), 'example.com.'), '192.0.2.25');
  assert.equal(rdataText(700, wordsOf('\\# 2 00ff'), 'example.com.'), '\\# 2 00FF');
});

test('types that cannot stand in a zone', () => {
  assert.deepEqual(picture('MD mail'), ['syntax-type [MD] MD is obsolete and refused by servers, use MX']);
  assert.deepEqual(picture('TKEY \\# 0'), ['syntax-type [TKEY] TKEY is for questions only, it cannot stand in a zone']);
});

test('text is canonical, with absolute names', () => {
  for (const [record, text] of [
    ['MX 010 Mail', '10 Mail.example.com.'],
    ['CNAME @', 'example.com.'],
    ['AAAA 2001:DB8:0:0::1', '2001:db8::1'],
    ['TXT a "b \\"c" \\065', '"a" "b \\"c" "A"'],
    ['SOA ns1 hostmaster 1 1h 5m 4w 1d', 'ns1.example.com. hostmaster.example.com. 1 3600 300 2419200 86400'],
    ['TXT é', '"\\195\\169"'],
    ['A 192.0.2.256', undefined],
  ] as const) {
    const [type, ...words] = wordsOf(record);
    assert.equal(rdataText(typeCode(type?.text ?? '') ?? 0, words, 'example.com.'), text, record);
  }
  assert.equal(rdataText(16, wordsOf('é'), 'example.com.', { encoding: 'latin1' }), '"\\233"');
});

test('every type has a summary, and fields with meanings', () => {
  for (const name of typeNames()) {
    const type = typeCode(name) ?? 0;
    const isGeneric = ['NULL', 'UINFO', 'UID', 'GID', 'UNSPEC'].includes(name);
    assert.ok(typeSummary(type), name);
    assert.equal(fieldTable(type).length > 0, !isGeneric, name);
    for (const { name: field, about } of fieldTable(type)) assert.ok(field !== '' && about !== '', `${name} ${field}`);
  }
});

test('which word is which field', () => {
  const places = (record: string) => {
    const [type, ...words] = wordsOf(record);
    return fieldsOf(typeCode(type?.text ?? '') ?? 0, words).map(
      ({ name, use, token }) => `${words[token]?.text}=${name}:${use}`,
    );
  };
  assert.deepEqual(places('MX 10 mail'), ['10=preference:number', 'mail=exchange:host']);
  assert.deepEqual(places('MX 10'), ['10=preference:number']);
  assert.deepEqual(places('TXT "a" "b"'), ['a=text:string', 'b=text:string']);
  assert.deepEqual(places('IPSECKEY 10 1 2 192.0.2.38 AQ=='), [
    '10=precedence:number',
    '1=gateway type:number',
    '2=algorithm:number',
    '192.0.2.38=gateway:ipv4',
    'AQ===public key:base64',
  ]);
  assert.deepEqual(places('LOC 52 22 N 4 E 0m 1m'), [
    '52=latitude degrees:coordinate',
    '22=latitude minutes:coordinate',
    'N=north or south:coordinate',
    '4=longitude degrees:coordinate',
    'E=east or west:coordinate',
    '0m=altitude:coordinate',
    '1m=size:coordinate',
  ]);
  assert.deepEqual(places('A6 128 a'), ['128=prefix length:number', 'a=prefix name:name']);
  assert.deepEqual(places('A \\# 4 C0000219'), ['\\#=\\#:other', '4=length:number', 'C0000219=data:hex']);
});

test('addresses of as many digits as a word may have', () => {
  const digits = 'ab'.repeat(131_000);
  const tooLong = (type: string, count: number): string[] => [
    `syntax-string [${type}] ${type} data of ${count} bytes are more than the 65510 that servers keep`,
  ];
  assert.deepEqual(picture(`NSAP 0x${digits}`), tooLong('NSAP', 131_000));
  assert.deepEqual(picture(`ATMA ${digits}`), tooLong('ATMA', 131_001));
});
