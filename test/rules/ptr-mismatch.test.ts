import { test } from 'node:test';
import { check } from '../support/check.ts';

test('the host has another address', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.99
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.99, not 192.0.2.10)
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.0.2.99, not 192.0.2.10
99    IN PTR  www.example.com.
`);
});

test('several addresses, one of them this one: fine', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.10
www   IN A    192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
11    IN PTR  WWW.Example.COM.
`);
});

test('names of networks are left alone', () => {
  check(`
;- example.com.zone
net   IN A    192.0.2.1
;- 2.0.192.in-addr.arpa.zone
0     IN PTR  net.example.com.
1     IN PTR  net.example.com.
255   IN PTR  net.example.com.
`);
});

test('on a mail host it is an error', () => {
  check(`
;- example.com.zone
@     IN MX   10 mail
@     IN TXT  "v=spf1 mx -all"
mail  IN A    192.0.2.25
www   IN A    192.0.2.10
;             ^^^^^^^^^^ (error ptr-mismatch: www.example.com has 192.0.2.10, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
25    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ error ptr-mismatch: www.example.com has 192.0.2.10, not 192.0.2.25; mail.example.com sends mail for example.com: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});

test('in a classless zone, by its label and through its parent', () => {
  check(`
;- example.com.zone
a     IN A    192.0.2.10
b     IN A    192.0.2.11
;             ^^^^^^^^^^ (warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10)
c     IN A    198.51.100.10
d     IN A    198.51.100.11
;             ^^^^^^^^^^^^^ (warning ptr-mismatch: d.example.com has 198.51.100.11, not 198.51.100.10)
;- 0-63.2.0.192.in-addr.arpa.zone
10    IN PTR  b.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: b.example.com has 192.0.2.11, not 192.0.2.10
11    IN PTR  b.example.com.
;- 100.51.198.in-addr.arpa.zone
10    IN CNAME 10.0-63
11    IN CNAME 11.0-63
0-63  IN NS   ns.example.com.
;- 0-63.100.51.198.in-addr.arpa.zone
10    IN PTR  d.example.com.
;             ^^^^^^^^^^^^^^ warning ptr-mismatch: d.example.com has 198.51.100.11, not 198.51.100.10
11    IN PTR  d.example.com.
`);
});

test('in views that read the reverse zone from files of their own each must be right', () => {
  check(`
;- in/example.com.zone view=in
www   IN A    192.168.0.10
;             ^^^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.168.0.10, not 192.0.2.10)
;- in/2.0.192.in-addr.arpa.zone view=in
10    IN PTR  www.example.com.
;             ^^^^^^^^^^^^^^^^ warning ptr-mismatch: www.example.com has 192.168.0.10, not 192.0.2.10
;- out/example.com.zone view=out
www   IN A    192.0.2.10
;- out/2.0.192.in-addr.arpa.zone view=out
10    IN PTR  www.example.com.
`);
});
