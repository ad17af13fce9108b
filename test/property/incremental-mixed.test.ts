import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, checkEdits, type ZoneFile } from '../support/edits.ts';

/** Some names with what leads from one to the other in all ways: aliases, DNAMEs, wildcards, delegations, mail. */
const NAMES = ['a', 'b', 'c', 'd', 'sub', 'a.sub', 'b.sub', 'x.a.sub', '*', '*.sub', '@'];
const ADDRESSES = [0, 1, 2, 3, 9];

const name = fc.constantFrom(...NAMES);
const target = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  fc.constantFrom('sub', 'a.sub', 'b.sub', 'x.a.sub', '@', 'a.old', 'away.example.net.', 'in'),
);
const hostOwner = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  { weight: 2, arbitrary: name },
  fc.constantFrom('IN', 'IN', 'us'),
);
const address = fc.constantFrom(...ADDRESSES).map((n) => `192.0.2.${n}`);
/** Two that count up, one of another network, two that hosts took themselves. */
const address6 = fc.constantFrom(
  '2001:db8::1',
  '2001:db8::2',
  '2001:db8::5:1',
  '2001:db8::1a2b:3cff:fe4d:5e6f',
  '2001:db8::1a2b:3cff:fe4d:5e70',
);
const mail = fc.oneof(
  target.map((host) => `MX 10 ${host}`),
  target.map((host) => `SRV 0 5 5060 ${host}`),
  fc.constantFrom('TXT "v=spf1 mx -all"', 'TXT "v=spf1 a:b.example.com include:a.example.com -all"'),
  address.map((host) => `TXT "v=spf1 ip4:${host} -all"`),
  address6.map((host) => `TXT "v=spf1 ip6:${host} -all"`),
  fc.constantFrom(
    'TXT "v=spf1 ip4:192.0.2.0/29 -all"',
    'TXT "v=spf1 ip6:2001:db8::/64 -all"',
    'TXT "v=spf1 a/30 mx//64 -all"',
    'TXT "v=spf1 -ip4:192.0.2.1 a:b.example.com -all"',
    'TXT "v=spf1 redirect=a.example.com"',
  ),
  target.map((host) => `TXT "v=spf1 a:${host === '@' ? '' : `${host}.`}example.com -all"`),
);
const hostRow = fc
  .tuple(
    hostOwner,
    fc.oneof(
      { weight: 10, arbitrary: address.map((a) => `A ${a}`) },
      { weight: 6, arbitrary: target.map((to) => `CNAME ${to}`) },
      { weight: 2, arbitrary: mail },
      { weight: 2, arbitrary: address6.map((a) => `AAAA ${a}`) },
      fc.constantFrom(
        'NS ns1.example.net.',
        'NS a',
        'DNAME sub',
        'TXT "a"',
        'CNAME a.example.net.',
        'CNAME b.example.com.',
      ),
    ),
  )
  .map(([owner, data]) => `${owner} 60 ${data}`);
const hostRare = fc.oneof(
  address.map((a) => `* 60 A ${a}`),
  fc.constantFrom(
    '* 60 CNAME a',
    '*.sub 60 CNAME b',
    '*.sub 60 A 192.0.2.2',
    'a.example.com 60 A 192.0.2.1',
    'b 60 CNAME a.example.com',
    '1.2.0.192.in-addr.arpa 60 PTR a',
    '1.2.0.192.in-addr.arpa. 60 PTR a',
    'p 60 PTR a',
    'localhost 60 A 192.0.2.1',
    '$ORIGIN sub',
    '$ORIGIN example.com',
    'old 60 DNAME sub',
    'sub 60 DNAME @',
    'sub 60 NS ns1.example.net.',
    '$GENERATE 1-3 h$ 60 A 192.0.2.$',
    '$GENERATE 1-3 g$ 60 CNAME h$',
  ),
);
const octet = fc.constantFrom(...ADDRESSES.map(String));
const pointerTarget = fc.oneof(
  {
    weight: 8,
    arbitrary: target.map((to) => (to === '@' ? 'example.com.' : to.endsWith('.') ? to : `${to}.example.com.`)),
  },
  fc.constantFrom('a.example.com', '192-0-2-1.isp.example.', 'h1.example.com.', 'a.example.net.', 'n0.example.com.'),
);
/** Owners that are no whole reverse names of the zone, though one was meant. */
const oddOwner = fc.constantFrom(
  '@',
  '01',
  '1.2',
  '192.0.2.1',
  '1.2.0.192.in-addr.arpa',
  '1.3.0.192.in-addr.arpa.',
  '2.0.192.1.in-addr.arpa.',
  '1.0-7',
  '2.0-7',
  '256',
  'x',
);
const pointerRow = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(octet, pointerTarget).map(([n, to]) => `${n} 60 PTR ${to}`) },
  { weight: 5, arbitrary: octet.map((n) => `${n} 60 CNAME ${n}.0-7`) },
  fc.tuple(octet, octet).map(([n, to]) => `${n} 60 CNAME ${to}`),
  fc.tuple(octet, octet).map(([n, to]) => `${n} 60 CNAME ${to}.0-7`),
  fc.tuple(oddOwner, pointerTarget).map(([owner, to]) => `${owner} 60 PTR ${to}`),
  fc.constantFrom(
    '0-7 60 NS ns1.example.net.',
    '9 60 CNAME 9.8-15',
    '8-15 60 NS ns1.example.net.',
    '1 60 CNAME a.example.com.',
    '2 60 CNAME p.example.com.',
    '3 60 NS ns1.example.net.',
  ),
);
const pointerRare = fc.constantFrom(
  '0-7 60 NS ns1.example.net.',
  '* 60 PTR a.example.com.',
  '*.0-7 60 PTR b.example.com.',
  '$GENERATE 1-3 $ 60 CNAME $.0-7',
  '$GENERATE 1-3 $ 60 PTR h$.example.com.',
  '$GENERATE 0-3 $.0-7 60 PTR h$.example.com.',
  '0-7 60 DNAME r.example.com.',
);
const childRow = fc.oneof(
  octet.map((n) => `${n} 60 CNAME ${n}.away.example.net.`),
  octet.map((n) => `${n} 60 CNAME p.example.com.`),
  { weight: 10, arbitrary: fc.tuple(octet, pointerTarget).map(([n, to]) => `${n} 60 PTR ${to}`) },
  fc.tuple(octet, octet).map(([n, to]) => `${n} 60 CNAME ${to}`),
);
const upperRow = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(octet, pointerTarget).map(([n, to]) => `${n}.2 60 PTR ${to}`) },
  { weight: 3, arbitrary: fc.tuple(octet, octet).map(([n, to]) => `${n}.2 60 CNAME ${to}.0-7.2`) },
  fc.tuple(octet, octet).map(([n, to]) => `${n}.2 60 CNAME ${to}.2`),
  fc.constantFrom('2 60 NS ns1.example.net.', '0-7.2 60 NS ns1.example.net.', '2 60 PTR a.example.com.'),
);
const upperRare = fc.constantFrom(
  '2 60 NS ns1.example.net.',
  '*.2 60 PTR a.example.com.',
  '* 60 PTR b.example.com.',
  '2 60 DNAME 3',
);
const zeros = '0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0';
const own6 = 'f.6.e.5.d.4.e.f.f.f.c.3.b.2.a.1.0.0.0.0.0.0.0.0';
const owner6 = fc.constantFrom(own6, `1.${zeros}`, `2.${zeros}`, `1.0.0.0.5${zeros.slice(7)}`);
const pointer6Row = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(owner6, pointerTarget).map(([owner, to]) => `${owner} 60 PTR ${to}`) },
  fc.tuple(owner6, owner6).map(([owner, to]) => `${owner} 60 CNAME ${to}`),
  owner6.map((owner) => `${owner} 60 CNAME p.example.com.`),
);
const pointer6Rare = fc.constantFrom(`*.${zeros} 60 PTR a.example.com.`, `${zeros} 60 NS ns1.example.net.`);
const nextRow = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(octet, octet).map(([n, to]) => `${n} 60 CNAME ${to}.2.0.192.in-addr.arpa.`) },
  fc.tuple(octet, pointerTarget).map(([n, to]) => `${n} 60 PTR ${to}`),
);
const childRare = fc.constantFrom('* 60 PTR a.example.com.', '$GENERATE 1-3 $ 60 PTR h$.example.com.');
/** An alias each, so that all together are a chain. */
const chain = fc
  .integer({ min: 0, max: 20 })
  .map((length) =>
    length < 3
      ? ''
      : `${Array.from({ length }, (_, i) => `n${i} 60 CNAME ${i === length - 1 ? 'a' : `n${i + 1}`}\n`).join('')}`,
  );

interface Part {
  readonly row: fc.Arbitrary<string>;
  readonly rare: fc.Arbitrary<string>;
  readonly count: number;
}

const FORWARD: Part = { row: hostRow, rare: hostRare, count: 12 };
const REVERSE: Part = { row: pointerRow, rare: pointerRare, count: 8 };
const CHILD: Part = { row: childRow, rare: childRare, count: 5 };
const UPPER: Part = { row: upperRow, rare: upperRare, count: 8 };
const REVERSE6: Part = { row: pointer6Row, rare: pointer6Rare, count: 6 };
/** Another network, whose addresses have the PTRs of the first one. */
const NEXT: Part = { row: nextRow, rare: childRare, count: 5 };
/** Hosts whose names and PTRs count up, and one name that many PTRs have. */
const counted = fc.integer({ min: 1, max: 8 });
const COUNTED_HOSTS: Part = {
  row: fc.oneof(
    { weight: 4, arbitrary: counted.map((n) => `c${n} 60 A 192.0.2.${n}`) },
    fc.tuple(counted, counted).map(([n, to]) => `c${n} 60 CNAME c${to}`),
    counted.map((n) => `same 60 A 192.0.2.${n}`),
    fc.constantFrom('same 60 CNAME c1', 'c1 60 AAAA 2001:db8::1', 'a 60 TXT "v=spf1 a:c2.example.com -all"'),
  ),
  rare: fc.constantFrom(
    '$GENERATE 1-6 c$ 60 A 192.0.2.$',
    '$GENERATE 2-7 c$ 60 A 192.0.2.$',
    '* 60 CNAME c1',
    '* 60 A 192.0.2.3',
  ),
  count: 12,
};
const COUNTED: Part = {
  row: fc.oneof(
    { weight: 6, arbitrary: counted.map((n) => `${n} 60 PTR c${n}.example.com.`) },
    { weight: 3, arbitrary: counted.map((n) => `${n} 60 PTR same.example.com.`) },
    counted.map((n) => `${n} 60 CNAME ${n}.0-7`),
    counted.map((n) => `${n} 60 PTR 192-0-2-${n}.isp.example.`),
    fc.constant('0-7 60 NS ns1.example.net.'),
  ),
  rare: fc.constantFrom(
    '$GENERATE 1-6 $ 60 PTR c$.example.com.',
    '$GENERATE 1-5 $ 60 CNAME $.0-7',
    '$GENERATE 1-6 $ 60 PTR same.example.com.',
    '* 60 PTR same.example.com.',
  ),
  count: 12,
};
const HEAD = '@ SOA ns1.example.net. hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';

const ZONES: Readonly<Record<string, { readonly origin: string; readonly part: Part }>> = {
  forward: { origin: 'example.com.', part: FORWARD },
  inner: { origin: 'example.com.', part: FORWARD },
  below: { origin: 'sub.example.com.', part: FORWARD },
  reverse: { origin: '2.0.192.in-addr.arpa.', part: REVERSE },
  other: { origin: '2.0.192.in-addr.arpa.', part: REVERSE },
  countedHosts: { origin: 'example.com.', part: COUNTED_HOSTS },
  counted: { origin: '2.0.192.in-addr.arpa.', part: COUNTED },
  countedChild: { origin: '0-7.2.0.192.in-addr.arpa.', part: COUNTED },
  net: { origin: 'example.net.', part: FORWARD },
  upper: { origin: '0.192.in-addr.arpa.', part: UPPER },
  reverse6: { origin: '8.b.d.0.1.0.0.2.ip6.arpa.', part: REVERSE6 },
  second: { origin: '8-15.2.0.192.in-addr.arpa.', part: CHILD },
  next: { origin: '3.0.192.in-addr.arpa.', part: NEXT },
  child: { origin: '0-7.2.0.192.in-addr.arpa.', part: CHILD },
};

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('the same with aliases, wildcards and classless zones together', () =>
  checkWorkspace(['forward', 'reverse', 'child']));

test('the same with a child zone beside them', () => checkWorkspace(['forward', 'below', 'reverse', 'child']));

test('the same without a classless zone', () => checkWorkspace(['forward', 'reverse']));

test('the same without the zone above the classless one', () => checkWorkspace(['forward', 'child']));

test('the same in views that share reverse zones', () =>
  checkWorkspace(['forward', 'reverse', 'child'], ['inner', 'reverse', 'child']));

test('the same in views that share two networks', () =>
  checkWorkspace(['forward', 'reverse', 'next'], ['inner', 'reverse', 'next'], ['forward', 'next', 'child']));

test('the same in views that share the forward zone', () =>
  checkWorkspace(['forward', 'reverse', 'child'], ['forward', 'other']));

test('the same with two forward zones and two classless ones', () =>
  checkWorkspace(['forward', 'net', 'reverse', 'child', 'second']));

test('the same with a zone above the reverse zone', () => checkWorkspace(['forward', 'upper', 'reverse']));

test('the same with a classless zone below a wider reverse zone', () => checkWorkspace(['forward', 'upper', 'child']));

test('the same with addresses of both families', () => checkWorkspace(['forward', 'reverse', 'reverse6']));

test('the same with names that count', () => checkWorkspace(['countedHosts', 'counted', 'countedChild']));

test('the same with names that count in two views', () =>
  checkWorkspace(['countedHosts', 'counted', 'countedChild'], ['forward', 'counted', 'child']));

test('the same in views of all kinds', () =>
  checkWorkspace(
    ['forward', 'reverse', 'child', 'reverse6'],
    ['inner', 'upper', 'child', 'reverse6'],
    ['net', 'reverse'],
  ));

/** Checks edits of a workspace with these zones in each view. */
function checkWorkspace(...views: readonly (readonly string[])[]): void {
  const files = [...new Set(views.flat())];
  const zones: ZoneFile[] = views.flatMap((all, i) =>
    all.map((file) => ({ file, origin: ZONES[file]?.origin ?? '', ...(i > 0 ? { view: `view${i}` } : {}) })),
  );
  const texts = fc.tuple(...files.map(textOf)).map((all) => new Map(files.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(zones, texts, fc.array(fc.oneof(...files.map(changeOf)), { minLength: 1, maxLength: 8 }));
}

function textOf(file: string): fc.Arbitrary<string> {
  const { row, rare, count } = partOf(file);
  const rows = fc.array(row, { maxLength: count });
  const begin = partOf(file) === FORWARD ? chain : fc.constant('');
  return fc
    .tuple(begin, fc.array(rare, { maxLength: 2 }), rows)
    .map(([first, few, many]) => `${HEAD}${first}${[...few, ...many].map((line) => `${line}\n`).join('')}`);
}

function changeOf(file: string): fc.Arbitrary<Change> {
  const { row, rare } = partOf(file);
  const lines = fc.oneof({ weight: 12, arbitrary: row }, rare).map((line) => `${line}\n`);
  return fc.oneof(
    { weight: 6, arbitrary: ofLines(file, fc.constant(''), fc.constantFrom(1, 1, 2)) },
    { weight: 8, arbitrary: ofLines(file, lines, fc.constantFrom(0, 0, 1)) },
    fc.record({
      file: fc.constant(file),
      at: share,
      remove: fc.integer({ min: 0, max: 12 }),
      insert: fc.constantFrom('', 'x', '1', '\n', ';'),
      whole: fc.constant(false),
    }),
  );
}

function ofLines(file: string, insert: fc.Arbitrary<string>, remove: fc.Arbitrary<number>): fc.Arbitrary<Change> {
  const whole = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
  const looks = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.constantFrom(0, 1, 2, 3, 5, 8, 13));
  return fc.record({
    file: fc.constant(file),
    at: share,
    remove,
    ofLines: fc.constant(true as const),
    insert,
    whole,
    looks,
  });
}

function partOf(file: string): Part {
  return ZONES[file]?.part ?? FORWARD;
}
