import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject; sp=none; rua=mailto:dmarc@example.com"
;                                       ^^^^^^^ information dmarc-sp-weaker: "sp=none" protects names below the domain less than "p=reject" does the domain: forgers take such a name
`);
});

test('as strong, stronger, and names that do not exist', () => {
  check(`
;- example.com.zone
_dmarc.a 3600 IN TXT "v=DMARC1; p=quarantine; sp=reject"
_dmarc.b 3600 IN TXT "v=DMARC1; p=reject; np=quarantine"
;                                         ^^^^^^^^^^^^^ information dmarc-sp-weaker: "np=quarantine" protects names that do not exist less than "p=reject" does the domain: forgers take such a name
`);
});
