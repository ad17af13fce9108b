import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('through another file, and of a file by itself', () => {
  check(`
;- example.com.zone
$INCLUDE hosts
;- hosts fragment
$INCLUDE example.com.zone
;        ^^^^^^^^^^^^^^^^ error syntax-include-loop: $INCLUDE leads back to a file that is being read: example.com.zone -> hosts -> example.com.zone
;- example.net.zone
$INCLUDE example.net.zone
;        ^^^^^^^^^^^^^^^^ error syntax-include-loop: $INCLUDE leads back to a file that is being read: example.net.zone -> example.net.zone
`);
});

test('the same file twice is no circle', () => {
  check(`
;- example.com.zone
$INCLUDE hosts
$INCLUDE hosts sub
;- hosts fragment
a 3600 IN A 192.0.2.1
`);
});
