import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdits } from '../support/edits.ts';

const FORWARD = { file: 'example.com', origin: 'example.com.' };
const REVERSE = { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.' };
const CHILD = { file: 'child', origin: '0-63.2.0.192.in-addr.arpa.' };

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
  checkPair({ row: rowOf(hosts), rare }, pointer, CHILD);
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

test('the same where PTR records give the hosts of a zone another name of it', () => {
  const number = fc.integer({ min: 0, max: 8 });
  const apex = fc.constantFrom('exmaple.com', 'exmaple.com', 'exmaple.com', 'example.com', 'exmple.com', 'example.net');
  const host = fc.tuple(number, number).map(([n, ip]) => `h${n} 60 A 192.0.2.${n > 6 ? ip : n}\n`);
  const pointer = fc.tuple(number, apex).map(([n, name]) => `${n} 60 PTR h${n}.${name}.\n`);
  const lines = { [FORWARD.file]: host, [REVERSE.file]: pointer };
  const texts = fc
    .tuple(fc.array(host, { minLength: 6, maxLength: 12 }), fc.array(pointer, { minLength: 4, maxLength: 12 }))
    .map((rows) => new Map(Object.keys(lines).map((file, i) => [file, `@ SOA ns1 a 1 2 3 4 5\n${rows[i]?.join('')}`])));
  const changes = Object.entries(lines).map(([file, line]) =>
    fc.record({
      file: fc.constant(file),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.integer({ min: 0, max: 40 }),
      insert: fc.oneof(
        { weight: 3, arbitrary: line.map((row) => `\n${row}`) },
        fc.constantFrom('', '\n', '$ORIGIN example.com.\n'),
      ),
      whole: fc.boolean(),
    }),
  );
  checkEdits([FORWARD, REVERSE], texts, fc.array(fc.oneof(...changes), { minLength: 1, maxLength: 12 }));
});

function rowOf(hosts: fc.Arbitrary<readonly [string, string]>): fc.Arbitrary<string> {
  return hosts.map(([owner, data]) => `${owner} 60 ${data}\n`);
}

/** Checks edits of a forward zone of such lines, and of its reverse zone, which is empty at first. */
function checkPair(
  { row, rare }: { readonly row: fc.Arbitrary<string>; readonly rare: fc.Arbitrary<string> },
  pointer: fc.Arbitrary<string>,
  reverse = REVERSE,
): void {
  const head = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
  const texts = fc.array(fc.oneof({ weight: 12, arbitrary: row }, rare), { maxLength: 40 }).map(
    (rows) =>
      new Map([
        [FORWARD.file, head + rows.join('')],
        [reverse.file, head],
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
    fc.oneof(
      { weight: 8, arbitrary: change(FORWARD.file, row) },
      { weight: 2, arbitrary: change(reverse.file, pointer) },
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  checkEdits([FORWARD, reverse], texts, edits);
}
