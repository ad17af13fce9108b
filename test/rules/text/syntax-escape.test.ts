import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('too few digits, and over 255', () => {
  check(`
;- example.com.zone
a\\25 3600 IN A 192.0.2.10
;^^^ error syntax-escape: "a\\25" has a bad escape: it is \\DDD with three digits up to 255, or \\ and one character
b\\256 3600 IN A 192.0.2.11
;^^^^ error syntax-escape: "b\\256" has a bad escape: it is \\DDD with three digits up to 255, or \\ and one character
`);
});

test('three digits, and a character', () => {
  check(`
;- example.com.zone
a\\025 3600 IN TXT "a"
b\\.c 3600 IN TXT "b"
c 3600 IN TXT "\\255\\\\"
`);
});
