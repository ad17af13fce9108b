import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the line behind $ORIGIN begins with a blank', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
$ORIGIN sub
     3600 IN TXT "of www, not of sub"
;    ^^^^ warning owner-after-origin: This line takes its owner from above the $ORIGIN: it is of www.example.com, not of sub.example.com
`);
});

test('with an owner, and with one of the new origin above it', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
$ORIGIN sub
@ 3600 IN TXT "of sub"
  3600 IN TXT "of sub too"
`);
});

test('where the origin stays', () => {
  check(`
;- example.com.zone
www 3600 IN A 192.0.2.10
$ORIGIN example.com.
  3600 IN TXT "of www"
`);
});
