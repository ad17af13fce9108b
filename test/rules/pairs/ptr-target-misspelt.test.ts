import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/check.ts';

test('a host’s first label alone, and a slip in the rest', () => {
  check(`
;- lab.example.zone
host1 3600 IN A   192.0.2.10
;                 ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant)
sw02  3600 IN A   192.0.2.11
;                 ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has sw02.labs.example, and 192.0.2.11 belongs to sw02.lab.example, which may be meant)
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR host1.
;                 ^^^^^^ warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant
11    3600 IN PTR sw02.labs.example.
;                 ^^^^^^^^^^^^^^^^^^ warning ptr-target-misspelt: No zone here has sw02.labs.example, and 192.0.2.11 belongs to sw02.lab.example, which may be meant
`);
});

test('a foreign name that is no slip, another first label, and an address that nobody has', () => {
  check(`
;- lab.example.zone
host1 3600 IN A   192.0.2.10
host2 3600 IN A   192.0.2.11
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR host1.example.net.
11    3600 IN PTR host1.labs.example.
12    3600 IN PTR host1.
`);
});

test('on a mail host it is an error', () => {
  check(`
;- lab.example.zone
@    3600 IN MX  10 mail
mail 3600 IN A   192.0.2.25
;                ^^^^^^^^^^ (error ptr-target-misspelt: No zone here has mail, and 192.0.2.25 belongs to mail.lab.example, which may be meant; mail.lab.example sends mail for lab.example: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
25   3600 IN PTR mail.
;                ^^^^^ error ptr-target-misspelt: No zone here has mail, and 192.0.2.25 belongs to mail.lab.example, which may be meant; mail.lab.example sends mail for lab.example: receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)
`);
});

test('the fix writes the host’s name', () => {
  checkFix(
    `
;- lab.example.zone
host1 3600 IN A   192.0.2.10
;                 ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant)
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR host1. ; rack 1
;                 ^^^^^^ warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant
`,
    'Change the PTR of 192.0.2.10 from host1. to host1.lab.example.',
    `
;- lab.example.zone
host1 3600 IN A   192.0.2.10
;- 2.0.192.in-addr.arpa.zone
10    3600 IN PTR host1.lab.example. ; rack 1
`,
  );
});

test('the fix is refused in a zone that its server writes', () => {
  const workbench = check(`
;- lab.example.zone
host1 3600 IN A   192.0.2.10
;                 ^^^^^^^^^^ (warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant)
;- 2.0.192.in-addr.arpa.zone dynamic
10    3600 IN PTR host1.
;                 ^^^^^^ warning ptr-target-misspelt: No zone here has host1, and 192.0.2.10 belongs to host1.lab.example, which may be meant
`);
  assert.match(fixTitles(workbench).join('\n'), /\(refused: /);
});
