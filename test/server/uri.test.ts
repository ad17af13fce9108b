import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeFileSystem } from '../../src/ports/file-system.node.ts';
import { filesOn } from '../../src/server/files.node.ts';
import { settingPath } from '../../src/server/setting-paths.ts';
import { displayPath, isInside, pathOfNative, pathOfUri, uriOfPath } from '../../src/server/uri.ts';

test('one file has one path, however its URI is spelled', () => {
  assert.equal(pathOfUri('file:///c%3A/zones/db.example.com'), 'file:///c:/zones/db.example.com');
  assert.equal(pathOfUri('file:///C:/zones/db.example.com'), 'file:///c:/zones/db.example.com');
  assert.equal(pathOfUri('file:///a%20b/0%2D25.zone'), 'file:///a b/0-25.zone');
  assert.equal(pathOfUri('untitled:Untitled-1'), 'untitled:Untitled-1');
});

test('a path comes back as a URI', () => {
  for (const uri of ['file:///a%20b/x%23y.zone', 'vscode-vfs://host/z/db.example.com', 'untitled:Untitled-1'])
    assert.equal(uriOfPath(pathOfUri(uri)), uri);
  assert.equal(uriOfPath(pathOfUri('file:///100%.zone')), 'file:///100%25.zone');
});

test('a file is called by its place in the nearest folder', () => {
  const folders = ['file:///a', 'file:///a/b'];
  assert.equal(displayPath('file:///a/b/c.zone', folders), 'c.zone');
  assert.equal(displayPath('file:///a/c/d.zone', folders), 'c/d.zone');
  assert.equal(displayPath('file:///x/d.zone', folders), 'd.zone');
  assert.equal(isInside('file:///ab/d.zone', ['file:///a']), false);
});

test('a path of the system is that of its URI', () => {
  for (const [native, uri] of [
    ['/a b/100%25.zone', 'file:///a%20b/100%2525.zone'],
    ['/a\\b', 'file:///a%5Cb'],
    ['C:\\dns\\a.zone', 'file:///c%3A/dns/a.zone'],
    ['c:/dns/a#.zone', 'file:///C:/dns/a%23.zone'],
    ['\\\\server\\share\\a.zone', 'file://server/share/a.zone'],
    ['//server/share/a.zone', 'file://server/share/a.zone'],
  ] as const)
    assert.equal(pathOfNative(native), pathOfUri(uri), native);
});

test('a path of the settings is absolute, or taken from the first folder', () => {
  for (const [folder, written, path] of [
    ['file:///w', '/etc/bind/', 'file:///etc/bind'],
    ['file:///w', '../zones', 'file:///zones'],
    ['file:///c:/w', '/dns', 'file:///c:/dns'],
    ['file:///c:/w', 'D:\\dns', 'file:///d:/dns'],
    ['file:///c:/w', '\\\\server\\share', 'file://server/share'],
    ['file:///c:/w', '..\\zones', 'file:///c:/zones'],
    ['file://server/share/w', '//other/share', 'file://other/share'],
    ['vscode-vfs://host/w', '/zones', 'vscode-vfs:///zones'],
  ] as const)
    assert.equal(settingPath([folder], written), path, written);
});

test('what the system can have no file for is a file that is not there', async () => {
  const own = filesOn(nodeFileSystem);
  const there = 'file://server/share/zones';
  assert.deepEqual(await own.list(there, { most: 5 }), []);
  assert.equal(await own.read(`${there}/a.zone`), undefined);
  assert.equal(await own.kindOf(there), 'other');
  assert.equal(await own.realPath?.(there), undefined);
});
