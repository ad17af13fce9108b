import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a second one', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN SOA ns1.example.net. hostmaster 2026112201 1d 2h 4w 1h
;       ^^^ error soa-multiple: example.com has another SOA record already: servers refuse the zone
`);
});

test('the same one in another spelling', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
example.com. 60 IN SOA NS1.example.net. hostmaster.example.com. ( 2026112200 86400
;<---------------------------------------------------------------------------------->1:19 warning record-duplicate: example.com has this SOA record already
  7200 2419200 3600 )
`);
});
