import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_mta-sts 3600 IN TXT "v=STSv1; id=20260101"
;                    ^^^^^^^^^^^^^^^^^^^^^^ warning mta-sts-host: Senders fetch the policy from https://mta-sts.example.com/.well-known/mta-sts.txt, and mta-sts.example.com has no address: without it MTA-STS does nothing
`);
});

test('addresses, aliases elsewhere, and wildcards', () => {
  check(`
;- example.com.zone
_mta-sts   3600 IN TXT "v=STSv1; id=1"
mta-sts    3600 IN CNAME mta-sts.example.net.
_mta-sts.a 3600 IN TXT "v=STSv1; id=1"
mta-sts.a  3600 IN AAAA 2001:db8::1
_mta-sts.b 3600 IN TXT "v=STSv1; id=1"
*.b        3600 IN A 192.0.2.1
_mta-sts.c 3600 IN TXT "v=STSv1; id=1"
;                      ^^^^^^^^^^^^^^^ warning mta-sts-host: Senders fetch the policy from https://mta-sts.c.example.com/.well-known/mta-sts.txt, and mta-sts.c.example.com has no address: without it MTA-STS does nothing
mta-sts.c  3600 IN TXT "x"
`);
});
