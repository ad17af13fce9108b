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

for (const owner of ['_smtp_tls', '_smtp._tcp', '_tls._tcp'])
  test(`the fix, from ${owner}`, () => {
    checkFix(
      `
;- example.com.zone
${owner} 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
${';'.padEnd(owner.length + 14)}^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsrpt-place: Nobody asks for a TLS-RPT record at ${owner}.example.com: its place is _smtp._tls.example.com
`,
      'Change the owner to _smtp._tls',
      `
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
`,
    );
  });
