import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a class of other zones, and one that is a slip', () => {
  check(`
;- example.com.zone
www 3600 CH TXT "web"
;        ^^ error syntax-class: Class CH in a zone of class IN
ftp 3600 HS TXT "web"
;        ^^ error syntax-class: Class HS in a zone of class IN
`);
});

test('the class of the zone, and none', () => {
  check(`
;- example.com.zone
www 3600 IN TXT "web"
ftp 3600 TXT "web"
hs 3600 IN TXT "ch"
`);
});

test('a zone of that class', () => {
  check(`
;- example.com.zone class=CH
www 3600 CH TXT "web"
`);
});
