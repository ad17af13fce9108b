import { test } from 'node:test';
import { check } from '../support/check.ts';

test('before and behind', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN A     192.0.2.1
;       ^ error cname-other-data: a.example.com is an alias of x.example.com and has A, TXT records too: an alias has no other records
a 60 IN TXT   "t"
b 60 IN MX    10 x
b 60 IN CNAME x
;       ^^^^^ error cname-other-data: b.example.com is an alias of x.example.com and has MX records too: an alias has no other records
`);
});

test('the records of DNSSEC', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN NSEC  b CNAME RRSIG NSEC
a 60 IN RRSIG CNAME 8 3 60 20300101000000 20200101000000 1 example.com. AAAA
a 60 IN KEY   512 3 8 AwEAAQ==
`);
});

test('a record that can not be read, and one of the child zone', () => {
  check(`
;- example.com.zone
a 60 IN CNAME x
a 60 IN A     192.0.2
;             ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
sub 60 IN CNAME x
;- sub.example.com.zone
@ 60 IN A 192.0.2.7
`);
});
