import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN MX  0 .
;               ^ warning mail-null-mx-sends: example.com takes no mail ("MX 0 ."), while its SPF record lets hosts send: receivers refuse senders that can't be answered. Name a mail server, or make the SPF record "v=spf1 -all"
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`);
});

test('parked, and no SPF', () => {
  check(`
;- example.com.zone
a 3600 IN MX  0 .
a 3600 IN TXT "v=spf1 -all"
b 3600 IN MX  0 .
c 3600 IN MX  0 .
c 3600 IN TXT "v=spf1 ~ip4:192.0.2.1 -all"
`);
});
