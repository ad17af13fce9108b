import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('flags, and below the apex', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 1 0 -
;                    ^ error nsec3param-invalid: NSEC3PARAM has the flags 1, and servers pass over all but 0: opt-out is a flag of the NSEC3 records
sub  IN NSEC3PARAM 1 0 0 -
;<--- error nsec3param-invalid: The NSEC3PARAM of sub.example.com belongs to the apex, example.com: servers look for it nowhere else
`);
});

test('as it should be', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN NS  ns1.example.net.
@    IN NSEC3PARAM 1 0 0 -
`);
});
