import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSpf, parseSpf, spfLookups } from '../../src/mail/spf.ts';

/** Terms as words and faults with what they point at, one a line. */
function picture(text: string): string[] {
  const { terms, faults } = parseSpf(text);
  const lines = terms.map((term) => {
    const domain = term.domain ? ` ${term.domain.text}${term.domain.hasMacro ? ' (macro)' : ''}` : '';
    if (term.kind === 'modifier') return `${term.name}=${domain}`;
    return `${term.qualifier}${term.name}${domain} /${term.prefixLength4} /${term.prefixLength6}`;
  });
  return [...lines, ...faults.map(({ start, end, message }) => `! ${text.slice(start, end)}: ${message}`)];
}

test('the version tells an SPF record', () => {
  assert.equal(isSpf('v=spf1'), true);
  assert.equal(isSpf('V=SPF1 -all'), true);
  assert.equal(isSpf('v=spf10 -all'), false);
  assert.equal(isSpf('spf2.0/mfrom -all'), false);
});

test('mechanisms and modifiers', () => {
  assert.deepEqual(
    picture('v=spf1 mx a:mail.example.com/24//64 ip4:192.0.2.0/24 ip6:2001:db8::/32 ?include:_spf.example.net -all'),
    [
      '+mx /32 /128',
      '+a mail.example.com /24 /64',
      '+ip4 /24 /128',
      '+ip6 /32 /32',
      '?include _spf.example.net /32 /128',
      '-all /32 /128',
    ],
  );
  assert.deepEqual(picture('v=spf1 A/28 exists:%{i}._spf.%{d2}  redirect=_spf.example.com x-note=hello'), [
    '+a /28 /128',
    '+exists %{i}._spf.%{d2} (macro) /32 /128',
    'redirect= _spf.example.com',
    'x-note= hello',
  ]);
  assert.deepEqual(picture('v=spf1 ptr ptr:example.com a//64 ~all'), [
    '+ptr /32 /128',
    '+ptr example.com /32 /128',
    '+a /32 /64',
    '~all /32 /128',
  ]);
});

test('faults', () => {
  for (const [text, fault] of [
    ['v=spf1 ip4:192.0.2.0/33', '! :192.0.2.0/33: IPv4 prefix length "33" is not from 0 to 32'],
    [
      'v=spf1 ip4:2001:db8::1',
      '! :2001:db8::1: "2001:db8::1" is not an IPv4 address: it is an IPv6 address ("ip6:2001:db8::1" is meant)',
    ],
    [
      'v=spf1 ip6:192.0.2.1',
      '! :192.0.2.1: "192.0.2.1" is not an IPv6 address: it is an IPv4 address ("ip4:192.0.2.1" is meant)',
    ],
    ['v=spf1 192.0.2.1', '! 192.0.2.1: "192.0.2.1" needs "ip4:" before it ("ip4:192.0.2.1" is meant)'],
    ['v=spf1 include -all', '! : "include" must be followed by ":" and a domain'],
    ['v=spf1 include:', '! : a domain is missing'],
    ['v=spf1 all:x', '! :x: "all" takes nothing after it'],
    ['v=spf1 a:mail', '! mail: "mail" is not a full domain name'],
    ['v=spf1 foo', '! foo: "foo" is not an SPF mechanism or modifier'],
    ['v=spf1 exists:%x.example.com', '! %x.example.com: "%x.example.com" has a "%" that begins no macro'],
    ['v=spf1 exists:%{d0}.example.com', '! %{d0}.example.com: "%{d0}.example.com" has a "%" that begins no macro'],
    ['v=spf1 exists:%{d10}.example.com', '+exists %{d10}.example.com (macro) /32 /128'],
    ['v=spf1 -all v=spf1', undefined],
  ] as const) {
    const last = picture(text).at(-1);
    if (fault) assert.equal(last, fault, text);
  }
  assert.equal(parseSpf('v=spf1 redirect=example.com redirect=example.net').faults.length, 1);
});

test('terms that cost a look-up', () => {
  assert.equal(
    spfLookups(
      parseSpf('v=spf1 a mx ptr ip4:192.0.2.1 include:example.com exists:%{i}.example.com redirect=example.net'),
    ),
    6,
  );
});
