import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { Workbench } from '../../support/workbench.ts';

test('characters that no host name has', () => {
  check(`
;- example.com.zone
my_host IN A  192.0.2.10
;<------- warning hostname-invalid: my_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
ok-1  IN A    192.0.2.11
a._spf IN A   192.0.2.15
-bad  IN A    192.0.2.12
;<---- warning hostname-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen
;- 2.0.192.in-addr.arpa.zone
10    IN PTR  my_host.example.com.
11    IN PTR  ok-1.example.com.
12    IN PTR  -bad.example.com.
13    IN PTR  *.example.net.
;             ^^^^^^^^^^^^^^ warning ptr-target-invalid: *.example.net is no host name: "*" is not a letter, a digit or a hyphen
14    IN PTR  .
;             ^ warning ptr-target-invalid: . is no host name: it is the root
15    IN PTR  a._spf.example.com.
;             ^^^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: a._spf.example.com is no host name: "_" is not a letter, a digit or a hyphen
`);
});

test('mail hosts: a name that receivers drop, one that is not confirmed, one that is', () => {
  check(`
;- example.com.zone
@       IN MX   10 mail
@       IN TXT  "v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 ip4:192.0.2.27 ip4:192.0.2.28 -all"
mail    IN A    192.0.2.25
;               ^^^^^^^^^^ (error ptr-target-invalid: mail\\@example.com is no host name: "\\@" is not a letter, a digit or a hyphen; 192.0.2.25 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
b       IN A    192.0.2.26
my_host IN A    192.0.2.27
;<------- warning hostname-invalid: my_host.example.com is no host name: "_" is not a letter, a digit or a hyphen
-bad    IN A    192.0.2.28
;<---- warning hostname-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen
;               ^^^^^^^^^^ (error ptr-target-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen; 192.0.2.28 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix))
;- 2.0.192.in-addr.arpa.zone
25      IN PTR  mail@example.com.
;               ^^^^^^^^^^^^^^^^^ error ptr-target-invalid: mail\\@example.com is no host name: "\\@" is not a letter, a digit or a hyphen; 192.0.2.25 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
26      IN PTR  mail_1.example.net.
;               ^^^^^^^^^^^^^^^^^^^ warning ptr-target-invalid: mail_1.example.net is no host name: "_" is not a letter, a digit or a hyphen
27      IN PTR  my_host.example.com.
28      IN PTR  -bad.example.com.
;               ^^^^^^^^^^^^^^^^^ error ptr-target-invalid: -bad.example.com is no host name: "-bad" begins or ends with a hyphen; 192.0.2.28 sends mail for example.com: receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), 550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)
`);
});

/** What is said of PTR records, one a line, in a zone of named.conf with this statement beside its file. */
function configured(statement: string, lines: string, more = ''): string[] {
  const zone = `zone "2.0.192.in-addr.arpa" { type primary; file "reverse.zone"; ${statement} };`;
  const host = 'zone "example.com" { type secondary; file "example.com.zone"; };';
  return new Workbench(parseFixture(`;- named.conf\n${zone}\n${host}\n;- reverse.zone\n${lines}\n${more}`))
    .shown()
    .filter(({ rule, primary }) => primary && rule.endsWith('-invalid'))
    .map(({ rule, range, severity }) => `${range.start.line} ${severity} ${rule}`);
}

test('an error where named does not load the reverse zone', () => {
  const pointer = '10 60 IN PTR my_host.example.net.';
  assert.deepEqual(configured('', pointer), ['0 error ptr-target-invalid']);
  for (const mode of ['warn', 'ignore'])
    assert.deepEqual(configured(`check-names ${mode};`, pointer), ['0 warning ptr-target-invalid']);
  assert.deepEqual(configured('', '10 60 IN PTR .'), ['0 warning ptr-target-invalid']);
  assert.deepEqual(configured('', '$GENERATE 10-10 $ 60 IN PTR my_host.example.net.'), [
    '0 warning ptr-target-invalid',
  ]);
});

test('a host that is told of itself, and one whose zone is loaded all the same', () => {
  const pointer = '10 60 IN PTR my_host.example.com.';
  const host = ';- example.com.zone\nmy_host 60 IN A 192.0.2.10\n';
  assert.deepEqual(configured('check-names warn;', pointer, host), ['0 warning hostname-invalid']);
  assert.deepEqual(configured('', pointer, host).sort(), ['0 error ptr-target-invalid', '0 warning hostname-invalid']);
});

test('a warning where the record stands outside the reverse tree, in which named does not look at it', () => {
  const zones = `;- named.conf
zone "2.0.192.in-addr.arpa" { type primary; file "reverse.zone"; };
zone "r.example.com" { type primary; file "r.zone"; };
;- reverse.zone
10 60 IN CNAME 10.r.example.com.
;- r.zone
10 60 IN PTR my_host.example.net.
`;
  const found = new Workbench(parseFixture(zones)).shown().filter(({ rule }) => rule === 'ptr-target-invalid');
  assert.deepEqual(
    found.map(({ severity }) => severity),
    ['warning'],
  );
});
