import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=reject"
_dmarc 3600 IN TXT "token=abc"
;                  ^^^^^^^^^^^ information dmarc-other-text: Only DMARC records are read at _dmarc.example.com: receivers pass over this text
`);
});

test('other names', () => {
  check(`
;- example.com.zone
a 3600 IN TXT "token=abc"
`);
});
