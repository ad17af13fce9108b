import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
default._bimi 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg"
;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-dmarc: example.com has a DMARC policy that asks for nothing: the logo is shown only with "p=quarantine" or "p=reject"
_dmarc 3600 IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"
`);
});

test('policies of the domain and of the one above, records that decline, and what nobody here knows', () => {
  check(`
;- example.com.zone
_dmarc   3600 IN TXT "v=DMARC1; p=reject; sp=none; rua=mailto:d@example.com"
;                                         ^^^^^^^ information dmarc-sp-weaker: "sp=none" protects names below the domain less than "p=reject" does the domain: forgers take such a name
default._bimi 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg"
default._bimi.a 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg"
;                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-dmarc: a.example.com has a DMARC policy that asks for nothing: the logo is shown only with "p=quarantine" or "p=reject"
_dmarc.b 3600 IN CNAME _dmarc.example.net.
default._bimi.b 3600 IN TXT "v=BIMI1; l=https://example.com/logo.svg"
default._bimi.c 3600 IN TXT "v=BIMI1; l=; a=;"
`);
});

test('a policy for a share of the mail', () => {
  check(`
;- example.com.zone
_dmarc 60 IN TXT "v=DMARC1; p=quarantine; pct=50; rua=mailto:a@example.com"
;                                         ^^^^^^ information dmarc-syntax: DMARC: RFC 9989 has "pct" no longer: receivers that go by it pass over it
default._bimi 60 IN TXT "v=BIMI1; l=https://example.com/l.svg"
;                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning bimi-dmarc: example.com has a DMARC policy for a part of its mail: the logo is shown only with "p=quarantine" or "p=reject"
`);
});
