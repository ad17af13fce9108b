import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
*.old  60 IN DNAME example.net.
;<----- hint dname-wildcard: *.old.example.com has a DNAME record: servers and caches differ in what a wildcard of that type means
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
old    60 IN DNAME example.net.
*.new  60 IN CNAME www.example.net.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
*.old  60 IN DNAME example.net.
;<----- hint dname-wildcard: *.old.example.com has a DNAME record: servers and caches differ in what a wildcard of that type means
`);
});
