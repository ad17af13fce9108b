import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('two, and both with other data', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN CNAME y
;             ^ error cname-multiple: a.example.com is an alias already, to x.example.com: a name has only one
b 60 IN CNAME x
b 60 IN CNAME y
;             ^ error cname-multiple: b.example.com is an alias already, to x.example.com: a name has only one
b 60 IN A     192.0.2.1
;       ^ error cname-other-data: b.example.com is an alias of x.example.com and has A records too: an alias has no other records
`);
});

test('the same one twice is a duplicate', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN CNAME X.example.com.
;<---------------------------- warning record-duplicate: a.example.com has this CNAME record already
`);
});
