import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fixTitles } from '../support/check.ts';
import { Workbench } from '../support/workbench.ts';

const LINES = [
  '$ORIGIN',
  '$ORIGIN "lab.example.com."',
  '$ORIGIN lab..example.com.',
  ' $ORIGIN lab.example.com.',
  'ORIGIN lab.example.com.',
  '$ORIGN lab.example.com.',
  '$ ORIGIN lab.example.com.',
  '$$ORIGIN lab.example.com.',
  '$ORIGIN: lab.example.com.',
  '$ORIGIN\u00a0lab.example.com.',
];

for (const line of LINES) {
  test(`below ${JSON.stringify(line)} relative names are not known, up to the next $ORIGIN`, () => {
    const workbench = new Workbench(`;- example.com.zone
ns       3600 IN A     192.0.2.2
${line}
mail     3600 IN A     192.0.2.25
         3600 IN AAAA  2001:db8::25
new      3600 IN A     192.0.2.26
$GENERATE 1-3 h$ A 192.0.2.20$
abs.example.com. 3600 IN A 192.0.2.60
$ORIGIN example.com.
www      3600 IN A     192.0.2.80
;- 2.0.192.in-addr.arpa.zone
2        3600 IN PTR   ns.example.com.
25       3600 IN PTR   mail.lab.example.com.
;- 8.b.d.0.1.0.0.2.ip6.arpa.zone
@        3600 IN TXT   text
`);
    assert.deepEqual(
      workbench
        .shown()
        .filter(({ rule, primary }) => primary && !rule.startsWith('syntax-'))
        .map(({ rule, message }) => `${rule}: ${message}`),
      [
        'ptr-missing: No PTR record for 192.0.2.60 in 2.0.192.in-addr.arpa',
        'ptr-missing: No PTR record for 192.0.2.80 in 2.0.192.in-addr.arpa',
      ],
    );
  });
}

test('in a reverse zone', () => {
  const workbench = check(`
;- example.com.zone
ns       3600 IN A     192.0.2.2
mail     3600 IN A     192.0.2.25
www      3600 IN A     192.0.2.80
;- 0.192.in-addr.arpa.zone
2.2      3600 IN PTR   ns.example.com.
 $ORIGIN 2.0.192.in-addr.arpa.
;^^^^^^^ error syntax-directive: $ORIGIN is a directive at the beginning of a line only: behind a blank it is read as a record type
25       3600 IN PTR   mail.example.com.
80       3600 IN PTR   www.example.com.
`);
  assert.deepEqual(fixTitles(workbench), []);
});

test('a line that would change nothing', () => {
  check(`
;- example.com.zone
ns       3600 IN A     192.0.2.2
 $ORIGIN example.com.
;^^^^^^^ error syntax-directive: $ORIGIN is a directive at the beginning of a line only: behind a blank it is read as a record type
mail     3600 IN A     192.0.2.25
;                      ^^^^^^^^^^ warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa
;- 2.0.192.in-addr.arpa.zone
2        3600 IN PTR   ns.example.com.
;< (warning ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa)
`);
});

test('an included file, and a relative $ORIGIN, are below the lost one too', () => {
  check(`
;- example.com.zone
ns       3600 IN A     192.0.2.2
$ORIGIN  lab..example.com.
;            ^ error syntax-label-empty: "lab..example.com." has an empty label: two dots in a row, or one at the start
$INCLUDE part
$ORIGIN  sub
mail     3600 IN MX    10 mx
mail     3600 IN A     192.0.2.25
;- part fragment
www      3600 IN A     192.0.2.80
;- 2.0.192.in-addr.arpa.zone
2        3600 IN PTR   ns.example.com.
`);
});

test('what is edited behind it', () => {
  const workbench = new Workbench(`;- example.com.zone
$ORIGIN  lab..example.com.
mail     3600 IN A     192.0.2.25
;- 2.0.192.in-addr.arpa.zone
2        3600 IN PTR   ns.example.net.
`);
  const rules = () => workbench.shown().flatMap(({ rule, primary }) => (primary ? [rule] : []));
  assert.deepEqual(rules(), ['syntax-label-empty']);
  const at = { line: 0, character: '$ORIGIN  lab.'.length };
  workbench.store.edit('example.com.zone', [
    { range: { start: at, end: { ...at, character: at.character + 1 } }, text: '' },
  ]);
  workbench.settle();
  assert.deepEqual(rules(), ['ptr-missing']);
});
