import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rename, renameSpot } from '../../src/features/rename.ts';
import type { Renaming } from '../../src/features/renaming.ts';
import { finished } from '../../src/text/finished.ts';
import { spotIn } from '../report/place-of.ts';
import { parseFixture } from '../support/fixture.ts';

const soa = (serial: number) =>
  `@ IN SOA ns1.example.com. hostmaster.example.com. ${serial} 7200 900 1209600 3600\n@ IN NS ns1.example.com.\n`;

const zones = `
;- example.com.zone
$TTL 3600
${soa(2026112301)}@ IN MX 10 mail
@ IN TXT "v=spf1 ip4:192.0.2.25 ip4:203.0.113.0/28 -all"
ns1 IN A 192.0.2.53
mail IN A 192.0.2.<|>25
mx2 IN A 192.0.2.25
;- example.net.zone
$TTL 3600
${soa(7)}sub IN NS ns.sub
ns.sub IN A 192.0.2.25
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
${soa(3)}25 IN PTR mail.example.com.
53 IN PTR ns1.example.com.
;- 100.51.198.in-addr.arpa.zone
$TTL 3600
${soa(9)}1 IN PTR gw.example.org.
`;

function renumbered(fixture: string, text: string): { texts: (path: string) => string; renaming: Renaming } {
  const { ctx, file, position, workbench } = spotIn(fixture);
  const renaming = finished(rename(ctx, file, position, text));
  for (const one of 'edits' in renaming ? renaming.edits : [])
    workbench.store.edit(one.file.path, [...one.edits].reverse());
  workbench.settle();
  return { texts: (path) => workbench.text(path), renaming };
}

function refusal(fixture: string, text: string): string {
  const { renaming } = renumbered(fixture, text);
  return 'refused' in renaming ? renaming.refused : 'renumbered';
}

test('F2 on an address offers it', () => {
  const { ctx, file, position } = spotIn(zones);
  const spot = renameSpot(ctx, file, position);
  assert.equal('text' in spot ? spot.text : spot.refused, '192.0.2.25');
});

test('an address moves with its PTR, its SPF term, its glue and all serials', () => {
  const { texts, renaming } = renumbered(zones, '198.51.100.25');
  assert.deepEqual('edits' in renaming ? renaming.serialsLeft : renaming, []);
  for (const { path, text } of parseFixture(`
;- example.com.zone
$TTL 3600
${soa(2026112302)}@ IN MX 10 mail
@ IN TXT "v=spf1 ip4:198.51.100.25 ip4:203.0.113.0/28 -all"
ns1 IN A 192.0.2.53
mail IN A 198.51.100.25
mx2 IN A 198.51.100.25
;- example.net.zone
$TTL 3600
${soa(8)}sub IN NS ns.sub
ns.sub IN A 198.51.100.25
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
${soa(4)}53 IN PTR ns1.example.com.
;- 100.51.198.in-addr.arpa.zone
$TTL 3600
${soa(10)}1 IN PTR gw.example.org.
25 IN PTR mail.example.com.
`).files)
    assert.equal(texts(path), text, path);
});

test('a network moves as a whole', () => {
  const { texts, renaming } = renumbered(zones, '198.51.100.0/24');
  assert.equal('refused' in renaming ? renaming.refused : '', '');
  assert.match(
    texts('example.com.zone'),
    /ns1 IN A 198\.51\.100\.53\nmail IN A 198\.51\.100\.25\nmx2 IN A 198\.51\.100\.25\n/,
  );
  assert.match(texts('example.com.zone'), /ip4:198\.51\.100\.25 ip4:203\.0\.113\.0\/28/);
  assert.doesNotMatch(texts('2.0.192.in-addr.arpa.zone'), /PTR/);
  assert.match(
    texts('100.51.198.in-addr.arpa.zone'),
    /1 IN PTR gw\.example\.org\.\n25 IN PTR mail\.example\.com\.\n53 IN PTR ns1\.example\.com\.\n/,
  );
});

test('a network of SPF moves with its addresses; of one that is wider a part moves, and it is named', () => {
  const net = zones.replace('ip4:192.0.2.25', 'ip4:192.0.2.0/25');
  assert.match(renumbered(net, '198.51.100.0/24').texts('example.com.zone'), /ip4:198\.51\.100\.0\/25/);
  const wide = renumbered(zones.replace('ip4:192.0.2.25', 'ip4:192.0.0.0/16'), '198.51.100.25');
  assert.match(wide.texts('example.com.zone'), /ip4:192\.0\.0\.0\/16/);
  assert.deepEqual('edits' in wide.renaming ? wide.renaming.serialsLeft : [], [
    'SPF of example.com keeps ip4:192.0.0.0/16: a part of it moves',
  ]);
});

test('IPv6', () => {
  const { texts } = renumbered(
    `
;- example.com.zone
$TTL 3600
${soa(1)}www IN AAAA 2001:db8:1::<|>80
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$TTL 3600
${soa(1)}0.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0 IN PTR www.example.com.
`,
    '2001:db8:2::/48',
  );
  assert.match(texts('example.com.zone'), /www IN AAAA 2001:db8:2::80\n/);
  assert.match(
    texts('8.b.d.0.1.0.0.2.ip6.arpa.zone'),
    /\n0\.8\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.0\.2\.0\.0\.0 IN PTR www\.example\.com\.\n$/,
  );
});

test('where the new reverse zone is not held, its owner is named', () => {
  const { texts, renaming } = renumbered(zones, '203.0.113.25');
  assert.doesNotMatch(texts('2.0.192.in-addr.arpa.zone'), /25 IN PTR/);
  assert.deepEqual('edits' in renaming ? renaming.serialsLeft : [], [
    'The PTR record of 203.0.113.25 is for the owner of its network to make',
  ]);
});

test('refused: another family, an address in use, its own place, a PTR that is there, and $GENERATE', () => {
  assert.equal(refusal(zones, '2001:db8::1'), '"2001:db8::1" is of the other family: an A record can\'t hold it');
  assert.equal(refusal(zones, 'web'), '"web" is no address: write one, or a network such as 198.51.100.0/24');
  assert.equal(refusal(zones, '192.0.2.53'), '192.0.2.53 is an address of ns1.example.com already');
  assert.equal(refusal(zones, '192.0.2.25'), '192.0.2.25 is where it is already');
  assert.equal(refusal(zones, '198.51.100.1'), '198.51.100.1 has a PTR already');
  assert.equal(
    refusal(zones.replace('mx2 IN A 192.0.2.25', '$GENERATE 25-26 h$ A 192.0.2.$'), '198.51.100.25'),
    '$GENERATE makes 192.0.2.25 in example.com.zone: expand it first',
  );
  assert.equal(
    refusal(zones.replace(';- 2.0.192.in-addr.arpa.zone', ';- 2.0.192.in-addr.arpa.zone secondary'), '198.51.100.25'),
    '2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change',
  );
});

test('F2 in the first octets or groups offers the network', () => {
  const spotOf = (line: string): string => {
    const { ctx, file, position } = spotIn(`;- example.com.zone\n$TTL 1h\n${line}\n`);
    const spot = renameSpot(ctx, file, position);
    if (!('text' in spot)) return spot.refused;
    const { start, end } = spot.range;
    return `${spot.text} at ${start.character}-${end.character}`;
  };
  assert.equal(spotOf('a A 192.<|>0.2.25'), '192.0.2 at 4-11');
  assert.equal(spotOf('a A <|>192.0.2.25'), '192.0.2.25 at 4-14');
  assert.equal(spotOf('a A 192.0.2.<|>25'), '192.0.2.25 at 4-14');
  assert.equal(spotOf('a AAAA 2001:d<|>b8:1::80'), '2001:db8:1 at 7-17');
  assert.equal(spotOf('a AAAA 2001:db8:1::8<|>0'), '2001:db8:1::80 at 7-21');
  assert.equal(spotOf('a AAAA 2001:d<|>b8:1:2:3:4:5:6'), '2001:db8:1:2 at 7-19');
});

test('the first octets or groups of the new network are enough', () => {
  const { texts, renaming } = renumbered(
    zones.replace('<|>25', '25').replace('192.0.2.25\nmx2', '192.<|>0.2.25\nmx2'),
    '198.51.100',
  );
  assert.equal('refused' in renaming ? renaming.refused : '', '');
  assert.match(texts('example.com.zone'), /ns1 IN A 198\.51\.100\.53\nmail IN A 198\.51\.100\.25\n/);
  const v6 = renumbered(
    ';- example.com.zone\n$TTL 1h\nwww IN AAAA 2001:d<|>b8:1::80\nx AAAA 2001:db8:7::1\n',
    '2001:db8:2',
  );
  assert.match(v6.texts('example.com.zone'), /www IN AAAA 2001:db8:2::80\nx AAAA 2001:db8:7::1\n/);
});

test('F2 on a network or an address of SPF, and on the owner of a PTR record', () => {
  const net = zones.replace('<|>', '').replace('ip4:192.0.2.25', 'ip4:192.0.2.<|>0/25');
  const { ctx, file, position } = spotIn(net);
  const spot = renameSpot(ctx, file, position);
  assert.equal('text' in spot ? spot.text : spot.refused, '192.0.2.0/25');
  const moved = renumbered(net, '198.51.100.0');
  assert.match(moved.texts('example.com.zone'), /ip4:198\.51\.100\.0\/25/);
  assert.match(moved.texts('example.com.zone'), /mail IN A 198\.51\.100\.25\n/);
  assert.equal(refusal(net, '198.51.100.0/24'), '192.0.2.0/25 moves to a network of its size: write one with /25');
  const owner = renumbered(zones.replace('<|>', '').replace('\n25 IN PTR', '\n<|>25 IN PTR'), '192.0.2.26');
  assert.match(owner.texts('2.0.192.in-addr.arpa.zone'), /\n26 IN PTR mail\.example\.com\.\n/);
  assert.match(owner.texts('example.com.zone'), /mail IN A 192\.0\.2\.26\nmx2 IN A 192\.0\.2\.26\n/);
});

const whole = `
;- example.com.zone
$TTL 3600
${soa(1)}ns1 IN A 192.0.2.53
$GENERATE 10-12 h$ A 192.0.2.$
;- rev origin=2.0.192.in-addr.arpa.
$TTL 3600
$ORIGIN 2.0.1<|>92.in-addr.arpa.
${soa(3)}$GENERATE 10-12 $ PTR h$.example.com.
53 IN PTR ns1.example.com.
60 IN PTR gone.example.net.
`;

test('a reverse zone whose new network nobody holds gets its name: its lines stay', () => {
  const { ctx, file, position } = spotIn(whole);
  const spot = renameSpot(ctx, file, position);
  assert.equal('text' in spot ? spot.text : spot.refused, '192.0.2.0/24');
  const { texts, renaming } = renumbered(whole, '198.51.100.0/24');
  assert.equal('refused' in renaming ? renaming.refused : '', '');
  assert.match(texts('example.com.zone'), /ns1 IN A 198\.51\.100\.53\n\$GENERATE 10-12 h\$ A 198\.51\.100\.\$\n/);
  assert.equal(
    texts('rev'),
    `$TTL 3600
$ORIGIN 100.51.198.in-addr.arpa.
${soa(4)}$GENERATE 10-12 $ PTR h$.example.com.
53 IN PTR ns1.example.com.
60 IN PTR gone.example.net.
`,
  );
});

test('PTR records without a host here move with their network too', () => {
  const held = `${whole.replace('$GENERATE 10-12 h$ A 192.0.2.$\n', '').replace('$GENERATE 10-12 $ PTR h$.example.com.\n', '')};- 198.in-addr.arpa.zone\n$TTL 3600\n${soa(9)}`;
  const { texts, renaming } = renumbered(held, '198.51.100.0/24');
  assert.equal('refused' in renaming ? renaming.refused : '', '');
  assert.match(texts('rev'), /\$ORIGIN 2\.0\.192\.in-addr\.arpa\.\n/);
  assert.doesNotMatch(texts('rev'), /PTR/);
  assert.match(
    texts('198.in-addr.arpa.zone'),
    /53\.100\.51\s+IN PTR\s+ns1\.example\.com\.\n60\.100\.51\s+IN PTR\s+gone\.example\.net\.\n/,
  );
});

test('many PTR records without a zone for them are named together', () => {
  const { renaming } = renumbered(
    `;- example.com.zone\n$TTL 1h\na A 192.0.2.<|>1\nb A 192.0.2.2\n;- 0.192.in-addr.arpa.zone\n$TTL 1h\n1.2 PTR a.example.com.\n2.2 PTR b.example.com.\n`,
    '203.0.113.0/24',
  );
  assert.deepEqual(
    'edits' in renaming ? renaming.serialsLeft.at(-1) : renaming,
    'The 2 PTR records in 203.0.113.0/24 are for the owner of that network to make',
  );
});
