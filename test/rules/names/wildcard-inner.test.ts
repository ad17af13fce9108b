import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
www.*    60 IN A 192.0.2.1
;<----- warning wildcard-inner: www.*.example.com has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer
*.*.b    60 IN TXT "b"
;<----- warning wildcard-inner: *.*.b.example.com has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
*        60 IN A 192.0.2.1
*.b      60 IN A 192.0.2.1
;- rpz.zone origin=rpz.example.com
www.*.a  60 IN CNAME .
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
www.*    60 IN A 192.0.2.1
;<----- warning wildcard-inner: www.*.example.com has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer
`);
});
