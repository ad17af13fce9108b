import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Minimatch } from '../../src/client/library-globs.ts';

/** The fields of a package.json that these tests read. */
function manifest(folder: string): { readonly engines: { readonly vscode: string } } {
  return JSON.parse(readFileSync(new URL(`../../${folder}package.json`, import.meta.url), 'utf8'));
}

test('patterns of documents fit the paths of all systems', () => {
  const cases: readonly (readonly [glob: string, path: string, fits: boolean])[] = [
    ['**/*', '/home/dns/zones/.db.example.com', true],
    ['**/named.conf{,.local}', '/etc/bind/named.conf.local', true],
    ['**/named.conf{,.local}', '/etc/bind/named.conf.options', false],
    ['**/{bind,nsd}/**/*.{conf,inc}', 'c:\\dns\\bind\\views\\inside.conf', true],
    ['/srv/dns/*.conf', '/srv/dns/a.conf', true],
    ['/srv/dns/*.conf', '/srv/dns/old/a.conf', false],
  ];
  for (const [glob, path, fits] of cases) {
    const pattern = new Minimatch(glob);
    assert.ok(pattern.makeRe());
    assert.equal(pattern.match(path), fits, `${glob} and ${path}`);
  }
});

test('the editor that package.json asks for is new enough for the library, which is not asked any more', () => {
  const lowest = (folder: string): number[] => manifest(folder).engines.vscode.match(/\d+/g)?.map(Number) ?? [];
  const [major = 0, minor = 0] = lowest('');
  const [libraryMajor = 0, libraryMinor = 0] = lowest('node_modules/vscode-languageclient/');
  assert.ok(major === libraryMajor && minor >= libraryMinor, `${major}.${minor} and ${libraryMajor}.${libraryMinor}`);
});
