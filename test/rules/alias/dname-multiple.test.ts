import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('two, and the same one twice', () => {
  check(`
;- example.com.zone
a 60 IN DNAME x.example.net.
a 60 IN DNAME y.example.net.
;             ^^^^^^^^^^^^^^ error dname-multiple: a.example.com has a DNAME already, to x.example.net: a name has only one
b 60 IN DNAME x.example.net.
b 60 IN DNAME X.EXAMPLE.NET.
;<---------------------------- warning record-duplicate: b.example.com has this DNAME record already
`);
});
