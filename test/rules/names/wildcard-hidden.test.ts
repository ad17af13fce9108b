import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
*       60 IN A   192.0.2.80
shop    60 IN TXT "site-verification=1"
;<---- hint wildcard-hidden: shop.example.com has a TXT record only, so it does not get the address of *.example.com: if it is to have one, give it its own
_acme-challenge.blog 60 IN TXT "x"
;<-------------------- hint wildcard-hidden: blog.example.com exists as _acme-challenge.blog.example.com stands below it, so it does not get the address of *.example.com: if it is to have one, give it its own
www.ent 60 IN A   192.0.2.81
;<------- hint wildcard-hidden: ent.example.com exists as www.ent.example.com stands below it, so it does not get the address of *.example.com: if it is to have one, give it its own
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
*       60 IN A   192.0.2.80
shop    60 IN TXT "x"
shop    60 IN A   192.0.2.81
_dmarc  60 IN TXT "v=DMARC1; p=reject"
k._domainkey 60 IN TXT "x"
app     60 IN TXT "heritage=external-dns,external-dns/owner=x"
mail    60 IN MX  10 mail.example.net.
;- example.org.zone
*       60 IN MX  10 mail.example.net.
shop    60 IN TXT "x"
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
*       60 IN CNAME www.example.net.
$INCLUDE part
;- part fragment
shop    60 IN TXT "x"
;<---- hint wildcard-hidden: shop.example.com has a TXT record only, so it does not get the address of *.example.com: if it is to have one, give it its own
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});

test('a name with nothing but others far below it', () => {
  check(
    `
;- example.com.zone
*              60 IN A 192.0.2.80
_sip._tcp.shop 60 IN SRV 0 0 5060 sip.example.net.
;<-------------- hint wildcard-hidden: shop.example.com exists as _sip._tcp.shop.example.com stands below it, so it does not get the address of *.example.com: if it is to have one, give it its own
a.b.c          60 IN A 192.0.2.81
;<----- hint wildcard-hidden: c.example.com exists as a.b.c.example.com stands below it, so it does not get the address of *.example.com: if it is to have one, give it its own
_25._tcp.mail  60 IN TXT "x"
mail           60 IN A 192.0.2.82
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});

test('what lies in a zone below counts for nothing, whatever that zone has', () => {
  check(
    `
;- example.com.zone
*     60 IN A     192.0.2.80
x.b.a 60 IN CNAME www.example.net.
;- b.a.example.com.zone
y     60 IN A     192.0.2.81
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});

test('an owner without its final dot makes no names that are meant', () => {
  check(
    `
;- example.com.zone
*                60 IN A 192.0.2.80
ca.a.example.com 60 IN A 192.0.2.81
;<---------------- warning owner-repeats-origin: "ca.a.example.com" has no final dot, so it means ca.a.example.com.example.com
x.com            60 IN A 192.0.2.82
;<----- hint wildcard-hidden: com.example.com exists as x.com.example.com stands below it, so it does not get the address of *.example.com: if it is to have one, give it its own
`,
    { rules: { 'wildcard-hidden': 'hint' } },
  );
});
