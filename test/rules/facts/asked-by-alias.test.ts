import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what an alias of a service, a key or a policy leads to is asked for there', () => {
  check(`
;- example.com.zone
_443._tcp.www  3600 IN CNAME tlsa201._dane
tlsa201._dane  3600 IN TLSA 2 0 1 abababababababababababababababababababababababababababababababab
www            3600 IN A 192.0.2.20
s1._domainkey  3600 IN CNAME s1.dkim
s1.dkim        3600 IN TXT "v=DKIM1; k=ed25519; p=Q80w+gjIc6qWAyhEfEejqSKvb5/gRXo1c75uQkqBY1w="
_dmarc.news    3600 IN CNAME policy
policy         3600 IN TXT "v=DMARC1; p=reject"
_smtp._tls     3600 IN CNAME reports
reports        3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"
_sip._tcp      3600 IN CNAME pbx-service
pbx-service    3600 IN SRV 0 0 5060 pbx
pbx            3600 IN A 192.0.2.21
abababababababababababababababababababababababababababab._smimecert 3600 IN CNAME cert
cert           3600 IN SMIMEA 3 0 0 3082
`);
});

test('an alias of a host asks for none of it', () => {
  check(`
;- example.com.zone
web    3600 IN CNAME www
www    3600 IN A 192.0.2.20
www    3600 IN TXT "v=DMARC1; p=reject"
;                   ^^^^^^^^^^^^^^^^^^ warning dmarc-place: Nobody asks for a DMARC record at www.example.com: its place is _dmarc.www.example.com
`);
});
