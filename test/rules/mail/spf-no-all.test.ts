import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=spf1 ip4:192.0.2.25"
;              ^^^^^^^^^^^^^^^^^^^^^ information spf-no-all: Without "all" at its end the SPF record leaves open what is to become of forged mail: end it with "~all" or "-all"
`);
});

test('neutral, redirected, included, and broken', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "v=spf1 ip4:192.0.2.25 ?all"
b 3600 IN TXT "v=spf1 redirect=_spf.example.net"
_spf 3600 IN TXT "v=spf1 ip4:192.0.2.25"
c 3600 IN TXT "v=spf1 ip4:192.0.2.25 -al"
;                                    ^^^ error spf-syntax: "-al" is not an SPF mechanism or modifier ("-all" is meant): receivers answer permerror to the whole SPF record
d 3600 IN TXT "v=spf1 ip4:192.0.2.25"
`);
});
