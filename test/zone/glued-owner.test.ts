import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix } from '../support/check.ts';
import { Workbench } from '../support/workbench.ts';

test('a no-break space in front of the type, in both zones of a pair', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
a A 192.0.2.1
;^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
     AAAA 2001:db8::1
b     A 192.0.2.2
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
1     PTR a.example.com.
2 PTR b.example.com.
;^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
`,
    'Replace it by a blank',
    `
;- example.com.zone
$TTL 1h
a A 192.0.2.1
;^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
     AAAA 2001:db8::1
b     A 192.0.2.2
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
1     PTR a.example.com.
2 PTR b.example.com.
`,
  );
});

test('in front of the class or the TTL servers read another owner', () => {
  checkFix(
    `
;- example.com.zone
$TTL 1h
a IN A 192.0.2.1
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
b     IN A 192.0.2.2
c 600  IN A 192.0.2.3
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
d  A 192.0.2.4
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
1     PTR a.example.com.
2 IN PTR b.example.com.
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
4     PTR d.example.com.
`,
    'Replace it by a blank',
    `
;- example.com.zone
$TTL 1h
a IN A 192.0.2.1
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
b     IN A 192.0.2.2
c 600  IN A 192.0.2.3
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
d  A 192.0.2.4
;^ warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
1     PTR a.example.com.
2 IN PTR b.example.com.
4     PTR d.example.com.
`,
  );
});

test('several of them, and one in the place of a blank owner', () => {
  check(`
;- example.com.zone
$TTL 1h
a IN A 192.0.2.1
;^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
www   A 192.0.2.2
;   ^ error syntax-character: The character U+00A0 looks like a blank, but is part of a word here
 IN MX 10 www
;<- warning syntax-character: The character U+00A0 looks like a blank, but is part of a word here
`);
});

test('names that have such characters themselves, and others', () => {
  const workbench = new Workbench(`;- example.com.zone
$TTL 1h
caf\u00e0 IN TXT text
a\u00a0b  IN TXT text
a\\194\\160in IN TXT text
`);
  assert.deepEqual(workbench.shown(), []);
});
