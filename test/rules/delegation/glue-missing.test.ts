import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a    60 IN NS ns.a
;             ^^^^ error glue-missing: a.example.com is delegated to ns.a.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
b    60 IN NS b
;             ^ error glue-missing: b.example.com is delegated to b.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
*.c  60 IN A  192.0.2.9
c    60 IN NS ns.c
;             ^^^^ error glue-missing: c.example.com is delegated to ns.c.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
d    60 IN NS ns.d.example.com
;             ^^^^^^^^^^^^^^^^ warning target-repeats-origin: "ns.d.example.com" has no final dot, so it means ns.d.example.com.example.com
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('glue of either family, servers elsewhere, and what can not be read', () => {
  check(
    `
;- example.com.zone
a    60 IN NS ns.a
;             ^^^^ information ns-no-ipv4: No name server of a.example.com has an A record: resolvers without IPv6 get no answer
ns.a 60 IN AAAA 2001:db8::1
b    60 IN NS ns.example.net.
c    60 IN NS ns1
ns1  60 IN A  192.0.2.1
d    60 IN NS ns.d
ns.d 60 IN A  192.0.2
;             ^^^^^^^ error syntax-ipv4: A address "192.0.2" is not an IPv4 address: it has 3 octets, not four
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('a file that is not there may have it', () => {
  check(
    `
;- example.com.zone
a    60 IN NS ns.a
$INCLUDE gone
;        ^^^^ error syntax-include-missing: $INCLUDE names "gone", and there is no such file here
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
;- part fragment
sub  60 IN NS ns.sub
;             ^^^^^^ error glue-missing: sub.example.com is delegated to ns.sub.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
;- sub.example.com.zone
@    60 IN NS ns
@    60 IN NS ns2
ns   60 IN A  192.0.2.1
ns2  60 IN A  192.0.2.2
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
sub  IN NS ns.sub
;          ^^^^^^ error glue-missing: sub.example.com is delegated to ns.sub.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
www  IN A  192.0.2.80
;- sub.example.com.zone
$TTL 1h
@    IN NS ns
ns   IN A  192.0.2.53
     IN AAAA 2001:db8::53
`,
    'Add "ns.sub IN A 192.0.2.53" and "ns.sub IN AAAA 2001:db8::53" to example.com',
    `
;- example.com.zone
$TTL 1h
sub  IN NS ns.sub
www  IN A  192.0.2.80
ns.sub IN A 192.0.2.53
ns.sub IN AAAA 2001:db8::53
;- sub.example.com.zone
$TTL 1h
@    IN NS ns
ns   IN A  192.0.2.53
     IN AAAA 2001:db8::53
`,
    { rules: { 'glue-missing': 'error' } },
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(
    `
;- example.com.zone secondary
sub  60 IN NS ns.sub
;             ^^^^^^ error glue-missing: sub.example.com is delegated to ns.sub.example.com, whose address only that server itself could tell: without an A or AAAA record for it here (glue) nobody finds it
;- sub.example.com.zone
ns   60 IN A  192.0.2.53
`,
    { rules: { 'glue-missing': 'error' } },
  );
  assert.deepEqual(fixTitles(workbench, 'glue-missing'), [
    'Add "ns.sub 60 IN A 192.0.2.53" to example.com (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
