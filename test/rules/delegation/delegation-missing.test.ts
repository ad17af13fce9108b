import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a zone that nobody is led to', () => {
  check(
    `
;- example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- (warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer)
@    60 IN NS  ns1.example.net.
;- sub.example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer
@    60 IN NS  ns1.example.net.
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
});

test('two labels below', () => {
  check(
    `
;- example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- (warning delegation-missing: example.com has no NS record for a.b.example.com: resolvers are never led here, and who asks another server than this one gets no answer)
@    60 IN NS  ns1.example.net.
;- a.b.example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- warning delegation-missing: example.com has no NS record for a.b.example.com: resolvers are never led here, and who asks another server than this one gets no answer
@    60 IN NS  ns1.example.net.
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
});

test('delegated, delegated further up, private, and a name of services', () => {
  check(
    `
;- example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
sub 60 IN NS ns1.example.net.
;- sub.example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- example.org.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
b 60 IN NS ns1.example.net.
;- a.b.example.org.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- corp.local.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- sub.corp.local.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- 10.in-addr.arpa.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- 1.10.in-addr.arpa.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
});

test('names of services', () => {
  check(
    `
;- example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
;- _msdcs.example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
@    60 IN NS  ns1.example.net.
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;<- (warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer)
     IN NS  ns1.example.net.
www  IN A   192.0.2.80
;- sub.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
;<- warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer
     IN NS  ns1.example.net.
     IN NS  ns2
ns2  IN A   192.0.2.53
`,
    'Delegate sub.example.com in example.com (serial 2026112300)',
    `
;- example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112300 1d 2h 4w 1h
     IN NS  ns1.example.net.
www  IN A   192.0.2.80
sub  IN NS  ns1.example.net.
sub  IN NS  ns2.sub.example.com.
ns2.sub IN A 192.0.2.53
;- sub.example.com.zone
$TTL 1h
@    IN SOA ns1.example.net. hostmaster 2026112200 1d 2h 4w 1h
     IN NS  ns1.example.net.
     IN NS  ns2
ns2  IN A   192.0.2.53
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
});

test('the fix is refused where it can not be made', () => {
  const workbench = check(
    `
;- example.com.zone secondary
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- (warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer)
@    60 IN NS  ns1.example.net.
;- sub.example.com.zone
@    60 IN SOA ns1.example.net. hostmaster.example.net. 2026112200 1d 2h 4w 1h
;<- warning delegation-missing: example.com has no NS record for sub.example.com: resolvers are never led here, and who asks another server than this one gets no answer
@    60 IN NS  ns1.example.net.
`,
    { rules: { 'delegation-missing': 'warning' } },
  );
  assert.deepEqual(fixTitles(workbench, 'delegation-missing'), [
    'Delegate sub.example.com in example.com (refused: example.com is a secondary zone here: its primary overwrites the change)',
  ]);
});
