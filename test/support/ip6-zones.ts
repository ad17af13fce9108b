import fc from 'fast-check';
import type { Change, ZoneFile } from './edits.ts';

/** A forward zone, and reverse zones of IPv6: around most of its addresses, below that, and elsewhere. */
export const IP6_ZONES: readonly ZoneFile[] = [
  { file: 'example.com', origin: 'example.com.' },
  { file: 'elsewhere', origin: '0.0.0.0.9.b.d.0.1.0.0.2.ip6.arpa.' },
  { file: 'reverse', origin: '8.b.d.0.1.0.0.2.ip6.arpa.' },
  { file: 'below', origin: '1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.' },
];

const HEAD = '@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.example.net.\n';
const host = fc.constantFrom('a', 'b', 'c', 'd', '@', '*', 'localhost', 'e', 'f');
const address = fc
  .tuple(
    fc.constantFrom(
      '2001:db8:0:0',
      '2001:db8:0:1',
      '2001:db8:0:1',
      '2001:db8:0:2',
      '2001:db9:0:0',
      '2001:dba:0:0',
      '0:0:0:0',
    ),
    fc.constantFrom('0:0:0:1', '0:0:0:2', '0:0:0:11', '0:0:0:101', 'a00:27ff:fe4e:66a1'),
  )
  .map((parts) => parts.join(':'));

/** The nibbles of an address, highest first. */
const nibblesOf = (text: string): string[] => text.split(':').flatMap((group) => [...group.padStart(4, '0')]);

const hostRow = fc
  .tuple(
    host,
    fc.oneof(
      { weight: 8, arbitrary: address.map((text) => `AAAA ${text}`) },
      host.map((name) => `MX 10 ${name}`),
      fc.constantFrom(
        'A 192.0.2.1',
        'CNAME a',
        'TXT "v=spf1 mx -all"',
        'TXT "v=spf1 ip6:2001:db8:0:1::/64 -all"',
        'NS b',
      ),
      address.map((text) => `TXT "v=spf1 ip6:${text} -all"`),
    ),
  )
  .map(([owner, data]) => `${owner} 60 ${data}\n`);

/** An owner of the reverse tree with its final dot: whole, above an address, below one, or with its nibbles turned. */
const owner = fc
  .tuple(
    address,
    fc.constantFrom(32, 32, 32, 32, 31, 30, 28, 20, 16, 13, 12),
    fc.constantFrom('', '', '', '*.', 'x.', 'x.y.'),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([text, count, below, turn]) => {
    const nibbles = nibblesOf(text).slice(0, count);
    return `${below}${(turn === 0 ? nibbles : nibbles.reverse()).join('.')}.ip6.arpa.`;
  });

const reverseRow = fc
  .tuple(
    owner,
    fc.oneof(
      { weight: 8, arbitrary: host.map((name) => `PTR ${name}.example.com.`) },
      owner.map((name) => `CNAME ${name}`),
      owner.map((name) => `DNAME ${name}`),
      fc.constantFrom(
        'NS ns1.example.net.',
        'TXT "x"',
        'PTR a.example.net.',
        'SRV 0 0 1 a.example.com.',
        'PTR h-1.isp.example.',
      ),
    ),
  )
  .map(([name, data]) => `${name} 60 ${data}\n`);

const rowsOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'example.com': hostRow,
  elsewhere: reverseRow,
  reverse: reverseRow,
  below: reverseRow,
};

/** Texts of these zones. */
export const ip6Texts: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(...Object.values(rowsOf).map((row) => fc.array(row, { maxLength: 12 })))
  .map((all) => new Map(Object.keys(rowsOf).map((file, i) => [file, HEAD + (all[i] ?? []).join('')])));

/** Changes of them. */
export const ip6Edits: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    ...Object.entries(rowsOf).map(([file, row]) =>
      fc.record({
        file: fc.constant(file),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.integer({ min: 0, max: 2 }),
        ofLines: fc.constant(true as const),
        insert: fc.oneof({ weight: 4, arbitrary: row }, fc.constantFrom('', '\n')),
        whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        looks: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 3 }),
      }),
    ),
  ),
  { minLength: 1, maxLength: 10 },
);
