import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workbench } from '../support/workbench.ts';

test('a byte order mark inside a file is told wherever its blocks begin', () => {
  for (const at of [1, 254, 255, 256, 257, 300]) {
    const lines = Array.from({ length: 400 }, (_, i) => (i === at ? '\ufeffz 60 TXT "b"' : '; a'));
    const workbench = new Workbench(`;- example.com.zone\n${lines.join('\n')}\n`);
    const told = workbench.shown().filter(({ rule }) => rule === 'syntax-character');
    assert.deepEqual(
      told.map(({ range }) => range.start),
      [{ line: at, character: 0 }],
    );
  }
});

test('what begins a file is told as a byte order mark alone', () => {
  const workbench = new Workbench(';- example.com.zone\n\ufeff; a\n');
  const told = workbench.shown().map(({ message }) => message);
  assert.deepEqual(told, [
    'The file begins with a byte order mark, which no server reads: save it as UTF-8 without one',
  ]);
});

test('what stands in a comment is no fault of the text, and a semicolon in a string begins none', () => {
  const told = (line: string): unknown[] =>
    new Workbench(`;- example.com.zone\n${line}\n`)
      .shown()
      .filter(({ rule }) => rule === 'syntax-character')
      .map(({ severity }) => severity);
  assert.deepEqual(told('a 60 TXT "b" ; \u001b'), ['information']);
  assert.deepEqual(told('a 60 TXT "; \\" ;\u001b"'), ['warning']);
  assert.deepEqual(told('a 60 TXT b\\;\u001b'), ['warning']);
});
