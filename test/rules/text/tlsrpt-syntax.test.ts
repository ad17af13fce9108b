import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1; rua=tls@example.com"
;                                       ^^^^^^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: "tls@example.com" is no report address: "mailto:" is missing
`);
});

test('addresses, versions, and two of them', () => {
  check(`
;- example.com.zone
_smtp._tls.a 3600 IN TXT "v=TLSRPTv1;"
;                         ^^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: the report address is missing: there is no "rua"
_smtp._tls.b 3600 IN TXT "v=TLSRPTv1; rua=mailto:t@example.com,https:example.com"
;                                                              ^^^^^^^^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: "https:example.com" is no address: "//" is missing
_smtp._tls.c 3600 IN TXT "v=TLSRPTV1; rua=mailto:t@example.com"
;                         ^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: the version is "TLSRPTv1", not "TLSRPTV1"
_smtp._tls.d 3600 IN TXT "v=TLSRPTv1; rua=mailto:t@example.com,https://tls.example.com/r"
_smtp._tls.e 3600 IN TXT "v=TLSRPTv1;rua=mailto:t@example.com"
_smtp._tls.e 3600 IN TXT "v=TLSRPTv1;rua=mailto:u@example.com"
;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: _smtp._tls.e.example.com has 2 records of it, and only one is taken: with more there is none
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1; rua=tls@example.com"
;                                       ^^^^^^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: "tls@example.com" is no report address: "mailto:" is missing
`,
    'Change "tls@example.com" to "mailto:tls@example.com"',
    `
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
`,
  );
});

test('a version that is misspelt', () => {
  check(`
;- example.com.zone
_smtp._tls 60 IN TXT "v=TLSRPT1; rua=mailto:a@example.com"
;                     ^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: the version is "TLSRPTv1", not "TLSRPT1"
`);
});

test('the version behind other tags, and a semicolon that is missing: one finding', () => {
  check(`
;- example.com.zone
_smtp._tls 3600 IN TXT "rua=mailto:tls@example.com; v=TLSRPTv1"
;                                                   ^^^^^^^^^^ error tlsrpt-syntax: TLS-RPT: "v=TLSRPTv1" must come first
`);
  check(`
;- example.com.zone
_smtp._tls 3600 IN TXT "v=TLSRPTv1, rua=mailto:tls@example.com"
;                                   ^^^ error tlsrpt-syntax: TLS-RPT: ";" is missing before "rua="
`);
});

test('the version without its v', () => {
  check(`
;- example.com.zone
_smtp._tls 60 IN TXT "TLSRPTv1; rua=mailto:tls@example.com"
;                     ^^^^^^^^ error tlsrpt-syntax: TLS-RPT: "v=" is missing before "TLSRPTv1"
`);
});
