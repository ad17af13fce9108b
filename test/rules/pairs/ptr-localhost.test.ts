import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the PTR of 127.0.0.1 names another host', () => {
  check(`
;- 127.in-addr.arpa.zone
1.0.0 IN PTR  ws1.example.net.
;             ^^^^^^^^^^^^^^^^ warning ptr-localhost: The PTR record of 127.0.0.1 names ws1.example.net: programs expect localhost
`);
});

test('localhost with another address', () => {
  check(`
;- example.com.zone
localhost IN A 192.0.2.1
;              ^^^^^^^^^ warning ptr-localhost: localhost.example.com has 192.0.2.1: programs expect 127.0.0.1 behind this name
localhost IN A 127.0.0.1
;- 127.in-addr.arpa.zone
1.0.0 IN PTR  localhost.
`);
});

test('a localhost of the zone that does not exist', () => {
  check(`
;- example.com.zone
www   IN A    127.0.0.1
;             ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: www.example.com is not reached there
;- 127.in-addr.arpa.zone
1.0.0 IN PTR  localhost.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^ warning ptr-localhost: localhost.example.com does not exist, so 127.0.0.1 and it do not agree
`);
});

test('localhost with another address, and the PTR that names it: one finding', () => {
  check(`
;- example.com.zone
localhost IN A 192.0.2.1
;              ^^^^^^^^^ warning ptr-localhost: localhost.example.com has 192.0.2.1: programs expect 127.0.0.1 behind this name
;- 127.in-addr.arpa.zone
1.0.0 IN PTR  localhost.example.com.
`);
});

test('the PTR of 127.0.0.1 names a localhost with another loopback address', () => {
  check(`
;- example.com.zone
localhost IN A 127.0.0.2
;- 127.in-addr.arpa.zone
1.0.0 IN PTR  localhost.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^ warning ptr-localhost: localhost.example.com has another address than 127.0.0.1
`);
});

test('a PTR that its host confirms: programs expect localhost all the same', () => {
  check(`
;- example.com.zone
dev 3600 IN A   127.0.0.1
;               ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: dev.example.com is not reached there
;- 127.in-addr.arpa.zone
1.0.0 3600 IN PTR dev.example.com.
;                 ^^^^^^^^^^^^^^^^ warning ptr-localhost: The PTR record of 127.0.0.1 names dev.example.com: programs expect localhost
`);
  check(`
;- example.com.zone
localhost 3600 IN A 192.0.2.1
;                   ^^^^^^^^^ (warning ptr-generic: localhost.example.com looks generic: the name is that of a host for itself)
;                   ^^^^^^^^^ warning ptr-localhost: localhost.example.com has 192.0.2.1: programs expect 127.0.0.1 behind this name
;- 2.0.192.in-addr.arpa.zone
1 3600 IN PTR localhost.example.com.
;             ^^^^^^^^^^^^^^^^^^^^^^ warning ptr-generic: localhost.example.com looks generic: the name is that of a host for itself
`);
});
