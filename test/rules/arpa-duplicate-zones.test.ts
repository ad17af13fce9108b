import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../support/check.ts';

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
