import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench } from '../support/workbench.ts';
import { apply, mends, offers, titles } from './mend.ts';

// What existing generators of PTR records do wrong.

const REVERSE = '2.0.192.in-addr.arpa.zone';
const REVERSE6 = '8.b.d.0.1.0.0.2.ip6.arpa.zone';

test('the apex is written as the zone, not as "@.zone."', () => {
  mends(
    `;- example.com.zone
@ A 192.0.2.25
  MX 10 @
;- ${REVERSE}
3 PTR a.example.net.
`,
    'Add "25 PTR example.com." to 2.0.192.in-addr.arpa',
    { [REVERSE]: '3 PTR a.example.net.\n25 PTR example.com.\n' },
  );
});

test('"::" gives 32 nibbles, and zeros in front of them are kept', () => {
  for (const [address, owner] of [
    ['2001:db8::1', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0'],
    ['2001:db8:0:1::a0', '0.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.0.0'],
    ['2001:0db8:0000:0001:0000:0000:0000:0001', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.0.0.0.0'],
  ]) {
    const found = titles(
      `;- example.com.zone\nwww AAAA ${address}\n;- ${REVERSE6}\n@ NS ns.example.net.\n`,
      'ptr-missing',
    );
    assert.deepEqual(found, [
      `Add "${owner} NS PTR www.example.com."`
        .replace(' NS', '')
        .replace('.com."', '.com." to 8.b.d.0.1.0.0.2.ip6.arpa'),
    ]);
  }
});

test('the zone of a /112', () => {
  const zone = '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';
  mends(
    `;- example.com.zone
www AAAA 2001:db8::25
;- db.112 origin=${zone}.
@ NS ns.example.net.
;- ${REVERSE6}
@ NS ns.example.net.
`,
    `Add "5.2.0.0 PTR www.example.com." to ${zone}`,
    { 'db.112': '@ NS ns.example.net.\n5.2.0.0 PTR www.example.com.\n' },
  );
});

test('zones are told apart at the borders of labels', () => {
  assert.deepEqual(
    titles(
      `;- example.com.zone
www A 10.45.0.1
;- 5.10.in-addr.arpa.zone
@ NS ns.example.net.
;- 45.10.in-addr.arpa.zone
@ NS ns.example.net.
`,
      'ptr-missing',
    ),
    ['Add "1.0 PTR www.example.com." to 45.10.in-addr.arpa'],
  );
  assert.deepEqual(
    titles(`;- example.com.zone\nwww A 10.45.0.1\n;- 5.10.in-addr.arpa.zone\n@ NS ns.example.net.\n`, 'ptr-missing'),
    [],
  );
});

test('the most specific zone is taken, in whichever order the files come', () => {
  const zones = [
    ';- 0.192.in-addr.arpa.zone\n@ NS ns.example.net.\n',
    `;- ${REVERSE}\n@ NS ns.example.net.\n`,
    ';- example.com.zone\nwww A 192.0.2.25\n',
  ];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
  ])
    assert.deepEqual(titles(order.map((i) => zones[i]).join(''), 'ptr-missing'), [
      'Add "25 PTR www.example.com." to 2.0.192.in-addr.arpa',
    ]);
});

test('no PTR for wildcards, and none to an address', () => {
  assert.deepEqual(titles(`;- example.com.zone\n* A 192.0.2.25\n;- ${REVERSE}\n3 PTR a.example.net.\n`), []);
  const found = titles(
    `;- example.com.zone\nwww A 192.0.2.25\n192.0.2.25 A 192.0.2.25\n;- ${REVERSE}\n3 PTR a.example.net.\n`,
    'ptr-missing',
  );
  assert.equal(found[0], 'Add "25 PTR www.example.com." to 2.0.192.in-addr.arpa');
});

test('a blank owner below does not go over to the new record', () => {
  const workbench = mends(
    `;- example.com.zone
www A 192.0.2.25
;- ${REVERSE}
$TTL 60
24 PTR a.example.net.
   TXT "of 24"
26 PTR b.example.net.
`,
    'Add "25 PTR www.example.com." to 2.0.192.in-addr.arpa',
    {},
  );
  const { held } = workbench.engine.context(workbench.store.view(''));
  const txt = held.recordsAt(workbench.name('24.2.0.192.in-addr.arpa.'));
  assert.deepEqual(
    txt.map(({ type }) => type),
    [12, 16],
  );
});

test('one final dot, neither two nor none', () => {
  const found = titles(
    `;- example.com.zone\nwww.example.com. A 192.0.2.25\n;- ${REVERSE}\n3 PTR a.example.net.\n`,
    'ptr-missing',
  );
  assert.deepEqual(found, ['Add "25 PTR www.example.com." to 2.0.192.in-addr.arpa']);
});

test('a good PTR is not overwritten, nor doubled, for another name on its address', () => {
  assert.deepEqual(
    titles(`;- example.com.zone\nwww A 192.0.2.25\nshop A 192.0.2.25\n;- ${REVERSE}\n25 PTR www.example.com.\n`),
    [],
  );
});

test('comments, other records and their fields stay', () => {
  const before = `; the zone's history
$TTL 60 ; one minute
@ MX 10 mail.example.net. ; preference kept
3   PTR a.example.net. ; kept

; end
`;
  const workbench = new Workbench(`;- example.com.zone\nwww A 192.0.2.25\n;- ${REVERSE}\n${before}`);
  const [offer] = offers(workbench, 'ptr-missing');
  assert.ok(offer);
  apply(workbench, offer.fix);
  assert.equal(workbench.text(REVERSE).replace('25  PTR www.example.com.\n', ''), before.replace(/\n$/, '\n'));
});
