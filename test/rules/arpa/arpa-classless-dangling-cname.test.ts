import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

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
;                   ^^^^^^^^^ (warning arpa-classless-dangling-cname: Aliases that this line makes lead to no PTR record in 0-63.2.0.192.in-addr.arpa, for addresses that hosts have)
ftp   3600 IN A     192.0.2.6
;                   ^^^^^^^^^ (warning arpa-classless-dangling-cname: Aliases that this line makes lead to no PTR record in 0-63.2.0.192.in-addr.arpa, for addresses that hosts have)
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
$GENERATE 1-62 $ 3600 IN CNAME $.0-63
;                              ^^^^^^ warning arpa-classless-dangling-cname: Aliases that this line makes lead to no PTR record in 0-63.2.0.192.in-addr.arpa, for addresses that hosts have
;- 0-63.2.0.192.in-addr.arpa.zone
4     3600 IN PTR   a.example.net.
`);
});

test('a wrong label: the alias is mended, and no PTR is put there', () => {
  checkFix(
    `
;- example.com.zone
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
24    3600 IN CNAME 24.0-63
25    3600 IN CNAME 25.0-36
;                   ^^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.2.25 leads to 25.0-36.2.0.192.in-addr.arpa, where nothing is: 0-63.2.0.192.in-addr.arpa is delegated for that address
;- 0-63.2.0.192.in-addr.arpa.zone
24    3600 IN PTR   a.example.net.
25    3600 IN PTR   mail.example.com.
`,
    'Change "25.0-36" to "25.0-63"',
    `
;- example.com.zone
mail  3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
24    3600 IN CNAME 24.0-63
25    3600 IN CNAME 25.0-63
;- 0-63.2.0.192.in-addr.arpa.zone
24    3600 IN PTR   a.example.net.
25    3600 IN PTR   mail.example.com.
`,
  );
});

test('a wrong label in a $GENERATE line is one finding', () => {
  checkFix(
    `
;- example.com.zone
@     3600 IN MX    10 mail
mail  3600 IN A     192.0.2.25
www   3600 IN A     192.0.2.40
x     3600 IN A     192.0.2.41
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
$GENERATE 1-62 $ 3600 IN CNAME $.0/27
;                              ^^^^^^ warning arpa-classless-dangling-cname: Aliases that this line makes lead below 0/27.2.0.192.in-addr.arpa, which is no zone: 0-63.2.0.192.in-addr.arpa is delegated for their addresses
;- 0-63.2.0.192.in-addr.arpa.zone
25    3600 IN PTR   mail.example.com.
40    3600 IN PTR   www.example.com.
41    3600 IN PTR   x.example.com.
`,
    'Change "$.0/27" to "$.0-63"',
    `
;- 2.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
$GENERATE 1-62 $ 3600 IN CNAME $.0-63
`,
  );
});

test('a label that names no zone where no other is delegated, or two are, may be meant so', () => {
  check(`
;- example.com.zone
a     3600 IN A     192.0.2.25
;                   ^^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.25 leads to 25.0-36.2.0.192.in-addr.arpa, which has no PTR record in 2.0.192.in-addr.arpa)
b     3600 IN A     192.0.3.25
;                   ^^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.3.25 leads to 25.0-36.3.0.192.in-addr.arpa, which has no PTR record in 3.0.192.in-addr.arpa)
;- 2.0.192.in-addr.arpa.zone
25    3600 IN CNAME 25.0-36
;                   ^^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.2.25 leads to 25.0-36.2.0.192.in-addr.arpa, which has no PTR record in 2.0.192.in-addr.arpa
;- 0-63.2.0.192.in-addr.arpa.zone
24    3600 IN TXT   "x"
;- 3.0.192.in-addr.arpa.zone
0-63  3600 IN NS    ns1.example.com.
0-127 3600 IN NS    ns1.example.com.
25    3600 IN CNAME 25.0-36
;                   ^^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.3.25 leads to 25.0-36.3.0.192.in-addr.arpa, which has no PTR record in 3.0.192.in-addr.arpa
;- 0-63.3.0.192.in-addr.arpa.zone
24    3600 IN TXT   "x"
;- 0-127.3.0.192.in-addr.arpa.zone
24    3600 IN TXT   "x"
`);
});

const MISTYPED = `
;- example.com.zone
@     3600 IN MX    10 mx28
@     3600 IN MX    10 mx29
mx28  3600 IN A     203.0.113.28
mx29  3600 IN A     203.0.113.29
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
28    3600 IN CNAME 28.0-127
29    3600 IN CNAME 92.0-127
;                   ^^^^^^^^ error arpa-classless-dangling-cname: The alias of 203.0.113.29 leads to 92.0-127.113.0.203.in-addr.arpa, where nothing is: its PTR record is at 29.0-127.113.0.203.in-addr.arpa; mx29.example.com sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN PTR   mx28.example.com.
29    3600 IN PTR   mx29.example.com.
`;

test('digits in the wrong order: the alias is mended, and no PTR is put at the name of another address', () => {
  checkFix(
    MISTYPED,
    'Change "92.0-127" to "29.0-127"',
    `
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
28    3600 IN CNAME 28.0-127
29    3600 IN CNAME 29.0-127
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN PTR   mx28.example.com.
29    3600 IN PTR   mx29.example.com.
`,
  );
  assert.deepEqual(fixTitles(check(MISTYPED)), ['Change "92.0-127" to "29.0-127"']);
});

test('an alias to the PTR of another address: the alias is mended, and that PTR stays', () => {
  checkFix(
    `
;- example.com.zone
a     3600 IN A     203.0.113.29
b     3600 IN A     203.0.113.92
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
29    3600 IN CNAME 92.0-127.113.0.203.in-addr.arpa.
;                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning arpa-classless-dangling-cname: The alias of 203.0.113.29 leads to 92.0-127.113.0.203.in-addr.arpa, the name of 203.0.113.92: its PTR record is at 29.0-127.113.0.203.in-addr.arpa
92    3600 IN CNAME 92.0-127.113.0.203.in-addr.arpa.
;- 0-127.113.0.203.in-addr.arpa.zone
29    3600 IN PTR   a.example.com.
92    3600 IN PTR   b.example.com.
`,
    'Change "92.0-127.113.0.203.in-addr.arpa." to "29.0-127.113.0.203.in-addr.arpa."',
    `
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
29    3600 IN CNAME 29.0-127.113.0.203.in-addr.arpa.
92    3600 IN CNAME 92.0-127.113.0.203.in-addr.arpa.
`,
  );
});

test('no PTR is put at the name of another address, whatever is there', () => {
  const workbench = check(`
;- example.com.zone
a     3600 IN A     203.0.113.29
;                   ^^^^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 203.0.113.29 leads to 92.0-127.113.0.203.in-addr.arpa, which has no PTR record in 0-127.113.0.203.in-addr.arpa)
b     3600 IN A     198.51.100.9
;                   ^^^^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 198.51.100.9 leads to 12.100.51.198.in-addr.arpa, which has no PTR record in 100.51.198.in-addr.arpa)
c     3600 IN A     192.0.2.30
;                   ^^^^^^^^^^ (warning arpa-classless-dangling-cname: The alias of 192.0.2.30 leads to c.0-127.2.0.192.in-addr.arpa, which has no PTR record in 0-127.2.0.192.in-addr.arpa)
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
29    3600 IN CNAME 92.0-127
;                   ^^^^^^^^ warning arpa-classless-dangling-cname: The alias of 203.0.113.29 leads to 92.0-127.113.0.203.in-addr.arpa, which has no PTR record in 0-127.113.0.203.in-addr.arpa
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN TXT   "x"
;- 100.51.198.in-addr.arpa.zone
9     3600 IN CNAME 12
;                   ^^ warning arpa-classless-dangling-cname: The alias of 198.51.100.9 leads to 12.100.51.198.in-addr.arpa, which has no PTR record in 100.51.198.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
30    3600 IN CNAME c.0-127
;                   ^^^^^^^ warning arpa-classless-dangling-cname: The alias of 192.0.2.30 leads to c.0-127.2.0.192.in-addr.arpa, which has no PTR record in 0-127.2.0.192.in-addr.arpa
;- 0-127.2.0.192.in-addr.arpa.zone
@     3600 IN TXT   "x"
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the PTR of 198.51.100.9 (refused: the alias of 198.51.100.9 leads to 12.100.51.198.in-addr.arpa, the name of 198.51.100.12: fix the alias first)',
    'Add the PTR of 203.0.113.29 (refused: the alias of 203.0.113.29 leads to 92.0-127.113.0.203.in-addr.arpa, the name of 203.0.113.92: fix the alias first)',
    'Add "c 3600 IN PTR c.example.com." to 0-127.2.0.192.in-addr.arpa',
  ]);
});

test('a $GENERATE line that leads beside is one finding, without a fix', () => {
  const workbench = check(`
;- example.com.zone
a     3600 IN A     203.0.113.28
b     3600 IN A     203.0.113.29
c     3600 IN A     203.0.113.30
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
$GENERATE 28-30 $ 3600 IN CNAME \${1}.0-127
;                               ^^^^^^^^^^ warning arpa-classless-dangling-cname: Aliases that this line makes lead beside the PTR records of their addresses
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN PTR   a.example.com.
29    3600 IN PTR   b.example.com.
30    3600 IN PTR   c.example.com.
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a PTR that two addresses are led to stays where one of them needs it', () => {
  const workbench = check(`
;- example.com.zone
a     3600 IN A     203.0.113.28
;                   ^^^^^^^^^^^^ (warning ptr-mismatch: a.example.com has 203.0.113.28, not 203.0.113.29)
b     3600 IN A     203.0.113.29
;- 113.0.203.in-addr.arpa.zone
0-127 3600 IN NS    ns1.example.com.
28    3600 IN CNAME 28.0-127
29    3600 IN CNAME 28.0-127
;- 0-127.113.0.203.in-addr.arpa.zone
28    3600 IN PTR   a.example.com.
;                   ^^^^^^^^^^^^^^ warning ptr-mismatch: a.example.com has 203.0.113.28, not 203.0.113.29
`);
  assert.deepEqual(fixTitles(workbench), [
    'Change the PTR of 203.0.113.29 from a.example.com. to b.example.com. (refused: it is the PTR of 203.0.113.28 too, which a.example.com has)',
    'Add "a 3600 IN A 203.0.113.29" to example.com',
  ]);
});
