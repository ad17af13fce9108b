import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench } from '../support/workbench.ts';
import { apply, mends, offers, titles } from './mend.ts';

const REVERSE = '2.0.192.in-addr.arpa.zone';

test('a generic PTR gets the mail host: only its target changes', () => {
  const text = `;- example.com.zone
@    MX 10 mail
     TXT "v=spf1 mx -all"
www  A 192.0.2.25
mail A 192.0.2.25
host-192-0-2-25 A 192.0.2.25
;- ${REVERSE}
25   IN  PTR\thost-192-0-2-25.example.com. ; from the provider
`;
  assert.deepEqual(titles(text, 'ptr-generic'), [
    'Change the PTR of 192.0.2.25 from host-192-0-2-25.example.com. to mail.example.com.',
    'Change the PTR of 192.0.2.25 from host-192-0-2-25.example.com. to www.example.com.',
  ]);
  mends(text, 'Change the PTR of 192.0.2.25 from host-192-0-2-25.example.com. to mail.example.com.', {
    [REVERSE]: '25   IN  PTR\tmail.example.com. ; from the provider\n',
  });
});

test('a renamed host: the PTRs of both families at once', () => {
  mends(
    `;- example.com.zone
new A 192.0.2.25
    AAAA 2001:db8::25
;- ${REVERSE}
25 PTR old.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR old.example.com.
`,
    'Change 2 PTR records from old.example.com. to new.example.com.',
    {
      [REVERSE]: '25 PTR new.example.com.\n',
      '8.b.d.0.1.0.0.2.ip6.arpa.zone': '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR new.example.com.\n',
    },
  );
});

test('a renamed host of one address', () => {
  const text = `;- example.com.zone
new A 192.0.2.25
;- ${REVERSE}
25 PTR old.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-stale'), [
    'Change the PTR of 192.0.2.25 from old.example.com. to new.example.com.',
  ]);
});

test('a mismatch: another name, or the address for the name', () => {
  const text = `;- example.com.zone
$TTL 60
www   A 192.0.2.25
other A 192.0.2.26
      TXT "x"
last  A 192.0.2.27
;- ${REVERSE}
25 PTR other.example.com.
26 PTR other.example.com.
27 PTR last.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-mismatch'), [
    'Change the PTR of 192.0.2.25 from other.example.com. to www.example.com.',
    'Add "other A 192.0.2.25" to example.com',
  ]);
  mends(text, 'Add "other A 192.0.2.25" to example.com', {
    'example.com.zone': `
$TTL 60
www   A 192.0.2.25
other A 192.0.2.26
      TXT "x"
other A 192.0.2.25
last  A 192.0.2.27
`,
  });
});

test("an added address gets its RRset's TTL", () => {
  mends(
    `;- example.com.zone
$TTL 60
www   300 A 192.0.2.25
other A 192.0.2.26
;- ${REVERSE}
25 PTR www.example.com.
26 PTR other.example.com.
28 PTR www.example.com.
`,
    'Add "www 300 A 192.0.2.28" to example.com',
    {
      'example.com.zone': '$TTL 60\nwww   300 A 192.0.2.25\nwww   300 A 192.0.2.28\nother A 192.0.2.26\n',
    },
  );
});

test('a PTR to a name without address: the address, or no PTR', () => {
  const text = `;- example.com.zone
ftp TXT "nothing"
;- ${REVERSE}
24 PTR a.example.net.
25 PTR ftp.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-target-no-address'), [
    'Add "ftp A 192.0.2.25" to example.com',
    'Delete "25 PTR ftp.example.com." from 2.0.192.in-addr.arpa',
  ]);
  mends(text, 'Delete "25 PTR ftp.example.com." from 2.0.192.in-addr.arpa', { [REVERSE]: '24 PTR a.example.net.\n' });
});

test('crossed PTRs are swapped', () => {
  mends(
    `;- example.com.zone
a A 192.0.2.1
b A 192.0.2.2
;- ${REVERSE}
1 PTR b.example.com.
2 PTR a.example.com.
`,
    'Swap the PTRs: 192.0.2.1 to a.example.com., 192.0.2.2 to b.example.com.',
    { [REVERSE]: '1 PTR a.example.com.\n2 PTR b.example.com.\n' },
  );
});

test('an alias is replaced by its host, where that has the address', () => {
  const zone = (address: string) => `;- example.com.zone
www CNAME web
web A ${address}
other A 192.0.2.25
;- ${REVERSE}
25 PTR www.example.com.
26 PTR web.example.com.
`;
  mends(zone('192.0.2.25'), 'Change the PTR of 192.0.2.25 from www.example.com. to web.example.com.', {
    [REVERSE]: '25 PTR web.example.com.\n26 PTR web.example.com.\n',
  });
  assert.deepEqual(titles(zone('192.0.2.26'), 'ptr-target-cname'), []);
});

test('the missing dot', () => {
  mends(
    `;- example.com.zone
db1 A 192.0.2.40
;- ${REVERSE}
40 PTR db1.example.com ; no dot
`,
    'Add the missing final dot: db1.example.com.',
    { [REVERSE]: '40 PTR db1.example.com. ; no dot\n' },
  );
  mends(
    `;- example.com.zone
db1 A 192.0.2.40
;- ${REVERSE}
40 PTR db1
`,
    'Change the PTR of 192.0.2.40 from db1.2.0.192.in-addr.arpa. to db1.example.com.',
    { [REVERSE]: '40 PTR db1.example.com.\n' },
  );
  assert.deepEqual(
    titles(`;- example.com.zone\ndb2 A 192.0.2.40\n;- ${REVERSE}\n40 PTR db1.example.com\n`, 'ptr-target-in-arpa'),
    [],
    'no guess where the dotted name has not the address',
  );
});

test('one of several PTRs is kept: the owner goes to the line below', () => {
  const text = `;- example.com.zone
@    MX 10 mail
     TXT "v=spf1 mx -all"
mail A 192.0.2.25
;- ${REVERSE}
$TTL 60
25      IN PTR  old.example.net.
        IN PTR  mail.example.com.
        IN TXT  "rack"
26      IN PTR  a.example.net.
`;
  assert.deepEqual(titles(text, 'ptr-multiple'), [
    'Keep mail.example.com. as the only PTR of 192.0.2.25, delete old.example.net.',
    'Keep old.example.net. as the only PTR of 192.0.2.25, delete mail.example.com.',
  ]);
  mends(text, 'Keep mail.example.com. as the only PTR of 192.0.2.25, delete old.example.net.', {
    [REVERSE]: `
$TTL 60
25      IN PTR  mail.example.com.
        IN TXT  "rack"
26      IN PTR  a.example.net.
`,
  });
});

test('nothing is deleted where lines below would get another TTL', () => {
  const found = titles(
    `;- ${REVERSE}
25 60 IN PTR one.example.net.
   300 IN PTR two.example.net.
26 IN PTR a.example.net.
`,
    'ptr-multiple',
  );
  assert.match(found.find((title) => title.startsWith('Keep one')) ?? '', /refused: there is no \$TTL here/);
});

test('a record of a $GENERATE line is taken out of its range', () => {
  const text = `;- example.com.zone
@    MX 10 mail
     TXT "v=spf1 mx -all"
mail A 192.0.2.25
;- ${REVERSE}
$TTL 60
$GENERATE 20-30 $ IN PTR host-$.example.net. ; the pool
40 IN PTR a.example.net.
`;
  mends(
    text,
    'Change the PTR of 192.0.2.25 from host-25.example.net. to mail.example.com., taken out of its $GENERATE line',
    {
      [REVERSE]: `
$TTL 60
$GENERATE 20-24 $ IN PTR host-$.example.net. ; the pool
25 IN PTR mail.example.com.
$GENERATE 26-30 $ IN PTR host-$.example.net.
40 IN PTR a.example.net.
`,
    },
  );
});

test('two $GENERATE lines get one range', () => {
  const text = `;- example.com.zone
$TTL 60
$GENERATE 1-20 h$ A 192.0.2.$
;- ${REVERSE}
$TTL 60
$GENERATE 1-30 $ PTR h$.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-generate-range'), [
    'Change the range of the PTR line from 1-30 to 1-20',
    'Change the range of the address line from 1-20 to 1-30',
  ]);
  mends(text, 'Change the range of the PTR line from 1-30 to 1-20', {
    [REVERSE]: '$TTL 60\n$GENERATE 1-20 $ PTR h$.example.com.\n',
  });
});

test('the PTRs of a $GENERATE line are made by one', () => {
  mends(
    `;- example.com.zone
$TTL 60
$GENERATE 100-119 customer$ IN A 192.0.2.$
;- ${REVERSE}
$TTL 60
1 IN PTR a.example.net.
200 IN PTR b.example.net.
`,
    'Add "$GENERATE 100-119 $ PTR customer$.example.com." to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 60
1 IN PTR a.example.net.
$GENERATE 100-119 $ PTR customer$.example.com.
200 IN PTR b.example.net.
`,
    },
  );
});

test('all addresses of a network without any PTR at once, in their order', () => {
  mends(
    `;- example.com.zone
d A 192.0.2.200
a A 192.0.2.4
c A 192.0.2.20
b A 192.0.2.100
;- ${REVERSE}
$TTL 60
@ IN NS ns.example.net.
`,
    'Add 4 PTR records to 2.0.192.in-addr.arpa',
    {
      [REVERSE]: `
$TTL 60
@ IN NS ns.example.net.
4 IN PTR a.example.com.
20 IN PTR c.example.com.
100 IN PTR b.example.com.
200 IN PTR d.example.com.
`,
    },
  );
});

test('an address of SPF gets its name and its PTR together, or nothing', () => {
  const text = `;- example.com.zone
$TTL 60
@    MX 10 mail
     TXT "v=spf1 ip6:2001:db8::25 -all"
mail A 203.0.113.25
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$TTL 60
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
1.0 PTR www.example.net.
`;
  mends(
    text,
    'Add "mail AAAA 2001:db8::25" to example.com and "5.2 PTR mail.example.com." to 8.b.d.0.1.0.0.2.ip6.arpa',
    {
      'example.com.zone': `
$TTL 60
@    MX 10 mail
     TXT "v=spf1 ip6:2001:db8::25 -all"
mail A 203.0.113.25
mail AAAA 2001:db8::25
`,
      '8.b.d.0.1.0.0.2.ip6.arpa.zone': `
$TTL 60
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
1.0 PTR www.example.net.
5.2 PTR mail.example.com.
`,
    },
  );
  assert.deepEqual(titles(text.replace('MX 10 mail', 'MX 0 .'), 'ptr-spf-address'), []);
});

test('a PTR in a forward zone moves to the reverse zone', () => {
  mends(
    `;- example.com.zone
$TTL 60
www A 192.0.2.25
25.2.0.192.in-addr.arpa PTR www.example.com.
;- ${REVERSE}
$TTL 60
3 PTR a.example.net.
`,
    'Move the PTR of 192.0.2.25 to 2.0.192.in-addr.arpa',
    {
      'example.com.zone': '$TTL 60\nwww A 192.0.2.25\n',
      [REVERSE]: '$TTL 60\n3 PTR a.example.net.\n25 PTR www.example.com.\n',
    },
  );
});

test('the PTR in the view that lacks it', () => {
  mends(
    `;- example.com.zone view=inside
www A 192.0.2.25
;- outside.example.com.zone view=outside origin=example.com.
www A 192.0.2.25
;- ${REVERSE} view=inside
25 PTR www.example.com.
;- outside.${REVERSE} view=outside origin=2.0.192.in-addr.arpa.
3 PTR a.example.net.
`,
    'Add "25 PTR www.example.com." to 2.0.192.in-addr.arpa',
    { [`outside.${REVERSE}`]: '3 PTR a.example.net.\n25 PTR www.example.com.\n' },
  );
});

test('beside a PTR that is confirmed no second one is made: the forgotten one goes', () => {
  const text = `;- example.com.zone
www   A 192.0.2.25
other A 192.0.2.26
      AAAA 2001:db8::26
;- ${REVERSE}
25 PTR www.example.com.
25 PTR old.example.com.
26 PTR www.example.com.
26 PTR other.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-stale'), []);
  assert.deepEqual(titles(text, 'ptr-target-no-address'), [
    'Delete "25 PTR old.example.com." from 2.0.192.in-addr.arpa',
    'Add "old A 192.0.2.25" to example.com',
  ]);
  assert.deepEqual(titles(text, 'ptr-mismatch'), [
    'Delete "26 PTR www.example.com." from 2.0.192.in-addr.arpa',
    'Add "www A 192.0.2.26" to example.com',
  ]);
  mends(text, 'Delete "26 PTR www.example.com." from 2.0.192.in-addr.arpa', {
    [REVERSE]: '25 PTR www.example.com.\n25 PTR old.example.com.\n26 PTR other.example.com.\n',
  });
});

test('a range is not cut where a host would lose its PTR', () => {
  const text = `;- example.com.zone
$GENERATE 1-5 a$ A 192.0.2.$
b A 192.0.2.8
;- ${REVERSE}
$GENERATE 1-10 $ PTR a$.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-generate-range'), [
    'Change the range of the PTR line from 1-10 to 1-5 (refused: 192.0.2.8 has a host, which would have no PTR then)',
    'Change the range of the address line from 1-5 to 1-10',
  ]);
});

test('a host that is gone comes back under the $ORIGIN that its name belongs to', () => {
  const text = `;- example.com.zone
$TTL 1h
www A 192.0.2.10
@ TXT "x"
$ORIGIN dev.example.com.
git A 192.0.2.40
ci CNAME git
;- ${REVERSE}
10 PTR www.example.com.
30 PTR gone.example.com.
40 PTR git.dev.example.com.
50 PTR db.dev.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-target-no-address'), [
    'Add "gone A 192.0.2.30" to example.com',
    'Delete "30 PTR gone.example.com." from 2.0.192.in-addr.arpa',
    'Add "db A 192.0.2.50" to example.com',
    'Delete "50 PTR db.dev.example.com." from 2.0.192.in-addr.arpa',
  ]);
  const forward = `
$TTL 1h
www A 192.0.2.10
gone A 192.0.2.30
@ TXT "x"
$ORIGIN dev.example.com.
git A 192.0.2.40
ci CNAME git
`;
  mendsOne(text, 'Add "gone A 192.0.2.30" to example.com', forward);
  const below = forward.replace('gone A 192.0.2.30\n', '').replace('git A 192.0.2.40', '$&\ndb A 192.0.2.50');
  mendsOne(text, 'Add "db A 192.0.2.50" to example.com', below);
});

test('the PTR that a renumbered host has left over goes; where one other host has the address, it gets the PTR', () => {
  const text = `;- example.com.zone
alpha A 192.0.2.130
;- ${REVERSE}
30 PTR alpha.example.com.
130 PTR alpha.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-mismatch'), [
    'Delete "30 PTR alpha.example.com." from 2.0.192.in-addr.arpa',
    'Add "alpha A 192.0.2.30" to example.com',
  ]);
  const taken = text.replace('alpha A', 'gamma A 192.0.2.30\n$&');
  assert.deepEqual(titles(taken, 'ptr-mismatch'), [
    'Change the PTR of 192.0.2.30 from alpha.example.com. to gamma.example.com.',
    'Add "alpha A 192.0.2.30" to example.com',
  ]);
});

test('a slip in the owner of a PTR', () => {
  const text = `;- example.com.zone
alpha A 192.0.2.30
;- ${REVERSE}
31 PTR alpha.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-mismatch'), ['Change the owner to 30', 'Add "alpha A 192.0.2.31" to example.com']);
  mends(text, 'Change the owner to 30', { [REVERSE]: '30 PTR alpha.example.com.\n' });
});

test('a slip in an address, where the right one has the PTR and the wrong one that of another host', () => {
  const text = `;- example.com.zone
alpha A 192.0.2.30
beta A 192.0.2.30
;- ${REVERSE}
30 PTR alpha.example.com.
31 PTR beta.example.com.
`;
  assert.deepEqual(titles(text, 'ptr-mismatch'), [
    "Change beta.example.com's address to 192.0.2.31",
    'Delete "31 PTR beta.example.com." from 2.0.192.in-addr.arpa',
    'Add "beta A 192.0.2.31" to example.com',
  ]);
  mends(text, "Change beta.example.com's address to 192.0.2.31", {
    'example.com.zone': 'alpha A 192.0.2.30\nbeta A 192.0.2.31\n',
  });
});

/** Applies one of several fixes of a rule and compares the forward zone. */
function mendsOne(text: string, title: string, after: string): void {
  const workbench = new Workbench(text);
  const found = offers(workbench).find(({ fix }) => fix.title === title);
  assert.ok(found);
  apply(workbench, found.fix);
  assert.equal(workbench.text('example.com.zone'), after.replace(/^\n/, ''));
}
