import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
@    60 IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    60 IN NS localhost.
;             ^^^^^^^^^^ warning ns-localhost: example.com has the name server localhost: whoever asks there asks its own machine
;- example.org.zone
@    60 IN NS ns1.example.net.
@    60 IN NS ns2
;             ^^^ warning ns-localhost: example.org has the name server ns2.example.org: whoever asks there asks its own machine
ns2  60 IN A  127.0.0.1
;             ^^^^^^^^^ warning address-special: 127.0.0.1 is a loopback address: ns2.example.org is not reached there
www  60 IN A  192.0.2.1
mail 60 IN A  192.0.2.2
`);
});

test('zones of this machine alone', () => {
  check(`
;- example.com.zone
@    60 IN SOA localhost. root.localhost. 1 1d 2h 4w 1h
@    60 IN NS localhost.
ads  60 IN A  192.0.2.1
;- 127.in-addr.arpa.zone
@    60 IN SOA localhost. root.localhost. 1 1d 2h 4w 1h
@    60 IN NS localhost.
1.0.0 60 IN PTR localhost.
`);
});

test('a server of that name elsewhere', () => {
  check(`
;- example.com.zone
@    60 IN NS localhost.example.net.
@    60 IN NS ns1.example.net.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
www  60 IN A  192.0.2.1
;- part fragment
@    60 IN NS localhost.
;             ^^^^^^^^^^ warning ns-localhost: example.com has the name server localhost: whoever asks there asks its own machine
@    60 IN NS ns1.example.net.
`);
});

test('a delegation', () => {
  check(`
;- example.com.zone
$TTL 1h
@   IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@   IN NS  ns1.example.net.
@   IN NS  ns2.example.net.
sub IN NS  ns1.example.net.
sub IN NS  localhost.
;          ^^^^^^^^^^ warning ns-localhost: sub.example.com is delegated to localhost: whoever asks there asks its own machine
`);
});
