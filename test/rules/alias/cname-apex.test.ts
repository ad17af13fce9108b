import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('at the apex: one finding', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN CNAME www.example.net.
;       ^^^^^ error cname-apex: example.com is the apex of its zone, where the SOA and NS records stand: it can't be an alias
@    IN MX    10 www.example.net.
`);
});

test('at the cut of a child zone it is the child that has an apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
sub  IN CNAME www.example.net.
`);
});
