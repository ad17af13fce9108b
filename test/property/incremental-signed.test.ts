import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdits, lineChanges } from '../support/edits.ts';

/** A zone with NSEC records, and one with NSEC3 records. */
const ZONES = [
  { file: 'plain', origin: 'example.com.' },
  { file: 'hashed', origin: 'example.net.' },
];
const TIMES = '20300101000000 20200101000000';

/** The signature of a set, as signers write it. */
function signature(owner: string, type: string, origin: string, ttl = 60): string {
  return `${owner} 60 RRSIG ${type} 13 2 ${ttl} ${TIMES} 1 ${origin} AAAA`;
}

function signedSet(owner: string, type: string, data: string, origin: string): string[] {
  return [`${owner} 60 ${type} ${data}`, signature(owner, type, origin)];
}

const PLAIN = [
  ...signedSet('@', 'SOA', 'ns1 hostmaster 1 2 3 4 5', 'example.com.'),
  ...signedSet('@', 'NS', 'ns1', 'example.com.'),
  ...signedSet('@', 'NSEC', 'a NS SOA RRSIG NSEC', 'example.com.'),
  ...signedSet('a', 'A', '192.0.2.1', 'example.com.'),
  ...signedSet('a', 'NSEC', 'b.example.com. A RRSIG NSEC', 'example.com.'),
  ...signedSet('b', 'TXT', '"b"', 'example.com.'),
  ...signedSet('b', 'NSEC', 'ns1 TXT RRSIG NSEC', 'example.com.'),
  ...signedSet('ns1', 'A', '192.0.2.2', 'example.com.'),
  ...signedSet('ns1', 'NSEC', '@ A RRSIG NSEC', 'example.com.'),
];

/** The hashes of `a.example.net`, of `example.net` and of `ns1.example.net`, without salt and further rounds. */
const HASH_A = '0g48ujlchcse7g4nognbt54gfgrg39lo';
const HASH_APEX = '93j57bnunnk7b6rcofljbhj4mkp5bpjh';
const HASH_NS1 = 'epp54gd0lg7kna68khipujgteod1h0gt';

const HASHED = [
  ...signedSet('@', 'SOA', 'ns1 hostmaster 1 2 3 4 5', 'example.net.'),
  ...signedSet('@', 'NS', 'ns1', 'example.net.'),
  ...signedSet('@', 'NSEC3PARAM', '1 0 0 -', 'example.net.'),
  ...signedSet('a', 'A', '192.0.2.1', 'example.net.'),
  ...signedSet('ns1', 'A', '192.0.2.2', 'example.net.'),
  ...signedSet(HASH_A, 'NSEC3', `1 0 0 - ${HASH_APEX} A RRSIG`, 'example.net.'),
  ...signedSet(HASH_APEX, 'NSEC3', `1 0 0 - ${HASH_NS1} NS SOA RRSIG NSEC3PARAM`, 'example.net.'),
  ...signedSet(HASH_NS1, 'NSEC3', `1 0 0 - ${HASH_A} A RRSIG`, 'example.net.'),
];

/** Lines of the zones, as they are and written in other ways, and others that differ from what a signer makes. */
const line = fc.oneof(
  fc.constantFrom(...PLAIN, ...HASHED),
  fc.constantFrom(...PLAIN, ...HASHED).map((text) => text.replace('AAAA', '(\n AAAA )')),
  fc
    .tuple(
      fc.constantFrom('@', 'a', 'b', 'ns1', 'b.a', 'c.b', HASH_A, HASH_APEX),
      fc.constantFrom(
        ...[
          'A 192.0.2.1',
          'A 192.0.2.3',
          'AAAA 2001:db8::1',
          'TXT "t"',
          'NS ns1',
          'DS 1 13 2 00',
          'DNAME b',
          'CNAME a',
        ],
        ...['NSEC b A RRSIG NSEC', 'NSEC ns1 RRSIG A NSEC', 'NSEC b.example.com. A A RRSIG NSEC', 'NSEC \\@ A'],
        ...[`NSEC3 1 1 0 - ${HASH_A} A RRSIG`, `NSEC3 1 0 0 - ${HASH_NS1}`, 'NSEC3PARAM 1 0 0 AB', 'ZONEMD 1 1 1 00'],
      ),
    )
    .map(([owner, data]) => `${owner} 60 ${data}`),
  fc
    .tuple(
      fc.constantFrom('@', 'a', 'b', 'ns1', 'c.b'),
      fc.constantFrom('A', 'AAAA', 'TXT', 'NS', 'NSEC', 'SOA', 'TYPE1'),
      fc.constantFrom('example.com.', 'example.net.', '@', 'EXAMPLE.com.'),
      fc.constantFrom(60, 60, 61),
    )
    .map(([owner, type, origin, ttl]) => signature(owner, type, origin, ttl)),
  fc.constantFrom(
    'a 60 RRSIG A 13 2 60 1893456000 1577836800 1 example.com. AAAA',
    'a 60 RRSIG A 13 2 60 20300101000000 20200101000000 2 example.com. AAAA',
    '$GENERATE 1-2 g$ 60 A 192.0.2.$',
  ),
);

test('the same with signed zones', () => {
  const texts = fc.constant(
    new Map([
      ['plain', `${PLAIN.join('\n')}\n`],
      ['hashed', `${HASHED.join('\n')}\n`],
    ]),
  );
  const edits = fc.array(lineChanges(['plain', 'hashed'], line, 2), { minLength: 1, maxLength: 12 });
  checkEdits(ZONES, texts, edits);
});
