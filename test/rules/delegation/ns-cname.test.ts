import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('an alias, and one by a wildcard', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns1
;           ^^^ error ns-cname: ns1.example.com is an alias of host.example.com: an NS record names a host that has addresses of its own
@    IN NS  ns2.w
;           ^^^^^ error ns-cname: ns2.w.example.com is an alias of host.example.com: an NS record names a host that has addresses of its own
ns1  IN CNAME host
*.w  IN CNAME host
host IN A   192.0.2.1
`,
    { wholeZones: true },
  );
});

test('an alias in another zone', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns2.example.org.
;           ^^^^^^^^^^^^^^^^ warning ns-cname: ns2.example.org is an alias of ns1.example.net: an NS record names a host that has addresses of its own
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
ns2  IN CNAME ns1.example.net.
`,
    { wholeZones: true },
  );
});

test('of a delegation, in the zone and in another one', () => {
  check(`
;- example.com.zone
a     60 IN NS al
;              ^^ warning ns-cname: al.example.com is an alias of host.example.com: an NS record names a host that has addresses of its own
b     60 IN NS al.example.net.
;              ^^^^^^^^^^^^^^^ warning ns-cname: al.example.net is an alias of host.example.org: an NS record names a host that has addresses of its own
c     60 IN NS ns.example.org.
al    60 IN CNAME host
host  60 IN A  192.0.2.1
;- example.net.zone
al    60 IN CNAME host.example.org.
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
a     60 IN NS al
;              ^^ warning ns-cname: al.example.com is an alias of host.example.com: an NS record names a host that has addresses of its own
al    60 IN CNAME host
host  60 IN A  192.0.2.1
`,
    'Change the target from al.example.com. to host.example.com.',
    `
;- example.com.zone
a     60 IN NS host.example.com.
al    60 IN CNAME host
host  60 IN A  192.0.2.1
`,
  );
});
