import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
dev*     60 IN A 192.0.2.1
;<---- warning wildcard-partial: "dev*" is no wildcard: an asterisk stands for other names only where it is a label by itself, so nobody but who asks for dev*.example.com gets this
*-eu.b   60 IN TXT "b"
;<------ warning wildcard-partial: "*-eu" is no wildcard: an asterisk stands for other names only where it is a label by itself, so nobody but who asks for *-eu.b.example.com gets this
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
*        60 IN A 192.0.2.1
a\\*b     60 IN TXT "escaped"
;- rpz.zone origin=rpz.example.com
a*       60 IN CNAME .
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
dev*     60 IN CNAME www.example.net.
;<---- warning wildcard-partial: "dev*" is no wildcard: an asterisk stands for other names only where it is a label by itself, so nobody but who asks for dev*.example.com gets this
`);
});

test('an asterisk before a type that nobody knows stays a wildcard', () => {
  check(`
;- example.com.zone
*        60 IN A 192.0.2.1
*        BLAH www
;        ^^^^ error syntax-type: Unknown record type "BLAH"
`);
});
