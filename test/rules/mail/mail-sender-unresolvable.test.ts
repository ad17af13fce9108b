import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
news 3600 IN TXT "v=spf1 include:_spf.example.net -all"
;                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning mail-sender-unresolvable: The SPF record lets hosts send as news.example.com, which has no MX, A or AAAA record: receivers refuse senders that can't be answered (Postfix: 450 4.1.8 "Domain not found")
`);
});

test('with an address, an MX record, an alias, included ones, services, and wildcards', () => {
  check(`
;- example.com.zone
@    3600 IN TXT "v=spf1 include:part.example.com include:_spf.example.com mx -all"
@    3600 IN MX  10 mail.example.net.
part 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
_spf 3600 IN TXT "v=spf1 ip4:192.0.2.2 -all"
spf1 3600 IN TXT "v=spf1 ip4:192.0.2.3 -all"
a    3600 IN TXT "v=spf1 a -all"
a    3600 IN A   192.0.2.4
b    3600 IN TXT "v=spf1 -all"
*    3600 IN TXT "v=spf1 ip4:192.0.2.5 -all"
c    3600 IN TXT "v=spf1 ip4:192.0.2.5 -all"
;                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning mail-sender-unresolvable: The SPF record lets hosts send as c.example.com, which has no MX, A or AAAA record: receivers refuse senders that can't be answered (Postfix: 450 4.1.8 "Domain not found")
`);
});
