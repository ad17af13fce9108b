import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('the hidden one is deleted', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112200 1d 2h 4w 1h
2     3600 IN NS   ns1.example.com.
30.2  3600 IN PTR  old.example.net.
;<---- warning arpa-duplicate-zones: 192.0.2.30 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen
31.2  3600 IN PTR  old.example.net.
;- 2.0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
`,
    'Delete the PTR of 192.0.2.30 in 0.192.in-addr.arpa (serial 2026112300)',
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
@     3600 IN SOA  ns1.example.com. hostmaster.example.com. 2026112300 1d 2h 4w 1h
2     3600 IN NS   ns1.example.com.
31.2  3600 IN PTR  old.example.net.
;- 2.0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
`,
  );
});

test('without a delegation nothing is deleted', () => {
  const workbench = check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 0.192.in-addr.arpa.zone
30.2  3600 IN PTR  www.example.com.
;<---- warning arpa-duplicate-zones: 192.0.2.30 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen
;- 2.0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('parent and child, each with PTRs of its own', () => {
  check(`
;- example.com.zone
www   3600 IN A    192.0.2.30
www2  3600 IN A    192.0.3.30
;- 0.192.in-addr.arpa.zone
2     3600 IN NS   ns1.example.com.
30.3  3600 IN PTR  www2.example.com.
;- 2.0.192.in-addr.arpa.zone
30    3600 IN PTR  www.example.com.
`);
});

test('two views', () => {
  check(`
;- example.com.zone view=inside
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone view=inside
30    3600 IN PTR  www.example.com.
;- outside/0.192.in-addr.arpa.zone view=outside
30.2  3600 IN PTR  www.example.net.
`);
});

test('the lower zone answers through an alias', () => {
  check(`
;- 0.192.in-addr.arpa.zone
2     3600 IN NS   ns1.example.net.
30.2  3600 IN PTR  old.example.net.
;<---- warning arpa-duplicate-zones: 192.0.2.30 has a PTR in 0/26.2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen
;- 2.0.192.in-addr.arpa.zone
0/26  3600 IN NS    ns1.example.net.
30    3600 IN CNAME 30.0/26
;- classless.zone origin=0/26.2.0.192.in-addr.arpa.
30    3600 IN PTR  www.example.net.
`);
});

test('a PTR in the zone above a classless one takes the place of the alias', () => {
  checkFix(
    `
;- example.com.zone
www   3600 IN A    192.0.2.30
;- 2.0.192.in-addr.arpa.zone
0/26  3600 IN NS    ns1.example.net.
30    3600 IN PTR   www.example.com.
31    3600 IN CNAME 31.0/26
64-127 3600 IN NS   ns1.example.net.
70    3600 IN PTR   a.example.net.
71    3600 IN PTR   b.example.net.
72    3600 IN PTR   c.example.net.
80    3600 IN PTR   d.example.net.
;- classless.zone origin=0/26.2.0.192.in-addr.arpa.
30    3600 IN PTR   old.example.net.
;<-- warning arpa-duplicate-zones: 192.0.2.30 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0/26.2.0.192.in-addr.arpa, is never seen
31    3600 IN PTR   next.example.net.
;- 64-127.2.0.192.in-addr.arpa.zone
70    3600 IN PTR   a.example.net.
;<-- warning arpa-duplicate-zones: The addresses of 3 PTR records here have PTRs in 2.0.192.in-addr.arpa too, which are the ones that are asked: these are never seen
71    3600 IN PTR   b.example.net.
72    3600 IN PTR   c.example.net.
`,
    'Delete the PTR of 192.0.2.30 in 0/26.2.0.192.in-addr.arpa',
    `
;- classless.zone origin=0/26.2.0.192.in-addr.arpa.
31    3600 IN PTR   next.example.net.
;- 64-127.2.0.192.in-addr.arpa.zone
70    3600 IN PTR   a.example.net.
;<-- warning arpa-duplicate-zones: The addresses of 3 PTR records here have PTRs in 2.0.192.in-addr.arpa too, which are the ones that are asked: these are never seen
71    3600 IN PTR   b.example.net.
72    3600 IN PTR   c.example.net.
`,
  );
});

test('refused where the zones come from a primary server', () => {
  const workbench = check(`
;- example.com.zone secondary
www   3600 IN A   192.0.2.30
;- 0.192.in-addr.arpa.zone secondary
2     3600 IN NS  ns1.example.com.
30.2  3600 IN PTR old.example.net.
;<---- warning arpa-duplicate-zones: 192.0.2.30 has a PTR in 2.0.192.in-addr.arpa too, which is the one that is asked: this one, in 0.192.in-addr.arpa, is never seen
;- 2.0.192.in-addr.arpa.zone secondary
30    3600 IN PTR www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), [
    'Delete the PTR of 192.0.2.30 in 0.192.in-addr.arpa (refused: 0.192.in-addr.arpa is a secondary zone here: its primary overwrites the change)',
  ]);
});
