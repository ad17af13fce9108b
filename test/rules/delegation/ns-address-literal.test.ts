import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('at the apex and below', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  192.0.2.1
;           ^^^^^^^^^ error ns-address-literal: An NS record holds the name of a server, not its address: 192.0.2.1 is read as the name 192.0.2.1.example.com
sub  IN NS  192.0.2.2.
;           ^^^^^^^^^^ error ns-address-literal: An NS record holds the name of a server, not its address: 192.0.2.2 is read as the name 192.0.2.2
v6   IN NS  2001:db8::1
;           ^^^^^^^^^^^ error ns-address-literal: An NS record holds the name of a server, not its address: 2001:db8::1 is read as the name 2001:db8::1.example.com
`,
    { wholeZones: true },
  );
});

test('names that only begin like that', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN NS  192.0.2.example.net.
sub2 IN NS  192.0.2.1.example.net.
`,
    { wholeZones: true },
  );
});

test('the only server of a delegation is told as an address, and not as the only one too', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NS  ns2.example.net.
s    IN NS  192.0.2.3
;           ^^^^^^^^^ error ns-address-literal: An NS record holds the name of a server, not its address: 192.0.2.3 is read as the name 192.0.2.3.example.com
`,
    { wholeZones: true },
  );
});
