import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('over 2147483647, in a record and in $TTL', () => {
  check(`
;- example.com.zone
www 2147483648 IN A 192.0.2.10
;   ^^^^^^^^^^ warning ttl-range: TTL 2147483648 is over 2147483647: BIND sets it to 0
$TTL 4294967295
;    ^^^^^^^^^^ warning ttl-range: TTL 4294967295 is over 2147483647: BIND sets it to 0
`);
});

test('the greatest', () => {
  check(`
;- example.com.zone
www 2147483647 IN A 192.0.2.10
$TTL 24855d
`);
});
