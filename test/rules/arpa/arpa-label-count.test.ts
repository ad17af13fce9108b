import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('too few: the target tells the rest', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
30    3600 IN PTR  www.example.com.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`,
    'Change the owner to 30.2 (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
30.2    3600 IN PTR  www.example.com.
`,
  );
});

test('too many', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30.2  3600 IN PTR  www.example.com.
;<---- error arpa-label-count: 30.2.2.0.192.in-addr.arpa has 5 octets, an address has 4
`,
    'Change the owner to 30',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30  3600 IN PTR  www.example.com.
`,
  );
});

test('two addresses in the network: no guess', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
www   3600 IN A    192.0.3.30
;- 0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a target that is not held: no guess', () => {
  const workbench = check(`
;- 0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.net.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a gateway of a network (RFC 1035 section 3.5)', () => {
  check(`
;- example.com.zone
gw    3600 IN A    192.0.2.1
;- 2.0.192.in-addr.arpa.zone
@     3600 IN PTR  gw.example.com.
1     3600 IN PTR  gw.example.com.
`);
});

test('a line that begins with a blank at the top of the zone', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
      3600 IN PTR  www.example.com.
;             ^^^ error arpa-label-count: 2.0.192.in-addr.arpa has 3 octets, an address has 4
`);
});

test('IPv6', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0 3600 IN PTR  www.example.com.
;<------- error arpa-label-count: 9.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa has 12 nibbles, an address has 32
`,
    'Change the owner to 9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0',
    `
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR  www.example.com.
`,
  );
});

test('whole names, also in a zone cut at an odd nibble', () => {
  check(`
;- example.com.zone
www   3600 IN AAAA 2001:db8::9
;- 0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
9.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
`);
});

const HOSTS6 = `;- example.com.zone
a 3600 IN AAAA 2001:db8:1::10
b 3600 IN AAAA 2001:db8:1::25
c 3600 IN AAAA 2001:db8:1::31
`;
const SOA6 = `;- 1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
@ 3600 IN SOA ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
`;
const RIGHT = '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.';
const THREE = `0.1.0.0 3600 IN PTR a.example.com.
5.2.0.0 3600 IN PTR b.example.com.
1.3.0.0 3600 IN PTR c.example.com.
`;
const SHORT = RIGHT.slice(2);

function underOrigin(found: number, odd: string, origin = SHORT, count = 3): string {
  const said = `All ${count} PTR owners below this $ORIGIN have ${found} nibbles, an address has 32: ${odd} here`;
  return `$ORIGIN ${origin}\n;       ${'^'.repeat(origin.length)} error arpa-label-count: ${said}\n`;
}

test('a nibble missing in $ORIGIN is one finding there, and so is its fix', () => {
  checkFix(
    `${HOSTS6}${SOA6}${underOrigin(31, 'one is missing')}${THREE}`,
    `Change $ORIGIN to ${RIGHT} (serial 2026112300)`,
    `${HOSTS6}${SOA6.replace('2200', '2300')}$ORIGIN ${RIGHT}\n${THREE}`,
  );
});

test('two too many, in a relative $ORIGIN, which stays relative', () => {
  const relative = '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0';
  checkFix(
    `${HOSTS6}${SOA6}${underOrigin(34, '2 are too many', `${relative}.0.0`)}${THREE}`,
    `Change $ORIGIN to ${relative} (serial 2026112300)`,
    `${HOSTS6}${SOA6.replace('2200', '2300')}$ORIGIN ${relative}\n${THREE}`,
  );
});

test('where nothing tells the addresses there is no fix, and one that is known tells for all', () => {
  const text = `${SOA6}${underOrigin(31, 'one is missing')}${THREE}`;
  assert.deepEqual(fixTitles(check(text)), []);
  const one = HOSTS6.replace(/^[bc] .*\n/gm, '');
  const unknown = THREE.replace(/[bc]\.example\.com/g, 'x.example.net');
  assert.deepEqual(fixTitles(check(`${one}${text.replace(THREE, unknown)}`)), [
    `Change $ORIGIN to ${RIGHT} (serial 2026112300)`,
  ]);
});

test('where one owner below the $ORIGIN is right, or has another number of labels, each is told by itself', () => {
  const own = (below: string): number =>
    fixTitles(new Workbench(`${HOSTS6}${SOA6}$ORIGIN ${SHORT}\n${below}`)).filter((title) =>
      title.startsWith('Change the owner to'),
    ).length;
  assert.equal(own(THREE.replace('1.3.0.0', '1.3.0.0.0')), 2);
  assert.equal(own(THREE.replace('1.3.0.0', '1.3.0')), 3);
});

test('where the targets have their addresses at several origins, the owners are at fault', () => {
  check(
    `
;- example.com.zone
a 3600 IN A 192.0.2.30
b 3600 IN A 192.0.3.31
;- 0.192.in-addr.arpa.zone
30 3600 IN PTR a.example.com.
;<-- error arpa-label-count: 30.0.192.in-addr.arpa has 3 octets, an address has 4
31 3600 IN PTR b.example.com.
;<-- error arpa-label-count: 31.0.192.in-addr.arpa has 3 octets, an address has 4
`,
  );
});

test('each $ORIGIN counts by itself, over many blocks too', () => {
  const hosts = Array.from({ length: 600 }, (_, i) => `h${i} 3600 IN A 192.0.${2 + Math.floor(i / 200)}.${i % 200}\n`);
  const pointers = (from: number) =>
    Array.from({ length: 200 }, (_, i) => `${i} 3600 IN PTR h${from + i}.example.com.\n`).join('');
  const text = `;- example.com.zone
${hosts.join('')};- 192.in-addr.arpa.zone
$ORIGIN 2.0.192.in-addr.arpa.
${pointers(0)}$ORIGIN 3.192.in-addr.arpa.
${pointers(200)}$ORIGIN 4.0.192.in-addr.arpa.
${pointers(400)}`;
  const found = new Workbench(text).shown().filter(({ rule }) => rule === 'arpa-label-count');
  assert.deepEqual(
    found.map(({ range, message }) => [range.start.line, message]),
    [[201, 'All 200 PTR owners below this $ORIGIN have 3 octets, an address has 4: one is missing here']],
  );
});

test('what the new $ORIGIN would change besides is refused', () => {
  const refused = (below: string) =>
    fixTitles(new Workbench(`${HOSTS6}${SOA6}$ORIGIN ${SHORT}\n${below}`))
      .filter((title) => title.startsWith('Change $ORIGIN'))
      .map((title) => /refused: (.*)\)$/.exec(title)?.[1]);
  assert.deepEqual(refused(`${THREE}$ORIGIN 1\n`), ['the next $ORIGIN is relative to this one']);
  assert.deepEqual(refused(`${THREE}$ORIGIN ${RIGHT}\n5.2.0.0 3600 IN PTR b.example.com.\n`), [
    '2001:db8:1::25 has a PTR already',
  ]);
  assert.deepEqual(refused(`${THREE.replace('0.1.0.0', `0.1.0.0.${SHORT}`)}`), [
    `0.1.0.0.${SHORT} is not under the $ORIGIN: it ends in a dot`,
  ]);
  assert.deepEqual(refused(`${THREE}`), [undefined]);
});

test('a file without $ORIGIN: one finding of the zone', () => {
  const reverse = (mark: string, records: string, serial = '2026112200') => `
;- example.com.zone
a 3600 IN A 192.0.2.30
b 3600 IN A 192.0.2.31
c 3600 IN A 192.0.2.32
;- 0.192.in-addr.arpa.zone
@ 3600 IN SOA ns1.example.com. hostmaster.example.com. ${serial} 1d 2h 4w 1h
${mark}${records}`;
  const three = `30 3600 IN PTR a.example.com.\n31 3600 IN PTR b.example.com.\n32 3600 IN PTR c.example.com.\n`;
  const mark = `;         ^^^ error arpa-label-count: All 3 PTR owners in 0.192.in-addr.arpa have 3 octets, an address has 4: the addresses of their targets are in 2.0.192.in-addr.arpa\n`;
  checkFix(
    reverse(mark, three),
    'Put "$ORIGIN 2.0.192.in-addr.arpa." above the first PTR record (serial 2026112300)',
    reverse('', `$ORIGIN 2.0.192.in-addr.arpa.\n${three}`, '2026112300'),
  );
  assert.match(
    fixTitles(check(reverse(mark, `${three}x 3600 IN TXT "x"\n`)))[0] ?? '',
    /refused: an \$ORIGIN above the PTR records would count for other lines too/,
  );
  const single = reverse('', `${three}$ORIGIN 2.0.192.in-addr.arpa.\n`);
  const messages = new Workbench(single).shown().map(({ range, rule }) => `${range.start.line} ${rule}`);
  assert.deepEqual(messages, ['1 arpa-label-count', '2 arpa-label-count', '3 arpa-label-count']);
});

test('one file for both loopback zones: the address of the other is not told', () => {
  const pointers = `1.0.0 3600 IN PTR localhost.\n1${'.0'.repeat(30)} 3600 IN PTR localhost.\n`;
  check(`\n;- 127.in-addr.arpa.zone\n${pointers}`);
  check(`\n;- 0.ip6.arpa.zone\n${pointers}`);
  check(`
;- 127.in-addr.arpa.zone
1.0   3600 IN PTR localhost.
;<--- error arpa-label-count: 1.0.127.in-addr.arpa has 3 octets, an address has 4
`);
});
