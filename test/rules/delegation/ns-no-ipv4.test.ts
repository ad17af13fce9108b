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
