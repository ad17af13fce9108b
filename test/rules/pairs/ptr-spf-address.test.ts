import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('an address without a name', () => {
  check(`
;- example.com.zone
@     IN TXT  "v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ip6:2001:db8::25 -all"
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-spf-address: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error ptr-spf-address: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
@     IN TXT  "x"
b     IN A    192.0.2.26
;             ^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
27    IN PTR  c.example.net.
;< (error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;< (error ptr-spf-address: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@     IN NS   ns.example.net.
;< (error ptr-spf-address: No PTR record for 2001:db8::25 in 8.b.d.0.1.0.0.2.ip6.arpa, though SPF lets it send for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
});

test('the members of a network that have a name', () => {
  check(`
;- example.com.zone
@     IN TXT  "v=spf1 ip4:192.0.2.0/25 -all"
b     IN A    192.0.2.26
;             ^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
c     IN A    192.0.2.126
;             ^^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.126 in 2.0.192.in-addr.arpa; 192.0.2.126 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
d     IN A    192.0.2.226
;             ^^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.226 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
27    IN PTR  c.example.net.
;< (error ptr-missing: No PTR record for 192.0.2.126 in 2.0.192.in-addr.arpa; 192.0.2.126 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;< (warning ptr-missing: No PTR record for 192.0.2.226 in 2.0.192.in-addr.arpa)
;< (error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
});

test('refused ones, and unknown reverse zones, are silent', () => {
  check(`
;- example.com.zone
@     IN TXT  "v=spf1 ~ip4:192.0.2.25 ip4:198.51.100.7 -all"
;- 2.0.192.in-addr.arpa.zone
27    IN PTR  c.example.net.
`);
});

test('nothing is said of networks that others run', () => {
  check(
    `
;- example.com.zone
@  3600 IN TXT "v=spf1 ip4:192.0.2.7 -all"
;- 2.0.192.in-addr.arpa.zone
25 3600 IN PTR www.example.net.
`,
    { settings: { externalNetworks: ['192.0.2.0/24'] } },
  );
});

test('the SPF of a wildcard is that of no domain', () => {
  check(`
;- example.com.zone
*     3600 IN TXT  "v=spf1 ip4:192.0.2.40 -all"
;- 2.0.192.in-addr.arpa.zone
31    3600 IN PTR  x.example.net.
`);
});
