import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excludes } from '../../src/cli/excluded.ts';
import { formatSarif } from '../../src/cli/format-sarif.ts';
import { absolutePath, commonFolder, givenPath, parentFolder, relativePath } from '../../src/cli/paths.ts';
import type { Reported } from '../../src/cli/reported.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';

const SHARE = '//server/share/dns';

test('a path that the user gives, from the working directory', () => {
  const rows: readonly (readonly [directory: string, given: string, whole: string])[] = [
    ['/w', 'a/../b\\c', '/w/b\\c'],
    ['/w', '//etc//x/', '/etc/x'],
    ['/w', '/../..', '/'],
    ['/w', 'C:/x', '/w/C:/x'],
    ['C:/dns', 'zones\\a.zone', 'C:/dns/zones/a.zone'],
    ['C:/dns', 'c:\\dns\\zones\\', 'C:/dns/zones'],
    ['c:\\dns', 'c:\\dns', 'C:/dns'],
    ['C:/dns', 'D:/x/../..', 'D:/'],
    ['C:/dns', '\\zones', 'C:/zones'],
    ['C:/dns', 'c:zones', 'C:/dns/zones'],
    ['C:/dns', 'D:zones', 'D:/zones'],
    ['C:/dns', '\\\\?\\C:\\dns\\a', 'C:/dns/a'],
    ['C:/dns', '\\\\?\\UNC\\server\\share\\a', '//server/share/a'],
    ['C:/dns', '\\\\server\\share', '//server/share/'],
    ['C:/', '.', 'C:/'],
    [SHARE, '..\\..\\a', '//server/share/a'],
    [SHARE, '/a', '//server/share/a'],
    ['\\\\server\\share\\dns', '\\\\server\\share\\dns', SHARE],
  ];
  for (const [directory, given, whole] of rows) assert.equal(absolutePath(given, directory), whole, given);
});

test('the folder of a path, up to its root', () => {
  assert.deepEqual(['/a/b', '/a', '/'].map(parentFolder), ['/a', '/', '/']);
  assert.deepEqual(['C:/a/b', 'C:/a', 'C:/'].map(parentFolder), ['C:/a', 'C:/', 'C:/']);
  assert.deepEqual([SHARE, '//server/share/'].map(parentFolder), ['//server/share/', '//server/share/']);
});

test('paths with nothing but a root in common are shown whole', () => {
  assert.equal(relativePath('/a/c', '/a/b'), '../c');
  assert.equal(relativePath('/a/c', '/b'), '/a/c');
  assert.equal(relativePath('C:/a/c', 'C:/a/b'), '../c');
  assert.equal(relativePath('C:/a/c', 'C:/'), 'a/c');
  assert.equal(relativePath('C:/a/c', 'C:/b'), 'C:/a/c');
  assert.equal(relativePath('D:/a', 'C:/a'), 'D:/a');
  assert.equal(relativePath('//other/share/a', SHARE), '//other/share/a');
  assert.equal(relativePath('//server/share/a', SHARE), '//server/share/a');
  assert.equal(relativePath('//server/share/dns/a', SHARE), 'a');
});

test('drives of Windows have no folder in common', () => {
  assert.equal(commonFolder('C:/a/b', 'C:/a/c'), 'C:/a');
  assert.equal(commonFolder('C:/a', 'C:/b'), 'C:/');
  assert.equal(commonFolder('C:/a', 'D:/b'), 'C:/a');
  assert.equal(commonFolder('/a', '/b'), '/');
});

test('SARIF names files of drives and servers by their URIs', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const shown = { rule: 'ptr-missing', severity: 'error', message: '', range };
  const uriOf = (path: string): string => {
    const reported = { shown, path, related: [], fixes: [], fingerprint: '' } as unknown as Reported;
    const { runs } = JSON.parse(formatSarif([reported], [], { version: '', problems: [] }));
    return runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
  };
  assert.equal(uriOf('zones/a b'), 'zones/a%20b');
  assert.equal(uriOf('D:/a b'), 'file:///D:/a%20b');
  assert.equal(uriOf('//server/share/a b'), 'file://server/share/a%20b');
});

test('a path that the user gives is the one of the disk, where that knows other spellings', () => {
  const around = { directory: 'C:/dns', spelled: (path: string) => path.replace(/ZONES/i, 'Zones') } as Surroundings;
  assert.equal(givenPath('zones\\a.zone', around), 'C:/dns/Zones/a.zone');
});

test('--exclude takes back-slashes and any case on Windows, and nowhere else', () => {
  const isLeft = (glob: string, directory: string): boolean =>
    !excludes([glob], directory, { directory } as Surroundings)(`${directory}/Zones/edu.zone`);
  for (const glob of ['Zones\\edu.zone', 'zones/EDU.zone', 'c:\\dns\\Zones', '.\\Zones\\', 'Zones\\*.zone'])
    assert.deepEqual([glob, isLeft(glob, 'C:/dns'), isLeft(glob, '/dns')], [glob, false, true]);
  assert.ok(!isLeft('Zones/*.zone', '/dns'));
});
