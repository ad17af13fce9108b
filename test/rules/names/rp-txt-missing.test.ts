import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no text, here and in another zone', () => {
  check(`
;- example.com.zone
www 3600 IN RP admin who
;                    ^^^ information rp-txt-missing: who.example.com has no TXT record, where the RP record says that more is told: add it, or write "."
ftp 3600 IN RP admin who.example.net.
;                    ^^^^^^^^^^^^^^^^ information rp-txt-missing: who.example.net has no TXT record, where the RP record says that more is told: add it, or write "."
;- example.net.zone
@ 3600 IN TXT "text"
`);
});

test('a text, none meant, held by nobody', () => {
  check(`
;- example.com.zone
www 3600 IN RP admin who
ftp 3600 IN RP admin .
irc 3600 IN RP admin who.example.net.
who 3600 IN TXT "The administrator"
`);
});
