import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ip4Text } from '../../src/dns/ip4.ts';
import { ip6Text } from '../../src/dns/ip6.ts';
import { genericName, mayBeGeneric, mayBeGeneric6 } from '../../src/generic/generic.ts';
import { PROVIDER_DOMAINS } from '../../src/generic/providers.ts';
import {
  ACCESS_WORDS,
  CUSTOMER_WORDS,
  FALSE_TOP_LABELS,
  MACHINE_WORDS,
  PLACEHOLDER_HEADS,
  PLACEHOLDER_TAILS,
  REVERSE_LABELS,
  STATIC_WORDS,
  VAGUE_ACCESS_WORDS,
} from '../../src/generic/words.ts';

const encoder = new TextEncoder();

function passes4(address: number, name: string): boolean {
  const bytes = encoder.encode(`x${name}x`);
  return mayBeGeneric(address, bytes, 1, bytes.length - 1);
}

function passes6(groups: readonly number[], name: string): boolean {
  const bytes = encoder.encode(`x${name}x`);
  return mayBeGeneric6(groups[7] ?? 0, bytes, 1, bytes.length - 1);
}

const words = [ACCESS_WORDS, VAGUE_ACCESS_WORDS, CUSTOMER_WORDS, MACHINE_WORDS, STATIC_WORDS].flatMap((vocabulary) => [
  ...vocabulary.whole,
  ...vocabulary.start,
  ...vocabulary.end,
  ...vocabulary.part,
]);
const labels = [...PLACEHOLDER_HEADS, ...PLACEHOLDER_TAILS, ...REVERSE_LABELS];
const prefixes = ['vps', 'vm', 'h', 'srv', 'ns', 'ip', 'host', 'web', 'ca-town-unit1-', 's0106', 'a', 'xx'];
const plain = fc.constantFrom(...words, ...labels, ...prefixes, 'cafe', 'ab', 'be', 'm');
const separator = fc.constantFrom('-', '.', '', '-', '.', '_', 'x', '--');
const counter = fc.oneof(fc.nat(9), fc.nat(255), fc.nat(999999), fc.nat(0xffffffff)).map(String);
const ending = fc.constantFrom(
  'example.com',
  'example.net',
  'example.co.uk',
  ...FALSE_TOP_LABELS,
  ...PROVIDER_DOMAINS.map(({ suffix }) => suffix),
);

/** A name of pieces that come from the address, from the vocabularies or from a counter. */
function names(fragments: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, plain, counter);
  return fc
    .tuple(fc.array(fc.tuple(piece, separator), { minLength: 1, maxLength: 7 }), ending, fc.boolean())
    .map(
      ([pieces, end, isAbsolute]) =>
        `${pieces.map(([text, mark]) => text + mark).join('')}.${end}${isAbsolute ? '.' : ''}`,
    );
}

function fragments4(address: number): string[] {
  const octets = ip4Text(address).split('.');
  const hex = octets.map((octet) => Number(octet).toString(16).padStart(2, '0'));
  const padded = octets.map((octet) => octet.padStart(3, '0'));
  return [
    ...octets,
    ...octets,
    ...padded,
    ...hex,
    hex.join(''),
    hex.slice(2).join(''),
    hex.slice(0, 2).join(''),
    String(address),
  ];
}

const octet = fc.oneof(fc.nat(9), fc.nat(255));
const address4 = fc
  .tuple(octet, octet, octet, octet)
  .map(([a, b, c, d]) => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
const case4 = address4.chain((address) => fc.tuple(fc.constant(address), names(fragments4(address))));

test('the IPv4 filter never holds back a generic name', () => {
  let generic = 0;
  fc.assert(
    fc.property(case4, ([address, name]) => {
      if (genericName(ip4Text(address), name) === undefined) return;
      generic++;
      assert.ok(passes4(address, name));
    }),
    { numRuns: 5000, seed: 1 },
  );
  assert.ok(generic > 1500, `only ${generic} of the names were generic`);
});

const group = fc.oneof(fc.constant(0), fc.nat(255), fc.nat(0xffff));
const case6 = fc.tuple(group, group, group, group, group, group, group, group).chain((groups) => {
  const texts = groups.map((value) => value.toString(16));
  const padded = texts.map((text) => text.padStart(4, '0'));
  const nibbles = padded.join('').split('').reverse();
  const pieces = [
    ...texts,
    ...texts,
    ...padded,
    texts.join('-'),
    padded.join(''),
    nibbles.join('.'),
    padded.slice(4).join(''),
  ];
  return fc.tuple(fc.constant(groups), names(pieces));
});

test('the IPv6 filter never holds back a generic name', () => {
  let generic = 0;
  fc.assert(
    fc.property(case6, ([groups, name]) => {
      if (genericName(ip6Text(groups), name) === undefined) return;
      generic++;
      assert.ok(passes6(groups, name));
    }),
    { numRuns: 3000, seed: 1 },
  );
  assert.ok(generic > 600, `only ${generic} of the names were generic`);
});

test('ordinary names do not reach the detector', () => {
  const address = 0xc0000222;
  for (const name of [
    'www.example.com',
    'mail.example.org',
    'host123456.example.com',
    'ns1.example.net',
    'web-17.paris.example.com',
  ]) {
    assert.equal(passes4(address, name), false, name);
    assert.equal(passes6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x25], name), false, name);
  }
});
