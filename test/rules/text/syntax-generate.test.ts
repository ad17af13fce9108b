import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no range, an address beyond the last one, data of several words', () => {
  check(`
;- example.com.zone
$GENERATE 9-1 host$ A 192.0.2.$
;         ^^^ error syntax-generate: "9-1" is not a range: start-stop or start-stop/step, start not above stop, step at least 1
$GENERATE 250-260 host$ A 192.0.2.$
;                         ^^^^^^^^^ error syntax-generate: For 256 "192.0.2.256" is not an address: A address "192.0.2.256" is not an IPv4 address: octet 256 is over 255
$GENERATE 1-9 host$ MX 10 mail
;                         ^^^^ error syntax-generate: The data of $GENERATE is one word: put "10 mail" in quotation marks
`);
});

test('ranges with steps, offsets and widths, and quoted data', () => {
  check(`
;- example.com.zone
$GENERATE 0-8/4 host\${1,3,d} A 192.0.2.$
$GENERATE 1-2 mx$ MX "10 mail.example.net."
`);
});
