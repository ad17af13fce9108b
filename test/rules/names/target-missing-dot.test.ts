import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('only where the dotted name is held and the other does not exist', () => {
  check(`
;- example.org.zone
a     3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
b     3600 IN CNAME gone.example.net
c     3600 IN CNAME host.sub
d     3600 IN CNAME www.example.com
www.example.com 3600 IN A 192.0.2.12
host.sub 3600 IN A 192.0.2.13
@     3600 IN MX 10 www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone
www   3600 IN A 192.0.2.10
;- example.com.zone
www   3600 IN A 192.0.2.11
`);
});

test('the dot', () => {
  checkFix(
    `
;- example.org.zone
a     3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone
www   3600 IN A 192.0.2.10
`,
    /final dot/,
    `
;- example.org.zone
a     3600 IN CNAME www.example.net.
;- example.net.zone
www   3600 IN A 192.0.2.10
`,
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.org.zone secondary
www   3600 IN CNAME www.example.net
;                   ^^^^^^^^^^^^^^^ warning target-missing-dot: "www.example.net" has no final dot, so it means www.example.net.example.org, which does not exist; www.example.net does
;- example.net.zone secondary
www   3600 IN A     192.0.2.10
`);
  assert.deepEqual(fixTitles(workbench), [
    'Add the missing final dot: www.example.net. (refused: example.org is a secondary zone here: its primary overwrites the change)',
  ]);
});
