import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PathIndex } from '../../src/config/path-index.ts';
import { findFolders, findPattern, type ServerPath } from '../../src/config/paths.ts';
import { matchPath } from '../support/configurations.ts';

test('an absolute path: the longest run of equal last segments', () => {
  const files = new PathIndex(['ws/zones/db.example.com', 'ws/bind/zones/db.example.com', 'ws/bind/db.example.com']);
  assert.deepEqual(matchPath('/etc/bind/zones/db.example.com', undefined, 'ws/named.conf', files), [
    'ws/bind/zones/db.example.com',
  ]);
  assert.deepEqual(matchPath('/etc/bind/db.example.com', undefined, 'ws/named.conf', files), [
    'ws/bind/db.example.com',
  ]);
  assert.deepEqual(matchPath('/etc/bind/b.example.com', undefined, 'ws/named.conf', files), []);
});

test('a relative path: directory, else beside the configuration, else by its end', () => {
  const config = 'ws/etc/named.conf';
  const all = ['ws/var/named/a.zone', 'ws/etc/a.zone', 'ws/old/a.zone'];
  assert.deepEqual(matchPath('a.zone', '/var/named', config, new PathIndex(all)), [all[0]]);
  assert.deepEqual(matchPath('a.zone', '/var/named', config, new PathIndex(all.slice(1))), [all[1]]);
  assert.deepEqual(matchPath('a.zone', '/var/named', config, new PathIndex(all.slice(2))), [all[2]]);
  assert.deepEqual(matchPath('a.zone', undefined, config, new PathIndex(all)), [all[1]]);
  assert.deepEqual(matchPath('../old/a.zone', undefined, config, new PathIndex(all)), [all[2]]);
  assert.deepEqual(matchPath('a.zone', '../var/named', config, new PathIndex(all)), [all[0]]);
});

test('two servers in one workspace: each has its own files', () => {
  const files = new PathIndex(['ns1/etc/bind/db.a', 'ns2/etc/bind/db.a', 'ns2/etc/bind/db.b']);
  assert.deepEqual(matchPath('/etc/bind/db.a', undefined, 'ns1/etc/bind/named.conf', files), ['ns1/etc/bind/db.a']);
  assert.deepEqual(matchPath('/etc/bind/db.a', undefined, 'ns2/etc/bind/named.conf', files), ['ns2/etc/bind/db.a']);
  assert.deepEqual(matchPath('/etc/bind/db.b', undefined, 'ns1/etc/bind/named.conf', files), []);
  assert.deepEqual(matchPath('/etc/bind/db.a', undefined, 'other/named.conf', files), [
    'ns1/etc/bind/db.a',
    'ns2/etc/bind/db.a',
  ]);
});

test('a chroot', () => {
  const files = new PathIndex(['/ws/var/named/chroot/var/named/a.zone', '/ws/var/named/chroot/etc/named.conf']);
  assert.deepEqual(matchPath('a.zone', '/var/named', '/ws/var/named/chroot/etc/named.conf', files), [
    '/ws/var/named/chroot/var/named/a.zone',
  ]);
});

test('a workspace that is the server’s root', () => {
  const files = new PathIndex(['/etc/bind/db.a', '/home/user/db.a']);
  assert.deepEqual(matchPath('/etc/bind/db.a', undefined, '/etc/bind/named.conf', files), ['/etc/bind/db.a']);
});

test('Windows: back-slashes, a drive, and any letter case', () => {
  const files = new PathIndex(['ws/dns/Example.com.dns']);
  assert.deepEqual(matchPath('C:\\Windows\\system32\\dns\\example.com.dns', undefined, 'ws/named.conf', files), [
    'ws/dns/Example.com.dns',
  ]);
  assert.deepEqual(matchPath('/dns/example.com.dns', undefined, 'ws/named.conf', files), []);
});

test('what lies on Windows may be named in any letter case', () => {
  for (const root of ['C:/ws', '//server/share/ws', 'file:///c:/ws', 'file://server/share/ws', '/ws', 'file:///ws']) {
    const files = new PathIndex([
      `${root}/Zones/example.com.zone`,
      `${root}/Zones.d/More.conf`,
      `${root}/Sub/z/a.conf`,
    ]);
    const configPath = `${root}/named.conf`;
    const wanted = (path: string): ServerPath => ({ path, directory: undefined, configPath });
    const found = [
      ...matchPath('zones/EXAMPLE.com.zone', undefined, configPath, files),
      ...findPattern(wanted('zones.d/*.CONF'), files).map((match) => match.path),
      ...findPattern(wanted('sub/*/A.conf'), files).map((match) => match.path),
      ...findFolders(wanted('zones'), files),
    ];
    const all = ['/Zones/example.com.zone', '/Zones.d/More.conf', '/Sub/z/a.conf', '/Zones'].map((path) => root + path);
    assert.deepEqual(found, /^(?:file:\/\/)?\/ws/.test(root) ? [] : all, root);
  }
});

test('patterns of includes', () => {
  const files = new PathIndex([
    'ws/bind/z.d/b.conf',
    'ws/bind/z.d/a.conf',
    'ws/bind/z.d/a.txt',
    'ws/other/c.conf',
    'ws/bind/x/y/a.conf',
  ]);
  const find = (path: string, configPath = 'ws/bind/named.conf') =>
    findPattern({ path, directory: undefined, configPath }, files).map((match) => match.path);
  assert.deepEqual(find('/etc/bind/z.d/*.conf'), ['ws/bind/z.d/a.conf', 'ws/bind/z.d/b.conf']);
  assert.deepEqual(find('z.d/[a]*.conf'), ['ws/bind/z.d/a.conf']);
  assert.deepEqual(find('z.d/?.{txt,none}'), ['ws/bind/z.d/a.txt']);
  assert.deepEqual(find('*.conf', 'ws/other/x'), ['ws/other/c.conf']);
  assert.deepEqual(find('*/a.conf'), ['ws/bind/z.d/a.conf']);
  assert.deepEqual(find('/etc/nothing.d/*.conf'), []);
  assert.deepEqual(find('z.d/a.conf'), ['ws/bind/z.d/a.conf']);
});

test('files come and go', () => {
  const files = new PathIndex(['ws/a/db.x']);
  files.add('ws/b/db.x');
  files.delete('ws/a/db.x');
  assert.deepEqual(matchPath('/a/db.x', undefined, 'ws/named.conf', files), ['ws/b/db.x']);
  assert.ok(!files.has('ws/a/db.x') && files.has('ws/b/db.x'));
  assert.deepEqual([...files.all()], ['ws/b/db.x']);
});

test('ten thousand files of one name are told apart', () => {
  const files = new PathIndex(Array.from({ length: 10_000 }, (_, index) => `ws/zones/host${index}.example/zone.db`));
  for (let index = 0; index < 10_000; index++) {
    const [path] = matchPath(`/srv/host${index}.example/zone.db`, undefined, 'ws/named.conf', files);
    assert.equal(path, `ws/zones/host${index}.example/zone.db`);
  }
});

test('a link means the file that it leads to, once that is known', () => {
  const config = 'ws/named.conf';
  const files = new PathIndex(['ws/other/a.zone']);
  files.addLink('ws/a.zone', 'ws/real/f');
  files.addLink('ws/zones/b.zone', 'ws/real/f');
  assert.deepEqual(matchPath('a.zone', undefined, config, files), ['ws/other/a.zone']);
  files.add('ws/real/f');
  assert.deepEqual(matchPath('a.zone', undefined, config, files), ['ws/real/f']);
  assert.deepEqual(matchPath('/etc/zones/b.zone', undefined, config, files), ['ws/real/f']);
  assert.deepEqual([...files.all()], ['ws/other/a.zone', 'ws/real/f']);
  files.delete('ws/a.zone');
  assert.deepEqual(matchPath('a.zone', undefined, config, files), ['ws/other/a.zone']);
});

test('what lies in the configuration’s own tree comes before a longer end elsewhere', () => {
  const files = new PathIndex([
    'ns1/zones/db.a',
    'ns2/zones/db.a',
    'backup/etc/bind/zones/db.a',
    'chroot/var/named/a.zone',
    'lab/var/named/a.zone',
    'chroot/etc/named.conf',
  ]);
  const find = (path: string, configPath: string, directory?: string) => matchPath(path, directory, configPath, files);
  assert.deepEqual(find('/etc/bind/zones/db.a', 'ns1/named.conf'), ['ns1/zones/db.a']);
  assert.deepEqual(find('/etc/bind/zones/db.a', 'ns2/named.conf'), ['ns2/zones/db.a']);
  assert.deepEqual(find('a.zone', 'chroot/etc/named.conf', '/var/named'), ['chroot/var/named/a.zone']);
  assert.deepEqual(find('a.zone', 'lab/etc/named.conf', '/var/named'), ['lab/var/named/a.zone']);
  assert.deepEqual(find('/var/named/a.zone', 'lab/etc/bind/named.conf.local'), ['lab/var/named/a.zone']);
});

test('the nearest common folder comes before a longer end, where the configuration’s own tree has no such file', () => {
  const files = new PathIndex(['site/dns/files/db.a', 'other/etc/bind/zones/db.a']);
  assert.deepEqual(matchPath('/etc/bind/zones/db.a', undefined, 'site/conf/named.conf', files), [
    'site/dns/files/db.a',
  ]);
  assert.deepEqual(matchPath('/etc/bind/zones/db.a', undefined, 'conf/named.conf', files), [
    'other/etc/bind/zones/db.a',
  ]);
});

test('paths are found by their ends in the order in which they came, and no more once they have gone', () => {
  const files = new PathIndex(['ws/a/db.x', 'ws/b/db.x']);
  files.addLink('ws/c/db.x', 'ws/a/db.x');
  files.delete('ws/b/db.x');
  files.add('ws/a/sub/DB.x');
  assert.deepEqual([...files.endingIn(['db.x'])], ['ws/a/db.x', 'ws/c/db.x', 'ws/a/sub/DB.x']);
  files.delete('ws/c/db.x');
  files.add('ws/b/db.x');
  assert.deepEqual([...files.endingIn(['db.x'])], ['ws/a/db.x', 'ws/a/sub/DB.x', 'ws/b/db.x']);
  assert.deepEqual([...files.foldersNamed('b')], ['ws/b']);
});
