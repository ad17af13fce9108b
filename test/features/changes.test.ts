import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMissingPointers, bumpSerials } from '../../src/features/bulk.ts';
import { lenses } from '../../src/features/lenses.ts';
import { newReverseZone } from '../../src/features/new-zone.ts';
import { pointerRequest } from '../../src/features/pointer-request.ts';
import { rename, renameSpot } from '../../src/features/rename.ts';
import { zonesOfFile } from '../../src/features/status.ts';
import { exportZone, importZone } from '../../src/features/zone-json.ts';
import { ownStyle } from '../../src/format/style.ts';
import type { FileEdit } from '../../src/rules/rule.ts';
import { finished } from '../../src/text/finished.ts';
import { type Spot, spotIn } from '../report/place-of.ts';

const zones = `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
@ IN MX 10 mail
ns1 IN A 192.0.2.1
mail IN A 192.0.2.10
www IN A 192.0.2.20
ftp IN CNAME www
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
1 IN PTR ns1.example.com.
`;

function apply(spot: Spot, edits: readonly FileEdit[]): void {
  for (const { file, edits: list } of edits) spot.workbench.store.edit(file.path, [...list].reverse());
  spot.workbench.settle();
}

test('all missing PTR records are added in order, and each serial is raised once', () => {
  const spot = spotIn(zones);
  const bulk = addMissingPointers(spot.ctx, spot.workbench.reporter);
  assert.equal(bulk.count, 2);
  apply(spot, bulk.edits);
  const text = spot.workbench.text('2.0.192.in-addr.arpa.zone');
  assert.match(text, /2026112302/);
  assert.match(text, /1 IN PTR ns1\.example\.com\.\n10 IN PTR mail\.example\.com\.\n20 IN PTR www\.example\.com\.\n$/);
  assert.equal(addMissingPointers(spot.ctx, spot.workbench.reporter).count, 0);
});

test('of one file only its own are added, also asked from the reverse zone', () => {
  const spot = spotIn(zones);
  const reverse = spot.workbench.store.files.get('2.0.192.in-addr.arpa.zone');
  assert.equal(addMissingPointers(spot.ctx, spot.workbench.reporter, reverse).count, 2);
  assert.equal(addMissingPointers(spot.ctx, spot.workbench.reporter, spot.file).count, 2);
});

test('PTR records that a classless zone lacks are missing ones too', () => {
  const spot = spotIn(`${zones.replace('mail IN A 192.0.2.10', 'mail IN A 192.0.2.70')}64-95 IN NS ns1.example.com.
$GENERATE 65-94 $ IN CNAME $.64-95
;- 64-95.2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
65 IN PTR other.example.net.
`);
  const bulk = addMissingPointers(spot.ctx, spot.workbench.reporter);
  assert.equal(bulk.count, 2);
  apply(spot, bulk.edits);
  assert.match(
    spot.workbench.text('64-95.2.0.192.in-addr.arpa.zone'),
    /2026112302[\s\S]*65 IN PTR other\.example\.net\.\n70 IN PTR mail\.example\.com\.\n$/,
  );
  assert.equal(addMissingPointers(spot.ctx, spot.workbench.reporter).count, 0);
});

test('a serial is raised as often as it is asked for', () => {
  const spot = spotIn(zones);
  apply(spot, bumpSerials(spot.ctx, spot.file).edits);
  apply(spot, bumpSerials(spot.ctx, spot.file).edits);
  assert.match(spot.workbench.text('example.com.zone'), /2026112303/);
});

test('a secondary zone keeps its serial, and says why', () => {
  const spot = spotIn(zones.replace('example.com.zone', 'example.com.zone secondary'));
  const { count, refused } = bumpSerials(spot.ctx, spot.file);
  assert.equal(count, 0);
  assert.match(refused[0] ?? '', /secondary/);
});

test('a request for a PTR record is ready to be sent', () => {
  const spot = spotIn(zones.replace('192.0.2.10', '192.0.<|>2.10'));
  assert.equal(
    pointerRequest(spot.ctx, spot.file, spot.position),
    `Please set the reverse DNS (PTR record) of 192.0.2.10.

Address:      192.0.2.10
Name:         mail.example.com
TTL:          3600 (1 hour)
PTR record:   10.2.0.192.in-addr.arpa. 3600 IN PTR mail.example.com.
Confirmed by: mail.example.com. 3600 IN A 192.0.2.10

This host sends mail for example.com: without the record its mail is refused.
`,
  );
  const none = spotIn(zones.replace('IN CNAME www', 'IN CNAME w<|>ww'));
  assert.equal(pointerRequest(none.ctx, none.file, none.position), undefined);
});

test('the status names the zone, its serial and the reverse zones held', () => {
  const spot = spotIn(zones);
  assert.deepEqual(zonesOfFile(spot.ctx, spot.file), [
    { zone: 'example.com', view: '', serial: 2026112301, reverseZones: 1 },
  ]);
});

test('the reverse zones of a large zone are counted by a part of its records, from all over it', () => {
  const head = '$TTL 1h\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 900 1209600 3600\n';
  const hosts = Array.from(
    { length: 12_000 },
    (_, i) => `h${i} A 10.${i < 6000 ? 1 : 2}.${(i >> 8) & 255}.${i & 255}\n TXT "a"\n TXT "b"\n TXT "c"\n`,
  );
  const reverse = (network: number) => `;- ${network}.10.in-addr.arpa.zone\n${head}0.0 PTR h0.example.com.\n`;
  const { ctx, file } = spotIn(`;- example.com.zone\n${head}<|>${hosts.join('')}${[1, 2, 3].map(reverse).join('')}`);
  assert.equal(zonesOfFile(ctx, file)[0]?.reverseZones, 2);
});

test('the lenses offer a serial and the missing records', () => {
  const spot = spotIn(zones);
  assert.deepEqual(
    lenses(spot.ctx, spot.workbench.reporter, spot.file).map(({ title }) => title),
    ['Bump serial to 2026112302', '1 reverse zone held', '2 missing PTR records: add'],
  );
});

test('the lens counts the addresses of included files and of each line that stands for several, as many as it adds', () => {
  const spot = spotIn(`
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.1
$INCLUDE hosts.inc
;- hosts.inc
mail IN A 192.0.2.10
$INCLUDE more.inc
;- more.inc
$GENERATE 20-24 host$ IN A 192.0.2.$
;- example.net.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
www IN A 192.0.2.30
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
1 IN PTR ns1.example.com.
`);
  const file = spot.workbench.store.files.get('example.com.zone');
  assert.ok(file);
  const titles = lenses(spot.ctx, spot.workbench.reporter, file).map(({ title }) => title);
  assert.deepEqual(titles.slice(2), ['6 missing PTR records: add']);
  apply(spot, addMissingPointers(spot.ctx, spot.workbench.reporter, file).edits);
  const reverse = spot.workbench.text('2.0.192.in-addr.arpa.zone');
  assert.match(reverse, /\n10 IN PTR mail\.example\.com\.\n/);
  assert.match(reverse, /\$GENERATE 20-24 \$ (?:IN )?PTR host\$\.example\.com\./);
  assert.doesNotMatch(reverse, /www/);
  assert.equal(lenses(spot.ctx, spot.workbench.reporter, file).length, 2, 'nothing is missing');
});

test('a name is renamed wherever it is spelled, as it is spelled there', () => {
  const reverse = '20 IN PTR www.example.com.\n';
  const spot = spotIn(zones.replace('\nwww', '\nw<|>ww') + reverse);
  const renaming = finished(rename(spot.ctx, spot.file, spot.position, 'web'));
  assert.ok('edits' in renaming);
  apply(spot, renaming.edits);
  assert.match(spot.workbench.text('example.com.zone'), /\nweb IN A 192\.0\.2\.20\nftp IN CNAME web\n/);
  assert.match(spot.workbench.text('2.0.192.in-addr.arpa.zone'), /20 IN PTR web\.example\.com\.\n/);
});

test('no PTR is asked for where none could be', () => {
  for (const line of ['*.dyn IN A 192.0.2.<|>10', '_x IN A 192.0.2.<|>10', 'lo IN A 127.0.0.<|>1', '; 192.0.2.<|>10']) {
    const { ctx, file, position } = spotIn(`
;- example.com.zone
$TTL 1h
@ IN NS ns1.example.net.
${line}
`);
    assert.equal(position && pointerRequest(ctx, file, position), undefined, line);
  }
});

test('a rename that would lose records is refused', () => {
  const refusal = (fixture: string, name: string): string => {
    const spot = spotIn(fixture);
    const renaming = finished(rename(spot.ctx, spot.file, spot.position, name));
    return 'refused' in renaming ? renaming.refused : '';
  };
  const at = zones.replace('\nwww', '\nw<|>ww');
  assert.match(refusal(at, 'mail'), /has records already/);
  assert.match(refusal(at, 'www.example.org.'), /outside the zone/);
  assert.match(refusal(zones.replace('\n@ IN MX', '\n<|>@ IN MX'), 'x'), /stands for the origin/);
  const address = spotIn(zones.replace('\n1 IN PTR', '\n<|>1 IN PTR'));
  const spot = renameSpot(address.ctx, address.file, address.position);
  assert.equal('text' in spot && spot.text, '192.0.2.1', 'the owner stands for an address, and moves as one');
  assert.match(refusal(zones.replace('\n1 IN PTR', '\n<|>1 IN PTR'), 'x'), /"x" is no address/);
});

test('a zone comes back from its JSON with the same records', () => {
  const fixture = zones.replace(
    'ftp IN CNAME www',
    'ftp IN CNAME www\ntxt IN TXT "a; \\"b\\" $1 c" d\nx IN LOC 1 N 1 E 0m',
  );
  const spot = spotIn(fixture);
  const { json, problem } = exportZone(spot.ctx, spot.file);
  assert.match(problem ?? '', /LOC/);
  const { text } = importZone(json ?? '', ownStyle);
  const again = spotIn(`\n;- example.com.zone\n${text}`);
  const { json: second } = exportZone(again.ctx, again.file);
  assert.equal(second, json);
  assert.match(text ?? '', /"a; \\"b\\" \$1 c" "d"/);
  assert.match(text ?? '', /\n\t+2026112301\t; serial\n/, 'tabs all through');
});

test('JSON that is no zone says so', () => {
  assert.match(importZone('{', ownStyle).problem ?? '', /no JSON/);
  assert.match(importZone('{}', ownStyle).problem ?? '', /needs "soa"/);
});

test('the reverse zone of an address is made beside its zone, and declared behind the others', () => {
  const spot = spotIn(`
;- /ws/named.conf
view "inside" {
	zone "example.com" { type primary; file "zones/example.com.zone"; };
};
;- /ws/zones/example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.1
www IN A 192.0.<|>2.20
`);
  const made = newReverseZone(spot.ctx, spot.file, { position: spot.position });
  assert.ok('text' in made);
  assert.equal(made.path, '/ws/zones/2.0.192.in-addr.arpa.zone');
  assert.equal(
    made.text,
    `$TTL 1h
@   IN SOA ns1.example.com. hostmaster.example.com. (
           2026112301 ; serial
           7200       ; refresh
           900        ; retry
           1209600    ; expire
           3600 )     ; negative answers
@   IN NS  ns1.example.com.

1   IN PTR ns1.example.com.
20  IN PTR www.example.com.
`,
    'with the blanks of the zone that the hosts are in, and in its columns',
  );
  assert.equal(
    made.stanza,
    '\tzone "2.0.192.in-addr.arpa" {\n\t\ttype primary;\n\t\tfile "zones/2.0.192.in-addr.arpa.zone";\n\t};\n',
  );
  assert.deepEqual(made.configuration, { path: '/ws/named.conf', at: { line: 2, character: 0 } });
  assert.deepEqual(newReverseZone(spot.ctx, spot.file, {}), { refused: 'There is no address here' });
});

test('a new zone is declared with the blanks of the configuration, and begins with 00 where its zone did', () => {
  const spot = spotIn(`
;- /ws/named.conf
/*
 * a comment
 */
options {
    directory "/var/named";
};
zone "example.com" { type primary; file "example.com.zone"; };
;- /ws/example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112300 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.1
www IN AAAA 2001:db8:1:2<|>::20
web IN AAAA 2001:db8:1:3::20
`);
  const made = newReverseZone(spot.ctx, spot.file, { position: spot.position });
  assert.ok('text' in made);
  assert.match(made.stanza, /^zone "[^"]+" \{\n {4}type primary;\n {4}file "[^"]+";\n\};\n$/);
  assert.match(made.text, / 2026112300 +; serial/);
  assert.deepEqual(
    made.networks?.map(({ network, count }) => [network, count]),
    [
      ['2001:db8:1:2::/64', 1],
      ['2001:db8:1::/56', 2],
      ['2001:db8:1::/48', 2],
    ],
  );
  const wide = newReverseZone(spot.ctx, spot.file, { network: '2001:db8:1::/48' });
  assert.ok('zone' in wide);
  assert.equal(wide.zone, '1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa');
  assert.equal(wide.networks, undefined);
});

test('the new file goes where all other reverse zones are, and is declared behind them', () => {
  const reverse = (origin: string) => `;- /ws/rev/db.${origin}
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
1 IN PTR ns1.example.com.
`;
  const workspace = (more = '') => `
;- /ws/named.conf
zone "example.com" { type primary; file "ext/example.com.zone"; };
zone "100.51.198.in-addr.arpa" { type primary; file "rev/db.198.51.100"; };
zone "127.in-addr.arpa" { type primary; file "ext/db.127"; };
${more}
;- /ws/ext/example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 198.51.100.1
www IN A 192.0.<|>2.20
;- /ws/ext/db.127
$TTL 1h
@ IN SOA localhost. root.localhost. 1 7200 900 1209600 3600
@ IN NS localhost.
1.0.0 IN PTR localhost.
${reverse('198.51.100')}`;
  const spot = spotIn(workspace());
  const made = newReverseZone(spot.ctx, spot.file, { position: spot.position });
  assert.ok('text' in made);
  assert.equal(made.path, '/ws/rev/2.0.192.in-addr.arpa.zone');
  assert.match(made.stanza, /file "rev\/2\.0\.192\.in-addr\.arpa\.zone";/);
  const elsewhere = 'zone "113.0.203.in-addr.arpa" { type primary; file "other/db.203.0.113"; };';
  const two = spotIn(`${workspace(elsewhere)}${reverse('203.0.113').replace('/rev/', '/other/')}`);
  const beside = newReverseZone(two.ctx, two.file, { position: two.position });
  assert.ok('path' in beside && beside.path === '/ws/ext/2.0.192.in-addr.arpa.zone');
});

test('no reverse zone is made around an address that a held one is for; a network that is named is another thing', () => {
  const zone = (address: string) => `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 203.0.113.<|>${address}
`;
  const reverse = (origin: string, records = '') => `;- reverse.zone origin=${origin}.
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600
@ IN NS ns1.example.com.
${records}`;
  const answer = (text: string, network?: string) => {
    const { ctx, file, position } = spotIn(text);
    const made = newReverseZone(ctx, file, network === undefined ? { position } : { network });
    return 'refused' in made ? made.refused : made.zone;
  };
  const classless = reverse('64/28.113.0.203.in-addr.arpa', '66 IN PTR ns1.example.com.\n');
  const held = '64/28.113.0.203.in-addr.arpa is held and';
  assert.equal(answer(zone('66') + classless), `${held} has the PTR of 203.0.113.66`);
  assert.equal(answer(zone('67') + classless), `${held} is for 203.0.113.67: its PTR goes there`);
  assert.equal(answer(zone('67') + classless, '203.0.113.66'), `${held} has the PTR of 203.0.113.66`);
  assert.equal(answer(zone('99') + classless), '113.0.203.in-addr.arpa');
  assert.equal(answer(zone('66') + classless, '203.0.113.0/24'), '113.0.203.in-addr.arpa');
  assert.equal(
    answer(zone('66') + classless, '203.0.113.64/28'),
    '64/28.113.0.203.in-addr.arpa is held already, and is for 203.0.113.64/28',
  );
  const above = reverse('0.203.in-addr.arpa');
  const goesThere = '0.203.in-addr.arpa is held and is for 203.0.113.5: its PTR goes there';
  assert.equal(answer(zone('5') + above), goesThere);
  assert.equal(answer(`${zone('5')}${above}113 IN NS ns1.example.com.\n`), '113.0.203.in-addr.arpa');
});
