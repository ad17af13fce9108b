import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
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

test('folders are left out that git leaves out', () => {
  const at = mkdtempSync(join(tmpdir(), 'zonewright-ignore-'));
  after(() => rmSync(at, { recursive: true, force: true }));
  execFileSync('git', ['init', '-q'], { cwd: at });
  const part = fc.constantFrom('a', 'b', '*', '**', '?', '[ab]', '[!a]', '/', 'a/b', '{a,b}', '\\a', '(a)', ' ');
  const line = fc
    .tuple(fc.constantFrom('', '!', '/', '#'), fc.array(part, { minLength: 1, maxLength: 4 }))
    .map(([head, parts]) => head + parts.join('').replace(/\*{3,}/g, '**'));
  const folders = ['a', 'b', 'a/a', 'a/b', 'b/a', 'b/ab', 'a/b/a', 'a/b/{a,b}', 'ab/(a)', 'ab/b/b/a'];
  for (const one of folders) mkdirSync(join(at, one), { recursive: true });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
      writeFileSync(join(at, '.gitignore'), lines.join('\n'));
      const { stdout } = spawnSync('git', ['-c', 'core.ignorecase=false', 'check-ignore', ...folders], {
        cwd: at,
        encoding: 'utf8',
      });
      const ignored = new IgnoredFolders();
      ignored.set('/w', lines.join('\n'));
      const ours = folders.filter((one) => ignored.ignoresFolder(`/w/${one}`));
      assert.deepEqual(
        ours,
        stdout.split('\n').filter((one) => one !== ''),
        JSON.stringify(lines),
      );
    }),
    { numRuns: 150 },
  );
});

test('a pattern that would take for ever, and one of 250 KB, leave nothing out', () => {
  const ignored = new IgnoredFolders();
  ignored.set('/w', `${'*a'.repeat(20)}b\n${'x'.repeat(250_000)}\n${'**/'.repeat(12)}z\nbuild\n`);
  assert.equal(ignored.ignoresFolder(`/w/${'a'.repeat(4000)}`), false);
  assert.equal(ignored.ignoresFolder(`/w/${'a/'.repeat(1000)}build`), true);
});
