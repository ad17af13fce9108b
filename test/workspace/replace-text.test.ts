import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfBytes, sourceOfText } from '../../src/text/source.ts';
import { differingPart } from '../../src/workspace/edit-region.ts';
import { Store } from '../../src/workspace/store.ts';
import { Bench } from '../support/dump.ts';

const text = Array.from({ length: 3000 }, (_, i) => `host${i} IN A 192.0.2.${i % 250}\n`).join('');

/** A store that has begun to read a text. */
function begun(of: string) {
  const store = new Store();
  const file = store.setFile('example.com.zone', sourceOfBytes(Buffer.from(of)));
  store.step(() => true);
  assert.ok(file.pending && file.document.blocks.length > 0, 'some of it is read');
  return { store, file };
}

test('the text that is being read comes once more, as when it is opened: the rest is read in its turn', () => {
  for (const same of [text, `${text}; \u00e9\n`]) {
    const { store, file } = begun(same);
    const { length } = file.document.blocks;
    store.setFile(file.path, sourceOfText(same));
    assert.ok(file.pending && file.document.blocks.length === length);
    assert.ok(store.step(() => false));
    assert.equal(file.document.text, same);
  }
});

test('another text than the one that is being read counts', () => {
  for (const other of [
    text.replace('host2990 ', 'host2990 60 '),
    `; \u00e9\n${text}`,
    `${text}a 60 IN A 192.0.2.1\n`,
  ]) {
    const { store, file } = begun(text);
    store.setFile(file.path, sourceOfText(other));
    assert.ok(store.step(() => false));
    assert.equal(file.document.text, other);
  }
});

test('what differs is found to the character, wherever the codes lie in memory', () => {
  for (const shift of [0, 1, 2, 3]) {
    const store = new Store();
    const bytes = new Uint8Array(Buffer.from(' '.repeat(shift) + text)).subarray(shift);
    const { document } = store.setFile('example.com.zone', sourceOfBytes(bytes));
    store.step(() => false);
    const change = (from: string, to: string) => differingPart(document, sourceOfText(text.replace(from, to)))?.text;
    assert.equal(change('', ''), undefined);
    assert.equal(change('host1500', 'hast1500'), 'a');
    assert.equal(change('host0 ', 'x'), 'x');
    assert.equal(change('host2999', 'host2999\u00e9'), '\u00e9');
    assert.equal(differingPart(document, sourceOfText(`${text}end`))?.text, 'end');
    assert.equal(differingPart(document, sourceOfText(text.slice(0, -9)))?.text, '');
  }
});

test('the same text in another encoding stands for other bytes', () => {
  const zone = '$TTL 60\nn\u00e9 A 192.0.2.3\nb CNAME n\u00e9\n';
  const bench = new Bench(new Map(), []);
  for (const [bytes, name] of [
    [Buffer.from(zone, 'latin1'), 'n\\233'],
    [Buffer.from(zone), 'n\\195\\169'],
    [Buffer.from(zone.replace('192.0.2.3', '192.0.2.4'), 'latin1'), 'n\\233'],
  ] as const) {
    const file = bench.store.setFile('example.com', sourceOfBytes(bytes));
    if (file.instances.length === 0) bench.store.mount('example.com', bench.mount('example.com.', ''));
    bench.run();
    const records = bench.dump().filter((line) => / (?:1|5) 60 /.test(line) && line.includes(`${name}.example.com.`));
    assert.equal(records.length, 2, name);
  }
});

test('a comment that is begun goes on behind carriage returns, in the blocks below too', () => {
  const zones = [{ file: 'example.com', origin: 'example.com.' }];
  const lines = Array.from({ length: 300 }, (_, i) => `host${i} 60 A 192.0.2.${i % 250}\r`);
  const bench = new Bench(new Map([['example.com', lines.join('')]]), zones);
  bench.run();
  const at = { line: 5, character: 0 };
  bench.store.edit('example.com', [{ range: { start: at, end: at }, text: ';' }]);
  bench.run();
  const fresh = new Bench(new Map([['example.com', bench.store.files.get('example.com')?.document.text ?? '']]), zones);
  fresh.run();
  assert.deepEqual(bench.dump(), fresh.dump());
});

test('a carriage return and a line feed that come together are one line end, in whatever blocks they stand', () => {
  const lines = Array.from({ length: 300 }, (_, i) => `host${i} 60 A 192.0.2.${i % 250}\n`);
  const zones = [{ file: 'example.com', origin: 'example.com.' }];
  const before = [...lines.slice(0, 128), '\n', ...lines.slice(128)];
  const bench = new Bench(new Map([['example.com', before.join('')]]), zones);
  bench.run();
  const after = before.map((line, i) => (i === 127 ? line.replace('\n', '\r') : line)).join('');
  bench.store.setFile('example.com', sourceOfText(after));
  bench.run();
  const fresh = new Bench(new Map([['example.com', after]]), zones);
  fresh.run();
  assert.deepEqual(bench.dump(), fresh.dump());
});
