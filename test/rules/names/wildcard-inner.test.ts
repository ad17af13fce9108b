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

test('an error at a host for which named does not load the zone', () => {
  const conf = (names: string): string => `
;- named.conf
zone "example.com" { type primary; file "a.zone"; ${names} };
;- a.zone
`;
  const told =
    'www.*.example.com has its asterisk inside: only as the first label it stands for other names, so nothing but this very name, asterisk and all, gets the answer';
  check(`${conf('')}www.*  60 IN A 192.0.2.1\n;<----- error wildcard-inner: ${told}\n`);
  check(`${conf('')}www.*  60 IN TXT "a"\n;<----- warning wildcard-inner: ${told}\n`);
  check(`${conf('check-names ignore;')}www.*  60 IN A 192.0.2.1\n;<----- warning wildcard-inner: ${told}\n`);
});
