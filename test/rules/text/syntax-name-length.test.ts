import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('256 octets with the origin', () => {
  check(`
;- example.com.zone
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 3600 IN A 192.0.2.10
;<--------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- error syntax-name-length: A name has at most 255 octets with its origin, this one has more: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa..."
`);
});

test('255 octets', () => {
  check(`
;- example.com.zone
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com. 3600 IN TXT "outside"
`);
});
