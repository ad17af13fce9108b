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
;           ^^ error ds-no-delegation: sub.example.com has a DS record and no NS record: a DS belongs to a delegation, and BIND refuses the zone. Add the NS records of the child zone, or delete the DS
sub 3600 IN DS 12345 13 1 0000000000000000000000000000000000000000
;                       ^ warning ds-deprecated: DS has a digest of type 1 (SHA-1), which validators give up: use type 2 (SHA-256)
sub 3600 IN DS 12345 13 250 00112233
;                       ^^^ warning ds-unknown: DS names digest type 250, which nobody knows: validators pass the record over. In use are 2 (SHA-256) and 4 (SHA-384)
`);
});
