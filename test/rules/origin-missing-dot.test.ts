import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';

test('an origin with the name of its zone and no final dot', () => {
  check(`
;- example.com.zone
$ORIGIN sub.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "sub.example.com" has no final dot, so it means sub.example.com.example.com
www 3600 IN A 192.0.2.10
$ORIGIN example.com.
$INCLUDE part example.com
;             ^^^^^^^^^^^ warning origin-missing-dot: "example.com" has no final dot, so it means example.com.example.com
;- part fragment
a   3600 IN A 192.0.2.11
`);
});

test('in a reverse zone', () => {
  check(`
;- 10.in-addr.arpa.zone
$ORIGIN 2.1.10.in-addr.arpa
;       ^^^^^^^^^^^^^^^^^^^ warning origin-missing-dot: "2.1.10.in-addr.arpa" has no final dot, so it means 2.1.10.in-addr.arpa.10.in-addr.arpa
3 3600 IN TXT "x"
`);
});

test('origins that are meant so', () => {
  check(`
;- example.com.zone
$ORIGIN sub
www 3600 IN A 192.0.2.10
$ORIGIN a.b
www 3600 IN A 192.0.2.11
$ORIGIN sub.example.com.
www 3600 IN A 192.0.2.12
$ORIGIN com
www 3600 IN A 192.0.2.13
`);
});

test('the fix', () => {
  checkFix(
    `
;- example.com.zone
$ORIGIN sub.example.com
;       ^^^^^^^^^^^^^^^ warning origin-missing-dot: "sub.example.com" has no final dot, so it means sub.example.com.example.com
www 3600 IN A 192.0.2.10
`,
    'Add the missing final dot: sub.example.com.',
    `
;- example.com.zone
$ORIGIN sub.example.com.
www 3600 IN A 192.0.2.10
`,
  );
});
