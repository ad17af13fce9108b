import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('retry is too long', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1h 2h 4w 1h
;                                              ^^ warning soa-timers: Retry 2h is not shorter than refresh 1h: after a failure secondaries wait longer than without one; Refresh 1h is shorter than the usual 4 hours
`);
});

test('all that holds is told at once', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1h 1h 1h 1w
;                                              ^^ warning soa-timers: Retry 1h is not shorter than refresh 1h: after a failure secondaries wait longer than without one; Expire 1h is shorter than refresh and retry together (2h): one failed transfer, and secondaries give the zone up; Refresh 1h is shorter than the usual 4 hours; Minimum 1w keeps a name that was missing away for more than a day
`);
});

test('expire is too short', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 1d 1h
;                                                 ^^ warning soa-timers: Expire 1d is shorter than refresh and retry together (1d2h): one failed transfer, and secondaries give the zone up
`);
});

test('zeros', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 0 2h 4w 1h
;                                           ^ warning soa-timers: Refresh is 0: secondaries ask for changes without a pause
;- example.net.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 0 1h
;                                                 ^ warning soa-timers: Expire is 0: secondaries give the zone up as soon as they have it
`);
});

test('what is not usual is information, as in Active Directory', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 900 600 86400 3600
;                                           ^^^ information soa-timers: Refresh 15m is shorter than the usual 4 hours; Retry 10m is shorter than the usual hour; Retry 10m is more than half of refresh 15m; Expire 1d is shorter than the usual week
`);
});

test('the usual times, and a zone of localhost', () => {
  check(
    `
;- example.com.zone
@ 3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;- localhost.zone
@ 3600 IN SOA localhost. root.localhost. 1 1 1 1 1
`,
    { rules: { 'soa-timers': 'warning' } },
  );
});
