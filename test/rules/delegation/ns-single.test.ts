import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1.example.net.
@    60 IN NS ns1.example.net.
;<------------------------------ warning record-duplicate: example.com has this NS record already
;             ^^^^^^^^^^^^^^^^ warning ns-single: example.com has one name server only, ns1.example.net: when it is down nobody answers; run a second one elsewhere
sub  60 IN NS ns1.example.net.
;             ^^^^^^^^^^^^^^^^ warning ns-single: sub.example.com is delegated to one name server only: when it is down nobody answers
`,
    { rules: { 'ns-single': 'warning' } },
  );
});

test('two servers', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1.example.net.
@    60 IN NS ns2.example.net.
sub  60 IN NS ns1.example.net.
sub  60 IN NS ns2.example.net.
_acme-challenge 60 IN NS auth.example.net.
`,
    { rules: { 'ns-single': 'warning' } },
  );
});

test('a private network, Active Directory, and a zone that only answers a challenge', () => {
  check(
    `
;- example.com.zone
@    60 IN NS ns1
ns1  60 IN A  10.0.0.1
;- example.org.zone
@    60 IN NS dc1.example.net.
_ldap._tcp 60 IN SRV 0 100 389 dc1.example.net.
;- corp.internal.zone
@    60 IN NS ns1.example.net.
;- _acme-challenge.example.net.zone
@    60 IN NS ns1.example.net.
`,
    { rules: { 'ns-single': 'warning' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
;- part fragment
@    60 IN NS ns1.example.net.
;             ^^^^^^^^^^^^^^^^ warning ns-single: example.com has one name server only, ns1.example.net: when it is down nobody answers; run a second one elsewhere
`,
    { rules: { 'ns-single': 'warning' } },
  );
});

test('a zone of another class, whose servers are for itself alone', () => {
  check(
    `
;- bind.zone class=CH
$TTL 0
@    CH SOA ns.bind. hostmaster.bind. 1 3600 600 86400 0
@    CH NS  ns.bind.
version CH TXT "none"
`,
    { rules: { 'ns-single': 'warning' } },
  );
});

test('localhost: a zone that hides names, and one whose other server is told', () => {
  check(
    `
;- ads.example.com.zone
$TTL 1h
@   IN SOA localhost. root.localhost. 1 1d 2h 4w 1h
@   IN NS  localhost.
@   IN A   127.0.0.1
*   IN A   127.0.0.1
;- example.org.zone
$TTL 1h
@   IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h
@   IN NS  localhost.
;          ^^^^^^^^^^ warning ns-localhost: example.org has the name server localhost: whoever asks there asks its own machine
www IN A   192.0.2.1
`,
    { wholeZones: true, rules: { 'ns-single': 'warning' } },
  );
});
