import { test } from 'node:test';
import fc from 'fast-check';
import { type Change, checkEdits } from '../support/edits.ts';
import { ODD, PIECES } from '../support/large-texts.ts';

/** Rows of all types that are read a shorter way, as large zones have them. */
const PLAIN: readonly ((i: number) => string)[] = [
  (i) => `n${i} A 192.0.2.${i % 250}`,
  (i) => `n${i} 60 IN AAAA 2001:db8::${(i % 5000).toString(16)}`,
  (i) => ` 60 A 192.0.2.${i % 250}`,
  (i) => `n${i} 60 TXT "v=spf1 ip4:192.0.2.${i % 250} -all"`,
  (i) => `n${i} 60 TXT "text ${i}" "more"`,
  (i) => `n${i} 60 MX 10 n${i + 1}`,
  (i) => `_sip._tcp.n${i} 60 SRV 10 5 5060 n${i + 1}.example.com.`,
  (i) => `n${i} 60 CAA 0 issue "ca${i % 3}.example.net"`,
  (i) => `_25._tcp.n${i} 60 TLSA 3 1 1 ${'ab'.repeat(32)}`,
  (i) => `n${i} 60 DS ${i} 13 2 ${'0f'.repeat(32)}`,
  (i) => `n${i} 60 SSHFP 4 2 ${'0f'.repeat(32)}`,
  (i) => `n${i} 60 RRSIG A 13 3 60 20300101000000 20200101000000 ${i} example.com. AbCd/+8=`,
  (i) => `n${i} 60 RRSIG A 13 3 60 ( 20300101000000\n 20200101000000 7 example.com.\n AbCd/+8= ) ; signed`,
  (i) => `n${i} 60 NSEC n${i + 1} A RRSIG NSEC`,
  (i) => `${i.toString(32).padStart(32, '0')} 60 NSEC3 1 0 0 - ${(i + 1).toString(32).padStart(32, '0')} A RRSIG`,
  (i) => `n${i} 60 HTTPS 1 . alpn=h2,h3 ipv4hint=192.0.2.${i % 250} port=8443`,
  (i) => `n${i} 60 SVCB 1 n${i + 1} alpn=h2`,
  (i) => `n${i} NS ns1.example.com. ; n${i}`,
  (i) => `n${i} CNAME n${i + 1}`,
  (i) => `${i % 250}.2.0.192.in-addr.arpa. PTR n${i}.example.com.`,
  (i) => `$GENERATE ${i}-${i + 2} g$ 60 A 192.0.2.${i % 250}`,
  () => '; a comment',
  () => '',
];
const oddLine = fc.constantFrom(...ODD);
const plainLine = fc
  .tuple(fc.nat({ max: PLAIN.length - 1 }), fc.nat({ max: 400 }))
  .map(([kind, i]) => PLAIN[kind]?.(i) ?? '');
/** A text of up to so many lines, of some kinds in turns, with odd lines in it. */
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min: 0, max }),
      fc.constantFrom('', '$TTL 60\n', '@ 60 SOA ns1 a 1 2 3 4 5\n', '\ufeff$TTL 60\n'),
      fc.array(fc.nat({ max: PLAIN.length - 1 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat({ max }), oddLine), { maxLength: 8 }),
      fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r'),
      fc.boolean(),
    )
    .map(([count, head, kinds, odd, end, isEnded]) => {
      const lines = Array.from({ length: count }, (_, i) => PLAIN[kinds[i % kinds.length] ?? 0]?.(i) ?? '');
      for (const [at, line] of odd) lines.splice(at % (count + 1), 0, line);
      const all = head + lines.join('\n') + (isEnded ? '\n' : '');
      return end === '\n' ? all : all.replaceAll('\n', end);
    });

const FILES = ['example.com', 'example.com', 'part', 'other', '2.0.192.in-addr.arpa'];
const looks = fc.oneof(fc.constant(undefined), fc.constantFrom(0, 0, 1, 1, 2, 3, 5, 8, 20));
const change: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 20_000 }),
  ),
  insert: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
    oddLine.map((line) => `${line}\n`),
    oddLine.map((line) => `\n${line}\n`),
    plainLine.map((line) => `\n${line}\n`),
    text(400),
  ),
  whole: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  looks,
});
const lineChange: fc.Arbitrary<Change> = fc.record({
  file: fc.constantFrom(...FILES),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 700 })),
  ofLines: fc.constant(true as const),
  insert: fc.oneof(
    fc.constant(''),
    oddLine.map((line) => `${line}\n`),
    plainLine.map((line) => `${line}\n`),
  ),
  whole: fc.constant(false),
  looks,
});

const ONE = [{ file: 'example.com', origin: 'example.com.' }];
const ZONES = [
  ...ONE,
  { file: '2.0.192.in-addr.arpa', origin: '2.0.192.in-addr.arpa.' },
  { file: 'part', origin: 'sub.example.com.' },
];
const edits = fc.array(fc.oneof(change, lineChange), { minLength: 1, maxLength: 8 });
const texts = fc.tuple(text(900), text(300), text(10), text(300)).map(
  ([one, part, other, reverse]) =>
    new Map([
      ['example.com', one],
      ['part', part],
      ['other', other],
      ['2.0.192.in-addr.arpa', reverse],
    ]),
);

test('edits in quick succession of texts that are being read', () => checkEdits(ONE, texts, edits));

test('the same with a file that is included and a zone of its own', () => checkEdits(ZONES, texts, edits));
