import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('labels that say nothing', () => {
  check(`
;- customers.2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- information arpa-zone-name: customers.2.0.192.in-addr.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
;- 002.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- information arpa-zone-name: 002.0.192.in-addr.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
;- 300.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- information arpa-zone-name: 300.0.192.in-addr.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
;- 8bd.1.0.0.2.ip6.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;<- information arpa-zone-name: 8bd.1.0.0.2.ip6.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
`);
});

test('known forms', () => {
  check(`
;- 0-63.2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- 0/26.3.0.192.in-addr.arpa.zone origin=0/26.3.0.192.in-addr.arpa.
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- 0.8.b.d.0.1.0.0.2.ip6.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
`);
});

test('the zone above delegates it', () => {
  check(`
;- customers.2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;- 2.0.192.in-addr.arpa.zone
customers 3600 IN NS ns1.example.com.
`);
});
