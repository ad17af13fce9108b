import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN MX 10 localhost.
;               ^^^^^^^^^^ warning mx-localhost: localhost is each sender itself: mail for example.com never leaves it. If there is to be no mail, say "MX 0 ."
`);
});

test('hosts in the zone', () => {
  check(`
;- example.com.zone
a 3600 IN MX 10 loop
;               ^^^^ warning mx-localhost: loop.example.com is each sender itself: mail for a.example.com never leaves it. If there is to be no mail, say "MX 0 ."
loop 3600 IN A 127.0.0.1
;              ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: loop.example.com is not reached there
b 3600 IN MX 10 mail
mail 3600 IN A 192.0.2.25
`);
});
