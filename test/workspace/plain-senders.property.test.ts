import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Held } from '../../src/workspace/held.ts';
import { PlainSenders } from '../../src/workspace/plain-senders.ts';
import { sendersOf } from '../../src/workspace/senders.ts';
import { Bench } from '../support/dump.ts';

const owner = fc.constantFrom('@', 'a', 'b', 'mail', '*', 'sub', 'x.sub', 'mail.sub', '#c');
const host = fc.constantFrom('a', 'mail', 'mail.sub', '@', 'gone', 'x.sub', '*', 'mail.example.net.', '.');
const record = fc.oneof(
  { weight: 5, arbitrary: host.map((to) => `MX 10 ${to}`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'TXT "v=spf1 mx -all"',
      'TXT "v=spf1 mx ~all"',
      'TXT "v=spf1 a mx -all"',
      'TXT "v=spf1 -all"',
      'TXT "\\118=spf1 mx -all"',
      'TXT "v=DMARC1; p=reject"',
      'TXT "words"',
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom('A 192.0.2.1', 'A 192.0.2.2', 'AAAA 2001:db8::1') },
  fc.constantFrom('CNAME a', 'NS ns1.example.org.', 'DNAME sub', 'A 192.0.2'),
);
const HEAD = '@ SOA ns1.example.org. hostmaster 1 2 3 4 5\n@ NS ns1.example.org.\n';
const zone = fc
  .array(fc.tuple(owner, record), { maxLength: 10 })
  .map((rows) => HEAD + rows.map(([name, data]) => `${name} 60 ${data}\n`).join(''));

test('of domains that the tables alone tell of they tell what a receiver reads', () => {
  let count = 0;
  fc.assert(
    fc.property(zone, fc.option(zone), (above, below) => {
      const files = new Map([['example.com', above], ...(below === null ? [] : [['sub', below] as const])]);
      const origins = [
        { file: 'example.com', origin: 'example.com.' },
        { file: 'sub', origin: 'sub.example.com.' },
      ];
      const { store } = new Bench(
        files,
        origins.filter(({ file }) => files.has(file)),
      );
      store.step(() => false);
      const held = new Held(store, store.view(''));
      const plain = new PlainSenders(held);
      for (const domain of store.view('').mailDomains.keys()) {
        if (!plain.read(domain)) continue;
        plain.take(domain);
        const { hosts, ranges, watched } = sendersOf(held, domain);
        const reason = plain.reasonOf(domain);
        assert.deepEqual(
          hosts.map(({ address, reason: { how, host, record } }) => ({ address, how, host, record: record.id })),
          [{ address: plain.addressOf(domain), how: reason?.how, host: reason?.host, record: reason?.record.id }],
        );
        assert.deepEqual(ranges, []);
        assert.deepEqual(new Set(watched), new Set([domain, reason?.host]));
        count++;
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
  assert.ok(count > 5, `${count} domains were told of`);
});
