import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what a rule says of many records of one $GENERATE line is one finding, that of the first', () => {
  check(`
;- example.com.zone
$GENERATE 1-20 h$ 3600 IN A 192.0.2.$
;- 2.0.192.in-addr.arpa.zone
$GENERATE 1-20 $ 3600 IN CNAME h$.example.com.
;                        ^^^^^ warning arpa-cname-host: 192.0.2.1 is led to h1.example.com, a host without PTR records: it takes a PTR record with that name (the first of 20 findings of this $GENERATE line)
$GENERATE 81-99 $ 3600 IN PTR h$
;                             ^^ error ptr-target-in-arpa: "h$" has no final dot, so it means h81.2.0.192.in-addr.arpa (the first of 19 findings of this $GENERATE line)
$GENERATE 101-110 $ 3600 IN A 198.51.100.$
;                           ^ warning arpa-address-record: 101.2.0.192.in-addr.arpa is the reverse name of 192.0.2.101: it takes a PTR record with the host's name, not an address (the first of 10 findings of this $GENERATE line)
0/26 3600 IN NS ns1.example.net.
$GENERATE 120-130 $ 3600 IN CNAME $.0/26
;                                 ^^^^^^ warning arpa-classless-range: 192.0.2.120 is led to 0/26.2.0.192.in-addr.arpa, which covers 0 to 63 (the first of 11 findings of this $GENERATE line)
;- 0.192.in-addr.arpa.zone
$GENERATE 81-99 $.2 3600 IN PTR h$.example.net.
;               ^^^ warning arpa-duplicate-zones: 192.0.2.81 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen (the first of 19 findings of this $GENERATE line)
`);
});

test('mail hosts among them are told by themselves', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 10 h3
$GENERATE 1-20 h$ 3600 IN A 192.0.2.$
;                           ^^^^^^^^^ (error ptr-target-in-arpa: "h$" has no final dot, so it means h1.2.0.192.in-addr.arpa (the first of 19 findings of this $GENERATE line))
;                           ^^^^^^^^^ (error ptr-target-in-arpa: "h$" has no final dot, so it means h3.2.0.192.in-addr.arpa; h3.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
$GENERATE 1-20 $ 3600 IN PTR h$
;                            ^^ error ptr-target-in-arpa: "h$" has no final dot, so it means h1.2.0.192.in-addr.arpa (the first of 19 findings of this $GENERATE line)
;                            ^^ error ptr-target-in-arpa: "h$" has no final dot, so it means h3.2.0.192.in-addr.arpa; h3.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});
