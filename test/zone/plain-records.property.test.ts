import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NameTable } from '../../src/dns/name-table.ts';
import { BLOCK_LIMITS, PlainRows } from '../../src/syntax/plain-rows.ts';
import { type ScanLimits, scan } from '../../src/syntax/scan.ts';
import { Tape } from '../../src/syntax/tape.ts';
import { Block } from '../../src/text/block.ts';
import { sourceOfText } from '../../src/text/source.ts';
import { SilentValues } from '../../src/workspace/silent-values.ts';
import { Draft } from '../../src/zone/draft.ts';
import { PlainRecords } from '../../src/zone/plain-records.ts';
import { Resolver } from '../../src/zone/resolve.ts';
import { type MutableState, StateTable } from '../../src/zone/state.ts';

const blank = fc.constantFrom(' ', '\t', '  ', ' \t');
const owner = fc.constantFrom(
  ...[
    'www',
    '@',
    '',
    '',
    'a.b',
    '*',
    'x.example.com.',
    'out.example.net.',
    '$X',
    '1',
    '2.1',
    'IN',
    'A',
    '60',
    'a..b',
    '.',
  ],
  ...['x'.repeat(63), 'x'.repeat(64), 'a\\.b', 'ä', 'WWW', 'b.', 'com.', '"q"'],
);
const header = fc.constantFrom(
  ...['IN', 'in', 'CH', '60', '0', '1h', '-1', '999999999', '4294967296', '60 IN', 'IN 60', 'IN IN', '60 60'],
  ...['', '', '', '60 IN 60', 'CLASS1', '\\060'],
);
const type = fc.constantFrom('A', 'A', 'a', 'AAAA', 'aaaa', 'PTR', 'ptr', 'NS', 'CNAME', 'TXT', 'MX', 'TYPE1', 'B', '');
const rdata = fc.constantFrom(
  ...['192.0.2.1', '192.0.2.1', '192.0.2.256', '192.0.2', '01.2.3.4', '2001:db8::1', '2001:db8::', '::1', '1::2::3'],
  ...['www', 'a.b', 'host.example.net.', 'example.com.', '@', '.', '..', '(www)', '"www"', 'a b', '', '10 www'],
);
const rest = fc.constantFrom('', '', '', ' ', ' ; comment', ';comment', ' ;ä', '\t', ' (', ' ; a\rb');
const end = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r');
const row = fc
  .tuple(owner, blank, header, blank, type, blank, rdata, rest)
  .map(
    ([name, one, words, two, kind, three, data, tail]) => `${name}${one}${words}${two}${kind}${three}${data}${tail}`,
  );
const plainRow = fc
  .tuple(
    fc.constantFrom('www', '@', '', 'a.b', 'x.example.com.', 'ns.www', 'ns.a.b', 'ns.@', 'ns.x.example.com.'),
    fc.constantFrom('', 'IN', '60', 'in 60', '60 IN'),
    fc.constantFrom(
      ...['A 192.0.2.1', 'PTR www', 'AAAA 2001:db8::1', 'PTR .', 'PTR com.', 'PTR a.b', 'PTR a.example.net.'],
      ...['NS ns.www', 'NS ns.a.b', 'NS ns.@', 'NS ns..', 'NS ns.x.example.com.', 'NS ns.ns.www'],
    ),
  )
  .map(([name, words, data]) => `${name} ${words} ${data}`);
const fieldsRow = fc
  .tuple(
    fc.constantFrom('www', '', 'a.b', 'x.example.com.'),
    fc.constantFrom(
      ...[
        'SOA www hostmaster 1 1d 2h 4w 1h',
        'SOA b.example.net. a-b.example.com. ( 2026010100 ; serial\n 14400 3600 1209600 3600 )',
        'SOA . a.b 1 2 3 4 5',
        'SOA www a 4294967296 2 3 4 5',
        'MX 10 www',
        'MX 10 .',
        'MX 65536 www',
        'MX (10',
        'MX ( 10\n\twww )',
        'mx 10 a..b',
        'SRV 1 2 3 b.example.net.',
      ],
      ...[
        'TXT a',
        'TXT "a ; b" "c"',
        'TXT "v=spf1 -all"',
        'TXT "v=spf1 "-all""',
        'TXT "a"b',
        'TXT "a""b"',
        'TXT "k=\\034"',
        'TXT ( "a"\n "b" )',
        'TXT "a" ; p=none',
        'TXT spf2.0',
      ],
      ...[
        'CAA 0 issue "ca.example.net"',
        'CAA 0 issue "ca.example.net"',
        'CAA 0 issue "ca.example.net" ; a',
        'CAA 0 issue "ca.example.net";a',
        'CAA 0 issue "ca.example.net" b',
        'CAA 0 issue ( "ca.example.net"\n\t)',
        'CAA 0 issue ca.example.com',
        'CAA 0 is-sue x',
        'TLSA 3 1 1 (0a\n0b)',
        'TLSA 3 1 1 0a0',
        'DS 1 13 2 00',
        'SSHFP 1 1 ab',
      ],
      ...[
        'NSEC b A RRSIG',
        'NSEC b.example.com. TYPE65534',
        'NSEC @ A A',
        'NSEC b.b RRSIG A',
        'NSEC3 1 1 0 - 0123456789ABCDEFGHIJKLMNOPQRSTUV',
        'NSEC b',
        'NSEC3 1 0 0 - 0123456789ABCDEFGHIJKLMNOPQRSTUV A',
      ],
      ...[
        'HTTPS 1 . alpn=h2,h3 port=443',
        'HTTPS 1 www ipv4hint=192.0.2.1 alpn=',
        'HTTPS 0 b.example.net.',
        'HTTPS 1 . key7=a',
      ],
      ...[
        'RRSIG A 13 2 60 ( 20260101000000\r\n 20260102000000 1 example.com. AAAA ) ; a',
        'RRSIG A 13 2 60 20260101000000 20260102000000 1 example.com. AA==',
        'RRSIG A 13 2 60 20260101000000 20260102000000 1 example.com. AB==',
        'RRSIG A 13 1 60 20260101000000 20260102000000 1 example.com. AAAA',
        'RRSIG A 13 2 60 20260230000000 20260102000000 1 example.com. AAAA',
        'RRSIG A 13 2 60 (20260101000000 20260102000000 1 example.com. ; b\n AAA\n=)',
        'RRSIG A RSASHA256 2 60 20260101000000 20260102000000 1 example.com. AAAA',
      ],
    ),
  )
  .map(([name, words]) => `${name} ${words}`);
/** Names that are each other's ends, or look so. */
const relative = fc.constantFrom(
  ...[
    'b',
    'a.b',
    'x.a.b',
    'y.x.a.b',
    'z.y.x.a.b',
    'c.b',
    'B',
    'a.B',
    'ab',
    '@',
    'a.@',
    'x.a.@',
    'b.',
    'a.b.',
    '.',
    'a..',
    '.b',
  ],
  ...[
    'example.com.',
    'b.example.com.',
    'a.b.example.com.',
    'x.a.b.example.com.',
    'com.',
    '2.3.4',
    'a.2.3.4',
    'b..b',
    'a.b..b',
  ],
);
const relatedRow = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: relative }, fc.constant('')),
    fc.oneof(
      fc.tuple(fc.constantFrom('NS', 'CNAME', 'MX 1', 'SRV 1 2 3'), relative).map((words) => words.join(' ')),
      fc.constantFrom('A 192.0.2.1', 'AAAA ::ffff:1.2.3.4', 'TXT a.b', 'HTTPS 1 .'),
    ),
  )
  .map(([name, words]) => `${name} ${words}`);
/** Rows of which a character or two are others, wherever they stand. */
const PIECES = [...' \t"\'();\\.=-,@$*_019AFZafz+/\r\u00e4\u00a0\ufeff\0\x1b\x7f', '\ud83d', '\n', ' ;', '""', '\\"'];
const mutatedRow = fc
  .tuple(
    fc.oneof(plainRow, relatedRow, fieldsRow, fieldsRow),
    fc.array(fc.record({ at: fc.nat(160), drop: fc.nat({ max: 2 }), put: fc.constantFrom('', ...PIECES) }), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([words, changes]) => {
    let text = words;
    for (const { at, drop, put } of changes) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + put + text.slice(place + drop);
    }
    return text;
  });
const line = fc.oneof(
  { weight: 5, arbitrary: plainRow },
  { weight: 2, arbitrary: mutatedRow },
  { weight: 5, arbitrary: relatedRow },
  { weight: 3, arbitrary: fieldsRow },
  row,
  fc.constantFrom('', '; comment', '  ', ' ; comment', '$TTL 60'),
);
const head = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .tuple(
      fc.constantFrom('', '; comment\n', '\n'),
      fc.constantFrom('$TTL', '$TTL', '$TTL', '$ttl', ' $TTL', '$TTL1', '$ORIGIN'),
      fc.constantFrom('60', '60', '0', '1h', '1d2h', '2147483648', '60 60', '"60"', '-1', ''),
      fc.constantFrom('\n', '\n', ' ; comment\n', '\r\n', '\r', ''),
    )
    .map(([above, word, ttl, ending]) => `${above}${word} ${ttl}${ending}`),
);
const lines = fc.array(fc.tuple(line, end), { maxLength: 12 });
const text = fc.tuple(head, lines, fc.boolean()).map(([first, rows, isEnded]) => {
  const joined = first + rows.map(([words, ending]) => words + ending).join('');
  return isEnded ? joined : joined.replace(/[\r\n]+$/, '');
});
const start = fc.record({
  hasOwner: fc.constantFrom(true, true, false),
  defaultTtl: fc.constantFrom(-1, 3600, 3600, 3600),
  lastTtl: fc.constantFrom(-1, 60),
  ttlReported: fc.boolean(),
  isOriginNew: fc.constantFrom(false, false, false, false, true),
  isOriginUndotted: fc.constantFrom(false, false, false, false, true),
});

test('plain rows are read to the same records as all others are', () => {
  let count = 0;
  fc.assert(
    fc.property(text, start, (zone, { hasOwner, ...given }) => {
      const names = new NameTable();
      const apex = names.childText(names.childText(0, 'com'), 'example');
      const resolver = new Resolver(names, new StateTable(), new SilentValues());
      const rows = new PlainRows();
      const before = { ...given, origin: apex, owner: hasOwner ? apex : -1 };
      const context = { apex, zoneClass: 1, encoding: 'utf8' } as const;
      const source = sourceOfText(zone);

      const state: MutableState = { ...before };
      const draft = new Draft();
      rows.read(source.codes, 0, BLOCK_LIMITS);
      const read = new PlainRecords(names, new SilentValues()).read(rows, source.codes, { context, state, draft });
      if (read < rows.rowCount) rows.endBefore(read, source.codes);
      const behind = rows.end;
      assert.deepEqual(draft.faults, []);

      const codes = source.codes.subarray(0, behind);
      const tape = new Tape();
      const scannedTo = scan(codes, 0, true, BLOCK_LIMITS, tape);
      const expectedState: MutableState = { ...before };
      const expected = new Draft();
      const block = new Block(source, 0, behind, tape.lineCount);
      const include = () => assert.fail('there is no $INCLUDE among plain rows');
      resolver.resolve({ tape, block, codes }, context, expectedState, { draft: expected, include });

      assert.equal(scannedTo, behind);
      assert.deepEqual(tape.faults, []);
      assert.deepEqual(expected.faults, []);
      assert.equal(rows.rowCount, tape.rowCount);
      assert.equal(rows.lineCount, tape.lineCount);
      assert.deepEqual(rowsOf(draft), rowsOf(expected));
      assert.deepEqual(state, expectedState);
      count += draft.count;
    }),
    { numRuns: Number(process.env.RUNS ?? 15_000), seed: Number(process.env.SEED ?? 1) },
  );
  assert.ok(count > 5000, `${count} records were read`);
});

test('the dots of an address end no name of the row below', () => {
  const names = new NameTable();
  const apex = names.childText(names.childText(0, 'com'), 'example');
  const { codes } = sourceOfText('@ AAAA ::ffff:1.2.3.4\n@ NS a.2.3.4\n');
  const rows = new PlainRows();
  rows.read(codes, 0, BLOCK_LIMITS);
  const draft = new Draft();
  const state = { ...STATE, origin: apex, owner: apex };
  const context = { apex, zoneClass: 1, encoding: 'utf8' } as const;
  assert.equal(new PlainRecords(names, new SilentValues()).read(rows, codes, { context, state, draft }), 2);
  assert.equal(names.text(draft.data[1] ?? -1), 'a.2.3.4.example.com.');
});

const STATE = { defaultTtl: 3600, lastTtl: -1, ttlReported: false, isOriginNew: false, isOriginUndotted: false };

function rowsOf(draft: Draft): number[][] {
  const { row, owner: owners, type: types, ttl, data, flags, mark, following } = draft;
  return Array.from({ length: draft.count }, (_, i) =>
    [row, owners, types, ttl, data, flags, mark, following].map((column) => column[i] ?? Number.NaN),
  );
}

test('a limit ends the reading behind a row', () => {
  const rows = new PlainRows();
  const { codes } = sourceOfText('a A 192.0.2.1\n\n; comment\nb A 192.0.2.2\nc A 192.0.2.3\n');
  const read = (limits: ScanLimits): number[] => {
    rows.read(codes, 0, limits);
    return [rows.end, rows.rowCount, rows.lineCount];
  };
  assert.deepEqual(read({ rows: 2, lines: 100 }), [39, 2, 4]);
  assert.deepEqual(read({ rows: 100, lines: 2 }), [15, 1, 2]);
});
