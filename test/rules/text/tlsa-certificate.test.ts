import { test } from 'node:test';
import { check, checkFix } from '../../support/check.ts';

test('another key', () => {
  check(`
;- example.com.zone
mail          60 IN A    192.0.2.25
_25._tcp.mail 60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsa-certificate: The digest is not that of the certificate of mail.example.com in mail.example.com.pem: who goes by TLSA refuses to connect
;- certs/mail.example.com.pem fragment
-----BEGIN CERTIFICATE-----
MIIBjDCCATGgAwIBAgIUeg2/dZAefGkqnJDCIDzLAKROt5owCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAeFw0yNjExMzAwNTE4MDJaFw0z
NjExMjcwNTE4MDJaMBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATKR6nXRuq8eDjRsWrmCQ+uYDecpVnfYtpjbl1O
gxxM1x1LVc5MeR5ObOWbhr7DZGldpcDF+AyBPL22AY8b4/Bpo1MwUTAdBgNVHQ4E
FgQUAlfgy+cqMSBJC2LiYTil+yaLj7QwHwYDVR0jBBgwFoAUAlfgy+cqMSBJC2Li
YTil+yaLj7QwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqsEW
1UFUwARfastJnnQpyMygZnenyYGdyN5P4hCPo9UCIQCytZ+A+ftU3Kg46of5NsP+
1R32YtP5O6gSA5jovedDBw==
-----END CERTIFICATE-----
`);
});

test('the key, the certificate, one of two, and what authorities vouch for', () => {
  check(`
;- example.com.zone
mail           60 IN A    192.0.2.25
www            60 IN A    192.0.2.80
_25._tcp.mail  60 IN TLSA 3 1 1 c58ff522b7cd06ec49ba84106ef32bf15605afa8ba0bcf92dc45eb13f83d2b87
_465._tcp.mail 60 IN TLSA 3 0 1 B6B8BAFF937E3C8A4870381EEE81AE3689C49F8F4C093AB2CECC4CCB931F176F
_587._tcp.mail 60 IN TLSA 3 1 2 40b81202be8df73003fcb477d62e2bb23753dcd69f78aaa2e1c65de193554f4e5a455a00fb3a0b1dd268cda4962d935c675644c7df5507c28c8df10319af18a0
_993._tcp.mail 60 IN TLSA 3 1 1 c58ff522b7cd06ec49ba84106ef32bf15605afa8ba0bcf92dc45eb13f83d2b87
_993._tcp.mail 60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
_995._tcp.mail 60 IN TLSA 2 1 1 0000000000000000000000000000000000000000000000000000000000000000
_443._tcp.www  60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;- certs/mail.example.com.pem fragment
-----BEGIN CERTIFICATE-----
MIIBjDCCATGgAwIBAgIUeg2/dZAefGkqnJDCIDzLAKROt5owCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAeFw0yNjExMzAwNTE4MDJaFw0z
NjExMjcwNTE4MDJaMBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATKR6nXRuq8eDjRsWrmCQ+uYDecpVnfYtpjbl1O
gxxM1x1LVc5MeR5ObOWbhr7DZGldpcDF+AyBPL22AY8b4/Bpo1MwUTAdBgNVHQ4E
FgQUAlfgy+cqMSBJC2LiYTil+yaLj7QwHwYDVR0jBBgwFoAUAlfgy+cqMSBJC2Li
YTil+yaLj7QwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqsEW
1UFUwARfastJnnQpyMygZnenyYGdyN5P4hCPo9UCIQCytZ+A+ftU3Kg46of5NsP+
1R32YtP5O6gSA5jovedDBw==
-----END CERTIFICATE-----
`);
});

test('a file that holds no certificate', () => {
  check(`
;- example.com.zone
mail          60 IN A    192.0.2.25
_25._tcp.mail 60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;- certs/mail.example.com.pem fragment
-----BEGIN CERTIFICATE-----
AAAA
-----END CERTIFICATE-----
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
mail          60 IN A    192.0.2.25
_25._tcp.mail 60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsa-certificate: The digest is not that of the certificate of mail.example.com in mail.example.com.pem: who goes by TLSA refuses to connect
;- certs/mail.example.com.pem fragment
-----BEGIN CERTIFICATE-----
MIIBjDCCATGgAwIBAgIUeg2/dZAefGkqnJDCIDzLAKROt5owCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAeFw0yNjExMzAwNTE4MDJaFw0z
NjExMjcwNTE4MDJaMBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATKR6nXRuq8eDjRsWrmCQ+uYDecpVnfYtpjbl1O
gxxM1x1LVc5MeR5ObOWbhr7DZGldpcDF+AyBPL22AY8b4/Bpo1MwUTAdBgNVHQ4E
FgQUAlfgy+cqMSBJC2LiYTil+yaLj7QwHwYDVR0jBBgwFoAUAlfgy+cqMSBJC2Li
YTil+yaLj7QwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqsEW
1UFUwARfastJnnQpyMygZnenyYGdyN5P4hCPo9UCIQCytZ+A+ftU3Kg46of5NsP+
1R32YtP5O6gSA5jovedDBw==
-----END CERTIFICATE-----
`,
    /^Change the digest/,
    `
;- example.com.zone
mail          60 IN A    192.0.2.25
_25._tcp.mail 60 IN TLSA 3 1 1 c58ff522b7cd06ec49ba84106ef32bf15605afa8ba0bcf92dc45eb13f83d2b87
`,
  );
});

test('a folder that is named after the host, as ACME clients make it', () => {
  check(`
;- example.com.zone
mail          60 IN A    192.0.2.25
_25._tcp.mail 60 IN TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
;                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning tlsa-certificate: The digest is not that of the certificate of mail.example.com in fullchain.pem: who goes by TLSA refuses to connect
;- live/mail.example.com/fullchain.pem fragment
-----BEGIN CERTIFICATE-----
MIIBjDCCATGgAwIBAgIUeg2/dZAefGkqnJDCIDzLAKROt5owCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLmNvbTAeFw0yNjExMzAwNTE4MDJaFw0z
NjExMjcwNTE4MDJaMBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5jb20wWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAATKR6nXRuq8eDjRsWrmCQ+uYDecpVnfYtpjbl1O
gxxM1x1LVc5MeR5ObOWbhr7DZGldpcDF+AyBPL22AY8b4/Bpo1MwUTAdBgNVHQ4E
FgQUAlfgy+cqMSBJC2LiYTil+yaLj7QwHwYDVR0jBBgwFoAUAlfgy+cqMSBJC2Li
YTil+yaLj7QwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAqsEW
1UFUwARfastJnnQpyMygZnenyYGdyN5P4hCPo9UCIQCytZ+A+ftU3Kg46of5NsP+
1R32YtP5O6gSA5jovedDBw==
-----END CERTIFICATE-----
`);
});
