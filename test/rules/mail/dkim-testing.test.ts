import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
k1._domainkey 3600 IN TXT "v=DKIM1; t=y; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                                   ^^^ hint dkim-testing: "t=y" says that signatures are only tried out: receivers may treat the mail as if it had none
`);
});

test('other flags, and revoked keys', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; t=s; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
b._domainkey 3600 IN TXT "v=DKIM1; t=y; p="
c._domainkey 3600 IN TXT "v=DKIM1; t=y:s; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                                  ^^^^^ hint dkim-testing: "t=y" says that signatures are only tried out: receivers may treat the mail as if it had none
`);
});
