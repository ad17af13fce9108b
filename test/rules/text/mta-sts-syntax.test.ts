import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1; id=2026-01-01"
;                    ^^^^^^^^^^^^^^^^^^^^^^^^ warning mta-sts-host: Senders fetch the policy from https://mta-sts.example.com/.well-known/mta-sts.txt, and mta-sts.example.com has no address: without it MTA-STS does nothing
;                              ^^^^^^^^^^^^^ error mta-sts-syntax: MTA-STS: "id=2026-01-01" has something else in it than letters and digits
`);
});

test('ids, versions, and two of them', () => {
  check(`
;- example.com.zone
_mta-sts.a 3600 IN TXT "v=STSv1;"
;                       ^^^^^^^^ error mta-sts-syntax: MTA-STS: the "id" is missing, by which senders see a new policy
_mta-sts.b 3600 IN TXT "v=STSv1; id=123456789012345678901234567890123"
;                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error mta-sts-syntax: MTA-STS: "id" has 33 characters, of which 32 are allowed
_mta-sts.c 3600 IN TXT "v=stsv1; id=1"
;                       ^^^^^^^ error mta-sts-syntax: MTA-STS: the version is "STSv1", not "stsv1"
_mta-sts.d 3600 IN TXT "v=STSv1 id=1"
;                               ^^ error mta-sts-syntax: MTA-STS: ";" is missing before "id="
_mta-sts.e 3600 IN TXT "v=STSv1; id=1"
_mta-sts.e 3600 IN TXT "v=STSv1; id=2"
;                       ^^^^^^^^^^^^^ error mta-sts-syntax: MTA-STS: _mta-sts.e.example.com has 2 records of it, and only one is taken: with more there is none
_mta-sts.f 3600 IN TXT "v=STSv1; id=20260101T000000;"
_mta-sts.f 3600 IN TXT "other"
mta-sts.a  3600 IN A 192.0.2.1
mta-sts.b  3600 IN A 192.0.2.1
mta-sts.c  3600 IN A 192.0.2.1
mta-sts.d  3600 IN A 192.0.2.1
mta-sts.e  3600 IN A 192.0.2.1
mta-sts.f  3600 IN A 192.0.2.1
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
_mta-sts 3600 IN TXT "v=stsv1; id=1"
;                     ^^^^^^^ error mta-sts-syntax: MTA-STS: the version is "STSv1", not "stsv1"
mta-sts 3600 IN A 192.0.2.1
`,
    'Change "stsv1" to "STSv1"',
    `
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1; id=1"
mta-sts 3600 IN A 192.0.2.1
`,
  );
});

test('a version that is misspelt', () => {
  check(`
;- example.com.zone
_mta-sts 60 IN TXT "v=STS1; id=1;"
;                   ^^^^^^ error mta-sts-syntax: MTA-STS: the version is "STSv1", not "STS1"
mta-sts 60 IN A 192.0.2.1
_mta-sts.a 60 IN TXT "some other text"
`);
});

test('the version behind other tags, and another character for the semicolon: one finding', () => {
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "id=20260101; v=STSv1"
;                                  ^^^^^^^ error mta-sts-syntax: MTA-STS: "v=STSv1" must come first
mta-sts  3600 IN A   192.0.2.80
`);
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1: id=20260101"
;                              ^^ error mta-sts-syntax: MTA-STS: ";" is missing before "id="
mta-sts  3600 IN A   192.0.2.80
`);
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1 id=20260101"
;                             ^^ error mta-sts-syntax: MTA-STS: ";" is missing before "id="
mta-sts  3600 IN A   192.0.2.80
`);
});

test('the version without its v', () => {
  check(`
;- example.com.zone
_mta-sts   60 IN TXT "STSv1; id=20260101"
;                     ^^^^^ error mta-sts-syntax: MTA-STS: "v=" is missing before "STSv1"
mta-sts    60 IN A 192.0.2.1
`);
});
