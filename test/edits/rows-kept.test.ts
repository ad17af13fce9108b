import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfText } from '../../src/text/source.ts';
import { Bench } from '../support/dump.ts';

const HEAD = '$TTL 60\n@ SOA ns1.example.com. hostmaster 1 2 3 4 5\n@ NS ns1.example.com.\n';
const FORWARD = `${HEAD}www A 192.0.2.1\n`;

test('what fixes read of the texts is kept until one of them changes', () => {
  const bench = new Bench(new Map([['forward', FORWARD]]), [{ file: 'forward', origin: 'example.com.' }]);
  bench.run();
  const { store, engine } = bench;
  const rows = () => engine.context(store.view('')).rows;
  let last = rows();
  assert.equal(rows(), last, 'kept');
  const end = { line: 4, character: 0 };
  const changes: Readonly<Record<string, () => void>> = {
    'an edit': () => store.edit('forward', [{ range: { start: end, end }, text: '; a comment' }]),
    'what is read of it': () => bench.run(),
    'another text': () => void store.setFile('forward', sourceOfText(`${FORWARD}mail A 192.0.2.2\n`)),
    'what is read of that': () => bench.run(),
    'a file that comes': () => void store.setFile('other', sourceOfText(FORWARD)),
    'one that is a zone': () => void store.mount('other', bench.mount('example.net.', '')),
    'one that goes': () => store.removeFile('other'),
  };
  for (const [what, change] of Object.entries(changes)) {
    change();
    assert.notEqual(rows(), last, what);
    last = rows();
    assert.equal(rows(), last, `kept behind ${what}`);
  }
});
