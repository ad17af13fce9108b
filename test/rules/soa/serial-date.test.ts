import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('month and day changed places', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 2026231100 1d 2h 4w 1h
;                                           ^^^^^^^^^^ hint serial-date: Serial 2026231100 begins like a date, and 2026-23-11 is none: tools that write YYYYMMDDnn count on from it and do not come back to the date
`);
});

test('a date, a counter, seconds since 1970', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 2026112300 1d 2h 4w 1h
;- example.net.zone
@   3600 IN SOA ns1.example.net. hostmaster 42 1d 2h 4w 1h
;- example.org.zone
@   3600 IN SOA ns1.example.net. hostmaster 1795000000 1d 2h 4w 1h
`,
    { rules: { 'serial-date': 'hint' } },
  );
});
