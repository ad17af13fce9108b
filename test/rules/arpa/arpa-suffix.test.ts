import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a zone: once', () => {
  check(`
;- 2.0.192.in-addr.apra.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-suffix: 2.0.192.in-addr.apra ends in in-addr.apra: reverse zones end in in-addr.arpa
30    3600 IN PTR  www.example.net.
31    3600 IN PTR  www.example.net.
;- 8.b.d.0.1.0.0.2.ip6.int.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- error arpa-suffix: 8.b.d.0.1.0.0.2.ip6.int ends in ip6.int: reverse zones end in ip6.arpa
1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 3600 IN PTR www.example.net.
`);
});

test('an owner', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
30.2.0.192.ip4.arpa  3600 IN PTR  www.example.com.
;<------------------- error arpa-suffix: The owner ends in ip4.arpa, and the zone's name comes behind it: reverse names end in in-addr.arpa
`);
});

test('a host whose name has such a label', () => {
  check(`
;- example.com.zone
ip4   3600 IN A    192.0.2.1
ip6.int 3600 IN PTR www
`);
});
