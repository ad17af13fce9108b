import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, checkEdits, type ZoneFile } from '../support/edits.ts';

/** Mail records of two domains and one below, which lead to each other in all ways. */
const owner = fc.constantFrom('@', '@', 'a', 'b', 'mail', '_dmarc', '_dmarc.a', '*', 'x._domainkey', '_mta-sts', 'sub');
const host = fc.constantFrom('a', 'mail', 'mail.example.net.', 'a.example.com.', '@', 'gone', 'localhost.');
const domain = fc.constantFrom(
  'example.com',
  'example.net',
  'a.example.com',
  'mail.example.net',
  'sub.example.com',
  'x.example.com',
);
const term = fc.oneof(
  domain.map((name) => `include:${name}`),
  domain.map((name) => `a:${name}`),
  domain.map((name) => `mx:${name}`),
  domain.map((name) => `exp=${name}`),
  fc.constantFrom(
    'a',
    'mx',
    'ip4:192.0.2.1',
    'ip6:2001:db8::1',
    'ip4:10.0.0.1',
    'ptr',
    'ipv4:192.0.2.1',
    '+all',
    '-all',
  ),
);
const text = fc.oneof(
  fc.array(term, { maxLength: 4 }).map((terms) => `"v=spf1 ${terms.join(' ')} -all"`),
  domain.map((name) => `"v=spf1 redirect=${name}"`),
  domain.map((name) => `"v=DMARC1; p=reject; sp=none; rua=mailto:d@${name}"`),
  fc.constantFrom(
    '"v=DMARC1; p=none"',
    'v=DMARC1; p=none',
    'v=DMARC1 ; a comment',
    '"v=spf1 mx" "-all"',
    '"v=STSv1; id=1"',
    '"v=DKIM1; p="',
    '"v=DKIM1; p=abc"',
    '"v=BIMI1; l=https://example.com/l.svg"',
    '"v=spf1 -all"',
    '"v=spf1 mx -all"',
    '"v=spf1 a mx ~all"',
    '"v=DMARC1; p=reject"',
    '"v=DMARC1; p=quarantine; adkim=s"',
    '"text"',
  ),
);
const record = fc.oneof(
  { weight: 8, arbitrary: text.map((data) => `TXT ${data}`) },
  { weight: 4, arbitrary: host.map((to) => `MX 10 ${to}`) },
  host.map((to) => `MX 20 ${to}`),
  host.map((to) => `CNAME ${to}`),
  fc.constantFrom('MX 0 .', 'SPF "v=spf1 mx -all"', 'NS ns1.example.org.', 'DNAME sub'),
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'A 192.0.2.1',
      'A 192.0.2.2',
      'A 10.0.0.1',
      'A 127.0.0.1',
      'AAAA 2001:db8::1',
      'AAAA 2001:db8::2',
    ),
  },
);
const special = fc.constantFrom(
  'example.com._report._dmarc 60 TXT "v=DMARC1"',
  '*._report._dmarc 60 TXT "v=DMARC1"',
  'mta-sts 60 A 192.0.2.1',
  'default._bimi 60 TXT "v=BIMI1; l=https://example.com/l.svg"',
  `_25._tcp 60 TLSA 3 1 1 ${'ab'.repeat(32)}`,
  `_25._tcp.mail 60 TLSA 1 1 1 ${'ab'.repeat(20)}`,
  '@ 60 NS mail',
  '@ 60 CAA 0 issue "letsencrypt.org"',
);
const row = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(owner, record).map(([name, data]) => `${name} 60 ${data}`) },
  special,
);

const HEAD = '@ SOA ns1.example.org. hostmaster 1 2 3 4 5\n@ NS ns1.example.org.\n';
const share = fc.double({ min: 0, max: 1, noNaN: true });
const part = fc.array(row, { maxLength: 10 }).map((rows) => HEAD + rows.map((line) => `${line}\n`).join(''));

test('mail records are told after edits as after a fresh load', () => check('example.com.', 'example.net.'));

test('the same with a domain below', () => check('example.com.', 'example.net.', 'sub.example.com.'));

/** So many that those of the generated lines are the hundredth ones. */
const MANY = Array.from({ length: 98 }, (_, i) => `d${i} 60 MX 10 mail\n`).join('');

test('the same with about as many domains as are told one by one', () =>
  checkWith(
    part.map((text) => text + MANY),
    ['example.com.', 'example.net.'],
  ));

function check(...origins: readonly string[]): void {
  checkWith(part, origins);
}

function checkWith(first: fc.Arbitrary<string>, origins: readonly string[]): void {
  const zones: ZoneFile[] = origins.map((origin) => ({ file: origin, origin }));
  const texts = fc
    .tuple(...origins.map((_, i) => (i === 0 ? first : part)))
    .map((all) => new Map(origins.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(zones, texts, fc.array(fc.oneof(...origins.map(changeOf)), { minLength: 1, maxLength: 6 }));
}

function changeOf(file: string): fc.Arbitrary<Change> {
  const whole = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
  const looks = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(0, 1, 3, 8));
  const ofLines = (insert: fc.Arbitrary<string>, remove: fc.Arbitrary<number>): fc.Arbitrary<Change> =>
    fc.record({
      file: fc.constant(file),
      at: share,
      remove,
      ofLines: fc.constant(true as const),
      insert,
      whole,
      looks,
    });
  return fc.oneof(
    { weight: 5, arbitrary: ofLines(fc.constant(''), fc.constantFrom(1, 1, 2)) },
    {
      weight: 8,
      arbitrary: ofLines(
        row.map((line) => `${line}\n`),
        fc.constantFrom(0, 0, 1),
      ),
    },
    fc.record({
      file: fc.constant(file),
      at: share,
      remove: fc.integer({ min: 0, max: 8 }),
      insert: fc.constantFrom('', 'x', ';', '=', '"', '\n'),
      whole: fc.constant(false),
    }),
  );
}
