import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../support/check.ts';
import { parseFixture } from '../support/fixture.ts';
import { Workbench } from '../support/workbench.ts';

/*
 * One mistake is one finding, at its place: of healthy zones one line is made wrong, and what follows from that is not told
 * too. Where another line is wrong beside it, that is told all the same.
 */

const HEALTHY = `
;- example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026110101 4h 1h 2w 1h
@ IN NS ns1
@ IN NS ns2
@ IN MX 10 mail
@ IN TXT "v=spf1 mx -all"
_dmarc IN TXT "v=DMARC1; p=reject"
ns1 IN A 192.0.2.1
ns2 IN A 198.51.100.2
mail IN A 192.0.2.25
mail IN TXT "v=spf1 a -all"
www IN A 192.0.2.80
shop IN CNAME www
;- 2.0.192.in-addr.arpa.zone
$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026110101 4h 1h 2w 1h
@ IN NS ns1.example.com.
@ IN NS ns2.example.com.
1 IN PTR ns1.example.com.
25 IN PTR mail.example.com.
80 IN PTR www.example.com.
`;

/** What fixtures have in passing, and healthy zones do not. */
const RULES = { 'ns-single': 'warning' } as const;

/** What is told of the zones, with one line in the place of another, as file, line and rule. */
function told(...changes: readonly (readonly [string, string])[]): string[] {
  let text = HEALTHY;
  for (const [from, to] of changes) {
    assert.ok(text.includes(`\n${from}\n`), from);
    text = text.replace(`\n${from}\n`, () => `\n${to}\n`);
  }
  return new Workbench(parseFixture(text), { wholeZones: true, rules: RULES })
    .shown()
    .filter(({ primary }) => primary)
    .map(({ path, range, rule }) => `${path === 'example.com.zone' ? '' : 'reverse '}${range.start.line + 1} ${rule}`);
}

test('nothing is told of the zones as they are', () => {
  assert.deepEqual(told(), []);
});

const DMARC = '_dmarc IN TXT "v=DMARC1; p=reject"';

test('a DMARC record at the wrong name', () => {
  for (const owner of ['dmarc', '_damrc', '_dmark', '@'])
    assert.deepEqual(told([DMARC, `${owner} IN TXT "v=DMARC1; p=reject"`]), ['7 dmarc-place'], owner);
  assert.deepEqual(told([DMARC, '_dmarc IN TXT “v=DMARC1; p=reject”']), ['7 syntax-character']);
  assert.deepEqual(told([DMARC, '_dmarc.www IN TXT "v=DMARC1; p=reject"']), ['5 dmarc-missing']);
});

test('a DMARC record at the wrong name, and another domain without one', () => {
  const other = 'dmarc IN TXT "v=DMARC1; p=reject"\nlab IN MX 10 mail\nlab IN TXT "v=spf1 mx -all"';
  assert.deepEqual(told([DMARC, other]), ['7 dmarc-place', '8 dmarc-missing']);
});

const REVERSE_SOA = '@ IN SOA ns1.example.com. hostmaster.example.com. 2026110101 4h 1h 2w 1h';

test('a final dot lost at the primary server of an SOA', () => {
  const undotted = REVERSE_SOA.replace('ns1.example.com.', 'ns1.example.com');
  assert.deepEqual(told([REVERSE_SOA, undotted]), ['reverse 2 target-missing-dot']);
  assert.deepEqual(told([REVERSE_SOA, undotted.replace('hostmaster.example.com.', 'hostmaster.')]), [
    'reverse 2 target-missing-dot',
    'reverse 2 soa-rname-invalid',
  ]);
});

test('an NS record whose line is wrong', () => {
  for (const line of ['@ IN NSS ns2', '  @ IN NS ns2', '@ IN NS'])
    assert.deepEqual(
      told(['@ IN NS ns2', line]).map(ruleOf),
      [line === '@ IN NS' ? 'syntax-field-missing' : 'syntax-type'],
      line,
    );
  assert.deepEqual(told(['@ IN NS ns2', 'IN NS ns2']), ['4 syntax-owner-missing']);
  assert.deepEqual(told(['@ IN NS ns2', '@ IN AAAA 192.0.2.2']), ['3 ns-single', '4 syntax-address-family']);
});

const CHILD = `shop IN CNAME www
lab IN NS ns1.lab
lab IN NS ns2
ns1.lab IN A 203.0.113.1
;- lab.example.com.zone
$TTL 1h
@ IN SOA ns1 hostmaster 2026110101 4h 1h 2w 1h
@ IN NS ns1
@ IN NS ns2.example.com.
ns1 IN A 203.0.113.1`;

test('a delegation to a held zone whose line is wrong, on either side', () => {
  const lab = (from: string, to: string): string[] => told(['shop IN CNAME www', CHILD.replace(from, to)]).map(ruleOf);
  assert.deepEqual(lab('', ''), []);
  assert.deepEqual(lab('NS ns1.lab', 'NSS ns1.lab'), ['syntax-type']);
  assert.deepEqual(lab('NS ns1.lab', 'NS 203.0.113.1'), ['ns-address-literal']);
  assert.deepEqual(lab('NS ns1.lab', 'NS ns1.lba'), ['ns-no-address']);
  assert.deepEqual(lab('@ IN NS ns1\n', '@ IN NS 203.0.113.1\n'), ['ns-address-literal']);
  assert.deepEqual(lab('NS ns2.example.com.', 'NS ns2.example.com'), ['ns-no-address']);
  assert.deepEqual(lab('NS ns1.lab\nlab IN NS ns2', 'NSS ns1.lab\nlab IN NS ns3.example.net.'), [
    'syntax-type',
    'delegation-differs',
  ]);
});

function ruleOf(line: string): string {
  return line.replace(/^.* /, '');
}

const SOA = '@ IN SOA ns1 hostmaster 2026110101 4h 1h 2w 1h';
const WIDE = '  2026110101 ; serial\n  4h ; refresh\n  1h ; retry\n  2w ; expire\n  1h )';

test('an SOA record, or its first line, is lost', () => {
  const rest = '  IN NS ns1\n  IN NS ns2';
  const others = ['@ IN NS ns1\n@ IN NS ns2', rest] as const;
  assert.deepEqual(told(others), []);
  assert.deepEqual(told([`${SOA}\n@ IN NS ns1\n@ IN NS ns2`, rest]), ['1 soa-missing']);
  assert.deepEqual(told([SOA, WIDE], others), ['1 soa-missing']);
  assert.deepEqual(told([SOA, WIDE], others, ['shop IN CNAME www', 'shop IN CNAME']), [
    '1 soa-missing',
    '17 syntax-field-missing',
  ]);
  // A blank before the SOA record leaves none of them an owner.
  const indented = told([SOA, ` ${SOA}`], others, ['www IN A 192.0.2.80', ' www IN A 192.0.2.80']);
  assert.deepEqual(indented, ['2 syntax-owner-missing', '12 syntax-type']);
});

test('a final dot behind the owner of a PTR record', () => {
  assert.deepEqual(told(['80 IN PTR www.example.com.', '80. IN PTR www.example.com.']), ['reverse 7 out-of-zone']);
  assert.deepEqual(told(['80 IN PTR www.example.com.', '80. IN PTR mail.example.com.']), [
    'reverse 7 out-of-zone',
    '12 ptr-missing',
  ]);
});

test('an owner with a dot too many or too few, or a slip in the name of its zone', () => {
  for (const owner of ['www.', 'www.example.com', 'www.eaxmple.com.']) {
    const rule = owner === 'www.example.com' ? 'owner-repeats-origin' : 'out-of-zone';
    assert.deepEqual(told(['www IN A 192.0.2.80', `${owner} IN A 192.0.2.80`]), [`12 ${rule}`], owner);
    const other = ['80 IN PTR www.example.com.', '80 IN PTR www.example.com.\n81 IN PTR ww2.example.com.'] as const;
    assert.deepEqual(told(['www IN A 192.0.2.80', `${owner} IN A 192.0.2.80`], other).sort(), [
      `12 ${rule}`,
      'reverse 8 ptr-target-no-address',
    ]);
    const dmarc = `_dmarc${owner.slice(3)} IN TXT "v=DMARC1; p=reject"`;
    assert.deepEqual(told([DMARC, dmarc]), [`7 ${rule}`], owner);
  }
});

test('a target without its final dot is told there, though its address stands in the zone of others', () => {
  const mx = ['@ IN MX 10 mail', '@ IN MX 10 mail.example.net'] as const;
  const glue = ['shop IN CNAME www', 'shop IN CNAME www\nmail.example.net. IN A 192.0.2.25'] as const;
  assert.deepEqual(told(mx, glue), ['5 mx-no-address', '14 out-of-zone']);
});

test('what no server answers, and no mail comes to, is told there as an error', () => {
  check(
    `
;- example.com.zone
$TTL 1h
@     IN SOA ns1 hostmaster 2026110101 4h 1h 2w 1h
@     IN NS  ns1
@     IN MX  10 mail
ns1.example.com IN A 192.0.2.1
;<--------------- error owner-repeats-origin: "ns1.example.com" has no final dot, so it means ns1.example.com.example.com; example.com has the name server ns1.example.com, which has no A or AAAA record: BIND refuses the zone
_dmarc.example.com IN TXT "v=DMARC1; p=reject"
;<------------------ warning owner-repeats-origin: "_dmarc.example.com" has no final dot, so it means _dmarc.example.com.example.com
mail. IN A   192.0.2.25
;<----- error out-of-zone: mail is not in the zone example.com: BIND drops this record; example.com has the mail server mail.example.com, which does not exist in example.com: no mail is delivered there
`,
    { wholeZones: true, rules: { ...RULES, 'ns-single': 'off', 'spf-missing': 'off', 'dmarc-missing': 'information' } },
  );
  const settings = { 'out-of-zone': 'warning' } as const;
  const mistake = ['mail IN A 192.0.2.25', 'mail. IN A 192.0.2.25'] as const;
  assert.deepEqual(told(mistake), ['10 out-of-zone']);
  const bench = new Workbench(parseFixture(HEALTHY.replace(mistake[0], mistake[1])), {
    wholeZones: true,
    rules: settings,
  });
  assert.deepEqual(
    bench.shown().map(({ rule, severity }) => `${severity} ${rule}`),
    ['error mx-no-address', 'warning out-of-zone'],
  );
});

test('the final dot of an $ORIGIN is lost', () => {
  assert.deepEqual(told(['$TTL 1h', '$ORIGIN example.com\n$TTL 1h']), ['1 origin-missing-dot']);
  const rest = ['80 IN PTR www.example.com.', '80 IN PTR www.example.com.\n81 IN PTR www.example.net.'] as const;
  assert.deepEqual(told(['www IN A 192.0.2.80', '$ORIGIN example.com\nwww IN A 192.0.2.80'], rest), [
    '12 origin-missing-dot',
  ]);
});

test('a blank inside an owner', () => {
  assert.deepEqual(told(['www IN A 192.0.2.80', 'ww\tw IN A 192.0.2.80']), ['12 syntax-type']);
  assert.deepEqual(told([DMARC, '_d marc IN TXT "v=DMARC1; p=reject"']), ['7 syntax-type']);
  assert.deepEqual(told(['www IN A 192.0.2.80', 'w ww2 IN A 192.0.2.80']), [
    'reverse 7 ptr-target-no-address',
    '12 syntax-type',
    '13 cname-dangling',
  ]);
});

test('the semicolon before the comment above an SOA is lost', () => {
  assert.deepEqual(told([SOA, `BIND data file\n${SOA}`]), ['2 syntax-type']);
  assert.deepEqual(told([SOA, `lab IN A 203.0.113.9\n${SOA}`]), ['3 soa-not-first']);
});

test('an alias beside the addresses of a name that another alias leads to', () => {
  const rules = { rules: { 'cname-chain': 'information' }, wholeZones: true } as const;
  const chain = (text: string): string[] =>
    new Workbench(parseFixture(`\n;- example.com.zone\n$TTL 1h\n${text}`), rules)
      .shown()
      .filter(({ primary, rule }) => primary && rule.startsWith('cname-'))
      .map(({ range, rule }) => `${range.start.line + 1} ${rule}`);
  const host = 'host IN A 192.0.2.1\nshop IN CNAME www\n';
  assert.deepEqual(chain(`${host}www IN CNAME host\n`), ['3 cname-chain']);
  assert.deepEqual(chain(`${host}www IN CNAME host\nwww IN A 192.0.2.2\n`), ['5 cname-other-data']);
});
