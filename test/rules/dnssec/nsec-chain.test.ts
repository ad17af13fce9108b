import { test } from 'node:test';
import { check } from '../../support/check.ts';

/** The beginning of a zone whose names are proven by their hashes. */
const HASHED = `;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC3PARAM 1 0 0 -
@    IN RRSIG NSEC3PARAM 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
`;

test('types', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A TXT RRSIG NSEC
;<------------------------------- warning nsec-chain: The NSEC record of www.example.com lists TXT, which is not there: resolvers get proofs that do not hold. Sign the zone again
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a type that is listed twice is one all the same', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC A TYPE1
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a type that lacks', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ RRSIG NSEC
;<------------------------- warning nsec-chain: The NSEC record of www.example.com does not list A: resolvers get proofs that do not hold. Sign the zone again
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a link', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC mail NS SOA RRSIG NSEC DNSKEY
;            ^^^^ warning nsec-chain: The NSEC record of example.com leads to mail.example.com, and the next name is www.example.com: resolvers get proofs that do not hold. Sign the zone again
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a name without', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mail IN A 192.0.2.25
mail IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
;<---- warning nsec-chain: mail.example.com has no NSEC record: resolvers get proofs that do not hold. Sign the zone again
`);
});

test('delegations, glue, a wildcard and escapes', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC * NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
*    IN TXT "any"
*    IN RRSIG TXT 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
*    IN NSEC \\065b\\046c TXT RRSIG NSEC
*    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
Ab\\.c IN TXT "odd"
Ab\\.c IN RRSIG TXT 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
Ab\\.c IN NSEC sub TXT RRSIG NSEC
Ab\\.c IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
sub  IN NS ns.sub
sub  IN NSEC www NS RRSIG NSEC
sub  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
ns.sub IN A 192.0.2.11
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('one cause, one finding: what is not signed lacks this too', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mail IN A 192.0.2.25
;<-------------------- warning rrsig-missing: The A records of mail.example.com have no signature in a signed zone: validators answer SERVFAIL for them. Sign the zone again
`);
});

test('NSEC3 records alone, and nothing tells how names are hashed', () => {
  const zone = (parameters: string, mark: string) => `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h${mark}
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
${parameters}
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk NS SOA RRSIG DNSKEY
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`;
  check(
    zone(
      '',
      '\n;<- warning nsec-chain: example.com has NSEC3 records and no NSEC3PARAM record, by which servers find them: resolvers get proofs that do not hold. Sign the zone again',
    ),
  );
  // Beside NSEC records the chain is being made, or taken away.
  check(
    zone(
      `@    IN NSEC @ NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==`,
      '',
    ),
  );
});

test('a record at glue is no part of the chain', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC sub NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
sub  IN NS ns.sub
sub  IN NS ns1.example.net.
sub  IN NSEC www NS RRSIG NSEC
sub  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
ns.sub IN A 192.0.2.53
ns.sub IN NSEC www A RRSIG NSEC
;<------------------------------- warning delegation-occluded: The NSEC record of ns.sub.example.com lies below the delegation of sub.example.com: nobody gets it from here, it belongs to the zone sub.example.com
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A RRSIG NSEC
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('an NSEC record that can not be read is told as that', () => {
  check(`
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
@    IN RRSIG SOA 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NS  ns1.example.net.
@    IN RRSIG NS 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN DNSKEY 257 3 15 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
@    IN RRSIG DNSKEY 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
@    IN NSEC www NS SOA RRSIG NSEC DNSKEY
@    IN RRSIG NSEC 15 2 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN NSEC @ A NOSUCH RRSIG NSEC
;                ^^^^^^ error syntax-value: NSEC types "NOSUCH" is not a record type
www  IN RRSIG NSEC 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('hashed names, as they should be', () => {
  check(`
${HASHED}onib9mgub9h0rml3cdf5bgrj59dkjhvk IN NSEC3 1 0 0 - mifdndt3nff3od53o7tla1hrff95jkuk NS SOA RRSIG DNSKEY NSEC3PARAM
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mifdndt3nff3od53o7tla1hrff95jkuk IN NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk A RRSIG
mifdndt3nff3od53o7tla1hrff95jkuk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('hashed names in their order, and one lists a type less than its name has', () => {
  check(`
${HASHED}mifdndt3nff3od53o7tla1hrff95jkuk IN NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk RRSIG
;<---------------------------------------------------------------------------------------- warning nsec-chain: The NSEC3 record of www.example.com does not list A: resolvers get proofs that do not hold. Sign the zone again
mifdndt3nff3od53o7tla1hrff95jkuk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN NSEC3 1 0 0 - mifdndt3nff3od53o7tla1hrff95jkuk NS SOA RRSIG DNSKEY NSEC3PARAM
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('an NSEC3 record that can not be read is told as that', () => {
  check(`
${HASHED}onib9mgub9h0rml3cdf5bgrj59dkjhvk IN NSEC3 1 0 0 - mifdndt3nff3od53o7tla1hrff95jkuk NS SOA RRSIG DNSKEY NSEC3PARAM
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mifdndt3nff3od53o7tla1hrff95jkuk IN NSEC3 1 0 0 A onib9mgub9h0rml3cdf5bgrj59dkjhvk A RRSIG
;                                               ^ error syntax-hex: NSEC3 salt is not hexadecimal: it has an odd number of digits
mifdndt3nff3od53o7tla1hrff95jkuk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
`);
});

test('a record that was added below names that are not there: it has no signature, which is told', () => {
  check(`
${HASHED}onib9mgub9h0rml3cdf5bgrj59dkjhvk IN NSEC3 1 0 0 - mifdndt3nff3od53o7tla1hrff95jkuk NS SOA RRSIG DNSKEY NSEC3PARAM
onib9mgub9h0rml3cdf5bgrj59dkjhvk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
mifdndt3nff3od53o7tla1hrff95jkuk IN NSEC3 1 0 0 - onib9mgub9h0rml3cdf5bgrj59dkjhvk A RRSIG
mifdndt3nff3od53o7tla1hrff95jkuk IN RRSIG NSEC3 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
www  IN A 192.0.2.10
www  IN RRSIG A 15 3 3600 20270101000000 20261101000000 1040 example.com. AQ==
a.b.c IN A 192.0.2.11
;<--------------------- warning rrsig-missing: The A records of a.b.c.example.com have no signature in a signed zone: validators answer SERVFAIL for them. Sign the zone again
`);
});
