import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

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

test('a slip in the class of a line that takes its owner from above', () => {
  const workbench = check(`
;- example.com.zone
www 3600 IN A 192.0.2.1
         NI A 192.0.2.2
;        ^^ error syntax-class: "NI" is no class and no record type: did you mean IN?
         lN A 192.0.2.3
;        ^^ error syntax-class: "lN" is no class and no record type: did you mean IN?
         it A 192.0.2.4
;        ^^ error syntax-type: The line begins with a blank, so it takes over the owner above, www.example.com, and "it" is read as a record type
      3,600 A 192.0.2.5
;     ^^^^^ error syntax-number: Expected a TTL, a class or a record type, found "3,600", which is not a TTL (up to 4294967295, or numbers with w d h m s such as 1h30m)
`);
  assert.deepEqual(fixTitles(workbench, 'syntax-class'), ['Change to IN', 'Change to IN']);
});
