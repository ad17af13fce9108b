import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a target with an address, without one, and one that is not held', () => {
  check(`
;- example.com.zone
pool  3600 IN A    192.0.2.44
other 3600 IN A    198.51.100.1
;- 2.0.192.in-addr.arpa.zone
*     3600 IN PTR  pool.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and pool.example.com has 192.0.2.44 only: for the others no receiver of mail believes it
;- 100.51.198.in-addr.arpa.zone
*     3600 IN PTR  pool.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and pool.example.com has none of these addresses: no receiver of mail believes it
1     3600 IN PTR  other.example.com.
;- 113.0.203.in-addr.arpa.zone
*     3600 IN PTR  pool.example.net.
`);
});

test('outside the reverse tree', () => {
  check(`
;- example.com.zone
pool  3600 IN A    192.0.2.44
*     3600 IN PTR  pool
`);
});

test('IPv6', () => {
  check(`
;- example.com.zone
pool  3600 IN AAAA 2001:db8::44
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
*     3600 IN PTR  pool.example.com.
;<- information arpa-wildcard: This PTR answers for every address without one of its own, and pool.example.com has 2001:db8::44 only: for the others no receiver of mail believes it
`);
});
