import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a PTR in the wrong reverse zone is moved to its own', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    198.51.100.10
;                  ^^^^^^^^^^^^^ (warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.10 has no PTR record in 100.51.198.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
1     3600 IN PTR  a.example.net.
10.100.51.198.in-addr.arpa. 3600 IN PTR www.example.com.
;<--------------------------- warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.10 has no PTR record in 100.51.198.in-addr.arpa
      3600 IN TXT  "a second record"
;     ^^^^ warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
;- 100.51.198.in-addr.arpa.zone
1     3600 IN PTR  b.example.net.
`,
    'Move the PTR of 198.51.100.10 to 100.51.198.in-addr.arpa',
    `
;- 2.0.192.in-addr.arpa.zone
1     3600 IN PTR  a.example.net.
10.100.51.198.in-addr.arpa. 3600 IN TXT  "a second record"
;<--------------------------- warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
;- 100.51.198.in-addr.arpa.zone
1     3600 IN PTR  b.example.net.
10    3600 IN PTR  www.example.com.
`,
  );
});

test('a mail host, and IPv6', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mail
mail  3600 IN AAAA 2001:db8:1::25
;                  ^^^^^^^^^^^^^^ (error out-of-zone: 5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa is not in the zone 2.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8:1::25 has no PTR record in 1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
;- 2.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
5.2.0.0 3600 IN PTR mail.example.com.
;<------- error out-of-zone: 5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa is not in the zone 2.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8:1::25 has no PTR record in 1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
`);
});

test('what is not the PTR that an address lacks', () => {
  check(`
;- example.com.zone
www   3600 IN A    198.51.100.10
two   3600 IN A    198.51.100.11
;                  ^^^^^^^^^^^^^ warning ptr-missing: No PTR record for 198.51.100.11 in 100.51.198.in-addr.arpa
far   3600 IN A    203.0.113.10
;- 2.0.192.in-addr.arpa.zone
10.100.51.198.in-addr.arpa. 3600 IN PTR www.example.com.
;<--------------------------- warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
11.100.51.198.in-addr.arpa. 3600 IN PTR other.example.net.
;<--------------------------- warning out-of-zone: 11.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
10.113.0.203.in-addr.arpa. 3600 IN PTR far.example.com.
;<-------------------------- warning out-of-zone: 10.113.0.203.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
;- 100.51.198.in-addr.arpa.zone
10    3600 IN PTR  www.example.com.
;< (warning ptr-missing: No PTR record for 198.51.100.11 in 100.51.198.in-addr.arpa)
`);
});

test('the neighbours of an address whose PTR stands elsewhere are told of all the same', () => {
  check(`
;- example.com.zone
a     3600 IN A    198.51.100.10
;                  ^^^^^^^^^^^^^ (warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.10 has no PTR record in 100.51.198.in-addr.arpa)
b     3600 IN A    198.51.100.11
;                  ^^^^^^^^^^^^^ warning ptr-missing: 4 addresses of 198.51.100.0/24 have no PTR record: 100.51.198.in-addr.arpa has none there
c     3600 IN A    198.51.100.12
d     3600 IN A    198.51.100.13
e     3600 IN A    198.51.100.14
;- 2.0.192.in-addr.arpa.zone
10.100.51.198.in-addr.arpa. 3600 IN PTR a.example.com.
;<--------------------------- warning out-of-zone: 10.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.10 has no PTR record in 100.51.198.in-addr.arpa
;- 100.51.198.in-addr.arpa.zone
$TTL  1h
;< (warning ptr-missing: 4 addresses of 198.51.100.0/24 have no PTR record: 100.51.198.in-addr.arpa has none there)
`);
});

test('owners that $GENERATE makes outside the zone', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
$GENERATE 1-3 $.100.51.198.in-addr.arpa. 3600 IN PTR w$.example.net.
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning out-of-zone: 1.100.51.198.in-addr.arpa, which this line makes, is not in the zone 2.0.192.in-addr.arpa: BIND drops such records
$GENERATE 4-6 $ 3600 IN PTR w$.example.net.
;<------------------------------------------- hint ptr-generic-series: 3 PTR records made by $GENERATE only count, from 192.0.2.4 (w4.example.net) to 192.0.2.6 (w6.example.net)
`);
});

test('an owner in forward order', () => {
  checkFix(
    `
;- example.com.zone
foo   3600 IN A    192.0.2.60
;                  ^^^^^^^^^^ (warning out-of-zone: 192.0.2.60.in-addr.arpa has the octets of 192.0.2.60 in forward order, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.60 has no PTR record in 2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
192.0.2.60.in-addr.arpa. 3600 IN PTR foo.example.com.
;<------------------------ warning out-of-zone: 192.0.2.60.in-addr.arpa has the octets of 192.0.2.60 in forward order, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.60 has no PTR record in 2.0.192.in-addr.arpa
`,
    'Change the owner to 60',
    `
;- 2.0.192.in-addr.arpa.zone
60 3600 IN PTR foo.example.com.
`,
  );
});

test('an owner in forward order, in IPv6 and in another zone', () => {
  check(`
;- example.com.zone
a     3600 IN AAAA 2001:db8::60
;                  ^^^^^^^^^^^^ (warning out-of-zone: 2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.0.ip6.arpa has the nibbles of 2001:db8::60 in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8::60 has no PTR record in 8.b.d.0.1.0.0.2.ip6.arpa)
b     3600 IN A    198.51.100.7
;                  ^^^^^^^^^^^^ (warning out-of-zone: 198.51.100.7.in-addr.arpa has the octets of 198.51.100.7 in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 198.51.100.7 has no PTR record in 100.51.198.in-addr.arpa)
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.0.ip6.arpa. 3600 IN PTR a.example.com.
;<------------------------------------------------------------------------- warning out-of-zone: 2.0.0.1.0.d.b.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.0.ip6.arpa has the nibbles of 2001:db8::60 in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8::60 has no PTR record in 8.b.d.0.1.0.0.2.ip6.arpa
198.51.100.7.in-addr.arpa. 3600 IN PTR b.example.com.
;<-------------------------- warning out-of-zone: 198.51.100.7.in-addr.arpa has the octets of 198.51.100.7 in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 198.51.100.7 has no PTR record in 100.51.198.in-addr.arpa
;- 100.51.198.in-addr.arpa.zone
1     3600 IN PTR  c.example.net.
`);
});

test('owners below an $ORIGIN that has the network in forward order', () => {
  checkFix(
    `
;- example.com.zone
foo   3600 IN A    192.0.2.7
;                  ^^^^^^^^^ (warning out-of-zone: 7.192.0.2.in-addr.arpa has the octets of its zone in forward order, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.7 has no PTR record in 2.0.192.in-addr.arpa)
six   3600 IN AAAA 2001:db8::7
;                  ^^^^^^^^^^^ (warning out-of-zone: 7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.1.0.d.b.8.ip6.arpa has the nibbles of its zone in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8::7 has no PTR record in 8.b.d.0.1.0.0.2.ip6.arpa)
;- 2.0.192.in-addr.arpa.zone
$ORIGIN 192.0.2.in-addr.arpa.
7 3600 IN PTR foo.example.com.
;<- warning out-of-zone: 7.192.0.2.in-addr.arpa has the octets of its zone in forward order, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.7 has no PTR record in 2.0.192.in-addr.arpa
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
$ORIGIN 2.0.0.1.0.d.b.8.ip6.arpa.
7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR six.example.com.
;<----------------------------------------------- warning out-of-zone: 7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.1.0.d.b.8.ip6.arpa has the nibbles of its zone in forward order, so it is not in the zone 8.b.d.0.1.0.0.2.ip6.arpa: BIND drops this record, and 2001:db8::7 has no PTR record in 8.b.d.0.1.0.0.2.ip6.arpa
`,
    'Change the owner to 7.2.0.192.in-addr.arpa.',
    `
;- 2.0.192.in-addr.arpa.zone
$ORIGIN 192.0.2.in-addr.arpa.
7.2.0.192.in-addr.arpa. 3600 IN PTR foo.example.com.
`,
  );
});

test('an owner in forward order of an address that its host does not have', () => {
  check(`
;- example.com.zone
foo   3600 IN A    192.0.2.61
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.61 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
192.0.2.60.in-addr.arpa. 3600 IN PTR foo.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.61 in 2.0.192.in-addr.arpa)
;<------------------------ warning out-of-zone: 192.0.2.60.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record
`);
});

test('it is moved with its TTL and its comment', () => {
  checkFix(
    `
;- example.com.zone
mail 3600 IN A 198.51.100.25
;              ^^^^^^^^^^^^^ (warning out-of-zone: 25.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.25 has no PTR record in 100.51.198.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
1    3600 IN PTR www.example.net.
25.100.51.198.in-addr.arpa. 300 IN PTR mail.example.com.  ; asked for by mail
;<--------------------------- warning out-of-zone: 25.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.25 has no PTR record in 100.51.198.in-addr.arpa
;- 100.51.198.in-addr.arpa.zone
1    3600 IN PTR www.example.net.
`,
    /^Move the PTR/,
    `
;- example.com.zone
mail 3600 IN A 198.51.100.25
;- 2.0.192.in-addr.arpa.zone
1    3600 IN PTR www.example.net.
;- 100.51.198.in-addr.arpa.zone
1    3600 IN PTR www.example.net.
25   300 IN PTR mail.example.com.  ; asked for by mail
`,
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www.example.net. 3600 IN A 192.0.2.10
;<---------------- warning out-of-zone: www.example.net is not in the zone example.com: BIND drops this record
mail 3600 IN A 198.51.100.25
;              ^^^^^^^^^^^^^ (warning out-of-zone: 25.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.25 has no PTR record in 100.51.198.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone secondary
25.100.51.198.in-addr.arpa. 3600 IN PTR mail.example.com.
;<--------------------------- warning out-of-zone: 25.100.51.198.in-addr.arpa is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 198.51.100.25 has no PTR record in 100.51.198.in-addr.arpa
;- 100.51.198.in-addr.arpa.zone secondary
1    3600 IN PTR www.example.net.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Move the PTR of 198.51.100.25 to 100.51.198.in-addr.arpa (refused: 100.51.198.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('a final dot behind the owner of the PTR that an address lacks', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.80
;                  ^^^^^^^^^^ (warning out-of-zone: 80 has a final dot, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.80 has no PTR record in 2.0.192.in-addr.arpa)
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ (error out-of-zone: 25 has a final dot, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.25 has no PTR record in 2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
25.   3600 IN PTR  mail.example.com.
;<--- error out-of-zone: 25 has a final dot, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.25 has no PTR record in 2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
80.<|>   3600 IN PTR  www.example.com.
;<--- warning out-of-zone: 80 has a final dot, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.80 has no PTR record in 2.0.192.in-addr.arpa
`,
    'Change the owner to 80',
    `
;- 2.0.192.in-addr.arpa.zone
25.   3600 IN PTR  mail.example.com.
;<--- error out-of-zone: 25 has a final dot, so it is not in the zone 2.0.192.in-addr.arpa: BIND drops this record, and 192.0.2.25 has no PTR record in 2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
80   3600 IN PTR  www.example.com.
`,
  );
});
