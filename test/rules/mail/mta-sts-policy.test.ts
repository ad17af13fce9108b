import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('a mail server that is left out', () => {
  check(`
;- example.com.zone
@        60 IN MX  10 mail
@        60 IN MX  20 backup.example.net.
_mta-sts 60 IN TXT "v=STSv1; id=20260101"
;                            ^^^^^^^^^^^ warning mta-sts-policy: mta-sts.txt does not name backup.example.net, which takes mail for example.com: senders that know the policy deliver nothing there. Add it to the policy, and change the id here
mail     60 IN A   192.0.2.25
mta-sts  60 IN A   192.0.2.80
;- www/.well-known/mta-sts.txt fragment
version: STSv1
mode: enforce
mx: mail.example.com
max_age: 604800
`);
});

test('all are named, by a pattern too; a policy that asks for nothing; one of another domain', () => {
  check(`
;- example.com.zone
@        60 IN MX  10 mail
@        60 IN MX  20 backup.example.net.
;                     ^^^^^^^^^^^^^^^^^^^ error mx-no-address: example.com has the mail server backup.example.net, which does not exist in example.net: no mail is delivered there
_mta-sts 60 IN TXT "v=STSv1; id=20260101"
mail     60 IN A   192.0.2.25
mta-sts  60 IN A   192.0.2.80
;- example.org.zone
@        60 IN MX  10 mail
_mta-sts 60 IN TXT "v=STSv1; id=20260101"
mail     60 IN A   192.0.2.26
mta-sts  60 IN A   192.0.2.80
;- example.net.zone
@        60 IN MX  10 mail
_mta-sts 60 IN TXT "v=STSv1; id=20260101"
mail     60 IN A   192.0.2.27
mta-sts  60 IN A   192.0.2.80
;- mta-sts.example.com/mta-sts.txt fragment
version: STSv1
mode: enforce
mx: mail.example.com
mx: *.example.net
max_age: 604800
;- mta-sts.example.org/mta-sts.txt fragment
version: STSv1
mode: none
max_age: 604800
`);
});

test('the fix changes the id', () => {
  checkFix(
    `
;- example.com.zone
@        60 IN MX  10 mail
_mta-sts 60 IN TXT "v=STSv1; id=20260101"
;                            ^^^^^^^^^^^ warning mta-sts-policy: mta-sts.txt does not name mail.example.com, which takes mail for example.com: senders that know the policy deliver nothing there. Add it to the policy, and change the id here
mail     60 IN A   192.0.2.25
mta-sts  60 IN A   192.0.2.80
;- mta-sts.txt fragment
version: STSv1
mode: testing
max_age: 604800
`,
    'Change the id to "20261123120000", which has senders fetch the policy again',
    `
;- example.com.zone
@        60 IN MX  10 mail
_mta-sts 60 IN TXT "v=STSv1; id=20261123120000"
;                            ^^^^^^^^^^^^^^^^^ warning mta-sts-policy: mta-sts.txt does not name mail.example.com, which takes mail for example.com: senders that know the policy deliver nothing there. Add it to the policy, and change the id here
mail     60 IN A   192.0.2.25
mta-sts  60 IN A   192.0.2.80
`,
  );
});
