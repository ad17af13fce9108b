import assert from 'node:assert/strict';
import { test } from 'node:test';
import report, { fileMark, sum, tallyOf } from '../../scripts/test-reporter.mts';

type Events = Parameters<typeof report>[0];
type Event = Events extends AsyncIterable<infer E> ? E : never;

const pass = (name: string, more: Partial<Event['data']> = {}): Event => ({
  type: 'test:pass',
  data: { name, ...more },
});

async function reportOf(events: readonly Event[]): Promise<string> {
  async function* stream(): AsyncGenerator<Event> {
    yield* events;
  }
  let text = '';
  for await (const part of report(stream())) text += part;
  return text;
}

test('passed and failed tests are counted, suites and file marks are not', async () => {
  const text = await reportOf([
    pass(`${fileMark}a.test.ts`),
    pass('one'),
    { type: 'test:fail', data: { name: 'two', details: { error: new Error('unequal') } } },
    pass('group', { details: { type: 'suite' } }),
  ]);
  assert.deepEqual(tallyOf(text), { passed: 1, failed: 1, failing: { 'a.test.ts': { passed: 1, failed: 1 } } });
  assert.match(text, /FAILED a\.test\.ts: two\n.*unequal/);
});

test('a skipped test and one to do count as failed', async () => {
  const text = await reportOf([
    pass(`${fileMark}a.test.ts`),
    pass('one', { skip: true }),
    pass('two', { todo: 'later' }),
  ]);
  assert.deepEqual(tallyOf(text), { passed: 0, failed: 2, failing: { 'a.test.ts': { passed: 0, failed: 2 } } });
});

test('a file without a test counts as failed, the last one too', async () => {
  const text = await reportOf([
    pass(`${fileMark}a.test.ts`),
    pass(`${fileMark}b.test.ts`),
    pass('one'),
    pass(`${fileMark}c.test.ts`),
  ]);
  const none = { passed: 0, failed: 1 };
  assert.deepEqual(tallyOf(text), { passed: 1, failed: 2, failing: { 'a.test.ts': none, 'c.test.ts': none } });
  assert.match(text, /a\.test\.ts\n.*it holds no test/);
});

test('a report that breaks off counts as a failure', () => {
  assert.deepEqual(tallyOf('  1.2 s  a.test.ts: one\n'), { passed: 0, failed: 1, failing: {} });
});

test('tallies add up', () => {
  assert.deepEqual(
    sum([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
    { passed: 5, failed: 1 },
  );
});
