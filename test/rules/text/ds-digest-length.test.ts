import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('too short for its type', () => {
  check(`
;- example.com.zone
sub 3600 IN DS 12345 13 2 00112233
;                         ^^^^^^^^ error ds-digest-length: DS digest has 8 digits, type 2 takes 64
`);
});

test('as long as its type has it, parted by blanks, and a type that nobody knows', () => {
  check(`
;- example.com.zone
sub 3600 IN DS 12345 13 2 00112233445566770011223344556677 00112233445566770011223344556677
sub 3600 IN DS 12345 13 1 0000000000000000000000000000000000000000
sub 3600 IN DS 12345 13 250 00112233
`);
});
