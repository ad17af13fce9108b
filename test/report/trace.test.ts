import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takenText } from '../../src/report/trace.ts';
import { Workbench, type WorkbenchOptions } from '../support/workbench.ts';

const HEAD = `;- example.com.zone
@ 3600 IN SOA ns1 hostmaster 1 1h 1h 1h 1h
@ 3600 IN NS ns1
ns1 3600 IN A 192.0.2.1
`;

/** What the trace says of all files, one string for each finding that is taken away. */
function traceOf(text: string, options: WorkbenchOptions = {}): string[] {
  const said: string[] = [];
  const { reporter } = new Workbench(text, options);
  Array.from(reporter.all((taken) => said.push(takenText(taken, (path) => path))));
  return said;
}

/** Passes, each with a text in which it takes a finding away, and the finding that the trace names for it. */
const CASES: readonly (readonly [pass: string, text: string, taken: RegExp, by: RegExp])[] = [
  [
    'outside-together',
    `${HEAD}$ORIGIN example.net.\na 3600 IN A 198.51.100.1\n;\nb 3600 IN A 198.51.100.2\n`,
    /out-of-zone: a\.example\.net/,
    /example\.com\.zone:4:9 out-of-zone: This \$ORIGIN puts 2 records/,
  ],
  [
    'template-lines',
    `${HEAD}{{ host }} 3600 IN A 192.0.2.300\n`,
    /syntax-/,
    /example\.com\.zone:4:1 syntax-template: /,
  ],
  [
    'unclosed-rows',
    `${HEAD}a 3600 IN SOA ns1 ( hostmaster\n`,
    /example\.com\.zone:4:\d+ syntax-field-missing: /,
    /example\.com\.zone:4:\d+ syntax-parenthesis: /,
  ],
  [
    'joined-rows',
    `${HEAD}k 3600 IN TXT "a"\n"b"\n"c"\n`,
    /example\.com\.zone:5:1 syntax-/,
    /example\.com\.zone:4:\d+ syntax-parenthesis: These strings go on/,
  ],
  [
    'continued-rows',
    `${HEAD}$ORIGIN\n a\n`,
    /example\.com\.zone:5:\d+ syntax-/,
    /example\.com\.zone:4:\d+ syntax-field-missing: /,
  ],
  [
    'one-place-once',
    `${HEAD.replace('example.com.zone', 'example.com.zone view=in')}a 3600 IN A 192.0.2.300
$INCLUDE part.inc
;- example.net.zone
@ 3600 IN SOA ns1.example.com. hostmaster 1 1h 1h 1h 1h
@ 3600 IN NS ns1.example.com.
$INCLUDE part.inc
;- part.inc fragment
b 3600 IN A 192.0.2.301
`,
    /part\.inc:1:\d+ syntax-ipv4: /,
    /part\.inc:1:\d+ syntax-ipv4: /,
  ],
  [
    'generated-lines',
    `${HEAD};- 2.0.192.in-addr.arpa.zone\n$GENERATE 81-83 $ 3600 IN PTR h$\n`,
    /2\.0\.192\.in-addr\.arpa\.zone:1:\d+ ptr-target-in-arpa: /,
    /2\.0\.192\.in-addr\.arpa\.zone:1:\d+ ptr-target-in-arpa: "h\$" has no final dot, so it means h81/,
  ],
  [
    'origins-at-fault',
    `;- 0.192.in-addr.arpa.zone\n$ORIGIN 0.192.in-addr.arpa.\n1 3600 IN PTR a.example.com.\n2 3600 IN PTR b.example.com.\n3 3600 IN PTR c.example.com.\n`,
    /0\.192\.in-addr\.arpa\.zone:\d:1 arpa-label-count: /,
    /0\.192\.in-addr\.arpa\.zone:1:\d+ arpa-label-count: All 3 PTR owners below this \$ORIGIN/,
  ],
];

for (const [pass, text, taken, by] of CASES) {
  test(`the trace says what ${pass} took away, and for which other finding`, () => {
    const said = traceOf(text);
    const own = said.filter((one) => one.includes(`the pass ${pass}:`));
    assert.ok(own.length > 0, `nothing of ${pass}, but:\n${said.join('\n')}`);
    const [what = '', why = ''] = own[0]?.split(`\n    not shown, by the pass ${pass}: `) ?? [];
    assert.match(what, taken);
    assert.match(why, new RegExp(`^for ${by.source}`));
  });
}

test('where no finding is the cause, the trace says what is', () => {
  const zone = `${HEAD}a 3600 IN A 192.0.2.300 ; zonewright-disable-line\n`;
  const because = (text: string, options: WorkbenchOptions = {}) =>
    traceOf(text, options)
      .filter((one) => one.includes(' syntax-ipv4: '))
      .map((one) => one.replace(/^.*\n {4}not shown, by the pass /s, ''));
  assert.deepEqual(because(zone), ['silenced: a comment in example.com.zone silences the rule at line 4']);
  assert.deepEqual(because(zone.replace(/;[^;]*$/, '\n'), { rules: { 'syntax-ipv4': 'off' } }), [
    'switched-off: the rule is switched off',
  ]);
});

test('what the trace says does not depend on whether a report was kept, and changes nothing of it', () => {
  const { reporter, store } = new Workbench(`${HEAD};- 2.0.192.in-addr.arpa.zone\n$GENERATE 81-83 $ 3600 IN PTR h$\n`);
  const file = store.files.get('2.0.192.in-addr.arpa.zone');
  assert.ok(file);
  const plain = reporter.of(file);
  const rounds = [1, 2].map(() => {
    const said: string[] = [];
    const shown = reporter.of(file, (taken) => said.push(takenText(taken, (path) => path)));
    assert.deepEqual(
      shown.map(({ message }) => message),
      plain.map(({ message }) => message),
    );
    return said;
  });
  assert.notEqual(rounds[0]?.length, 0);
  assert.deepEqual(rounds[0], rounds[1]);
});

test('of more than are wanted the trace names those that are left out', () => {
  const hosts = Array.from({ length: 5 }, (_, index) => `h${index} 3600 IN A 192.0.2.30${index}\n`).join('');
  const { reporter, store } = new Workbench(HEAD + hosts);
  const file = store.files.get('example.com.zone');
  assert.ok(file);
  const said: string[] = [];
  reporter.most(file, 2, (taken) => said.push(`${taken.pass} ${taken.what.rule} ${taken.by}`));
  assert.deepEqual(
    said.filter((one) => one.includes('syntax-ipv4')),
    Array(3).fill('most-severe-first syntax-ipv4 only 2 are shown'),
  );
});
