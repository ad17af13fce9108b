import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition, references } from '../../src/features/definition.ts';
import { configurationLinks, zoneFilesAt, zoneLinks } from '../../src/features/links.ts';
import { finished } from '../../src/text/finished.ts';
import { show, spotIn } from '../report/place-of.ts';

function targets(fixture: string): string[] {
  const spot = spotIn(fixture);
  return show(spot, definition(spot.ctx, spot.file, spot.position)?.places ?? []);
}

const forward = `
;- example.com.zone
@ 3600 IN SOA ns1 hostmaster 1 2h 900 1209600 3600
mail 3600 IN A 192.0.2.10
@ 3600 IN MX 10 mail
`;
const reverse = `
;- 2.0.192.in-addr.arpa.zone
@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 2h 900 1209600 3600
10 3600 IN PTR mail.example.com.
`;

test('a name leads to its records', () => {
  assert.deepEqual(targets(forward.replace('10 mail', '10 ma<|>il') + reverse), ['example.com.zone:2: mail']);
  assert.deepEqual(targets(forward + reverse.replace('PTR mail', 'PTR m<|>ail')), ['example.com.zone:2: mail']);
});

test('an address leads to its PTR record, and back', () => {
  assert.deepEqual(targets(forward.replace('192.0.2.10', '192.0.<|>2.10') + reverse), [
    '2.0.192.in-addr.arpa.zone:2: 10',
  ]);
  assert.deepEqual(targets(forward + reverse.replace('\n10', '\n1<|>0')), ['example.com.zone:2: mail']);
});

test('an address without a PTR leads to the zone it would be in', () => {
  const without = reverse.replace(/\n10 .*/, '');
  assert.deepEqual(targets(forward.replace('192.0.2.10', '192.0.<|>2.10') + without), [
    '2.0.192.in-addr.arpa.zone:1: @',
  ]);
});

test('references are all words that spell a name', () => {
  const spot = spotIn(forward.replace('\nmail', '\nma<|>il') + reverse);
  assert.deepEqual(show(spot, finished(references(spot.ctx, spot.file, spot.position))), [
    '2.0.192.in-addr.arpa.zone:2: mail.example.com.',
    'example.com.zone:2: mail',
    'example.com.zone:3: mail',
  ]);
});

test('references of a host list its services, not the other names below it; those of a zone do not', () => {
  const more = '_25._tcp.mail 3600 IN TXT a\n_25._tcp.ftp 3600 IN CNAME _25._tcp.mail\nwww.mail 3600 IN A 192.0.2.11\n';
  const spot = spotIn(forward.replace('\nmail', '\nma<|>il') + more);
  assert.deepEqual(show(spot, finished(references(spot.ctx, spot.file, spot.position))), [
    'example.com.zone:2: mail',
    'example.com.zone:3: mail',
    'example.com.zone:4: _25._tcp.mail',
    'example.com.zone:5: _25._tcp.mail',
  ]);
  const apex = spotIn(forward.replace('\n@ 3600 IN MX', '\n_dmarc 3600 IN TXT a\n@<|> 3600 IN MX'));
  assert.deepEqual(show(apex, finished(references(apex.ctx, apex.file, apex.position))), [
    'example.com.zone:1: @',
    'example.com.zone:4: @',
  ]);
});

test('references of an address are its PTR and its address records', () => {
  const spot = spotIn(forward + reverse.replace('\n10', '\n1<|>0'));
  assert.deepEqual(show(spot, finished(references(spot.ctx, spot.file, spot.position))), [
    '2.0.192.in-addr.arpa.zone:2: 10',
    'example.com.zone:2: 192.0.2.10',
  ]);
});

test('an include leads to its file and is a link', () => {
  const fixture = `
;- example.com.zone
$INCLUDE hos<|>ts.part
;- hosts.part fragment
www 3600 IN A 192.0.2.1
`;
  const spot = spotIn(fixture);
  const found = definition(spot.ctx, spot.file, spot.position);
  assert.deepEqual(
    found?.places.map(({ path }) => path),
    ['hosts.part'],
  );
  const [link] = zoneLinks(spot.ctx, spot.file);
  assert.equal(link?.path, 'hosts.part');
  assert.deepEqual(link?.range, { start: { line: 0, character: 9 }, end: { line: 0, character: 19 } });
});

test('an apex leads to its declaration, and the declaration to its file', () => {
  const spot = spotIn(`
;- /ws/named.conf
zone "example.com" { type primary; file "zones/example.com.zone"; };
;- /ws/zones/example.com.zone
<|>@ 3600 IN SOA ns1 hostmaster 1 2h 900 1209600 3600
`);
  const found = definition(spot.ctx, spot.file, spot.position);
  assert.deepEqual(found?.places, [
    { path: '/ws/named.conf', range: { start: { line: 0, character: 6 }, end: { line: 0, character: 17 } } },
  ]);
  assert.deepEqual(zoneFilesAt(spot.ctx, '/ws/named.conf', 20), ['/ws/zones/example.com.zone']);
  assert.deepEqual(
    configurationLinks(spot.ctx, '/ws/named.conf').map(({ path }) => path),
    ['/ws/zones/example.com.zone'],
  );
});
