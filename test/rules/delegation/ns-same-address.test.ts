import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
@    60 IN NS ns1
@    60 IN NS ns2
;             ^^^ warning ns-same-address: ns2.example.com has the address of ns1.example.com, 192.0.2.1: these are two names of one server, and nobody answers when it is down
@    60 IN NS ns.example.net.
;             ^^^^^^^^^^^^^^^ warning ns-same-address: ns.example.net has the address of ns2.example.com, 2001:db8::2: these are two names of one server, and nobody answers when it is down
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.1
ns2  60 IN AAAA 2001:db8::2
;- example.net.zone
ns   60 IN AAAA 2001:db8:0::2
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
@    60 IN NS ns1
@    60 IN NS ns2
@    60 IN NS ns.example.net.
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.2
`);
});

test('a server that has an address of its own beside the shared one, in either order', () => {
  check(`
;- example.com.zone
@    60 IN NS ns1
@    60 IN NS ns2
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.1
     60 IN A  192.0.2.2
;- example.net.zone
@    60 IN NS ns1
@    60 IN NS ns2
ns1  60 IN A  198.51.100.1
     60 IN A  198.51.100.2
ns2  60 IN A  198.51.100.1
     60 IN AAAA 2001:db8::2
;- example.org.zone
@    60 IN NS ns1
@    60 IN NS ns2
;             ^^^ warning ns-same-address: ns2.example.org has the address of ns1.example.org, 203.0.113.1: these are two names of one server, and nobody answers when it is down
ns1  60 IN A  203.0.113.1
     60 IN AAAA 2001:db8:1::1
ns2  60 IN A  203.0.113.1
     60 IN AAAA 2001:db8:1::2
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
@    60 IN NS ns1.example.net.
@    60 IN NS ns2.example.net.
;             ^^^^^^^^^^^^^^^^ warning ns-same-address: ns2.example.net has the address of ns1.example.net, 192.0.2.1: these are two names of one server, and nobody answers when it is down
;- example.net.zone
ns1  60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.1
`);
});

test('delegations with glue, and not those of held zones or to servers that nobody knows', () => {
  check(`
;- example.com.zone
a    60 IN NS ns1.a
a    60 IN NS ns2.a
;             ^^^^^ information ns-same-address: ns2.a.example.com has the address of ns1.a.example.com, 192.0.2.1: these are two names of one server, and nobody answers when it is down
ns1.a 60 IN A 192.0.2.1
ns2.a 60 IN A 192.0.2.1
b    60 IN NS ns
b    60 IN NS www
;             ^^^ information ns-same-address: www.example.com has the address of ns.example.com, 192.0.2.2: these are two names of one server, and nobody answers when it is down
c    60 IN NS ns1.c
c    60 IN NS ns2.c
d    60 IN NS ns1.example.net.
d    60 IN NS ns2.example.net.
ns1.c 60 IN A 192.0.2.3
ns2.c 60 IN A 192.0.2.4
e    60 IN NS ns1.e
e    60 IN NS ns2.e
ns1.e 60 IN A 192.0.2.5
ns2.e 60 IN A 192.0.2.5
ns   60 IN A  192.0.2.2
www  60 IN A  192.0.2.2
;- e.example.com.zone
@    60 IN NS ns1
@    60 IN NS ns2
;             ^^^ warning ns-same-address: ns2.e.example.com has the address of ns1.e.example.com, 192.0.2.5: these are two names of one server, and nobody answers when it is down
ns1  60 IN A 192.0.2.5
ns2  60 IN A 192.0.2.5
`);
});
