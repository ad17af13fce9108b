import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('month and day changed places', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 2026231100 1d 2h 4w 1h
;                                           ^^^^^^^^^^ hint serial-date: Serial 2026231100 begins like a date, and 2026-23-11 is none: tools that write YYYYMMDDnn count on from it and do not come back to the date
`);
});

test('day or month first', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 30112026 1d 2h 4w 1h
;                                           ^^^^^^^^ information serial-date: Serial 30112026 is a date with the year last, so later dates can be lower and secondaries do not fetch the zone: meant is YYYYMMDDnn, 2026113000
;- example.net.zone
@   3600 IN SOA ns1.example.net. hostmaster 0112202603 1d 2h 4w 1h
;                                           ^^^^^^^^^^ information serial-date: Serial 0112202603 is a date with the year last, so later dates can be lower and secondaries do not fetch the zone: meant is YYYYMMDDnn, 2026120103
;- example.org.zone
@   3600 IN SOA ns1.example.net. hostmaster 11302026 1d 2h 4w 1h
;                                           ^^^^^^^^ information serial-date: Serial 11302026 is a date with the year last, so later dates can be lower and secondaries do not fetch the zone: meant is YYYYMMDDnn, 2026113000
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
;- eight.example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 31022026 1d 2h 4w 1h
;- past.example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 12121212 1d 2h 4w 1h
`,
    { rules: { 'serial-date': 'hint' } },
  );
});
