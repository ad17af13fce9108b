import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_443._tcp.wwww 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<-------------- warning tlsa-host: wwww.example.com has no A or AAAA record, so nobody asks for its TLSA record
`);
});

test('addresses, aliases elsewhere, wildcards', () => {
  check(`
;- example.com.zone
_443._tcp.a 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
a 3600 IN AAAA 2001:db8::1
_443._tcp.b 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
b 3600 IN CNAME b.example.net.
_443._tcp.c 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
;<----------- warning tlsa-host: c.example.com has no A or AAAA record, so nobody asks for its TLSA record
c 3600 IN TXT "x"
`);
});
