import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('a server that only one side has', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
sub 60 IN NS ns9.example.net.
;            ^^^^^^^^^^^^^^^^ warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the delegation has ns9.example.net; resolvers ask either
;- sub.example.com.zone
@   60 IN NS ns1.example.net.
;            ^^^^^^^^^^^^^^^^ (warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the delegation has ns9.example.net; resolvers ask either)
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});

test('one that the delegation lacks', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
;            ^^^^^^^^^^^^^^^^ (warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the zone has ns2.example.net; resolvers ask either)
;- sub.example.com.zone
@   60 IN NS ns1.example.net.
@   60 IN NS ns2.example.net.
;            ^^^^^^^^^^^^^^^^ warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the zone has ns2.example.net; resolvers ask either
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});

test('others altogether', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
;            ^^^^^^^^^^^^^^^^ warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the delegation has ns1.example.net and ns2.example.net, only the zone has ns3.example.net and ns4.example.net; resolvers ask either
sub 60 IN NS ns2.example.net.
;- sub.example.com.zone
@   60 IN NS ns3.example.net.
;            ^^^^^^^^^^^^^^^^ (warning delegation-differs: example.com delegates sub.example.com to other servers than that zone names itself: only the delegation has ns1.example.net and ns2.example.net, only the zone has ns3.example.net and ns4.example.net; resolvers ask either)
@   60 IN NS ns4.example.net.
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});

test('the same in another order', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
sub 60 IN NS ns2.example.net.
;- sub.example.com.zone
@   60 IN NS ns2.example.net.
@   60 IN NS ns1.example.net.
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});

test('a zone without NS records, and one that is not delegated', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
;- sub.example.com.zone
;- example.org.zone
www 60 IN A 192.0.2.1
;- sub.example.org.zone
@ 60 IN NS ns1.example.net.
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});

test('an included file that is missing', () => {
  check(
    `
;- example.com.zone
sub 60 IN NS ns1.example.net.
;- sub.example.com.zone
@   60 IN NS ns2.example.net.
$INCLUDE gone
;        ^^^^ error syntax-include-missing: $INCLUDE names "gone", and there is no such file here
`,
    { rules: { 'delegation-differs': 'warning' } },
  );
});
