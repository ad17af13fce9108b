import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindlessLoad } from './budget-load.ts';

test('lines that make records without end are left out, and told', () => {
  const { faults, recordCount } = bindlessLoad({
    zone: `$TTL 1h\n${'$GENERATE 0-65535 h$ A 192.0.2.1\n'.repeat(80)}`,
  });
  assert.ok(recordCount <= 2_000_000);
  assert.match(faults[0] ?? '', /^syntax-generate The \$GENERATE lines of this workspace make more records/);
});

test('files that include others twice, over and over, are left out, and told', () => {
  const files: Record<string, string> = { zone: '$TTL 1h\n$INCLUDE f0\n$INCLUDE f0\n', f17: 'www A 192.0.2.1\n' };
  for (let at = 0; at < 17; at++) files[`f${at}`] = `$INCLUDE f${at + 1}\n`.repeat(2);
  const { faults, recordCount } = bindlessLoad(files);
  assert.ok(recordCount < 20_000);
  assert.ok(
    faults.some((fault) => fault.startsWith('syntax-include-loop The files of this workspace include each other')),
  );
});
