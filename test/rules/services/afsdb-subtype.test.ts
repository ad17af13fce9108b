import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('three', () => {
  check(`
;- example.com.zone
@ 3600 IN AFSDB 3 afs.example.net.
;               ^ hint afsdb-subtype: Subtype 3 says nothing to clients: 1 is a database server of an AFS cell, 2 a server of DCE
`);
});

test('one and two', () => {
  check(`
;- example.com.zone
@ 3600 IN AFSDB 1 afs.example.net.
@ 3600 IN AFSDB 2 dce.example.net.
`);
});
