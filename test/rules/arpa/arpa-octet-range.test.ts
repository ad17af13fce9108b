import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('over 255, and no number', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
300   3600 IN PTR  www.example.com.
;<--- error arpa-octet-range: Label 300 is over 255: reverse names of IPv4 are made of octets
gw    3600 IN PTR  www.example.com.
;<-- error arpa-octet-range: Label gw is not a number from 0 to 255: reverse names of IPv4 are made of octets
`);
});

test('the address whose PTR it was meant to be is not reported as well', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
3o    3600 IN PTR  www.example.com.
;<-- error arpa-octet-range: Label 3o is not a number from 0 to 255: reverse names of IPv4 are made of octets
`);
});

test('services, wildcards, aliases, other types and classless labels', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
_srv._tcp 3600 IN PTR  www.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.53 in 2.0.192.in-addr.arpa)
b._dns-sd._udp 3600 IN PTR @
30.x  3600 IN PTR  www.example.com.
30    3600 IN CNAME 30.x
gw    3600 IN TXT  "a note"
ns    3600 IN A    192.0.2.53
;                  ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.53 in 2.0.192.in-addr.arpa
5.0-7 3600 IN PTR  www.example.net.
`);
});

test('one finding for a line of $GENERATE', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
$GENERATE 254-258 $ PTR host-$.example.net.
;<------------------------------------------- hint ptr-generic-series: 5 PTR records made by $GENERATE only count, from 192.0.2.254 (host-254.example.net) to 258.2.0.192.in-addr.arpa (host-258.example.net)
;                 ^ error arpa-octet-range: Owners that this line makes have labels that are no octets: $
`);
});

test('a zone whose own name is in no known form', () => {
  check(`
;- customer.2.0.192.in-addr.arpa.zone
a     3600 IN PTR  www.example.net.
;< information arpa-zone-name: customer.2.0.192.in-addr.arpa stands for no network: its labels are no octets or nibbles, and no range such as 0-63 or 0/26
`);
});
