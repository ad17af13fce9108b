import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sourceOfText } from '../../src/text/source.ts';
import { Bench } from '../support/dump.ts';

const LABELS = [
  'www',
  'mail',
  'ns1',
  'ns2',
  'host',
  'a.b',
  '*',
  '@',
  'sub',
  'x.sub',
  '1',
  '2',
  '10',
  '1.2',
  '_sip._tcp',
  'old',
  'version',
  'a.zones',
  '5.2',
  '3.2.0.192.in-addr.arpa.',
  '10.2.0.192.in-addr.arpa.',
  '192.0.2.3.in-addr.arpa.',
  '2.0-63',
  '10.0-63',
];
const NAMES = [
  ...LABELS,
  'www.example.com.',
  'mail.example.com.',
  'ns1.example.com.',
  'x.sub.example.com.',
  'host.example.net.',
  '10.2.0.192.in-addr.arpa.',
  'mail.example.com',
  '2.0-63.2.0.192.in-addr.arpa.',
  '10.0-63.2.0.192.in-addr.arpa.',
];
const label = fc.constantFrom(...LABELS);
const name = fc.constantFrom(...NAMES);
const address = fc.integer({ min: 0, max: 12 }).map((n) => `192.0.2.${n}`);
const address6 = fc.integer({ min: 0, max: 4 }).map((n) => `2001:db8::${n}`);
const ttl = fc.constantFrom('', '', '', '60 ', '1h ', 'IN ', '300 IN ', 'IN 5 ');
const rdata = fc.oneof(
  { weight: 6, arbitrary: address.map((a) => `A ${a}`) },
  { weight: 6, arbitrary: name.map((n) => `PTR ${n}`) },
  { weight: 2, arbitrary: address6.map((a) => `AAAA ${a}`) },
  name.map((n) => `CNAME ${n}`),
  name.map((n) => `NS ${n}`),
  name.map((n) => `MX 10 ${n}`),
  name.map((n) => `DNAME ${n}`),
  fc.constantFrom(
    'TXT "v=spf1 mx -all"',
    'TXT "v=spf1 a:mail.example.com -all"',
    'TXT "v=spf1 ip4:192.0.2.3 -all"',
    'TXT "a ; b"',
  ),
  fc.constant('SOA ns1 hostmaster ( 1\n 2 3\n 4 5 )'),
);
const line = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(label, ttl, rdata).map(([owner, time, data]) => `${owner} ${time}${data}`) },
  { weight: 3, arbitrary: fc.tuple(ttl, rdata).map(([time, data]) => ` ${time}${data}`) },
  fc.constantFrom(
    '',
    '; comment',
    '$TTL 60',
    '$TTL 1h',
    '$INCLUDE part',
    '$INCLUDE part sub',
    '$INCLUDE other',
    '$GENERATE 1-3 h$ A 192.0.2.$',
    '$GENERATE 1-3 $.2.0.192.in-addr.arpa. PTR h$.example.com.',
    '0-63 NS ns1.example.net.',
    '2 NS ns1.example.net.',
    '* PTR mail.example.com.',
    '$GENERATE 1-3 $ PTR h$.example.com.',
  ),
  name.map((n) => `$ORIGIN ${n}`),
  fc.constantFrom(
    'bad ( A 192.0.2.1',
    'x TXT "open',
    ')',
    '(',
    'www A 192.0.2',
    'y ( TXT "a" ; c\n "b" )',
    '"',
    'only',
    '$NOPE x',
  ),
);
const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));
/** Lines as large zones have them, which are read a shorter way than others; the kinds in the order of the drawn numbers. */
const PLAIN = [
  (i: number) => `n${i} A 192.0.2.${i % 250}`,
  (i: number) => `${i % 250} PTR n${i}.example.com.`,
  (i: number) => ` 60 A 192.0.2.${i % 250}`,
  (i: number) => `n${i} 60 IN CNAME n${i + 1}`,
  (i: number) => `n${i}.example.com. AAAA 2001:db8::${i % 5}`,
  (i: number) => `n${i} NS ns1.example.com. ; n${i}`,
  () => '; nothing',
];
const long = fc
  .tuple(
    text,
    fc.integer({ min: 0, max: 400 }),
    fc.constantFrom('', '$TTL 60\n'),
    fc.array(fc.nat({ max: PLAIN.length - 1 }), { minLength: 1, maxLength: 8 }),
  )
  .map(([head, count, ttlLine, kinds]) => {
    const lines = Array.from({ length: count }, (_, i) => `${PLAIN[kinds[i % kinds.length] ?? 0]?.(i)}\n`);
    return `${head}\n${ttlLine}${lines.join('')}`;
  });

const FILES = ['example.com', '2.0.192.in-addr.arpa', 'part', 'other', 'child', 'upper'];
const ZONES = [
  { file: 'example.com', origin: 'example.com.' },
  { file: 'example.com', origin: 'example.com.', view: 'inside' },
  { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.' },
  { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.', view: 'inside' },
  { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.' },
  { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.', view: 'inside' },
  { file: 'upper', origin: '0.192.in-addr.arpa.' },
];
interface Change {
  readonly file: string;
  /** The share of the text before it. */
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  /** Whether it comes as a new text. */
  readonly whole: boolean;
}

const edit: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 })),
  insert: fc.oneof(
    fc.constantFrom('', 'x', '.', '\n', '\r\n', ' ', '(', ')', '"', ';', '1', '\\', '@\n', 'é'),
    line.map((l) => `${l}\n`),
    line.map((l) => `\n${l}\n`),
  ),
  whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

/** Runs per start; RUNS=1000 for a long run by hand. */
const RUNS = Number(process.env.RUNS ?? 60);

test('after every edit all is as after a fresh load', () => {
  const texts = fc
    .tuple(long, long, text, text, text, text)
    .map((all) => new Map(FILES.map((file, i) => [file, all[i] ?? ''])));
  checkEdits(ZONES, texts, fc.array(edit, { minLength: 1, maxLength: 12 }));
});

test('the same where the names of a network without PTR records come and go', () => {
  const hosts = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd', '@', '*', 'localhost', 'localhost.sub', 'a.example.com', 'e', 'f'),
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 7 }).map((n) => `A 192.0.2.${n}`) },
      fc.constantFrom('A 127.0.0.1', 'A 198.51.100.1', 'CNAME a', 'MX 10 b', 'AAAA 2001:db8::1', 'NS d'),
    ),
  );
  const made = fc.constantFrom('$GENERATE 1-3 h$ 60 A 192.0.2.$\n', '$GENERATE 4-6 h$ 60 A 192.0.2.$\n');
  checkPair(
    { row: rowOf(hosts), rare: made },
    fc.constantFrom('1 60 PTR a.example.com.\n', '5 60 PTR e.example.com.\n', '* 60 PTR a.example.com.\n'),
  );
});

test('the same where delegations come and go', () => {
  const below = fc.constantFrom('sub', 'x.sub', 'y.x.sub', 'z.y.x.sub', 'other', 'absent.sub');
  const hosts = fc.tuple(
    fc.oneof({ weight: 6, arbitrary: below }, fc.constantFrom('@', 'mail', '*.sub', 'www')),
    fc.oneof(
      { weight: 4, arbitrary: below.map((target) => `NS ${target}`) },
      below.map((target) => `DNAME ${target}`),
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }).map((n) => `A 192.0.2.${n}`) },
      below.map((target) => `CNAME ${target}`),
      below.map((target) => `MX 10 ${target}`),
      below.map((target) => `TXT "v=spf1 a:${target}.example.com -all"`),
      fc.constantFrom('TXT "v=spf1 ip4:192.0.2.1 -all"', 'TXT "v=spf1 ip4:192.0.2.2 -all"'),
      fc.constantFrom('AAAA 2001:db8::1', 'NS ns1.example.net.', 'TXT "v=spf1 mx -all"', 'DNAME www', 'DS 1 13 2 00'),
    ),
  );
  const pointer = fc
    .tuple(fc.integer({ min: 0, max: 5 }), below)
    .map(([n, target]) => `${n} PTR ${target}.example.com.\n`);
  checkPair(
    { row: rowOf(hosts), rare: fc.constantFrom('bad A 1\n', '$GENERATE 1-3 h$.sub 60 A 192.0.2.$\n') },
    pointer,
  );
});

test('the same with a classless zone whose zone above is not held', () => {
  const target = fc.constantFrom('a', 'b', 'sub', '@');
  const number = fc.constantFrom(0, 1, 2, 3, 63, 64);
  const hosts = fc.tuple(
    target,
    fc.oneof(
      { weight: 6, arbitrary: number.map((n) => `A 192.0.2.${n}`) },
      target.map((name) => `MX 10 ${name}`),
      target.map((name) => `CNAME ${name}`),
      fc.constantFrom('TXT "v=spf1 mx -all"', 'TXT "v=spf1 ip4:192.0.2.2 -all"', 'NS ns1.example.net.'),
    ),
  );
  const pointer = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(number, target).map(([n, name]) => `${n} PTR ${name}.example.com.\n`) },
    fc.constantFrom(
      '* PTR a.example.com.\n',
      '2 CNAME 1\n',
      '3 NS ns1.example.net.\n',
      '3.2.0.192.in-addr.arpa. PTR a.example.com.\n',
    ),
  );
  const rare = fc.constantFrom('$GENERATE 1-3 h$ 60 A 192.0.2.$\n', '1.2.0.192.in-addr.arpa. PTR a\n');
  checkPair({ row: rowOf(hosts), rare }, pointer, 'child');
});

test('the same where views with forward zones of their own share reverse zones', () => {
  const label = fc.constantFrom('a', 'b', 'c', 'd', 'b', 'a', 'www.sub', '@');
  const hosts = fc.tuple(
    label,
    fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 5 }).map((n) => `A 192.0.2.${n}`) },
      fc.constantFrom(
        'AAAA 2001:db8::1',
        'MX 10 a',
        'TXT "v=spf1 ip4:192.0.2.2 -all"',
        'TXT "v=spf1 a:b.example.com -all"',
      ),
      fc.constantFrom('MX 10 b', 'TXT "v=spf1 ip4:192.0.2.0/29 -all"'),
    ),
  );
  const rare = fc.constantFrom('$GENERATE 1-4 h$ 60 A 192.0.2.$\n', 'bad A 1\n');
  const forward = fc.oneof({ weight: 12, arbitrary: rowOf(hosts) }, rare);
  const target = fc.constantFrom(
    'a.example.com.',
    'b.example.com.',
    'c.example.com.',
    'www.sub.example.com.',
    'a.example.com',
  );
  const pointer = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.integer({ min: 0, max: 5 }), target).map(([n, name]) => `${n} 60 PTR ${name}\n`),
    },
    fc.constantFrom(
      '1 60 PTR 192-0-2-1.isp.example.\n',
      '2 60 PTR 192-0-2-2.isp.example.\n',
      '$GENERATE 1-5 $ 60 PTR h$.example.com.\n',
      '$INCLUDE part\n',
      '2 60 NS ns1.example.net.\n',
    ),
  );
  const head = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
  const rows = (row: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(row, { maxLength }).map((all) => head + all.join(''));
  const parts: Readonly<Record<string, { readonly row: fc.Arbitrary<string>; readonly count: number }>> = {
    'example.com': { row: forward, count: 12 },
    inner: { row: forward, count: 8 },
    '2.0.192.in-addr.arpa': { row: pointer, count: 8 },
    part: { row: pointer, count: 2 },
  };
  const names = Object.keys(parts);
  const texts = fc
    .tuple(...Object.values(parts).map(({ row, count }) => rows(row, count)))
    .map((all) => new Map(names.map((name, i) => [name, name === 'part' ? '' : (all[i] ?? '')])));
  const changes = names.map((file) =>
    fc.record({
      file: fc.constant(file),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 16 }),
      insert: fc.oneof(
        { weight: 3, arbitrary: (parts[file]?.row ?? fc.constant('')).map((row) => `\n${row}`) },
        fc.constantFrom('', 'x', '1', '.', '\n'),
      ),
      whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
  );
  const zones = [
    { file: 'example.com', origin: 'example.com.' },
    { file: 'inner', origin: 'example.com.', view: 'inside' },
    { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.' },
    { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.', view: 'inside' },
  ];
  checkEdits(zones, texts, fc.array(fc.oneof(...changes), { minLength: 1, maxLength: 12 }));
});

function rowOf(hosts: fc.Arbitrary<readonly [string, string]>): fc.Arbitrary<string> {
  return hosts.map(([owner, data]) => `${owner} 60 ${data}\n`);
}

/** Checks edits of a forward zone of such lines, and of its reverse zone, which is empty at first. */
function checkPair(
  { row, rare }: { readonly row: fc.Arbitrary<string>; readonly rare: fc.Arbitrary<string> },
  pointer: fc.Arbitrary<string>,
  reverse = '2.0.192.in-addr.arpa',
): void {
  const [forward = ''] = FILES;
  const head = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
  const texts = fc.array(fc.oneof({ weight: 12, arbitrary: row }, rare), { maxLength: 40 }).map(
    (rows) =>
      new Map([
        [forward, head + rows.join('')],
        [reverse, head],
      ]),
  );
  const change = (file: string, insert: fc.Arbitrary<string>) =>
    fc.record({
      file: fc.constant(file),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 12 }),
      insert: fc.oneof(
        fc.constantFrom('', 'x', '1', '\n'),
        insert.map((line) => `\n${line}`),
      ),
      whole: fc.constant(false),
    });
  const edits = fc.array(
    fc.oneof({ weight: 8, arbitrary: change(forward, row) }, { weight: 2, arbitrary: change(reverse, pointer) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const zones = ZONES.filter(({ file, view }) => (file === forward || file === reverse) && view === undefined);
  checkEdits(zones, texts, edits);
}

/** Makes edits, and compares with a fresh load after each. */
function checkEdits(
  zones: readonly { readonly file: string; readonly origin: string; readonly view?: string }[],
  texts: fc.Arbitrary<ReadonlyMap<string, string>>,
  edits: fc.Arbitrary<readonly Change[]>,
): void {
  fc.assert(
    fc.property(texts, edits, (files, changes) => {
      const current = new Map(files);
      const kept = new Bench(current, zones);
      kept.run();
      for (const change of changes) {
        const before = current.get(change.file) ?? '';
        const start = Math.floor(change.at * before.length);
        const end = Math.min(before.length, start + change.remove);
        const after = before.slice(0, start) + change.insert + before.slice(end);
        current.set(change.file, after);
        applyEdit(kept, { file: change.file, before, start, end, insert: change.insert, after, whole: change.whole });
        assert.equal(kept.store.files.get(change.file)?.document.text, after);
        kept.run();
        const fresh = new Bench(current, zones);
        fresh.run();
        assert.deepEqual(kept.dump(), fresh.dump());
      }
    }),
    { numRuns: RUNS },
  );
}

function applyEdit(
  bench: Bench,
  change: { file: string; before: string; start: number; end: number; insert: string; after: string; whole: boolean },
): void {
  // An editor never puts the cursor inside a CRLF: such a change comes as a new text.
  const splits = [change.start, change.end].some((at) => change.before[at - 1] === '\r' && change.before[at] === '\n');
  if (change.whole || splits) bench.store.setFile(change.file, sourceOfText(change.after));
  else
    bench.store.edit(change.file, [
      {
        range: { start: positionOf(change.before, change.start), end: positionOf(change.before, change.end) },
        text: change.insert,
      },
    ]);
}

function positionOf(content: string, offset: number): { line: number; character: number } {
  const lines = content.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}
