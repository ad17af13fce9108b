import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../../support/check.ts';

test('below the origin of a forward zone', () => {
  check(`
;- example.com.zone
www   IN A    192.0.2.10
;             ^^^^^^^^^^ (warning ptr-mismatch: www.example.com has 192.0.2.10 now, with a PTR record there: that of 192.0.2.12 is left over)
web   IN A    192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  www.example.com.
$ORIGIN example.com.
11.2.0.192.in-addr.arpa. IN PTR www.example.com
;                               ^^^^^^^^^^^^^^^ error ptr-target-missing-dot: "www.example.com" has no final dot, so it means www.example.com.example.com, which does not exist; www.example.com does
12.2.0.192.in-addr.arpa. IN PTR www
;                               ^^^ warning ptr-mismatch: www.example.com has 192.0.2.10 now, with a PTR record there: that of 192.0.2.12 is left over
`);
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A    192.0.2.10
;                  ^^^^^^^^^^ (error ptr-target-missing-dot: "www.example.com" has no final dot, so it means www.example.com.example.com, which does not exist; www.example.com does)
;- 2.0.192.in-addr.arpa.zone secondary
$ORIGIN example.com.
10.2.0.192.in-addr.arpa. 3600 IN PTR www.example.com
;                                    ^^^^^^^^^^^^^^^ error ptr-target-missing-dot: "www.example.com" has no final dot, so it means www.example.com.example.com, which does not exist; www.example.com does
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the missing final dot: www.example.com. (refused: 2.0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
