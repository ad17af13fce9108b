import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('an origin without its dot above the PTR record of a mail host is an error, once', () => {
  check(`
;- example.com.zone
$TTL 3600
@  MX 10 mx
mx A 192.0.2.25
;    ^^^^^^^^^^ (error origin-missing-dot: 192.0.2.25 has no PTR record, as the origin of this one has no final dot; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
w  A 192.0.2.26
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^^ error origin-missing-dot: "2.0.192.in-addr.arpa" has no final dot, so it means 2.0.192.in-addr.arpa.2.0.192.in-addr.arpa: 192.0.2.25 has no PTR record; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
25 PTR mx.example.com.
26 PTR w.example.com.
`);
});

test('a host that sends no mail leaves it a warning', () => {
  check(`
;- example.com.zone
$TTL 3600
mx A 192.0.2.25
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^^ warning origin-missing-dot: "2.0.192.in-addr.arpa" has no final dot, so it means 2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
25 PTR mx.example.com.
`);
});

test('a mail host with a PTR record elsewhere leaves it a warning', () => {
  check(`
;- example.com.zone
$TTL 3600
@  MX 10 mx
mx A 192.0.2.25
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
25 PTR mx.example.com.
$ORIGIN 2.0.192.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^^ warning origin-missing-dot: "2.0.192.in-addr.arpa" has no final dot, so it means 2.0.192.in-addr.arpa.2.0.192.in-addr.arpa
25 PTR mx.example.com.
`);
});

test('a comment at the origin silences it', () => {
  check(`
;- example.com.zone
$TTL 3600
@  MX 10 mx
mx A 192.0.2.25
;    ^^^^^^^^^^ (error origin-missing-dot: 192.0.2.25 has no PTR record, as the origin of this one has no final dot; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa ; zonewright-disable-line origin-missing-dot
25 PTR mx.example.com.
`);
});

test('two mail hosts below it, and the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 3600
@  MX 10 mx
mx A 192.0.2.25
;    ^^^^^^^^^^ (error origin-missing-dot: 192.0.2.25 has no PTR record, as the origin of this one has no final dot; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
mx A 192.0.2.26
;    ^^^^^^^^^^ (error origin-missing-dot: 192.0.2.26 has no PTR record, as the origin of this one has no final dot; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^^ error origin-missing-dot: "2.0.192.in-addr.arpa" has no final dot, so it means 2.0.192.in-addr.arpa.2.0.192.in-addr.arpa: 192.0.2.25 has no PTR record; mx.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix); (and 1 more of the mail hosts below it)
25 PTR mx.example.com.
26 PTR mx.example.com.
`,
    /dot/,
    `
;- example.com.zone
$TTL 3600
@  MX 10 mx
mx A 192.0.2.25
mx A 192.0.2.26
;- 2.0.192.in-addr.arpa.zone
$TTL 3600
$ORIGIN 2.0.192.in-addr.arpa.
25 PTR mx.example.com.
26 PTR mx.example.com.
`,
  );
});

test('a whole zone below such an origin: its SOA is told with that', () => {
  check(
    `
;- example.com.zone
$ORIGIN example.com
;       ^^^^^^^^^^^ error origin-missing-dot: "example.com" has no final dot, so it means example.com.example.com: servers refuse the zone, as its SOA is not at its apex
$TTL 1h
@    IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});

test('a zone of one label, and the root above the zone, where the dot adds nothing', () => {
  check(`
;- lan.zone origin=lan.
$ORIGIN lan
;       ^^^ error origin-missing-dot: "lan" has no final dot, so it means lan.lan: servers refuse the zone, as its SOA is not at its apex
$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
@ IN NS ns1.example.net.
;- example.com.zone
$ORIGIN .
$TTL 1h
example.com IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
example.com IN NS ns1.example.net.
$ORIGIN example.com
www IN A 192.0.2.1
`);
});
