import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asciiText, sourceOfText } from '../../src/text/source.ts';
import type { SourceFile } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';
import { sourceOf } from '../../src/workspace/whole-text.ts';

const LINES = 30_000;
const lines = Array.from({ length: LINES }, (_, i) => `host${i} IN A 192.0.2.${i % 250}`);
const text = `${lines.join('\n')}\n`;

/** A store that has begun to read the text. */
function begun(): { store: Store; file: SourceFile; linesRead: number } {
  const store = new Store();
  const file = store.setFile('example.com.zone', sourceOfText(text));
  let left = 20;
  store.step(() => left-- <= 0);
  return { store, file, linesRead: file.document.firstLineOf(file.document.blocks.length) };
}

function textOf(file: SourceFile): string {
  const source = sourceOf(file);
  return source.text ?? asciiText(source.codes);
}

/** Makes one edit by lines while the text is being read; gives by how much that changes what is read, and what is not. */
function edited(start: number, end: number, put: string): Record<'read' | 'blocksRead' | 'unread', number> {
  const { store, file } = begun();
  const { document } = file;
  const [{ length }, read, unread] = [document.blocks, document.length, file.pending?.length ?? 0];
  const at = (line: number) => ({ line, character: 0 });
  store.edit(file.path, [{ range: { start: at(start), end: at(end) }, text: put }]);
  const change = {
    read: document.length - read,
    blocksRead: document.blocks.length - length,
    unread: (file.pending?.length ?? 0) - unread,
  };
  const after = [...lines.slice(0, start), ...(put === '' ? [] : [put.trimEnd()]), ...lines.slice(end), ''].join('\n');
  assert.equal(textOf(file), after);
  assert.ok(file.pending);
  assert.ok(store.step(() => false));
  assert.equal(file.document.text, after);
  return change;
}

test('an edit of lines that are not read reads none', () => {
  assert.equal(edited(LINES - 1, LINES - 1, 'x IN A 192.0.2.1\n').read, 0);
  assert.equal(edited(20_000, 25_000, '').read, 0);
});

test('an edit of lines that are read reads none', () => {
  assert.equal(edited(5, 5, 'x IN A 192.0.2.1\n').unread, 0);
  assert.equal(edited(5, 7, '').unread, 0);
});

test('of an edit from lines that are read to lines that are not, what goes is not read', () => {
  const { linesRead } = begun();
  assert.ok(linesRead > 0 && linesRead < 10_000);
  for (const start of [5, linesRead - 1, linesRead]) {
    const { blocksRead } = edited(start, 29_000, 'x IN A 192.0.2.1\n');
    assert.ok(blocksRead < 6);
  }
  assert.ok(edited(linesRead - 1, linesRead + 2, '').blocksRead < 6);
});

test('a record that an edit opens goes on in what is not read', () => {
  const { store, file, linesRead } = begun();
  const last = { line: linesRead - 1, character: 0 };
  store.edit(file.path, [{ range: { start: last, end: last }, text: 'x TXT ( "a"\n; and\n "b" ; (\n' }]);
  const beyond = { line: linesRead + 5000, character: 0 };
  store.edit(file.path, [{ range: { start: beyond, end: beyond }, text: 'y TXT ( "c"\n\n "d" )\n' }]);
  const after = textOf(file);
  assert.ok(store.step(() => false));
  assert.equal(file.document.text, after);
  const fresh = new Store();
  const other = fresh.setFile('example.com.zone', sourceOfText(after));
  assert.ok(fresh.step(() => false));
  assert.equal(other.document.text, after);
});

test('an edit far below, before the first line is read', () => {
  for (const [start, end] of [
    [20_000, 20_000],
    [300, 25_000],
    [1, 25_000],
    [0, 25_000],
  ] as const) {
    const store = new Store();
    const file = store.setFile('example.com.zone', sourceOfText(text));
    const range = { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
    store.edit(file.path, [{ range, text: 'x IN A 192.0.2.1\n' }]);
    const after = [...lines.slice(0, start), 'x IN A 192.0.2.1', ...lines.slice(end), ''].join('\n');
    assert.equal(textOf(file), after);
    assert.ok(store.step(() => false));
    assert.equal(file.document.text, after);
  }
});

test('an edit up to the end of a line far below, from one that ends with a carriage return alone', () => {
  const [first, ...rest] = lines.slice(0, 1000);
  for (const end of ['\n', '\r\n']) {
    const whole = `${first}\r${rest.join(end)}${end}`;
    const store = new Store();
    const file = store.setFile('example.com.zone', sourceOfText(whole));
    const range = { start: { line: 0, character: 0 }, end: { line: 900, character: 500 } };
    store.edit(file.path, [{ range, text: 'x IN A 192.0.2.1' }]);
    const after = `x IN A 192.0.2.1${end}${rest.slice(900).join(end)}${end}`;
    assert.equal(textOf(file), after);
    assert.ok(store.step(() => false));
    assert.equal(file.document.text, after);
  }
});
