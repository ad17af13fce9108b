import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'dns-packet';
import fc from 'fast-check';
import { echoOf, readReply } from '../../src/ports/dns-message.ts';
import { questionBytes, questionEnd } from '../../src/ports/question-bytes.ts';

const NAME = '10.2.0.192.in-addr.arpa';
const ANSWER = encode({
  type: 'response',
  id: 7,
  flags: 0x0580,
  questions: [{ name: NAME, type: 'PTR' }],
  answers: [
    { name: NAME, type: 'CNAME', ttl: 60, data: '10.0-63.2.0.192.in-addr.arpa' },
    { name: '10.0-63.2.0.192.in-addr.arpa', type: 'PTR', ttl: 60, data: 'Mail.Example.COM' },
  ],
});

test('names are canonical, whatever their case in the message', () => {
  assert.deepEqual(
    readReply(ANSWER)?.answers.map(({ data }) => data),
    ['10.0-63.2.0.192.in-addr.arpa.', 'mail.example.com.'],
  );
});

test('bytes that were changed or cut off are read or refused, and never thrown over', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(ANSWER.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.integer({ min: 12, max: ANSWER.length }),
      (changes, length) => {
        const bytes = Buffer.from(ANSWER.subarray(0, length));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        readReply(bytes);
        echoOf(bytes, questionBytes({ name: `${NAME}.`, type: 'PTR' }, { id: 7, recursive: true }));
      },
    ),
    { seed: 19, numRuns: 3000 },
  );
});

test('random bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 200 }), (bytes) => {
      readReply(bytes);
    }),
    { seed: 19, numRuns: 2000 },
  );
});

test('a label with a dot in it is not taken for two labels', () => {
  // A label of 16 bytes, "mail.example.com", and the root.
  const head = ANSWER.subarray(0, questionEnd(ANSWER));
  const label = Buffer.from('\u0010mail.example.com\u0000', 'latin1');
  const fixed = Buffer.from([0xc0, 0x0c, 0, 12, 0, 1, 0, 0, 0, 60, 0, label.length]);
  const bytes = Buffer.concat([head, fixed, label]);
  bytes.writeUInt16BE(1, 6);
  const reply = readReply(bytes);
  assert.deepEqual([reply?.status, reply?.answers], ['malformed', []]);
});
