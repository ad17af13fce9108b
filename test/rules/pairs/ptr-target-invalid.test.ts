import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('characters that no host name has', () => {
  check(`
;- example.com.zone
my_host IN A  192.0.2.10
;<------- warning hostname-invalid: my_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
ok-1  IN A    192.0.2.11
a._spf IN A   192.0.2.15
-bad  IN A    192.0.2.12
;<---- warning hostname-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  my_host.example.com.
11    IN PTR  ok-1.example.com.
12    IN PTR  -bad.example.com.
13    IN PTR  *.example.net.
;             ^^^^^^^^^^^^^^ warning ptr-target-invalid: *.example.net is no host name: "*" is not a letter, a digit or a hyphen
14    IN PTR  .
;             ^ warning ptr-target-invalid: . is no host name: it is the root
15    IN PTR  a._spf.example.com.
;             ^^^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: a._spf.example.com is no host name: "_" is not a letter, a digit or a hyphen
`);
});

test('mail hosts: a name that receivers drop, one that is not confirmed, one that is', () => {
  check(`
;- example.com.zone
@       IN MX   10 mail
@       IN TXT  "v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ip4:192.0.2.27 ip4:192.0.2.28 -all"
mail    IN A    192.0.2.25
;               ^^^^^^^^^^ (error ptr-target-invalid: mail\\@example.com is no host name: "\\@" is not a letter, a digit or a hyphen; 192.0.2.25 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
b       IN A    192.0.2.26
my_host IN A    192.0.2.27
;<------- warning hostname-invalid: my_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
-bad    IN A    192.0.2.28
;<---- warning hostname-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen
;               ^^^^^^^^^^ (error ptr-target-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen; 192.0.2.28 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
25      IN PTR  mail@example.com.
;               ^^^^^^^^^^^^^^^^^ error ptr-target-invalid: mail\\@example.com is no host name: "\\@" is not a letter, a digit or a hyphen; 192.0.2.25 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
26      IN PTR  mail_1.example.net.
;               ^^^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: mail_1.example.net is no host name: "_" is not a letter, a digit or a hyphen
27      IN PTR  my_host.example.com.
28      IN PTR  -bad.example.com.
;               ^^^^^^^^^^^^^^^^^ error ptr-target-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen; 192.0.2.28 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
`);
});
