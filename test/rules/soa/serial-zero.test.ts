import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('zero, where the rule is on', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 0 1d 2h 4w 1h
;                                           ^ information serial-zero: The serial is 0, which some servers and tools take for none: begin with 1, or with the date
`,
    { rules: { 'serial-zero': 'information' } },
  );
});

test('off by itself, and silent of others', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 0 1d 2h 4w 1h
;- example.net.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
`);
});
