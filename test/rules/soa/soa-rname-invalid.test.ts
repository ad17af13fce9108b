import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('one label', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster. 1 1d 2h 4w 1h
;                                ^^^^^^^^^^^ warning soa-rname-invalid: "hostmaster." is a mailbox without a domain: write it as hostmaster.example.com.
`);
});

test('a dot in the user part', () => {
  check(`
;- example.com.zone
@   3600 IN SOA ns1.example.net. john.doe 1 1d 2h 4w 1h
;                                ^^^^^^^^ information soa-rname-invalid: The mailbox reads as john@doe.example.com, and doe.example.com takes no mail: it has no MX, A or AAAA record. If the user is john.doe, write john\\.doe
@   3600 IN MX 10 mx.example.net.
`);
});

test('a mailbox in a reverse zone, and one of a name in another held zone', () => {
  check(`
;- 2.0.192.in-addr.arpa.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
;                                ^^^^^^^^^^ information soa-rname-invalid: The mailbox reads as hostmaster@2.0.192.in-addr.arpa, and 2.0.192.in-addr.arpa takes no mail: it has no MX, A or AAAA record
;- 100.51.198.in-addr.arpa.zone
@   3600 IN SOA ns1.example.net. hostmaster.ops.example.com. 1 1d 2h 4w 1h
;                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ information soa-rname-invalid: The mailbox reads as hostmaster@ops.example.com, and ops.example.com takes no mail: it has no MX, A or AAAA record
;- example.com.zone
ops 3600 IN TXT "no mail"
`);
});

test('mail by MX, by address, elsewhere; a mailbox that is none', () => {
  check(
    `
;- example.com.zone
@   3600 IN SOA ns1.example.net. hostmaster 1 1d 2h 4w 1h
@   3600 IN MX 10 mx.mail.example.
;- example.org.zone
@   3600 IN SOA ns1.example.net. john\\.doe 1 1d 2h 4w 1h
@   3600 IN A 192.0.2.1
;- example.net.zone
@   3600 IN SOA ns1.example.net. nobody.invalid. 1 1d 2h 4w 1h
`,
    { rules: { 'soa-rname-invalid': 'warning' } },
  );
});

test('the root, and an @ in the user', () => {
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. . 1 14400 3600 1209600 3600
;                              ^ warning soa-rname-invalid: "." is a mailbox without a domain: write it as hostmaster.example.com.
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
`);
  check(`
;- example.com.zone
@ 3600 IN SOA ns1.example.net. admin\\@example.com. 1 14400 3600 1209600 3600
;                              ^^^^^^^^^^^^^^^^^^^ warning soa-rname-invalid: "admin\\@example.com." has the @ in its user, and the first dot ends that: write a dot in the place of the @
@ 3600 IN NS  ns1.example.net.
@ 3600 IN NS  ns2.example.net.
`);
});

test('the zone itself as the mailbox', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. @ 2026112200 1d 2h 4w 1h
;                            ^ warning soa-rname-invalid: The mailbox is the zone's own name, and reads as example@com: write it as hostmaster.example.com.
@    IN NS  ns1.example.net.
`,
    { wholeZones: true },
  );
});
