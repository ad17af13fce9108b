import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
sub      60 IN NS ns1.example.net.
sub      60 IN A  192.0.2.1
;<--------------------------- warning delegation-occluded: The A record of sub.example.com stands at the delegation of sub.example.com, as 1 more record, and no NS record leads to it: nobody gets it from here, it belongs to the zone sub.example.com
x.sub    60 IN MX 10 mail
mail     60 IN A  192.0.2.2
old      60 IN NS ns1.old
ns1.old  60 IN A  192.0.2.3
ns2.old  60 IN A  192.0.2.4
;<--------------------------- warning delegation-occluded: The A record of ns2.old.example.com lies below the delegation of old.example.com, as 1 more record, and no NS record leads to it: nobody gets it from here, it belongs to the zone old.example.com
a.in.old 60 IN TXT "a"
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
@        60 IN NS ns.sub
sub      60 IN NS ns
sub      60 IN DS 1 8 2 0000000000000000000000000000000000000000000000000000000000000000
ns.sub   60 IN A  192.0.2.1
ns       60 IN A  192.0.2.2
other    60 IN NS ns.third
;                 ^^^^^^^^ information ns-no-ipv4: No name server of other.example.com has an A record: resolvers without IPv6 get no answer
third    60 IN NS ns.third
ns.third 60 IN AAAA 2001:db8::1
;- third.example.com.zone
www      60 IN A 192.0.2.9
ns       60 IN AAAA 2001:db8::1
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
sub      60 IN NS ns1.example.net.
$INCLUDE part
;- part fragment
www.sub  60 IN A 192.0.2.1
;<-------------------------- warning delegation-occluded: The A record of www.sub.example.com lies below the delegation of sub.example.com, and no NS record leads to it: nobody gets it from here, it belongs to the zone sub.example.com
`);
});

test('glue under another name than the server has is told once', () => {
  check(
    `
;- example.com.zone
sub      60 IN NS ns1.sub
;                 ^^^^^^^ error glue-missing: sub.example.com is delegated to ns1.sub.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
sub      60 IN NS ns2.sub
ns.sub   60 IN A  192.0.2.1
ns.sub   60 IN AAAA 2001:db8::1
ns2.sub  60 IN A  192.0.2.2
two      60 IN NS ns1.two
;                 ^^^^^^^ error glue-missing: two.example.com is delegated to ns1.two.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
a.two    60 IN A  192.0.2.3
;<--------------------------- warning delegation-occluded: The A record of a.two.example.com lies below the delegation of two.example.com, as 1 more record, and no NS record leads to it: nobody gets it from here, it belongs to the zone two.example.com
b.two    60 IN A  192.0.2.4
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('addresses that are meant as glue are told where glue-missing is switched off', () => {
  check(
    `
;- example.com.zone
$TTL 1h
sub      IN NS ns1.sub
ns.sub   IN A 192.0.2.1
;<----------------------- warning delegation-occluded: The A record of ns.sub.example.com lies below the delegation of sub.example.com, and no NS record leads to it: nobody gets it from here, it belongs to the zone sub.example.com
`,
    { rules: { 'glue-missing': 'off' } },
  );
});

test('glue of a server that the NS record misspells is told once', () => {
  check(
    `
;- example.com.zone
sub      60 IN NS ns.sbu
;                 ^^^^^^ warning ns-no-address: sub.example.com is delegated to ns.sbu.example.com, which has no A or AAAA record: nobody reaches this server
ns.sub   60 IN A 192.0.2.1
`,
    { rules: { 'ns-no-address': 'warning' } },
  );
});
