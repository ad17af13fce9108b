import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
old._domainkey 3600 IN TXT "v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMK2BGRzk0z7e+00SHrB5CNccZXu2kD8pXa85vksbCH2YNz1QLQ/dRm6LeQrYA++yl2Lngkb5wWdVE0kjzOFUVsCAwEAAQ=="
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error dkim-key-short: The DKIM key has 512 bits: receivers take no signature of less than 1024 (RFC 8301). Make one of 2048
k1._domainkey  3600 IN TXT "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDiiAR5FRqWnIXIbA514gK+LNXzR1Po07Obowm86wrTpnzcpz4YNQdKVE5ay+xzUdxHjfrJXyZuu0Bg6AmH2a9jGifjUteEBQKWLtknp01opzkp7QltsmqnC/qiyng2CrOnF2WDpUrbYVc3DOsEYLLh0WVdUS965U7bxBWc12SsBQIDAQAB"
;                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint dkim-key-short: The DKIM key has 1024 bits, and 2048 are advised (RFC 8301)
`);
});

test('2048 bits, and Ed25519', () => {
  check(`
;- example.com.zone
a._domainkey 3600 IN TXT "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w" "6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB"
b._domainkey 3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
`);
});
