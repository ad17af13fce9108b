import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MailReason } from '../../src/workspace/mail-reason.ts';
import { OrderedReasons } from '../../src/workspace/ordered-reasons.ts';
import type { ZoneRecord } from '../../src/workspace/zone-record.ts';

const NAMES = ['d', 'b', 'a', 'f', 'c', 'e'];
const textOf = (domain: number): string => NAMES[domain] ?? '';
let lastId = 0;

function reasonOf(domain: number): MailReason {
  return { domain, host: 0, how: 'mx', record: { id: lastId++ } as ZoneRecord };
}

/** All reasons sorted anew; those of one domain in the order in which they came. */
function sorted(reasons: readonly MailReason[]): readonly MailReason[] {
  return reasons.toSorted((a, b) => (textOf(a.domain) < textOf(b.domain) ? -1 : a.domain === b.domain ? 0 : 1));
}

test('reasons that are replaced one domain after the other stand as if all were sorted anew', () => {
  const domain = fc.integer({ min: 0, max: NAMES.length - 1 });
  const change = fc.record({ domain, count: fc.integer({ min: 0, max: 3 }), isAsked: fc.boolean() });
  fc.assert(
    fc.property(fc.array(domain), fc.array(change, { maxLength: 40 }), fc.array(domain), (first, changes, others) => {
      let expected: readonly MailReason[] = sorted(first.map(reasonOf));
      let ordered = new OrderedReasons(expected.toReversed(), textOf);
      expected = sorted(expected.toReversed());
      for (const { domain, count, isAsked } of changes) {
        const fresh = Array.from({ length: count }, () => reasonOf(domain));
        expected = sorted([...expected.filter((reason) => reason.domain !== domain), ...fresh]);
        if (!ordered.replace(domain, fresh)) ordered = new OrderedReasons(expected, textOf);
        if (isAsked) assert.deepEqual(ordered.all, expected);
      }
      assert.deepEqual(ordered.all, expected);
      const more = others.map(reasonOf);
      assert.deepEqual(ordered.with(more), sorted([...expected, ...more]));
    }),
  );
});

test('after many changes that nobody asked about all are to be sorted anew', () => {
  const ordered = new OrderedReasons([0, 1].map(reasonOf), textOf);
  const changes = Array.from({ length: 40 }, () => ordered.replace(0, [reasonOf(0)]));
  assert.equal(changes[0], true);
  assert.equal(changes.at(-1), false);
  void ordered.all;
  assert.equal(ordered.replace(0, [reasonOf(0)]), true);
});
