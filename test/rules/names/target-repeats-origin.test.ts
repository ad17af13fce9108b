import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('targets of all types', () => {
  check(`
;- example.org.zone
@     3600 IN SOA ns1.example.org hostmaster.example.org 2026112301 1h 15m 1w 1h
;                 ^^^^^^^^^^^^^^^ warning target-repeats-origin: "ns1.example.org" has no final dot, so it means ns1.example.org.example.org
;                                 ^^^^^^^^^^^^^^^^^^^^^^ warning target-repeats-origin: "hostmaster.example.org" has no final dot, so it means hostmaster.example.org.example.org
sub   3600 IN NS  ns1.example.org
;                 ^^^^^^^^^^^^^^^ warning target-repeats-origin: "ns1.example.org" has no final dot, so it means ns1.example.org.example.org
@     3600 IN MX  10 mail.example.org
;                    ^^^^^^^^^^^^^^^^ error target-repeats-origin: "mail.example.org" has no final dot, so it means mail.example.org.example.org, which does not exist in example.org: no mail is delivered there
www   3600 IN CNAME host.example.org
;                   ^^^^^^^^^^^^^^^^ warning target-repeats-origin: "host.example.org" has no final dot, so it means host.example.org.example.org
_sip._tcp 3600 IN SRV 0 0 5060 sip.example.org
;                              ^^^^^^^^^^^^^^^ warning target-repeats-origin: "sip.example.org" has no final dot, so it means sip.example.org.example.org
mail  3600 IN A   192.0.2.25
host  3600 IN A   192.0.2.10
ns1   3600 IN A   192.0.2.53
`);
});

test('a name server of the zone itself: BIND refuses the zone, which is said', () => {
  check(
    `
;- example.org.zone
@     3600 IN SOA ns1.example.org. hostmaster.example.org. 2026112301 1h 15m 1w 1h
;                                                                     ^^ information soa-timers: Refresh 1h is shorter than the usual 4 hours; Retry 15m is shorter than the usual hour
@     3600 IN NS  ns1.example.org
;                 ^^^^^^^^^^^^^^^ error ns-no-address: "ns1.example.org" has no final dot, so it means ns1.example.org.example.org, which has no A or AAAA record: BIND refuses the zone
ns1   3600 IN A   192.0.2.53
`,
    { wholeZones: true },
  );
});

test('the mailbox of an SOA record stands under the $ORIGIN above it, not under the zone', () => {
  check(`
;- example.com.zone
$ORIGIN .
example.com 3600 IN SOA ns1.example.net hostmaster.example.com 1 7200 900 1209600 3600
;- example.org.zone
@ 3600 IN SOA ns1.example.net. hostmaster.example.org 1 7200 900 1209600 3600
;                              ^^^^^^^^^^^^^^^^^^^^^^ warning target-repeats-origin: "hostmaster.example.org" has no final dot, so it means hostmaster.example.org.example.org
`);
});

test('server and mailbox of an SOA: what follows is told once', () => {
  check(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.com hostmaster.example.com 1 14400 3600 1209600 3600
;             ^^^^^^^^^^^^^^^ warning target-repeats-origin: "ns1.example.com" has no final dot, so it means ns1.example.com.example.com
;                             ^^^^^^^^^^^^^^^^^^^^^^ warning target-repeats-origin: "hostmaster.example.com" has no final dot, so it means hostmaster.example.com.example.com
@ 3600 IN NS  ns1
@ 3600 IN NS  ns2.example.net.
ns1 3600 IN A 192.0.2.1
`,
    { rules: { 'soa-mname-no-address': 'information', 'soa-rname-invalid': 'warning' } },
  );
});

test('a mail server that has an address under the name as it is read', () => {
  check(`
;- example.org.zone
@     3600 IN MX  10 mail.example.org
;                    ^^^^^^^^^^^^^^^^ warning target-repeats-origin: "mail.example.org" has no final dot, so it means mail.example.org.example.org
mail  3600 IN A   192.0.2.25
mail.example.org 3600 IN A 192.0.2.26
;<---------------- warning owner-repeats-origin: "mail.example.org" has no final dot, so it means mail.example.org.example.org
`);
});
