import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('after tomorrow', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112500 1d 2h 4w 1h
;                                       ^^^^^^^^^^ information serial-future: Serial 2026112500 reads as 2026-11-25, which is not yet: to go back to today's date the serial has to be led around (RFC 1982)
`);
});

test('tomorrow, no date, an epoch', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112499 1d 2h 4w 1h
;- example.net.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2031133100 1d 2h 4w 1h
;- example.org.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 1790000000 1d 2h 4w 1h
`);
});
