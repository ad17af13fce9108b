import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a circle of two, one of three, and an alias of itself', () => {
  check(`
;- example.com.zone
a 60 IN CNAME b
;             ^ error cname-loop: a.example.com leads back to itself by way of b.example.com: no look-up ends
b 60 IN CNAME a
c 60 IN CNAME d
;             ^ error cname-loop: c.example.com leads back to itself by way of d.example.com and e.example.com: no look-up ends
d 60 IN CNAME e
e 60 IN CNAME c
f 60 IN CNAME f
;             ^ error cname-loop: f.example.com is an alias of itself: no look-up ends
`);
});

test('through two zones, and in a reverse zone', () => {
  check(`
;- example.com.zone
a  60 IN CNAME a.example.net.
;              ^^^^^^^^^^^^^^ error cname-loop: a.example.com leads back to itself by way of a.example.net: no look-up ends
h  60 IN A     192.0.2.10
;- example.net.zone
a  60 IN CNAME a.example.com.
;- 2.0.192.in-addr.arpa.zone
10 60 IN CNAME 11
;              ^^ error cname-loop: 10.2.0.192.in-addr.arpa leads back to itself by way of 11.2.0.192.in-addr.arpa: no look-up ends
11 60 IN CNAME 10
`);
});

test('aliases that end, that lead into a circle, or that nobody knows the end of', () => {
  check(`
;- example.com.zone
a 60 IN CNAME b
b 60 IN CNAME c
c 60 IN A     198.51.100.1
x 60 IN CNAME y
y 60 IN CNAME z
;             ^ error cname-loop: y.example.com leads back to itself by way of z.example.com: no look-up ends
z 60 IN CNAME y
s 60 IN CNAME t.sub
sub 60 IN NS  ns.example.net.
t.sub 60 IN CNAME s
;<------------------- warning delegation-occluded: The CNAME record of t.sub.example.com lies below the delegation of sub.example.com: nobody gets it from here, it belongs to the zone sub.example.com
`);
});

test('a DNAME to a name below its own', () => {
  check(`
;- example.com.zone
d  60 IN DNAME x.d
;              ^^^ warning cname-loop: The DNAME of d.example.com leads to x.d.example.com, which is below that name again: no look-up of a name below it ends
e  60 IN DNAME e
;              ^ warning cname-loop: The DNAME of e.example.com leads to e.example.com, which is that name again: no look-up of a name below it ends
f  60 IN DNAME d.example.net.
g  60 IN DNAME h
`);
});
