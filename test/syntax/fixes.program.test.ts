import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../src/report/fixes.ts';
import { bindOutcomes } from '../oracle/bind.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

const HEAD = `$TTL 1h
@ IN SOA ns.example.net. hostmaster.example.net. 1 1h 1h 1h 1h
@ IN NS ns.example.net.
y IN A 192.0.2.250
mail IN A 192.0.2.251
`;
const KEY = 'A'.repeat(80);

/** What was written below a zone's head, the rule, what its finding says, and what the fix with that title makes of it. */
type Mend = readonly [text: string, rule: string, said: RegExp, title: string, mended: string];

const MENDS: readonly Mend[] = [
  [
    '@ CAA 0 issue letsencrypt.org"',
    'syntax-quote',
    /closes nothing/,
    'Put the missing quotation mark before "letsencrypt.org"',
    '@ CAA 0 issue "letsencrypt.org"',
  ],
  [
    '@ IN TXT v=spf1 -all" ; no mail',
    'syntax-quote',
    /closes nothing/,
    'Put the missing quotation mark before "v=spf1"',
    '@ IN TXT "v=spf1 -all" ; no mail',
  ],
  [
    '@ IN TXT ( v=spf1 -all" )',
    'syntax-quote',
    /closes nothing/,
    'Put the missing quotation mark before "v=spf1"',
    '@ IN TXT ( "v=spf1 -all" )',
  ],
  ['@ TXT "a""', 'syntax-quote', /closes nothing/, 'Delete the quotation mark', '@ TXT "a"'],
  ['x A 192.0.2.1"', 'syntax-quote', /closes nothing/, 'Delete the quotation mark', 'x A 192.0.2.1'],
  [
    `k TXT ( "v=DKIM1; p=${KEY}\n${KEY}\n  ${KEY}" )`,
    'syntax-quote',
    /not closed on its line/,
    'Put each line in quotation marks of its own',
    `k TXT ( "v=DKIM1; p=${KEY}"\n"${KEY}"\n  "${KEY}" )`,
  ],
  [
    `k TXT ( "v=DKIM1; p=${KEY}\n\t${KEY}\n" )`,
    'syntax-quote',
    /not closed on its line/,
    'Put each line in quotation marks of its own',
    `k TXT ( "v=DKIM1; p=${KEY}"\n\t"${KEY}"\n )`,
  ],
  [
    '@ TXT "v=spf1 include:example.com\\"',
    'syntax-quote',
    /\\" is a quotation mark in it/,
    'Remove the backslash before the last quotation mark',
    '@ TXT "v=spf1 include:example.com"',
  ],
  ['@ TXT "say \\"a\\"', 'syntax-quote', /not closed/, 'Close the quotation mark', '@ TXT "say \\"a\\""'],
  ['$TTL3600\nx A 192.0.2.1', 'syntax-directive', /Unknown/, 'Change to $TTL 3600', '$TTL 3600\nx A 192.0.2.1'],
  ['$TTTL 60\nx A 192.0.2.1', 'syntax-directive', /Unknown/, 'Change to $TTL', '$TTL 60\nx A 192.0.2.1'],
  [
    '$ORIGINexample.com.\nx A 192.0.2.1',
    'syntax-directive',
    /Unknown/,
    'Change to $ORIGIN example.com.',
    '$ORIGIN example.com.\nx A 192.0.2.1',
  ],
  [
    '$GENERATE1-3 h$ A 192.0.2.$',
    'syntax-directive',
    /Unknown/,
    'Change to $GENERATE 1-3',
    '$GENERATE 1-3 h$ A 192.0.2.$',
  ],
  [
    'TTL 3600\nx A 192.0.2.1',
    'syntax-directive',
    /did you mean \$TTL 3600\?/,
    'Change to $TTL 3600',
    '$TTL 3600\nx A 192.0.2.1',
  ],
  [
    'origin example.com.\nx A 192.0.2.1',
    'syntax-directive',
    /did you mean \$ORIGIN example.com.\?/,
    'Change to $ORIGIN example.com.',
    '$ORIGIN example.com.\nx A 192.0.2.1',
  ],
  ['x A 192.0.2.10\u200b', 'syntax-character', /U\+200B, which nobody sees/, 'Delete it', 'x A 192.0.2.10'],
  ['x A 192.0.2.10\u00a0', 'syntax-character', /U\+00A0 looks like a blank/, 'Delete it', 'x A 192.0.2.10'],
  ['x A 192.0.\u200b2.\u200b10', 'syntax-character', /U\+200B/, 'Delete the 2 characters', 'x A 192.0.2.10'],
  ['x IN\u3000A 192.0.2.10', 'syntax-character', /U\+3000/, 'Replace it by a blank', 'x IN A 192.0.2.10'],
  ['x IN\u200bA 192.0.2.10', 'syntax-character', /U\+200B/, 'Replace it by a blank', 'x IN A 192.0.2.10'],
  ['x AA\u2060AA 2001:db8::1', 'syntax-character', /U\+2060/, 'Delete it', 'x AAAA 2001:db8::1'],
  ['x MX 10\u00a0y', 'syntax-character', /U\+00A0/, 'Replace it by a blank', 'x MX 10 y'],
  ['x ln A 192.0.2.3', 'syntax-class', /did you mean IN\?/, 'Change to IN', 'x IN A 192.0.2.3'],
  ['x 60 I MX 10 y', 'syntax-class', /did you mean IN\?/, 'Change to IN', 'x 60 IN MX 10 y'],
  ['x 1N 60 A 192.0.2.3', 'syntax-class', /did you mean IN\?/, 'Change to IN', 'x IN 60 A 192.0.2.3'],
  ['shop IN 192.0.2.90', 'syntax-type', /type is missing/, 'Insert the type A', 'shop IN A 192.0.2.90'],
  ['shop 2001:db8::1', 'syntax-type', /it is AAAA/, 'Insert the type AAAA', 'shop AAAA 2001:db8::1'],
  [' 60 fe80::1', 'syntax-type', /type is missing/, 'Insert the type AAAA', ' 60 AAAA fe80::1'],
  ['x MX mail\t10', 'syntax-number', /found "mail"/, 'Put the preference first', 'x MX 10\tmail'],
  ['x A 192.0,2.90', 'syntax-ipv4', /a comma stands in it for a dot/, 'Replace by 192.0.2.90', 'x A 192.0.2.90'],
  ['x A [192.0.2.90]', 'syntax-ipv4', /it stands in brackets/, 'Replace by 192.0.2.90', 'x A 192.0.2.90'],
  ['x AAAA [2001:db8::82]', 'syntax-ipv6', /it stands in brackets/, 'Remove the brackets', 'x AAAA 2001:db8::82'],
  ['x\u00a0A\u00a0192.0.2.10', 'syntax-character', /U\+00A0/, 'Replace the 2 characters by blanks', 'x A 192.0.2.10'],
  ['\u00a0\nx A 192.0.2.1', 'syntax-character', /U\+00A0/, 'Delete it', '\nx A 192.0.2.1'],
];

for (const [text, rule, said, title, mended] of MENDS) {
  test(`${title}: ${text.slice(0, 50)}`, () => {
    const workbench = new Workbench(parseFixture(`;- example.com.zone\n${HEAD}${text}\n`));
    const found = workbench.shown().filter((shown) => shown.rule === rule && said.test(shown.message));
    const fixes = found.flatMap((shown) => fixesOf(workbench.engine, shown));
    const fix = fixes.find((one) => one.title.replace(/ \(serial 2\)$/, '') === title);
    assert.ok(fix, `offered is: ${fixes.map((one) => one.title).join(', ')} of ${JSON.stringify(said)}`);
    for (const { file, edits } of fix.edits) workbench.store.edit(file.path, [...edits].reverse());
    workbench.settle();
    const after = HEAD.replace(' 1 1h', ' 2 1h') + mended;
    assert.equal(workbench.text('example.com.zone'), `${after}\n`);
    assert.deepEqual(
      workbench.shown().filter(({ severity }) => severity === 'error'),
      [],
    );
  });
}

test('servers read what the mends leave', () => {
  const outcomes = bindOutcomes(
    MENDS.map(([, , , , mended]) => ({
      files: new Map([['zone', new TextEncoder().encode(`${HEAD}${mended}\n`)]]),
      origin: 'example.com',
    })),
  );
  assert.deepEqual(
    MENDS.filter((_, index) => !outcomes[index]?.isAccepted).map(([, , , , mended]) => mended),
    [],
  );
});

/** Lines with what is offered for their faults: nothing that would leave them as wrong as they are. */
const WITHOUT: readonly (readonly [text: string, title: RegExp])[] = [
  [`k TXT "v=DKIM1; p=${KEY}\n${KEY}\n${KEY}AQAB"`, /./],
  [`k TXT ( "v=DKIM1; p=${KEY}\n${KEY} ; a comment\n${KEY}" )`, /Close|own/],
  ['@ TXT "a" b"', /./],
  ['@ TXT foo "bar" baz"', /./],
  ['A 192.0.2.90', /./],
  ['www\u200b', /./],
  ['x MX ( mail ; a comment\n10 )', /./],
  ['x MX a..b 10', /./],
  ['x MX mail 70000', /./],
  ['x IN ln A 192.0.2.3', /IN/],
  ['x ln A', /IN/],
];

for (const [text, title] of WITHOUT) {
  test(`nothing is offered that leaves it wrong: ${text.slice(0, 50)}`, () => {
    const workbench = new Workbench(parseFixture(`;- example.com.zone\n${HEAD}${text}\n`));
    const shown = workbench.shown();
    assert.notEqual(shown.length, 0);
    const titles = shown.flatMap((one) => fixesOf(workbench.engine, one)).map((one) => one.title);
    assert.deepEqual(
      titles.filter((one) => title.test(one)),
      [],
    );
  });
}

test('a directive without its $ is one finding, above the first record too', () => {
  const records = HEAD.slice(HEAD.indexOf('@'));
  for (const [directive, count] of [
    ['TTL 3600', 1],
    ['$TTL3600', 1],
    ['$TTL 1h\nORIGIN example.com.', 1],
    ['$TTL 1h\nTTL 60 A 192.0.2.1\nORIGIN A 192.0.2.1', 0],
  ] as const) {
    const workbench = new Workbench(`;- example.com.zone\n${directive}\n${records}`, {
      rules: { 'ttl-missing': 'warning' },
    });
    const found = workbench.shown().filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.equal(found.length, count, `${directive}: ${found.map(({ message }) => message).join('; ')}`);
  }
});

test('the file written on to $INCLUDE is kept', () => {
  const workbench = new Workbench(
    `;- example.com.zone\n${HEAD}$INCLUDEhosts.inc\n;- hosts.inc fragment\nx A 192.0.2.1\n`,
  );
  const [shown] = workbench.shown();
  assert.ok(shown);
  const [fix] = fixesOf(workbench.engine, shown);
  assert.equal(fix?.title, 'Change to $INCLUDE hosts.inc (serial 2)');
});
