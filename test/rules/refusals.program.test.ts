import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bindOutcomes, MASTER, type ZoneCase } from '../oracle/bind.ts';
import { ourOutcome } from '../oracle/ours.ts';

const SOA = '@ SOA ns1.example.net. hostmaster 1 2 3 4 5';
const NS = '@ NS ns1.example.net.';
const LINES = [
  ...[SOA, '@ SOA NS1.example.net. hostmaster 1 2 3 4 5', '@ SOA ns1 hostmaster 1 2 3 4 5', 'sub SOA a b 1 2 3 4 5'],
  ...[NS, '@ NS a', '@ NS b.d', '@ NS a.sub', '@ NS w.a', '@ NS 192.0.2.1', '@ NS 192.0.2.1.', '@ NS @', '@ NS A.c'],
  ...['sub NS ns.example.net.', '* NS ns.example.net.', 'a NS ns.example.net.', 'x.* NS ns.example.net.'],
  ...['a A 192.0.2.1', 'a AAAA 2001:db8::1', 'a TXT "x"', '@ A 192.0.2.1', 'x.a A 192.0.2.1', '*.a A 192.0.2.1'],
  ...['192.0.2.1 A 192.0.2.1', '* A 192.0.2.1', '* CNAME a', 'a CNAME b', 'a CNAME B.example.com.', 'a CNAME c'],
  ...['@ CNAME b', 'a NSEC b CNAME', 'a NSEC3PARAM 1 0 0 -', 'a KEY 512 3 8 AwEAAQ==', 'a DNSKEY 256 3 8 AwEAAQ=='],
  ...['a DNAME x', 'a DNAME X', 'a DNAME y', 'd DNAME x', '@ DNAME example.net.', 'c DNAME a.example.net.'],
  ...['@ DS 1 8 1 0000000000000000000000000000000000000000', 'a DS 1 8 1 0000000000000000000000000000000000000000'],
  ...['example.org. CNAME a', 'example.org. SOA a b 1 2 3 4 5', 'a SOA a b 1 2 3', 'a A 192.0.2', '@ NS a..b'],
  ...['$GENERATE 1-2 @ NS a', '$GENERATE 1-2 a CNAME b$', '$ORIGIN sub', '$INCLUDE part', '$INCLUDE part a'],
];
const line = fc.constantFrom(...LINES);
const zone = fc.record({
  hasHead: fc.integer({ min: 0, max: 5 }),
  lines: fc.array(line, { maxLength: 7 }),
  part: fc.array(line, { maxLength: 2 }),
});

/** Zones per start; RUNS=5000 for a long run by hand. */
const RUNS = Number(process.env.RUNS ?? 250);

test('zones that servers refuse are those that BIND refuses', () => {
  const cases = fc.sample(zone, RUNS).map(({ hasHead, lines, part }): ZoneCase => {
    const head = hasHead > 1 ? [SOA, NS] : hasHead === 1 ? [SOA] : [];
    const text = (all: readonly string[]): Uint8Array =>
      new TextEncoder().encode(['$TTL 60', ...all].map((one) => `${one}\n`).join(''));
    const kept = part.filter((one) => !one.startsWith('$INCLUDE'));
    return {
      origin: 'example.com',
      files: new Map([
        [MASTER, text([...head, ...lines])],
        ['part', text(kept)],
      ]),
    };
  });
  const bind = bindOutcomes(cases, 'load');
  for (const [index, one] of cases.entries()) {
    const ours = ourOutcome(one);
    const text = [...one.files].map(([name, bytes]) => `;- ${name}\n${new TextDecoder().decode(bytes)}`).join('');
    const messages = `${text}\nBIND: ${bind[index]?.messages.join('\n')}\nours: ${ours.messages.join('\n')}`;
    assert.equal(ours.isAccepted, bind[index]?.isAccepted, messages);
  }
});
