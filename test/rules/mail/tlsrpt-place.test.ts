import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsrpt-place: Nobody asks for a TLS-RPT record at _tls.example.com: its place is _smtp._tls.example.com
`);
});

test('at its place', () => {
  check(`
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
_smtp_tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
;                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsrpt-place: Nobody asks for a TLS-RPT record at _smtp_tls.example.com: its place is _smtp._tls._smtp_tls.example.com
`,
    'Change the owner to _smtp._tls._smtp_tls',
    `
;- example.com.zone
_smtp._tls._smtp_tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
`,
  );
});
