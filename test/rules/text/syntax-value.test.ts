import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a tag that is none, and a type that there is not in a list of types', () => {
  check(`
;- example.com.zone
@ 3600 IN CAA 0 is-sue "ca.example.net"
;               ^^^^^^ error syntax-value: CAA tag must be letters and digits, found "is-sue"
a 3600 IN NSEC b A NOTYPE
;                  ^^^^^^ error syntax-value: NSEC types "NOTYPE" is not a record type
`);
});

test('what their types know', () => {
  check(`
;- example.com.zone
@ 3600 IN CAA 0 issue "ca.example.net"
a 3600 IN NSEC b A TYPE65280
`);
});
