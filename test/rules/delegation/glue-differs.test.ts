import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('another address', () => {
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first)
`);
});

test('one too many, and one too few', () => {
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
ns.sub 60 IN A  192.0.2.2
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1 and 192.0.2.2, but sub.example.com itself says 192.0.2.1: resolvers ask the wrong address first
ns.sub 60 IN AAAA 2001:db8::1
;                 ^^^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has AAAA 2001:db8::1, but sub.example.com itself says 2001:db8::1 and 2001:db8::2: resolvers ask the wrong address first
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1 and 192.0.2.2, but sub.example.com itself says 192.0.2.1: resolvers ask the wrong address first)
ns     60 IN AAAA 2001:db8::1
ns     60 IN AAAA 2001:db8::2
;                 ^^^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has AAAA 2001:db8::1, but sub.example.com itself says 2001:db8::1 and 2001:db8::2: resolvers ask the wrong address first)
`);
});

test('a family that one of them lacks', () => {
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ information glue-differs: The glue of ns.sub.example.com in example.com lacks AAAA 2001:db8::1, which the zone itself has: resolvers with IPv6 alone find no way there
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
ns     60 IN AAAA 2001:db8::1
;                 ^^^^^^^^^^^ (information glue-differs: The glue of ns.sub.example.com in example.com lacks AAAA 2001:db8::1, which the zone itself has: resolvers with IPv6 alone find no way there)
`);
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
ns.sub 60 IN AAAA 2001:db8::1
;                 ^^^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has AAAA 2001:db8::1, and the zone itself has no AAAA record of it: resolvers ask an address that is not the server's
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
`);
});

test('the fix of a family that the glue lacks', () => {
  checkFix(
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ information glue-differs: The glue of ns.sub.example.com in example.com lacks AAAA 2001:db8::1, which the zone itself has: resolvers with IPv6 alone find no way there
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
ns     60 IN AAAA 2001:db8::1
;                 ^^^^^^^^^^^ (information glue-differs: The glue of ns.sub.example.com in example.com lacks AAAA 2001:db8::1, which the zone itself has: resolvers with IPv6 alone find no way there)
`,
    'Add "ns.sub 60 IN AAAA 2001:db8::1" to example.com',
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
ns.sub 60 IN AAAA 2001:db8::1
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
ns     60 IN AAAA 2001:db8::1
`,
  );
});

test('the same addresses, and a zone that is not held', () => {
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
;- example.net.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.9
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first)
`,
    'Change the glue of ns.sub.example.com in example.com to 192.0.2.2',
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.2
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
`,
  );
});

test('the fix of another one', () => {
  checkFix(
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1 and 192.0.2.2, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first
ns.sub 60 IN A  192.0.2.2
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1 and 192.0.2.2, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first)
`,
    'Delete 1 wrong address of ns.sub.example.com from example.com',
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.2
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
`,
  );
});

test('the fix of another one', () => {
  checkFix(
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.1 and 192.0.2.2: resolvers ask the wrong address first
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
ns     60 IN A  192.0.2.2
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.1 and 192.0.2.2: resolvers ask the wrong address first)
`,
    'Add "ns.sub 60 IN A 192.0.2.2" to example.com',
    `
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
ns.sub 60 IN A  192.0.2.2
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.1
ns     60 IN A  192.0.2.2
`,
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(`
;- example.com.zone secondary
sub    60 IN NS ns.sub
ns.sub 60 IN A  192.0.2.1
;               ^^^^^^^^^ warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  192.0.2.2
;               ^^^^^^^^^ (warning glue-differs: The glue of ns.sub.example.com in example.com has A 192.0.2.1, but sub.example.com itself says 192.0.2.2: resolvers ask the wrong address first)
`);
  assert.deepEqual(fixTitles(workbench, 'glue-differs'), [
    'Change the glue of ns.sub.example.com in example.com to 192.0.2.2 (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});

test('glue that can not be read may be what lacks', () => {
  check(`
;- example.com.zone
sub    60 IN NS ns.sub
ns.sub 60 IN A  203.O.113.1
;                   ^ error syntax-ipv4: A address "203.O.113.1" is not an IPv4 address: "O" is not a number from 0 to 255
ns.sub 60 IN AAAA 2001:db8::1
;- sub.example.com.zone
@      60 IN NS ns
ns     60 IN A  203.0.113.1
ns     60 IN AAAA 2001:db8::1
`);
});
