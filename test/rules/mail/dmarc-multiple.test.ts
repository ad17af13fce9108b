import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
_dmarc 3600 IN TXT "v=DMARC1; p=quarantine"
;                  ^^^^^^^^^^^^^^^^^^^^^^^^ error dmarc-multiple: _dmarc.example.com has 2 DMARC records: receivers take none of them. Keep one
`);
});

test('the same twice, and another text', () => {
  check(`
;- example.com.zone
_dmarc.a 3600 IN TXT "v=DMARC1; p=reject"
_dmarc.a 60 IN TXT "v=DMARC1; p=reject"
;<--------------------------------------- warning record-duplicate: _dmarc.a.example.com has this TXT record already
_dmarc.b 3600 IN TXT "v=DMARC1; p=reject"
_dmarc.b 3600 IN TXT "token"
;                    ^^^^^^^ information dmarc-other-text: Only DMARC records are read at _dmarc.b.example.com: receivers pass over this text
`);
});
