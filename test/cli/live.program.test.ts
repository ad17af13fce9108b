import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run } = program('live');

test('what is asked of nobody gets its advice once, with its addresses', async () => {
  const addresses = ['10.0.0.1', '192.0.2.1', '10.0.0.2'];
  const { output, status } = await run(folderWith({}), ['live', ...addresses]);
  const lines = output.trimEnd().split('\n');
  assert.deepEqual(
    lines.slice(0, 3),
    addresses.map((address) => `${address}: unknown: not asked`),
  );
  assert.match(
    lines[3] ?? '',
    /^10\.0\.0\.1, 10\.0\.0\.2: A private address means nothing in the public DNS: .*\(--resolver\)$/,
  );
  assert.match(lines[4] ?? '', /^192\.0\.2\.1: A documentation address means nothing /);
  assert.deepEqual(lines.slice(5), ['3 unknown of 3 addresses']);
  assert.equal(status, 3);
});
