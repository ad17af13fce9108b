import { test } from 'node:test';
import { check } from '../support/check.ts';

test('an owner without its final dot, and one in forward order', () => {
  check(`
;- example.com.zone
10.2.0.192.in-addr.arpa IN PTR www
;<----------------------- warning ptr-outside-arpa: 10.2.0.192.in-addr.arpa.example.com lies in example.com: the PTR record of 192.0.2.10 is looked up in the reverse tree only
192.0.2.11 IN PTR www
;<---------- warning ptr-outside-arpa: 192.0.2.11.example.com lies in example.com: the PTR record of an address is looked up in the reverse tree only
_http._tcp IN PTR www
www   IN A    198.51.100.1
2     IN PTR  www
`);
});
