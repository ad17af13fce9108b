import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a domain that is only included is not named, one that takes mail is', () => {
  check(`
;- example.com.zone
@     3600 IN MX   10 mx.example.net.
@     3600 IN TXT  "v=spf1 include:SPF.example.com. include:mail.example.com include:_spf.example.com -all"
spf   3600 IN TXT  "v=spf1 a:host.example.com -all"
_spf  3600 IN TXT  "v=spf1 a:host.example.com -all"
mail  3600 IN MX   10 mx.example.net.
mail  3600 IN TXT  "v=spf1 a:host.example.com -all"
host  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa; host.example.com sends mail for example.com and mail.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;             ^^^ (error ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa; host.example.com sends mail for example.com and mail.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
});

test('two that include each other, and one that nobody includes', () => {
  check(`
;- example.com.zone
a     3600 IN TXT  "v=spf1 a:host.example.com include:b.example.com -all"
;                                             ^^^^^^^^^^^^^^^^^^^^^ warning spf-include-none: The SPF records lead in a circle (a.example.com, b.example.com, a.example.com): receivers answer permerror
b     3600 IN TXT  "v=spf1 include:a.example.com -all"
alone 3600 IN TXT  "v=spf1 ip4:192.0.2.26 -all"
host  3600 IN A    192.0.2.25
;                  ^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa; host.example.com sends mail for a.example.com and b.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
other 3600 IN A    192.0.2.26
;                  ^^^^^^^^^^ error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for alone.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
;             ^^^ (error ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa; host.example.com sends mail for a.example.com and b.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;             ^^^ (error ptr-missing: No PTR record for 192.0.2.26 in 2.0.192.in-addr.arpa; 192.0.2.26 sends mail for alone.example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
`);
});
