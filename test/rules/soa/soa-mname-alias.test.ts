import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('an alias', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 1 1d 2h 4w 1h
;               ^^^ information soa-mname-alias: ns1.example.com is an alias of host.example.com: name host.example.com in the SOA, as updates and notices are sent to the name that stands there
ns1 3600 IN CNAME host
host 3600 IN A 192.0.2.1
`);
});

test('in another held zone', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;               ^^^^^^^^^^^^^^^^ information soa-mname-alias: ns1.example.net is an alias of host.example.net: name host.example.net in the SOA, as updates and notices are sent to the name that stands there
;- example.net.zone
ns1 3600 IN CNAME host
host 3600 IN A 192.0.2.1
`);
});

test('a host, and a server that nobody holds', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 1 1d 2h 4w 1h
ns1 3600 IN A 192.0.2.1
;- example.org.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
`,
    { rules: { 'soa-mname-alias': 'information' } },
  );
});

test('one that is a name server of the zone too, of which ns-cname tells', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1 hostmaster 1 1d 2h 4w 1h
@   3600 IN NS ns1
;              ^^^ error ns-cname: ns1.example.com is an alias of www.example.com: an NS record names a host that has addresses of its own
ns1 3600 IN CNAME www
www 3600 IN A 192.0.2.1
`,
    { rules: { 'soa-mname-alias': 'information' } },
  );
});
