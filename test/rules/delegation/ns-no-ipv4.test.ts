import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('the example', () => {
  check(`
;- example.com.zone
@    3600 IN NS   ns1
;                 ^^^ information ns-no-ipv4: No name server of example.com has an A record: resolvers without IPv6 get no answer
@    3600 IN NS   ns2
ns1  3600 IN AAAA 2001:db8:1::53
ns2  3600 IN AAAA 2001:db8:2::53
`);
});

test('one with both, one elsewhere, and a network of its own', () => {
  check(`
;- example.com.zone
@    3600 IN NS   ns1
@    3600 IN NS   ns2
ns1  3600 IN AAAA 2001:db8:1::53
ns2  3600 IN AAAA 2001:db8:2::53
ns2  3600 IN A    192.0.2.53
;- example.net.zone
@    3600 IN NS   ns1
@    3600 IN NS   ns2.example.org.
ns1  3600 IN AAAA 2001:db8:1::53
;- site.internal.zone
@    3600 IN NS   ns1
ns1  3600 IN AAAA 2001:db8:1::53
`);
});

test('from the file of the server', () => {
  check(`
;- example.com.zone
@    3600 IN NS   ns1.example.net.
;                 ^^^^^^^^^^^^^^^^ information ns-no-ipv4: No name server of example.com has an A record: resolvers without IPv6 get no answer
;- example.net.zone
ns1  3600 IN AAAA 2001:db8:1::53
`);
});

test('delegations with glue, and not to servers that nobody knows', () => {
  check(`
;- example.com.zone
a     60 IN NS   ns1.a
;                ^^^^^ information ns-no-ipv4: No name server of a.example.com has an A record: resolvers without IPv6 get no answer
a     60 IN NS   ns2.a
ns1.a 60 IN AAAA 2001:db8:1::1
ns2.a 60 IN AAAA 2001:db8:2::1
b     60 IN NS   ns.b
;                ^^^^ information ns-no-ipv4: No name server of b.example.com has an A record: resolvers without IPv6 get no answer
ns.b  60 IN AAAA 2001:db8:3::1
c     60 IN NS   ns.c
c     60 IN NS   ns.example.net.
ns.c  60 IN AAAA 2001:db8:4::1
d     60 IN NS   ns.d
d     60 IN NS   ns
ns.d  60 IN AAAA 2001:db8:5::1
ns    60 IN A    192.0.2.1
e     60 IN NS   ns.b
`);
});
