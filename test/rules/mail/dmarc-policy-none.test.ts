import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=none"
;                             ^^^^^^ hint dmarc-policy-none: "p=none" asks for nothing, and without "rua" nobody is told who sends: add a report address, or "p=quarantine"
`);
});

test('with reports, and with a policy', () => {
  check(`
;- example.com.zone
_dmarc.a 3600 IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com"
_dmarc.b 3600 IN TXT "v=DMARC1; p=quarantine"
`);
});
