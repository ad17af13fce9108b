import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IgnoredFolders } from '../../src/ports/ignored-folders.ts';

test('files in folders that a .gitignore names', () => {
  const ignored = new IgnoredFolders();
  assert.equal(ignored.ignores('file:///w/build/a.zone'), false);
  ignored.set('file:///w', 'build/\n/out\n*.zone\n');
  ignored.set('file:///w/keep', '!build/\n');
  assert.equal(ignored.ignores('file:///w/build/a.zone'), true);
  assert.equal(ignored.ignores('file:///w/zones/build/deep/a.zone'), true);
  assert.equal(ignored.ignores('file:///w/keep/build/a.zone'), false);
  assert.equal(ignored.ignores('file:///w/zones/out/a.zone'), false);
  assert.equal(ignored.ignores('file:///w/out/a.zone'), true);
  assert.equal(ignored.ignores('file:///w/zones/a.zone'), false, 'files that are ignored by themselves are read');
  assert.equal(ignored.ignores('file:///other/build/a.zone'), false);
  ignored.set('file:///w', undefined);
  assert.equal(ignored.ignores('file:///w/build/a.zone'), false);
});

test('a .gitignore at the root of a file system', () => {
  const ignored = new IgnoredFolders();
  ignored.set('/', 'build/\n');
  assert.equal(ignored.ignores('/build/a.zone'), true);
  assert.equal(ignored.ignores('/zones/build/a.zone'), true);
  assert.equal(ignored.ignoresFolder('/zones'), false);
});
