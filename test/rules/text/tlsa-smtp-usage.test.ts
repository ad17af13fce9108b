import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_25._tcp.mail 3600 IN TLSA 1 1 1 abababababababababababababababababababababababababababababababab
;                          ^ warning tlsa-smtp-usage: Senders of mail pass over TLSA usage 1: they take 2 and 3 (RFC 7672), of which 3 is the one for this data
mail          3600 IN A    192.0.2.25
`);
});

test('usages 2 and 3, and other ports', () => {
  check(`
;- example.com.zone
mail          3600 IN A    192.0.2.25
_25._tcp.mail 3600 IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
_465._tcp.mail 3600 IN TLSA 0 1 1 abababababababababababababababababababababababababababababababab
;                           ^ warning tlsa-smtp-usage: Senders of mail pass over TLSA usage 0: they take 2 and 3 (RFC 7672), of which 2 is the one for this data
_443._tcp.mail 3600 IN TLSA 1 1 1 abababababababababababababababababababababababababababababababab
`);
});
