import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

const HEAD = `;- example.com.zone
$TTL 1h
@ IN SOA ns.example.net. hostmaster.example.net. 1 1h 1h 1h 1h
@ IN NS ns.example.net.
`;

/** One fault each: the rule, the line, and the word that the finding is at. */
const FAULTS: readonly (readonly [rule: string, text: string, word: string])[] = [
  ['syntax-ipv4', 'www IN A 192.0.2.300', '300'],
  ['syntax-ipv6', 'www IN AAAA 2001:db8::g', '2001:db8::g'],
  ['syntax-address-family', 'www IN A 2001:db8::1', '2001:db8::1'],
  ['syntax-leading-zero', 'www IN A 192.0.02.1', '02'],
  ['syntax-type', 'www IN AAAAA 2001:db8::1', 'AAAAA'],
  ['syntax-class', 'www CH A 192.0.2.1', 'CH'],
  ['syntax-field-missing', '@ IN MX 10', ''],
  ['syntax-field-extra', 'www IN A 192.0.2.1 192.0.2.2', '192.0.2.2'],
  ['syntax-number', '@ IN MX ten mail.example.net.', 'ten'],
  ['syntax-value', '@ IN CAA 0 is-sue "x"', 'is-sue'],
  ['syntax-string', `@ IN TXT "${'a'.repeat(256)}"`, `"${'a'.repeat(256)}"`],
  ['syntax-hex', 'www IN SSHFP 1 1 xyz', 'xyz'],
  ['syntax-base64', 'www IN DNSKEY 257 3 8 !!', '!!'],
  ['syntax-base32', 'x IN NSEC3 1 0 0 - !! A', '!!'],
  ['syntax-generic-rdata', 'www IN TYPE65280 \\# 2 00', '00'],
  ['syntax-quote', '@ IN TXT "a', '"a'],
  ['syntax-parenthesis', '@ IN TXT ( "a"', '('],
  ['syntax-parenthesis', '@ IN TXT "a" )', ')'],
  ['syntax-parenthesis', '@ IN TXT "a" ))) ) ;', ')))'],
  ['syntax-escape', 'w\\300w IN A 192.0.2.1', '\\300'],
  ['syntax-label-length', `${'a'.repeat(64)} IN A 192.0.2.1`, 'a'.repeat(64)],
  ['syntax-label-empty', 'a..b IN A 192.0.2.1', '.'],
  ['syntax-name-length', `${'a.'.repeat(125)}b IN A 192.0.2.1`, `${'a.'.repeat(125)}b`],
  ['syntax-directive', '$ORIGN example.com.', '$ORIGN'],
  ['syntax-include-missing', '$INCLUDE none', 'none'],
  ['syntax-generate', '$GENERATE 2-1 h$ A 192.0.2.$', '2-1'],
  ['syntax-comment', '# the web server', '#'],
  ['syntax-character', 'www IN\u00a0A 192.0.2.1', '\u00a0'],
  ['syntax-template', 'www IN A {{ address }}', '{{ address }}'],
  ['ttl-range', 'www 3000000000 IN A 192.0.2.1', '3000000000'],
];

for (const [rule, text, word] of FAULTS) {
  test(`${rule} is one finding at its word`, () => {
    const workbench = new Workbench(parseFixture(`${HEAD}${text}\n`));
    const found = workbench.shown().map(({ rule: id, severity, range: { start, end } }) => ({
      id,
      severity,
      line: start.line,
      word: text.slice(start.character, end.character),
    }));
    // A TTL that is too large is taken for 0, so BIND goes on.
    const severity = rule === 'ttl-range' ? 'warning' : 'error';
    assert.deepEqual(found, [{ id: rule, severity, line: 3, word }]);
  });
}

test('the first record has an owner', () => {
  const found = new Workbench(parseFixture(';- example.com.zone\n$TTL 1h\n IN NS ns.example.net.\n')).shown();
  assert.ok(
    found.some(
      ({ rule, severity, range }) => rule === 'syntax-owner-missing' && severity === 'error' && range.start.line === 1,
    ),
  );
});

test('a type that is mistyped is taken to be the one that its address has', () => {
  const lines = ['a IN AAA 198.51.100.81', 'b AA 2001:db8::25', 'c IN AAAAA 2001:db8::25', 'd IN AX y'];
  const workbench = new Workbench(parseFixture(`${HEAD}${lines.join('\n')}\n`));
  const found = workbench.shown().filter(({ rule }) => rule === 'syntax-type');
  assert.deepEqual(
    found.map(({ message }) => /did you mean (\w+)\?/.exec(message)?.[1]),
    ['A', 'AAAA', 'AAAA', 'MX'],
  );
});
