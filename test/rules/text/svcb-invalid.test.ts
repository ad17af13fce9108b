import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a parameter twice, a mandatory one that is not there', () => {
  check(`
;- example.com.zone
www 3600 IN HTTPS 1 . alpn=h2 alpn=h3
;                     ^^^^^^^^^^^^^^^ error svcb-invalid: HTTPS: parameter alpn stands twice
www 3600 IN HTTPS 1 . mandatory=alpn port=443
;                     ^^^^^^^^^^^^^^^^^^^^^^^ error svcb-invalid: HTTPS: mandatory lists alpn, which is missing
`);
});

test('in any order, and in alias mode', () => {
  check(`
;- example.com.zone
www 3600 IN HTTPS 1 . port=443 alpn=h2,h3
;                   ^ warning svcb-no-address: "." stands for www.example.com, which has no A or AAAA record: clients of the HTTPS record reach nothing
ftp 3600 IN SVCB 0 www
;                  ^^^ warning svcb-no-address: www.example.com has no A or AAAA record: clients of the SVCB record reach nothing
`);
});
