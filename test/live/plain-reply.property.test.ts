import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, decode, encode, type RecordType } from 'dns-packet';
import fc from 'fast-check';
import { canonical, sectionsOf } from '../../src/ports/dns-message.ts';
import { plainSections } from '../../src/ports/plain-reply.ts';
import { questionBytes, questionEnd } from '../../src/ports/question-bytes.ts';

const label = fc.stringMatching(/^[A-Za-z0-9_/-]{1,12}$/);
const name = fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join('.'));
const ttl = fc.nat(2 ** 31 - 1);

const record: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ type: fc.constantFrom('PTR', 'CNAME', 'NS', 'DNAME'), name, ttl, data: name }),
  fc.record({ type: fc.constant('A'), name, ttl, data: fc.ipV4() }),
  fc.record({ type: fc.constant('AAAA'), name, ttl, data: fc.ipV6() }),
  fc.record({ type: fc.constant('TXT'), name, ttl, data: fc.string({ maxLength: 20 }) }),
  fc.record({
    type: fc.constant('SOA'),
    name,
    ttl,
    data: fc.record({ mname: name, rname: name, serial: ttl, refresh: ttl, retry: ttl, expire: ttl, minimum: ttl }),
  }),
) as fc.Arbitrary<Answer>;

const message = fc
  .record({
    question: name,
    answers: fc.array(record, { maxLength: 4 }),
    authorities: fc.array(record, { maxLength: 3 }),
    additionals: fc.array(record, { maxLength: 3 }),
  })
  .map(({ question, ...sections }) =>
    encode({ type: 'response', id: 7, questions: [{ name: question, type: 'PTR' }], ...sections }),
  );

test('what is read the short way is what dns-packet reads', () => {
  let shortCount = 0;
  fc.assert(
    fc.property(message, (bytes) => {
      const plain = plainSections(bytes);
      if (!plain) return;
      shortCount++;
      assert.deepEqual({ ...plain }, sectionsOf(bytes));
      const asked = canonical(decode(bytes).questions?.[0]?.name ?? '');
      assert.deepEqual(plainSections(bytes, asked), plain, 'the question is known');
    }),
    { seed: 19, numRuns: 2000 },
  );
  assert.ok(shortCount > 250, `${shortCount} were read the short way`);
});

/** The answer points to the question, the authority into the answer; EDNS stands at the end. */
const COMPRESSED = Buffer.concat([
  Buffer.from([0, 7, 0x85, 0, 0, 1, 0, 1, 0, 1, 0, 1]),
  Buffer.from('\x0211\x0220\x0210\x00\x00\x0c\x00\x01', 'latin1'),
  Buffer.from([0xc0, 12, 0, 12, 0, 1, 0, 0, 14, 16, 0, 9]),
  Buffer.from('\x04H3-4\x01b', 'latin1'),
  Buffer.from([0xc0, 18]),
  Buffer.from([0xc0, 15, 0, 2, 0, 1, 0, 0, 14, 16, 0, 6]),
  Buffer.from('\x03ns1', 'latin1'),
  Buffer.from([0xc0, 43]),
  Buffer.from([0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0]),
]);

test('a compressed message is read the short way', () => {
  assert.deepEqual({ ...plainSections(COMPRESSED) }, sectionsOf(COMPRESSED));
  assert.equal(plainSections(COMPRESSED)?.answers[0]?.data, 'h3-4.b.10.');
});

test('a message that tells of more than it has is left to dns-packet', () => {
  const many = Buffer.alloc(65_535, 0xc0);
  many.fill(0xff, 4, 12);
  assert.equal(plainSections(many), undefined);
});

test('messages that servers compress, changed in a few bytes, are read alike or left to dns-packet', () => {
  let shortCount = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(COMPRESSED.length - 1), fc.nat(255)), { maxLength: 3 }),
      fc.oneof(fc.constant(COMPRESSED.length), fc.integer({ min: 12, max: COMPRESSED.length })),
      (changes, length) => {
        const changed = Buffer.from(COMPRESSED.subarray(0, length));
        for (const [at, value] of changes) if (at < changed.length) changed[at] = value;
        const plain = plainSections(changed);
        const whole = sectionsOf(changed);
        if (!plain || typeof whole !== 'object') return;
        shortCount++;
        assert.deepEqual({ ...plain }, whole);
      },
    ),
    { seed: 19, numRuns: 4000 },
  );
  assert.ok(shortCount > 400, `${shortCount} were read the short way`);
});

test('questions are the bytes that dns-packet writes', () => {
  const types = ['A', 'NS', 'CNAME', 'SOA', 'PTR', 'MX', 'TXT', 'AAAA', 'SRV', 'DNAME', 'AXFR'] as const;
  fc.assert(
    fc.property(
      name,
      fc.constantFrom(...types),
      fc.nat(65535),
      fc.boolean(),
      fc.boolean(),
      (asked, type, id, recursive, plain) => {
        const opt = {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 1232,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
        } as const;
        const expected = encode({
          type: 'query',
          id,
          flags: recursive ? 0x0100 : 0,
          questions: [{ name: asked, type: type as RecordType, class: 'IN' }],
          additionals: plain ? [] : [{ ...opt, flag_do: false, options: [] }],
        });
        const bytes = questionBytes({ name: `${asked}.`, type }, { id, recursive, plain });
        assert.deepEqual(Buffer.from(bytes), expected);
        assert.deepEqual(Buffer.from(questionBytes({ name: asked, type }, { id, recursive, plain })), expected);
        assert.equal(questionEnd(bytes), 12 + asked.length + 2 + 4);
      },
    ),
    { seed: 19, numRuns: 500 },
  );
});

test('the root is asked for too', () => {
  const bytes = questionBytes({ name: '.', type: 'NS' }, { id: 1, recursive: false, plain: true });
  assert.deepEqual([...bytes], [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1]);
});
