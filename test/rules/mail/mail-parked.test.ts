import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@ 3600 IN MX  0 .
;             ^^^ information mail-parked: example.com says by "MX 0 ." that it has no mail: the DMARC record "v=DMARC1; p=reject" should say so too, or forgers use the name
@ 3600 IN TXT "v=spf1 -all"
`);
});

test('all of them, names below, a policy above, and domains with mail', () => {
  check(`
;- example.com.zone
@ 3600 IN A   192.0.2.1
@ 3600 IN MX  0 .
@ 3600 IN TXT "v=spf1 -all"
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
www 3600 IN MX 0 .
;- example.net.zone
@ 3600 IN A   192.0.2.1
@ 3600 IN TXT "v=spf1 -all"
;             ^^^^^^^^^^^^^ information mail-parked: example.net says by "v=spf1 -all" that it has no mail: "MX 0 ." and the DMARC record "v=DMARC1; p=reject" should say so too, or forgers use the name
;- example.org.zone
@ 3600 IN MX  10 mail.example.com.
;                ^^^^^^^^^^^^^^^^^ error mx-no-address: example.org has the mail server mail.example.com, which does not exist in example.com: no mail is delivered there
@ 3600 IN TXT "v=spf1 -all"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
@ 3600 IN A 192.0.2.1
@ 3600 IN TXT "v=spf1 -all"
;             ^^^^^^^^^^^^^ information mail-parked: example.com says by "v=spf1 -all" that it has no mail: "MX 0 ." and the DMARC record "v=DMARC1; p=reject" should say so too, or forgers use the name
`,
    'Add "@ 3600 IN MX 0 ." to example.com and "_dmarc 3600 IN TXT "v=DMARC1; p=reject"" to example.com',
    `
;- example.com.zone
@ 3600 IN A 192.0.2.1
@ 3600 IN MX 0 .
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
@ 3600 IN TXT "v=spf1 -all"
`,
  );
});
