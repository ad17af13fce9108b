import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no records, other records, below a DNAME', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns1
;           ^^^ error ns-no-address: example.com has the name server ns1.example.com, which has no A or AAAA record: BIND refuses the zone
@    IN NS  ns2
;           ^^^ error ns-no-address: example.com has the name server ns2.example.com, which has no A or AAAA record: BIND refuses the zone
@    IN NS  ns3.d
;           ^^^^^ error ns-no-address: example.com has the name server ns3.d.example.com, which lies below the DNAME of d.example.com: BIND refuses the zone
@    IN NS  @
;           ^ error ns-no-address: example.com has the name server example.com, which has no A or AAAA record: BIND refuses the zone
ns2  IN TXT "x"
d    IN DNAME example.net.
`,
    { wholeZones: true },
  );
});

test('a missing dot', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns2.example.net
;           ^^^^^^^^^^^^^^^ error ns-no-address: "ns2.example.net" has no final dot, so it means ns2.example.net.example.com, which has no A or AAAA record: BIND refuses the zone
`,
    { wholeZones: true },
  );
});

test('A, AAAA, a wildcard, a delegation, and names elsewhere', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns1
@    IN NS  ns2
@    IN NS  any.w
@    IN NS  ns4.sub
ns1  IN A   192.0.2.1
ns2  IN AAAA 2001:db8::2
*.w  IN A   192.0.2.3
sub  IN NS  ns.example.net.
`,
    { wholeZones: true },
  );
});

test('an address that can not be read', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns1
ns1  IN A   192.0.2
;           ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`,
    { wholeZones: true },
  );
});

test('a reverse zone', () => {
  check(
    `
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;                            ^^^^^^^^^^ information soa-rname-invalid: The mailbox reads as hostmaster@2.0.192.in-addr.arpa, and 2.0.192.in-addr.arpa takes no mail: it has no MX, A or AAAA record
@    IN NS  ns1
;           ^^^ error ns-no-address: 2.0.192.in-addr.arpa has the name server ns1.2.0.192.in-addr.arpa, which has no A or AAAA record: BIND refuses the zone
`,
    { wholeZones: true },
  );
});

test('delegations, and servers in other held zones', () => {
  check(
    `
;- example.com.zone
@     60 IN NS ns1.example.net.
@     60 IN NS gone.example.net.
;              ^^^^^^^^^^^^^^^^^ warning ns-no-address: example.com has the name server gone.example.net, which does not exist in example.net: nobody reaches this server
a     60 IN NS nohost
;              ^^^^^^ warning ns-no-address: a.example.com is delegated to nohost.example.com, which has no A or AAAA record: nobody reaches this server
b     60 IN NS ns9.example.org
;              ^^^^^^^^^^^^^^^ warning ns-no-address: "ns9.example.org" has no final dot, so it means ns9.example.org.example.com, which has no A or AAAA record: nobody reaches this server
c     60 IN NS ns.d
;              ^^^^ warning ns-no-address: c.example.com is delegated to ns.d.example.com, which lies below the DNAME of d.example.com: nobody reaches this server
d     60 IN DNAME example.org.
;- example.net.zone
ns1   60 IN A  192.0.2.1
`,
  );
});

test('delegations to servers with addresses, and to those that nobody here knows', () => {
  check(
    `
;- example.com.zone
a     60 IN NS ns1
b     60 IN NS any.w
c     60 IN NS ns1.example.org.
d     60 IN NS ns.sub
sub   60 IN NS ns.sub
ns.sub 60 IN A 192.0.2.3
ns1   60 IN A  192.0.2.1
*.w   60 IN A  192.0.2.2
`,
    { rules: { 'ns-no-address': 'error' } },
  );
});

test('a server in a delegated zone that is held', () => {
  check(
    `
;- example.com.zone
a     60 IN NS gone.sub
;              ^^^^^^^^ warning ns-no-address: a.example.com is delegated to gone.sub.example.com, which does not exist in sub.example.com: nobody reaches this server
b     60 IN NS ns.sub
ns.sub 60 IN A 192.0.2.1
sub   60 IN NS ns.sub
;- sub.example.com.zone
@     60 IN NS ns
ns    60 IN A  192.0.2.1
`,
  );
});

test('the root is no server, at the apex and at a delegation', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  .
;           ^ warning ns-no-address: example.com has the name server ".", which is the root of all names and no server: nobody reaches this server
sub  IN NS  .
;           ^ warning ns-no-address: sub.example.com is delegated to ".", which is the root of all names and no server: nobody reaches this server
`,
    { wholeZones: true },
  );
});

test('a zone that servers keep to answer nothing names the root', () => {
  check(`
;- db.empty origin=10.in-addr.arpa.
$TTL 1d
@    IN SOA . . 1 1h 1h 1w 1h
@    IN NS  .
`);
});
