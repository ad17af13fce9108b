import { test } from 'node:test';
import { check } from '../../support/check.ts';

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
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
ns2  IN CNAME ns1.example.net.
`,
    { wholeZones: true },
  );
});
