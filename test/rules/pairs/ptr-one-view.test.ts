import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('the PTR stands in the other view', () => {
  check(`
;- internal/example.com.zone view=internal
www   IN A    192.0.2.10
;- internal/2.0.192.in-addr.arpa.zone view=internal
10    IN PTR  www.example.com.
;- external/example.com.zone view=external
www   IN A    192.0.2.10
;             ^^^^^^^^^^ information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external
mail  IN A    192.0.2.25
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa
;- external/2.0.192.in-addr.arpa.zone view=external
11    IN PTR  other.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa)
;< (information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external)
`);
});

test('the PTR stands in a classless zone of the other view, an alias leads there', () => {
  check(`
;- internal/example.com.zone view=internal
www   IN A    192.0.2.10
;- internal/2.0.192.in-addr.arpa.zone view=internal
0/26  IN NS   ns1.example.net.
10    IN CNAME 10.0/26
;- internal/0-26.2.0.192.in-addr.arpa.zone view=internal origin=0/26.2.0.192.in-addr.arpa.
10    IN PTR  www.example.com.
;- external/example.com.zone view=external
www   IN A    192.0.2.10
;             ^^^^^^^^^^ information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external
;- external/2.0.192.in-addr.arpa.zone view=external
11    IN PTR  other.example.net.
;< (information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external)
`);
});

test('the zone above the classless one is not held in the other view', () => {
  check(`
;- internal/example.com.zone view=internal
www   IN A    192.0.2.10
;- internal/0-63.2.0.192.in-addr.arpa.zone view=internal
10    IN PTR  www.example.com.
;- external/example.com.zone view=external
www   IN A    192.0.2.10
;             ^^^^^^^^^^ information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external
;- external/2.0.192.in-addr.arpa.zone view=external
11    IN PTR  other.example.net.
;< (information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external)
`);
});

test('a classless zone of the other view that has the PTR of another address', () => {
  check(`
;- internal/example.com.zone view=internal
www   IN A    192.0.2.10
;- internal/64-127.2.0.192.in-addr.arpa.zone view=internal
10    IN PTR  www.example.com.
;<-- warning arpa-classless-range: 10 lies outside 64-127.2.0.192.in-addr.arpa, which covers 64 to 127: no look-up comes to this PTR record
;- external/example.com.zone view=external
www   IN A    192.0.2.10
;             ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa
;- external/2.0.192.in-addr.arpa.zone view=external
11    IN PTR  other.example.net.
;< (warning ptr-missing: No PTR record for 192.0.2.10 in 2.0.192.in-addr.arpa)
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- internal/example.com.zone view=internal secondary
www   3600 IN A    192.0.2.10
;- internal/2.0.192.in-addr.arpa.zone view=internal secondary
10    3600 IN PTR  www.example.com.
;- external/example.com.zone view=external secondary
www   3600 IN A    192.0.2.10
;                  ^^^^^^^^^^ information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external
;- external/2.0.192.in-addr.arpa.zone view=external secondary
11    3600 IN PTR  other.example.net.
;< (information ptr-one-view: 192.0.2.10 has a PTR record in the view internal, but none in external)
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add "10 3600 IN PTR www.example.com." to 2.0.192.in-addr.arpa (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
