import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a wildcard, and a name with an asterisk inside', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
*    IN NS  ns1.example.net.
;<- error ns-wildcard: *.example.com has an NS record: a wildcard can't be delegated, and BIND refuses the zone
a*   IN NS  ns1.example.net.
;<-- warning wildcard-partial: "a*" is no wildcard: an asterisk stands for other names only where it is a label by itself, so nobody but who asks for a*.example.com gets this
*.b  IN A   192.0.2.1
`);
});
