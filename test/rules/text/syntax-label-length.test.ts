import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('64 octets, in an owner and in a target', () => {
  check(`
;- example.com.zone
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 3600 IN A 192.0.2.10
;<---------------------------------------------------------------- error syntax-label-length: A label has at most 63 octets, this one has more: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."
b 3600 IN CNAME aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
;               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-label-length: CNAME target has a label of more than 63 bytes, "aaaaaaaaaaaaaaaaaaaa..."
`);
});

test('63 octets, also where escapes are written', () => {
  check(`
;- example.com.zone
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 3600 IN A 192.0.2.10
bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\\065 3600 IN A 192.0.2.11
`);
});
