import { test } from 'node:test';
import { check } from '../support/check.ts';

test('characters that no host name has', () => {
  check(`
;- example.com.zone
my_host IN A  192.0.2.10
ok-1  IN A    192.0.2.11
-bad  IN A    192.0.2.12
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  my_host.example.com.
;             ^^^^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: my_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
11    IN PTR  ok-1.example.com.
12    IN PTR  -bad.example.com.
;             ^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen
13    IN PTR  *.example.net.
;             ^^^^^^^^^^^^^^ warning ptr-target-invalid: *.example.net is no host name: "*" is not a letter, a digit or a hyphen
14    IN PTR  .
;             ^ warning ptr-target-invalid: . is no host name: it is the root
`);
});
