import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

/** A zone in which nothing is wrong: no warning and no error, with all rules that ask for whole zones. */
function calm(title: string, text: string): void {
  test(title, () => {
    const workbench = new Workbench(parseFixture(text), { wholeZones: true });
    const loud = workbench.shown().filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      loud.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });
}

const HEAD = `$TTL 3600
@ IN SOA ns1.example.net. hostmaster.example.net. 2026112001 7200 3600 1209600 3600
@ IN NS ns1.example.net.
@ IN NS ns2.example.net.
`;

calm(
  'Microsoft 365',
  `
;- example.com.zone
${HEAD}@ IN MX 0 example-com.mail.protection.outlook.com.
@ IN TXT "v=spf1 include:spf.protection.outlook.com -all"
@ IN TXT "MS=ms12345678"
autodiscover IN CNAME autodiscover.outlook.com.
selector1._domainkey IN CNAME selector1-example-com._domainkey.example.onmicrosoft.com.
selector2._domainkey IN CNAME selector2-example-com._domainkey.example.onmicrosoft.com.
_dmarc IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com; pct=100"
_sip._tls IN SRV 100 1 443 sipdir.online.lync.com.
`,
);

calm(
  'Google Workspace',
  `
;- example.com.zone
${HEAD}@ IN MX 1 aspmx.l.google.com.
@ IN MX 5 alt1.aspmx.l.google.com.
@ IN MX 5 alt2.aspmx.l.google.com.
@ IN TXT "v=spf1 include:_spf.google.com ~all"
@ IN TXT "google-site-verification=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
google._domainkey IN TXT ( "v=DKIM1; k=rsa; "
  "p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w"
  "6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB" )
_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@example.com"
`,
);

calm(
  'a parked domain, with a wildcard',
  `
;- example.com.zone
${HEAD}@ IN A 192.0.2.80
@ IN MX 0 .
@ IN TXT "v=spf1 -all"
_dmarc IN TXT "v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s"
*._domainkey IN TXT "v=DKIM1; p="
* IN TXT "v=spf1 -all"
www IN CNAME @
`,
);

calm(
  'Fastmail, and keys that were taken back',
  `
;- example.com.zone
${HEAD}@ IN MX 10 in1-smtp.messagingengine.com.
@ IN MX 20 in2-smtp.messagingengine.com.
* IN MX 10 in1-smtp.messagingengine.com.
@ IN TXT "v=spf1 include:spf.messagingengine.com ?all"
fm1._domainkey IN CNAME fm1.example.com.dkim.fmhosted.com.
old._domainkey IN TXT "v=DKIM1; k=rsa; p="
_dmarc IN TXT "v=DMARC1; p=none;"
`,
);

calm(
  'Mailchimp, SendGrid and a sending subdomain',
  `
;- example.com.zone
${HEAD}@ IN MX 10 mail
@ IN TXT "v=spf1 mx include:servers.mcsv.net include:sendgrid.net include:_spf.example.com ~all"
_spf IN TXT "v=spf1 ip4:192.0.2.0/28 ip6:2001:db8:25::/64 ?all"
k1._domainkey IN CNAME dkim.mcsv.net.
k2._domainkey IN CNAME dkim2.mcsv.net.
s1._domainkey IN CNAME s1.domainkey.u1234567.wl001.sendgrid.net.
em1234 IN CNAME u1234567.wl001.sendgrid.net.
bounce IN MX 10 feedback-smtp.eu-west-1.amazonses.com.
bounce IN TXT "v=spf1 include:amazonses.com ~all"
mail IN A 192.0.2.25
mail IN AAAA 2001:db8::25
mail IN TXT "v=spf1 a -all"
_dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:a@dmarc.example.net,mailto:b@example.com; ruf=mailto:c@example.com; fo=1:d:s"
`,
);

calm(
  'an own server with everything',
  `
;- example.com.zone
${HEAD}@ IN MX 10 mail
@ IN A 192.0.2.80
@ IN TXT "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 -all"
@ IN CAA 0 issue "letsencrypt.org; validationmethods=dns-01"
@ IN CAA 0 issuewild ";"
@ IN CAA 0 iodef "mailto:caa@example.com"
mail IN A 192.0.2.25
mail IN AAAA 2001:db8::25
mail IN TXT "v=spf1 a -all"
mail IN SSHFP 4 2 abababababababababababababababababababababababababababababababab
_25._tcp.mail IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
_25._tcp.mail IN TLSA 2 1 1 cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd
_443._tcp IN TLSA 3 1 1 abababababababababababababababababababababababababababababababab
ed._domainkey IN TXT "v=DKIM1; k=ed25519; t=s; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
rsa._domainkey IN TXT "v=DKIM1; h=sha256; k=rsa; s=email; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsbvGtuE3BTauimxU/MUqSYf8+8tOg41VE2CldYI0A9iIo8/1fgs41MmpIuJymv3qXSXucJh/0BrqX5ubo87l8U4d/mjpIDADS01bNxKiVBouYYKeuMiWBI+NOgYQ0fCZv1AZF2f5TP/dtEHrwZqS7aWPC9w" "6DiAY2v1wvPBnk6uAucDO1dL+YwO/RMgmYfFwkONYhmtGTyDmoH8FvvPOniGGs0PoXiAQQmlg+fSSVs0+VAtYDkvRwun3KhnWUdW6tAEzg3CxBBjEWDVPRW9Xc0OZH2oJX1SSLDt9RRblgYMEqkeCnCpgbr+DRKOjyOrw3/wspGDGz76d7AOTqjxgwIDAQAB"
_adsp._domainkey IN TXT "dkim=all"
_dmarc IN TXT "v=DMARC1; p=reject; np=reject; psd=n; rua=mailto:dmarc@example.com"
example.net._report._dmarc IN TXT "v=DMARC1"
_mta-sts IN TXT "v=STSv1; id=20260101T000000Z;"
mta-sts IN CNAME www
www IN A 192.0.2.80
_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
default._bimi IN TXT "v=BIMI1; l=https://www.example.com/logo.svg; a=https://www.example.com/vmc.pem"
_acme-challenge IN TXT "abcDEF-_123"
k._hashed IN TXT "a=b; c=d"
`,
);

calm(
  'inside a company, with Active Directory',
  `
;- corp.example.zone
$TTL 3600
@ IN SOA dc1 hostmaster 2026112001 900 600 86400 3600
@ IN NS dc1
@ IN A 10.0.0.10
@ IN MX 10 exchange
exchange IN A 10.0.0.25
dc1 IN A 10.0.0.10
_ldap._tcp IN SRV 0 100 389 dc1
`,
);

calm(
  'texts of other kinds',
  `
;- example.com.zone
${HEAD}@ IN TXT "v=verifydomain MS=1234567"
a IN TXT v=abc
b IN TXT "v=spf is what we use" "p=1"
c IN TXT "p=none of your business"
d IN TXT "heritage=external-dns,external-dns/owner=default,external-dns/resource=ingress/x/y"
e IN TXT key=value ; comment = here
selector._domainkey IN TXT "n=a note without a key"
_dnsauth IN TXT "20260101abc"
`,
);
