import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractInclude } from '../../../src/features/refactor/extract-include.ts';
import { nameForm } from '../../../src/features/refactor/name-form.ts';
import { sortRecords } from '../../../src/features/refactor/sort-records.ts';
import { textStrings } from '../../../src/features/refactor/text-strings.ts';
import { refactor, titles } from './refactor.ts';

test('records are sorted by owner, numbers by value, with the lines that take their owner from above', () => {
  refactor(
    sortRecords,
    `
;- example.com.zone
$TTL 3600
@ NS ns1
@ SOA ns1 hostmaster 1 7200 900 1209600 3600

w10<|> A 192.0.2.10
w9 A 192.0.2.9 ; nine
   TXT (
     "of nine" )
a.w9 A 192.0.2.8
ns1 A 192.0.2.53
; others
z A 192.0.2.1
b A 192.0.2.2
`,
    'Sort 5 records by owner',
    `
;- example.com.zone
$TTL 3600
@ NS ns1
@ SOA ns1 hostmaster 1 7200 900 1209600 3600

ns1 A 192.0.2.53
w9 A 192.0.2.9 ; nine
   TXT (
     "of nine" )
a.w9 A 192.0.2.8
w10 A 192.0.2.10
; others
z A 192.0.2.1
b A 192.0.2.2
`,
  );
});

test('not where the order tells TTLs, nor in zones that others write', () => {
  assert.deepEqual(
    titles(sortRecords, '\n;- example.com.zone\nb<|> 300 A 192.0.2.2\na 600 A 192.0.2.1\nc A 192.0.2.3\n'),
    ['Sort 3 records by owner (refused: the records of example.com would be others)'],
  );
  assert.deepEqual(titles(sortRecords, '\n;- example.com.zone secondary\nb<|> 300 A 192.0.2.2\na 600 A 192.0.2.1\n'), [
    'Sort 2 records by owner (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
  assert.deepEqual(titles(sortRecords, '\n;- example.com.zone\na<|> 300 A 192.0.2.2\nb 600 A 192.0.2.1\n'), []);
});

test('the words of a line that is no record have no other form, the names of other lines have', () => {
  const zone = '\n;- example.com.zone\n$TTL 3600\n@ SOA ns1 hostmaster 1 7200 900 1209600 3600\n';
  assert.deepEqual(titles(nameForm, `${zone}#<|> comment\n`), []);
  assert.deepEqual(titles(nameForm, `${zone}$ORIGIN example.net.\nw<|>ww A 192.0.2.10\n`), [
    'Write www as www.example.net.',
  ]);
});

test('a name in full and back', () => {
  refactor(
    nameForm,
    '\n;- example.com.zone\nwww 300 CNAME web<|>\n',
    'Write web as web.example.com.',
    '\n;- example.com.zone\nwww 300 CNAME web.example.com.\n',
  );
  refactor(
    nameForm,
    '\n;- example.com.zone\nwww 300 CNAME web.example.com.<|>\n',
    'Write web.example.com. as web',
    '\n;- example.com.zone\nwww 300 CNAME web\n',
  );
  refactor(
    nameForm,
    '\n;- example.com.zone\n<|>www 300 CNAME web\nftp 300 CNAME ftp.example.net.\n',
    'Write 3 names in full',
    '\n;- example.com.zone\nwww.example.com. 300 CNAME web.example.com.\nftp.example.com. 300 CNAME ftp.example.net.\n',
    2,
  );
  assert.deepEqual(titles(nameForm, '\n;- example.com.zone\nwww 300 CNAME other.example.net.<|>\n'), []);
});

const SOA = '@ 3600 SOA ns1 hostmaster 2026112301 7200 900 1209600 3600\n';

test('strings of a TXT record are joined and split, and the serial is raised', () => {
  refactor(
    textStrings,
    `\n;- example.com.zone\n${SOA}@ 3600 TXT "v=spf1 "<|> "-all"\n`,
    'Join 2 strings into one: readers join them anyway (serial 2026112302)',
    `\n;- example.com.zone\n${SOA.replace('301', '302')}@ 3600 TXT "v=spf1 -all"\n`,
  );
  refactor(
    textStrings,
    `\n;- example.com.zone\n${SOA}@ 3600 TXT "v=spf1 <|>-all"\n`,
    'Split the string here: readers join the parts (serial 2026112302)',
    `\n;- example.com.zone\n${SOA.replace('301', '302')}@ 3600 TXT "v=spf1 " "-all"\n`,
  );
});

test('strings that are too long, and a place in an escape', () => {
  const long = 'x'.repeat(200);
  assert.deepEqual(titles(textStrings, `\n;- example.com.zone\n@ 3600 TXT "${long}"<|> "${long}"\n`), [
    'Join 2 strings into one: readers join them anyway (refused: together they have 400 octets, and a string holds 255)',
  ]);
  assert.deepEqual(titles(textStrings, '\n;- example.com.zone\n@ 3600 TXT "a\\<|>;b"\n'), [
    'Split the string here: readers join the parts (refused: an escape stands here)',
  ]);
  for (const string of ['"<|>ab"', '"ab<|>"', '<|>"ab"'])
    assert.deepEqual(titles(textStrings, `\n;- example.com.zone\n@ 3600 TXT ${string}\n`), [], string);
  assert.deepEqual(titles(textStrings, '\n;- example.com.zone\n@ 3600 TXT (\n "a"<|> ; one\n "b" )\n'), [
    'Join 2 strings into one: readers join them anyway (refused: comments or parentheses stand between them)',
  ]);
});

test('selected records move to a file of their own', () => {
  refactor(
    extractInclude,
    `
;- zones/example.com.zone
$TTL 3600
ns1 A 192.0.2.53
<|>a A 192.0.2.1
b A 192.0.2.2
c A 192.0.2.3
`,
    'Move 2 records to example.com.inc and include it',
    `
;- zones/example.com.zone
$TTL 3600
ns1 A 192.0.2.53
$INCLUDE example.com.inc
c A 192.0.2.3
;- zones/example.com.inc
a A 192.0.2.1
b A 192.0.2.2
`,
    2,
  );
});

test('not a part of a record, nor where an $ORIGIN in it counts below', () => {
  assert.deepEqual(titles(extractInclude, '\n;- example.com.zone\n$TTL 60\n<|>a A 192.0.2.1\nb TXT (\n "x" )\n', 2), [
    'Move 2 records to example.com.inc and include it (refused: a record is selected only in part)',
  ]);
  assert.deepEqual(
    titles(
      extractInclude,
      '\n;- example.com.zone\n$TTL 60\n<|>$ORIGIN sub.example.com.\na A 192.0.2.1\nb A 192.0.2.2\n',
      2,
    ),
    ['Move 2 records to example.com.inc and include it (refused: the records of example.com would be others)'],
  );
});

test('a name that lacks its final dot, so that it has the zone twice, is not written in full', () => {
  assert.deepEqual(titles(nameForm, '\n;- example.com.zone\n@ 300 MX 10 mail.example.com<|>\n'), []);
});
