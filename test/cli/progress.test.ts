import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressLine } from '../../src/cli/progress.ts';

test('short work says nothing, long work says it from time to time and takes it away', () => {
  let now = 0;
  const written: string[] = [];
  const progress = progressLine(
    (text) => written.push(text),
    () => now,
  );
  const tickFor = (ms: number): void => {
    for (const end = now + ms; now < end; now++) for (let i = 0; i < 256; i++) progress.tick();
  };
  progress.begin(() => '2 zone files');
  tickFor(900);
  progress.end();
  assert.deepEqual(written, []);
  progress.begin(() => '2 zone files');
  tickFor(1450);
  assert.deepEqual(written, [
    '\r\u001b[KChecking: 2 zone files, 1 s',
    '\r\u001b[KChecking: 2 zone files, 1 s',
    '\r\u001b[KChecking: 2 zone files, 1 s',
  ]);
  progress.end();
  assert.equal(written.at(-1), '\r\u001b[K');
});
