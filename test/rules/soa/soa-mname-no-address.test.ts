import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('no such host, and a name without its final dot', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 1 1d 2h 4w 1h
;               ^^^ information soa-mname-no-address: The primary server is ns1.example.com, which does not exist in example.com: dynamic updates find no server
;- example.org.zone
@   3600 IN SOA ns1.example.com hostmaster 1 1d 2h 4w 1h
;               ^^^^^^^^^^^^^^^ information soa-mname-no-address: "ns1.example.com" has no final dot, so it means ns1.example.com.example.org, which does not exist in example.org: dynamic updates find no server
`);
});

test('an address, and a server that nobody holds', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 1 1d 2h 4w 1h
ns1 3600 IN AAAA 2001:db8::1
;- example.org.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
`,
    { rules: { 'soa-mname-no-address': 'information' } },
  );
});
