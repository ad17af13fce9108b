import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
k1.domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at k1.domainkey.example.com: its place is SELECTOR._domainkey, as in default._domainkey.example.com
_domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at _domainkey.example.com: the selector is missing, as in default._domainkey.example.com
`);
});

test('at the domain, and at its place', () => {
  check(`
;- example.com.zone
@ 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at example.com: its place is SELECTOR._domainkey, as in default._domainkey.example.com
a.b._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
k1.domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at k1.domainkey.example.com: its place is SELECTOR._domainkey, as in default._domainkey.example.com
`,
    'Change the owner to k1._domainkey',
    `
;- example.com.zone
k1._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`,
  );
});

test('refused where a text is there', () => {
  const workbench = check(`
;- example.com.zone
k1.domain_key 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at k1.domain_key.example.com: its place is SELECTOR._domainkey, as in default._domainkey.example.com
k1._domainkey 3600 IN TXT "v=DKIM1; p="
`);
  assert.deepEqual(fixTitles(workbench), [
    'Move it to k1._domainkey.example.com (refused: k1._domainkey.example.com has a TXT record already)',
  ]);
});

test('the fix of a selector with an escaped character keeps it', () => {
  checkFix(
    `
;- example.com.zone
a\\@1.domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning dkim-place: Nobody asks for a DKIM key at a\\@1.domainkey.example.com: its place is SELECTOR._domainkey, as in default._domainkey.example.com
`,
    'Change the owner to a\\@1._domainkey',
    `
;- example.com.zone
a\\@1._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`,
  );
});
