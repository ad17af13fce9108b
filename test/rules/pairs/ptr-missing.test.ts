import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';
import { Workbench } from '../../support/workbench.ts';

test('an address without a pointer', () => {
  check(`
;- example.com.zone
www  3600 IN A 192.0.2.10
;              ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR other.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
`);
});

test('several names have the address: one finding', () => {
  check(`
;- example.com.zone
www  3600 IN A 192.0.2.10
;              ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 (www.example.com and web.example.com) in 2.0.192.in-addr.arpa
web  3600 IN A 192.0.2.10
;- 2.0.192.in-addr.arpa.zone
11   3600 IN PTR other.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 (www.example.com and web.example.com) in 2.0.192.in-addr.arpa)
`);
});

test('a mail host: what receivers answer, IPv4 and IPv6 apart', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
mail  3600 IN AAAA 2001:db8::25
;                  ^^^^^^^^^^^^ error ptr-missing: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
25    3600 IN PTR  mail.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.com.
;< (error ptr-missing: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;                                                           ^^^^^^^^^^^^^^^^ warning ptr-target-no-address: www.example.com does not exist in example.com, so it does not confirm 2001:db8::1
www   3600 IN TXT  "x"
`);
});

test('a classless zone without the zone above it: the mail hosts among the addresses that its name tells', () => {
  const found = (label: string): string[] => {
    const workbench = new Workbench(`
;- example.com.zone
@  3600 IN MX 10 b
@  3600 IN MX 10 c
b  3600 IN A 192.0.2.11
c  3600 IN A 192.0.2.16
d  3600 IN A 192.0.2.12
;- named.conf
zone "${label}.2.0.192.in-addr.arpa" { type primary; file "classless.zone"; };
zone "example.com" { type primary; file "example.com.zone"; };
;- classless.zone
15 3600 IN PTR a.example.net.
`);
    const shown = workbench.shown().filter(({ primary }) => primary);
    return shown.map(({ severity, rule, message }) => `${severity} ${rule} ${message.split(';')[0]}`);
  };
  for (const label of ['8/29', '8-15', '8-29'])
    assert.deepEqual(found(label), [`error ptr-missing No PTR record for 192.0.2.11 in ${label}.2.0.192.in-addr.arpa`]);
  assert.deepEqual(found('12-15'), []);
});

test('a network without any pointer is one finding', () => {
  check(`
;- example.com.zone
a  3600 IN A 192.0.2.10
;            ^^^^^^^^^^ warning ptr-missing: 4 addresses of 192.0.2.0/24 have no PTR record: 2.0.192.in-addr.arpa has none there
b  3600 IN A 192.0.2.11
c  3600 IN A 192.0.2.12
d  3600 IN A 192.0.2.113
;- 2.0.192.in-addr.arpa.zone
@  3600 IN NS ns.example.net.
;< (warning ptr-missing: 4 addresses of 192.0.2.0/24 have no PTR record: 2.0.192.in-addr.arpa has none there)
`);
});

test('unknown is silent: no reverse zone, a delegation, a wildcard', () => {
  check(`
;- example.com.zone
a  3600 IN A 192.0.2.10
b  3600 IN A 198.51.100.10
c  3600 IN A 203.0.113.10
d  3600 IN A 127.0.0.1
;            ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: d.example.com is not reached there
*  3600 IN A 203.0.113.20
;- 100.51.198.in-addr.arpa.zone
10 3600 IN NS ns.example.net.
;- 113.0.203.in-addr.arpa.zone
*  3600 IN PTR pool.example.net.
`);
});

test('one finding for the addresses that hosts of a /64 took themselves', () => {
  check(`
;- example.com.zone
a     IN AAAA 2001:db8::211:22ff:fe33:4455
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information ptr-missing: No PTR record for 2001:db8::211:22ff:fe33:4455 in 8.b.d.0.1.0.0.2.ip6.arpa, and none for 1 more of its /64: its host took it itself
b     IN AAAA 2001:db8::a1b2:c3d4:e5f6:9788
ns1   IN AAAA 2001:db8::211:22ff:fe33:4466
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning ptr-missing: No PTR record for 2001:db8::211:22ff:fe33:4466 in 8.b.d.0.1.0.0.2.ip6.arpa
@     IN NS   ns1
;             ^^^ information ns-no-ipv4: No name server of example.com has an A record: resolvers without IPv6 get no answer
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@     IN NS   ns1.example.com.
;< (warning ptr-missing: No PTR record for 2001:db8::211:22ff:fe33:4466 in 8.b.d.0.1.0.0.2.ip6.arpa)
;             ^^^^^^^^^^^^^^^^ information ns-no-ipv4: No name server of 8.b.d.0.1.0.0.2.ip6.arpa has an A record: resolvers without IPv6 get no answer
`);
});

test('a line of $GENERATE is one finding', () => {
  check(`
;- example.com.zone
$GENERATE 10-60 host-$ IN A 192.0.2.$
;                           ^^^^^^^^^ warning ptr-missing: 51 addresses of this $GENERATE line have no PTR record in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
1     IN PTR  gw.example.net.
;< (warning ptr-missing: 51 addresses of this $GENERATE line have no PTR record in 2.0.192.in-addr.arpa)
`);
});

test('zones of no hosts are not paired', () => {
  check(`
;- rpz.example.com.zone
bad.example.net IN A 192.0.2.10
;- policy.example.com.zone
worse.example.net IN A 192.0.2.11
evil.example.net IN CNAME .
;- example.org.zone rpz
bad.example.net IN A 192.0.2.12
;- list.example.net.zone
2.0.0.127 IN A 127.0.0.2
10 IN A 192.0.2.13
;- 2.0.192.in-addr.arpa.zone
1     IN PTR  gw.example.net.
`);
});

test('an empty zone of the server is not paired', () => {
  check(`
;- example.com.zone
www   IN A    10.0.0.1
;- 10.in-addr.arpa.zone
@     IN SOA  localhost. root.localhost. 1 604800 86400 2419200 86400
@     IN NS   localhost.
`);
});

test('names that no PTR should have', () => {
  check(`
;- example.com.zone
*     IN A    192.0.2.10
_sip  IN A    192.0.2.11
;<---- warning hostname-invalid: _sip.example.com is no host name: "_" is not a letter, a digit or a hyphen
gc._msdcs IN A 192.0.2.12
DomainDnsZones IN A 192.0.2.13
@     IN A    192.0.2.14
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.14 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
1     IN PTR  gw.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.14 in 2.0.192.in-addr.arpa)
`);
});

test('in the reverse zone it is shown at the SOA record', () => {
  check(`
;- example.com.zone
www  3600 IN A 192.0.2.10
;              ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster.example.net. 2026112301 1h 15m 1w 1h
;       ^^^ (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
11   IN PTR other.example.net.
`);
});

test('a mail host that another domain lets send', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 include:_spf.example.net -all"
;- example.net.zone
_spf 3600 IN TXT "v=spf1 a:out.example.net ?all"
out  3600 IN A   192.0.2.9
;                ^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.9 in 2.0.192.in-addr.arpa; out.example.net sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
8    3600 IN PTR host.example.org.
;< (error ptr-missing: No PTR record for 192.0.2.9 in 2.0.192.in-addr.arpa; out.example.net sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
});

test('a PTR above the delegation is none: the zone below is asked', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa
any   3600 IN A    198.51.100.30
;- 0.192.in-addr.arpa.zone
2     3600 IN NS   ns1.example.net.
30.2  3600 IN PTR  www.example.com.
;- 2.0.192.in-addr.arpa.zone
31    3600 IN PTR  x.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa)
;- 51.198.in-addr.arpa.zone
100   3600 IN NS   ns1.example.net.
30.100 3600 IN PTR www.example.com.
;- 100.51.198.in-addr.arpa.zone
*     3600 IN PTR  any.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and any.example.com has 198.51.100.30 only: for the others no receiver of mail believes it
`);
});

test('a PTR above a zone that is not delegated may be what is asked', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
30.2  3600 IN PTR  www.example.com.
;- 2.0.192.in-addr.arpa.zone
31    3600 IN PTR  x.example.net.
`);
});

test('a host of the name version makes no catalog zone', () => {
  check(`
;- example.com.zone
version 3600 IN TXT  "2"
www     3600 IN A    192.0.2.30
;                    ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa
;- catalog.example.zone
version 3600 IN TXT  "2"
a.zones 3600 IN PTR  example.org.
group   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
31      3600 IN PTR  x.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.30 in 2.0.192.in-addr.arpa)
`);
});

test('the root of a closed network is no reverse zone, though it answers for reverse names', () => {
  check(`
;- named.conf
zone "." { type primary; file "closed.zone"; };
;- closed.zone
. 3600 IN SOA a.ns. hostmaster.ns. 1 2h 1h 1w 5m
. 3600 IN NS a.ns.
a.ns. 3600 IN A 192.0.2.53
mail.example. 3600 IN A 192.0.2.25
example. 3600 IN MX 10 mail.example.
53.2.0.192.in-addr.arpa. 3600 IN PTR a.ns.
`);
});

test('an address that is delegated by itself, beside a classless zone, has a zone of its own that nobody here knows', () => {
  check(`
;- example.com.zone
@     3600 IN MX    10 mx28
@     3600 IN MX    10 mx29
mx28  3600 IN A     203.0.113.28
mx29  3600 IN A     203.0.113.29
b     3600 IN A     203.0.113.30
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.net.
28    3600 IN CNAME 28.0-127
29    3600 IN NS    ns1.example.net.
30    3600 IN NS    ns1.example.net.
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN PTR   mx28.example.com.
30    3600 IN PTR   mx28.example.com.
`);
});

test('an MX record at the apex of a reverse zone makes nobody a mail host', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
@   3600 IN MX 10 www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
`);
});

test('the zone arpa is a reverse zone where it has names of the family', () => {
  check(`
;- example.com.zone
www  3600 IN AAAA 2001:db8::10
;                 ^^^^^^^^^^^^ warning ptr-missing: No PTR record for 2001:db8::10 in arpa
four 3600 IN A    192.0.2.10
;- arpa.zone origin=arpa.
$ORIGIN ip6.arpa.
;< (warning ptr-missing: No PTR record for 2001:db8::10 in arpa)
1.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2 3600 IN PTR host.example.net.
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
@     3600 IN MX   10 mail
mail  3600 IN A    192.0.2.25
mail  3600 IN AAAA 2001:db8::25
;                  ^^^^^^^^^^^^ error ptr-missing: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone secondary
25    3600 IN PTR  mail.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone secondary
@     3600 IN NS   ns1.example.net.
;< (error ptr-missing: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR mail.example.com." to 8.b.d.0.1.0.0.2.ip6.arpa (refused: 8.b.d.0.1.0.0.2.ip6.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
