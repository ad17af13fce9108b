import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mainInstance } from '../../src/features/row.ts';
import { Bench } from '../support/dump.ts';

const HEAD = '$TTL 60\n@ SOA ns1 a 1 2 3 4 5\n';
const ZONES = [
  { file: 'one', origin: 'example.com.' },
  { file: 'other', origin: 'example.net.' },
];

test('which instance answers for an included file does not depend on what was typed first', () => {
  const bench = new Bench(
    new Map([
      ['one', HEAD],
      ['other', `${HEAD}$INCLUDE part\n`],
      ['part', 'www A 192.0.2.10\n'],
    ]),
    ZONES,
  );
  bench.run();
  const at = { line: 2, character: 0 };
  bench.store.edit('one', [{ range: { start: at, end: at }, text: '$INCLUDE part\n' }]);
  bench.run();
  const part = bench.store.files.get('part');
  assert.equal(part?.instances.length, 2);
  const main = part && mainInstance(bench.store, part);
  assert.equal(main?.parent?.instance.file.path, 'one');
});
