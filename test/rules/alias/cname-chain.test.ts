import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a  60 IN CNAME b
;              ^ information cname-chain: a.example.com is an alias of b.example.com, which is an alias of c.example.com itself: each step is one more question, and one more record to forget
b  60 IN CNAME c
;              ^ information cname-chain: b.example.com is an alias of c.example.com, which is an alias of d.example.net itself: each step is one more question, and one more record to forget
c  60 IN CNAME d.example.net.
`,
    { rules: { 'cname-chain': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
a  60 IN CNAME b
b  60 IN A     192.0.2.1
c  60 IN CNAME d.example.net.
e  60 IN CNAME f
;              ^ error cname-loop: e.example.com leads back to itself by way of f.example.com: no look-up ends
f  60 IN CNAME e
;- example.net.zone
d  60 IN CNAME e.example.org.
`,
    { rules: { 'cname-chain': 'information' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
a  60 IN CNAME b
;              ^ information cname-chain: a.example.com is an alias of b.example.com, which is an alias of c.example.net itself: each step is one more question, and one more record to forget
$INCLUDE part
;- part fragment
b  60 IN CNAME c.example.net.
`,
    { rules: { 'cname-chain': 'information' } },
  );
});
