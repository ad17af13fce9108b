import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key can not be used: it is cut: it says that it has 162 bytes, and has 90
b._domainkey 3600 IN TXT "v=DKIM1; k=rsa"
;                         ^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key is missing: there is no "p"
c._domainkey 3600 IN TXT "v=DKIM1; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key can not be used: it has the 32 bytes of an Ed25519 key: "k=ed25519" is missing
`);
});

test('keys', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQID"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key can not be used: it is cut: it says that it has 162 bytes, and has 159
b._domainkey 3600 IN TXT "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQABMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-string: TXT text has 443 bytes, a string holds at most 255
c._domainkey 3600 IN TXT "v=DKIM1; p=-----BEGIN PUBLIC KEY-----MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMK2BGRzk0z7e+00SHrB5CNccZXu2kD8pXa85vksbCH2YNz1QLQ/dRm6LeQrYA++yl2Lngkb5wWdVE0kjzOFUVsCAwEAAQ=="
;                                    ^^^^^ error dkim-key-syntax: DKIM: the lines "-----BEGIN" and "-----END" of the key's file do not belong here
d._domainkey 3600 IN TXT "v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMK2BGRz_0z7e+00SHrB5CNccZXu2kD8pXa85vksbCH2YNz1QLQ/dRm6LeQrYA++yl2Lngkb5wWdVE0kjzOFUVsCAwEAAQ=="
;                                                                            ^ error dkim-key-syntax: DKIM: the key can not be read: "_" is no base64
e._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key can not be used: an Ed25519 key has 32 bytes, this one has 162: it looks like an RSA key
f._domainkey 3600 IN TXT "v=DKIM1; k=dsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                  ^^^^^ error dkim-key-syntax: DKIM: "dsa" is no key type: "k" is rsa or ed25519
g._domainkey 3600 IN TXT "v=DKIM2; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                         ^^^^^^^ error dkim-key-syntax: DKIM: the version is "DKIM1", not "DKIM2"
h._domainkey 3600 IN TXT "p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB; v=DKIM1"
;                                                                                                                                                                                                                                                     ^^^^^^^ error dkim-key-syntax: DKIM: "v=DKIM1" must come first
i._domainkey 3600 IN TXT "v=DKIM1; h=sha1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                  ^^^^^^ error dkim-key-syntax: DKIM: "h=sha1" leaves out sha256, the one that signers use (RFC 8301)
j._domainkey 3600 IN TXT "v=DKIM1\\\\; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                ^^ error dkim-key-syntax: DKIM: a backslash stands before ";", and is part of "v"
k._domainkey 3600 IN TXT "v=DKIM1; k=rsa p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                        ^ error dkim-key-syntax: DKIM: ";" is missing before "p="
l._domainkey 3600 IN TXT "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQABv=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax-string: TXT text has 454 bytes, a string holds at most 255
m._domainkey 3600 IN TXT "v=DKIM1; p=aGVsbG8gd29ybGQhISEh"
;                                    ^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: the key can not be used: it is no public key
n._domainkey 3600 IN TXT "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint dkim-key-short: The DKIM key has 1024 bits, and 2048 are advised (RFC 8301)
n._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-syntax: DKIM: n._domainkey.example.com has 2 keys, and a selector has one: receivers take either
`);
});

test('what is right: long keys in several strings, blanks, Ed25519, flags, revoked keys, aliases, and other texts', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT ( "v=DKIM1; k=rsa; t=s; s=email; h=sha256; "
  "p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w" "6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB" )
b._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
c._domainkey 3600 IN TXT "v=DKIM1; p="
d._domainkey 3600 IN TXT "k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w " " 6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB;"
e._domainkey 3600 IN CNAME e.dkim.example.net.
_domainkey   3600 IN TXT "o=~; r=postmaster@example.com"
f._domainkey 3600 IN TXT "v=DKIM1\\; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w" "6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB"
`);
});

test('fix 1: Delete the backslash before ";"', () => {
  checkFix(
    `
;- example.com.zone
k._domainkey 3600 IN TXT "v=DKIM1\\\\; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                                ^^ error dkim-key-syntax: DKIM: a backslash stands before ";", and is part of "v"
`,
    'Delete the backslash before ";"',
    `
;- example.com.zone
k._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`,
  );
});

test('fix 2: Add the semicolon before "p="', () => {
  checkFix(
    `
;- example.com.zone
k._domainkey 3600 IN TXT "v=DKIM1; k=ed25519 p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
;                                            ^ error dkim-key-syntax: DKIM: ";" is missing before "p="
`,
    'Add the semicolon before "p="',
    `
;- example.com.zone
k._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`,
  );
});

test('backslashes before semicolons are one mistake; a key for another service than mail', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1\\\\; k=ed25519\\\\; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                                ^^ error dkim-key-syntax: DKIM: a backslash stands before ";", and is part of "v"
`);
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; s=web; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                                  ^^^^^ error dkim-key-syntax: DKIM: "s=web" is not for mail: receivers use keys of "email" and "*" only
b._domainkey 3600 IN TXT "v=DKIM1; s=web:email; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
`);
});

test('a semicolon that is missing is told once', () => {
  check(`
;- example.com.zone
a._domainkey 60 IN TXT "v=DKIM1; k=ed25519 p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                                          ^ error dkim-key-syntax: DKIM: ";" is missing before "p="
b._domainkey 60 IN TXT "v=DKIM1 k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                               ^ error dkim-key-syntax: DKIM: ";" is missing before "k="
c._domainkey 60 IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= t=s"
;                                                                                          ^ error dkim-key-syntax: DKIM: ";" is missing before "t="
`);
});

test('a record that was pasted twice is one fault', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                                                                                           ^ error dkim-key-syntax: DKIM: a second key begins within the first one
b._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=; v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
;                                                                                             ^^^^^^^ error dkim-key-syntax: DKIM: "v" stands twice
_dmarc       3600 IN TXT "v=DMARC1; p=reject; v=DMARC1; p=reject"
;                                             ^^^^^^^^ error dmarc-syntax: DMARC: "v" stands twice
`);
});
