import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';

test('the PTR is put into the child zone', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A     192.0.2.5
;                   ^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
4     3600 IN CNAME 4.0-63
5     3600 IN CNAME 5.0-63
;                   ^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa
;- 0-63.2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
4     3600 IN PTR   a.example.net.
`,
    'Add "5 3600 IN PTR www.example.com." to 0-63.2.0.192.in-addr.arpa (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A     192.0.2.5
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
4     3600 IN CNAME 4.0-63
5     3600 IN CNAME 5.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
4     3600 IN PTR   a.example.net.
5     3600 IN PTR   www.example.com.
`,
  );
});

test('a mail host', () => {
  check(`
;- example.com.zone
@     3600 IN MX    10 mail
mail  3600 IN A     192.0.2.5
;                   ^^^^^^^^^ (error arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.4 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
5     3600 IN CNAME 5.0-63
;                   ^^^^^^ error arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa; mail.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.4 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
`);
});

test('nobody has the address; the child is not held', () => {
  check(`
;- example.com.zone
www   3600 IN A     192.0.3.5
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
;<------------------------------------ (error arpa-classless-missing-cname: The PTR of 192.0.2.4 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there)
5     3600 IN CNAME 5.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
;<- error arpa-classless-missing-cname: The PTR of 192.0.2.4 is in 0-63.2.0.192.in-addr.arpa, but 2.0.192.in-addr.arpa has no CNAME that leads there
;- 3.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
5     3600 IN CNAME 5.0-63
`);
});

test('a $GENERATE line is told once; each host is told of its own address', () => {
  check(`
;- example.com.zone
www   3600 IN A     192.0.2.5
;                   ^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.5 leads to 5.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa)
ftp   3600 IN A     192.0.2.6
;                   ^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.6 leads to 6.0-63.2.0.192.in-addr.arpa, which has no PTR record in 0-63.2.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
$GENERATE 1-62 $ 3600 IN CNAME $.0-63
;                              ^^^^^^ warning arpa-classless-dangling-cname: Aliases that this line makes lead to no PTR record in 0-63.2.0.192.in-addr.arpa, for addresses that hosts have
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
`);
});
