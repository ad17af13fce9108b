import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveToZone } from '../../../src/features/refactor/move-to-zone.ts';
import { refactor, titles } from './refactor.ts';

const soa = (serial: number): string =>
  `@ IN SOA ns1.example.com. hostmaster.example.com. ${serial} 7200 900 1209600 3600\n@ IN NS ns1.example.com.\n`;

/** Two zones and a child of the first; `stray` stands in the first one. */
const zones = (
  stray: string,
  serials: readonly [number, number, number] = [1, 1, 1],
  there = '',
  below = '',
): string => `
;- example.com.zone
$TTL 3600
${soa(serials[0])}sub IN NS ns1.sub
ns1.sub IN A 192.0.2.54
ns1 IN A 192.0.2.53
${stray}mail IN A 192.0.2.25
;- example.net.zone
$TTL 3600
${soa(serials[1])}www IN A 192.0.2.80
${there};- sub.example.com.zone
$TTL 3600
${soa(serials[2])}ns1 IN A 192.0.2.54
${below}`;

test('a record outside its zone moves to the zone that is held for it', () => {
  refactor(
    moveToZone,
    zones('ftp.example.net.<|> 600 IN CNAME ns1 ; the old one\n'),
    'Move the CNAME record of ftp.example.net to example.net (serial 2)',
    zones('', [2, 2, 1], 'ftp 600 IN CNAME ns1.example.com. ; the old one\n'),
  );
});

test('a record below a delegation moves to the child, and others that are selected with it', () => {
  refactor(
    moveToZone,
    zones('<|>a.sub IN MX 10 ns1\n      IN TXT "one" "two"\n'),
    'Move 2 records to sub.example.com (serial 2)',
    zones('', [2, 1, 2], '', 'a IN MX 10 ns1.example.com.\na IN TXT "one" "two"\n'),
    2,
  );
});

test('not the delegation, its glue, and what is where it belongs', () => {
  for (const line of ['sub IN NS ns1.sub', 'ns1.sub IN A', 'mail IN A', '$TTL 3600'])
    assert.deepEqual(titles(moveToZone, zones('').replace(line, `${line}<|>`)), [], line);
  assert.deepEqual(titles(moveToZone, zones('x.example.org.<|> IN A 192.0.2.1\n')), [], 'no zone is held for it');
});

test('refused: what is there already, aliases, comments that would be lost, zones that others write', () => {
  const why = (stray: string, there = '', change = (text: string): string => text): string | undefined =>
    titles(moveToZone, change(zones(stray, [1, 1, 1], there)))[0]?.replace(/^.*\(refused: (.*)\)$/, '$1');
  assert.equal(why('www.example.net.<|> IN A 192.0.2.80\n'), 'example.net has this record already: delete it here');
  assert.equal(
    why('www.example.net.<|> IN CNAME ns1\n'),
    'www.example.net has records there, and an alias may have no others',
  );
  assert.equal(
    why('x.example.net.<|> IN A 192.0.2.1\n', 'x IN CNAME www\n'),
    'x.example.net is an alias in example.net already',
  );
  assert.equal(
    why('x.example.net.<|> IN TXT ( "a" ; one\n "b" )\n'),
    'comments within its parentheses would be lost: take them out first',
  );
  assert.equal(
    why('x.example.net.<|> IN A 192.0.2.1\n', '', (text) =>
      text.replace('example.net.zone', 'example.net.zone secondary'),
    ),
    'example.net is a secondary zone here: its primary overwrites the change',
  );
});
