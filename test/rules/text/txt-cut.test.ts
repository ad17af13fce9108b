import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
_dmarc 3600 IN TXT v=DMARC1; p=none; rua=mailto:dmarc@example.com
;                  ^^^^^^^^ error txt-cut: "v=DMARC1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
`);
});

test('policies, a key, and what stands in quotation marks in part', () => {
  check(`
;- example.com.zone
_dmarc    3600 IN TXT v=DMARC1; p=reject
;                     ^^^^^^^^ error txt-cut: "v=DMARC1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
k._domainkey 3600 IN TXT v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB
;                        ^^^^^^^ error txt-cut: "v=DKIM1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
l._domainkey 3600 IN TXT k=rsa; t=s; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB
;                        ^^^^^ error txt-cut: "k=rsa" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
_mta-sts  3600 IN TXT "v=STSv1"; id=20260101
;                     ^^^^^^^^^ error txt-cut: "v=STSv1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
_smtp._tls 3600 IN TXT v=TLSRPTv1;rua=mailto:tls@example.com
;                      ^^^^^^^^^^ error txt-cut: "v=TLSRPTv1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
`);
});

test('comments that are comments', () => {
  check(`
;- example.com.zone
a        3600 IN TXT v=DMARC1 ; our policy
;                    ^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at a.example.com: its place is _dmarc.a.example.com
b        3600 IN TXT "v=DMARC1; p=none" ; ttl=3600
;                     ^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at b.example.com: its place is _dmarc.b.example.com
c        3600 IN TXT token=abc ; ttl=3600
d        3600 IN TXT hello; p=none
_dmarc   3600 IN TXT "v=DMARC1; p=quarantine" ; v=DMARC1; p=none
`);
});

test('fix 1: Put the whole text in quotation marks', () => {
  checkFix(
    `
;- example.com.zone
_dmarc 3600 IN TXT v=DMARC1; p=none; rua=mailto:d@example.com ; keep
;                  ^^^^^^^^ error txt-cut: "v=DMARC1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
`,
    'Put the whole text in quotation marks',
    `
;- example.com.zone
_dmarc 3600 IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com" ; keep
`,
  );
});

test('fix 2: Put the whole text in quotation marks', () => {
  checkFix(
    `
;- example.com.zone
k._domainkey 3600 IN TXT v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB;
;                        ^^^^^^^ error txt-cut: "v=DKIM1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
`,
    'Put the whole text in quotation marks',
    `
;- example.com.zone
k._domainkey 3600 IN TXT "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmt" "GTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB;"
`,
  );
});

test('a text with a quotation mark in it', () => {
  const workbench = check(`
;- example.com.zone
_dmarc 3600 IN TXT v=DMARC1; p=none; rua="mailto:d@example.com"
;                  ^^^^^^^^ error txt-cut: "v=DMARC1" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
`);
  assert.deepEqual(fixTitles(workbench), [
    'Put the whole text in quotation marks (refused: the text has quotation marks or backslashes in it)',
  ]);
});

test('the parameters of an authority', () => {
  checkFix(
    `
;- example.com.zone
@ 60 IN CAA 0 issue letsencrypt.org; validationmethods=dns-01
;           ^^^^^^^^^^^^^^^^^^^^^^^ error txt-cut: "letsencrypt.org" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks
@ 60 IN CAA 0 issue digicert.com ; our second one
`,
    'Put the whole text in quotation marks',
    `
;- example.com.zone
@ 60 IN CAA 0 issue "letsencrypt.org; validationmethods=dns-01"
@ 60 IN CAA 0 issue digicert.com ; our second one
`,
  );
});
