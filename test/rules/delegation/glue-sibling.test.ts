import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(
    `
;- example.com.zone
a     60 IN NS ns.b
;              ^^^^ information glue-sibling: a.example.com is delegated to ns.b.example.com, which is delegated with b.example.com: without an A or AAAA record for it here (sibling glue) a resolver has to ask there first, and where both wait for each other none is found
b     60 IN NS ns1.example.net.
`,
    { rules: { 'glue-sibling': 'information' } },
  );
});

test('what looks like it and is right', () => {
  check(
    `
;- example.com.zone
a     60 IN NS ns.b
b     60 IN NS ns1.example.net.
ns.b  60 IN A  192.0.2.1
c     60 IN NS ns.example.net.
`,
    { rules: { 'glue-sibling': 'information' } },
  );
});

test('from the other file', () => {
  check(
    `
;- example.com.zone
$INCLUDE part
b     60 IN NS ns1.example.net.
;- part fragment
a     60 IN NS ns.b
;              ^^^^ information glue-sibling: a.example.com is delegated to ns.b.example.com, which is delegated with b.example.com: without an A or AAAA record for it here (sibling glue) a resolver has to ask there first, and where both wait for each other none is found
`,
    { rules: { 'glue-sibling': 'information' } },
  );
});
