import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('eleven digits', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 20261123001 1d 2h 4w 1h
;                                         ^^^^^^^^^^^ error serial-range: SOA serial 20261123001 is over 4294967295
`);
});

test('the greatest', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 4294967295 1d 2h 4w 1h
`);
});
