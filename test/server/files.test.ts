import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { defineRule } from '../../src/rules/rule.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';
import { settled } from './whole-server.ts';

const soa = '@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600\n@ IN NS ns1\n';
// Where no reverse zone is held, addresses that send no mail are not looked at.
const forward = `$TTL 3600\n${soa}ns1 IN A 192.0.2.53\n@ IN MX 10 ns1\n`;
const reverse = `$TTL 3600\n${soa}53 IN PTR ns1.example.com.\n`;
const files = { 'example.com.zone': forward, '2.0.192.in-addr.arpa.zone': reverse };

/** Says of each address whether a PTR leads to it: enough to see what the server holds. */
const pointed = defineRule({
  id: 'ptr-missing',
  scope: 'address',
  severity: 'warning',
  summary: 'Address and how many PTR records it has',
  confirmedToo: () => true,
  check(address, _ctx, report) {
    for (const record of address.records)
      report({ at: record.at('rdata'), message: `${address.text} in ${address.pointers.length}` });
  },
});

async function messages(editor: Editor, uri: string): Promise<string[]> {
  return (await editor.diagnostics(uri)).map(({ message }) => String(message));
}

async function eventually(editor: Editor, uri: string, expected: readonly string[]): Promise<void> {
  let last: string[] = [];
  for (let attempt = 0; attempt < 1500; attempt++) {
    last = await messages(editor, uri);
    if (JSON.stringify(last) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(last, expected);
}

async function tell(editor: Editor, changes: Readonly<Record<string, FileChangeType>>): Promise<void> {
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: Object.entries(changes).map(([name, type]) => ({ uri: `${FOLDER}/${name}`, type })),
  });
}

test('files that are made, changed, renamed and deleted elsewhere are followed', async (t) => {
  const editor = await Editor.start(t, { rules: [pointed], files });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.set(`${FOLDER}/2.0.192.in-addr.arpa.zone`, reverse.replace('53 IN PTR', '54 IN PTR'));
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Changed });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.set(`${FOLDER}/2.0.192.in-addr.arpa.zone`, reverse);
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Changed });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.delete(`${FOLDER}/2.0.192.in-addr.arpa.zone`);
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Deleted });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.set(`${FOLDER}/rev/2.0.192.in-addr.arpa.zone`, reverse);
  await tell(editor, { 'rev/2.0.192.in-addr.arpa.zone': FileChangeType.Created });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.delete(`${FOLDER}/rev/2.0.192.in-addr.arpa.zone`);
  await tell(editor, { rev: FileChangeType.Deleted });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
});

test('what an editor holds open wins over the disk, until it is closed', async (t) => {
  const editor = await Editor.start(t, { rules: [pointed], files });
  const zone = await editor.open('example.com.zone');
  const other = await editor.open('2.0.192.in-addr.arpa.zone');
  await editor.type(other, '53 IN PTR', '55 IN PTR');
  editor.files.set(other, reverse.replace('53 IN PTR', '53 IN TXT old\n53 IN PTR'));
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Changed });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.delete(other);
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Deleted });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  await editor.type(other, '55 IN PTR', '53 IN PTR');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  await editor.close(other);
  await eventually(editor, zone, ['192.0.2.53 in 0']);
});

test('a configuration that changes gives files other zones', async (t) => {
  const declare = (name: string) =>
    `zone "${name}" { type primary; file "/etc/bind/db.one"; };\nzone "2.0.192.in-addr.arpa" { type primary; file "/etc/bind/db.192.0.2"; };\n`;
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: {
      'etc/bind/named.conf': declare('example.com'),
      'etc/bind/db.one': forward,
      'etc/bind/db.192.0.2': `$ORIGIN 2.0.192.in-addr.arpa.\n${reverse}`,
    },
  });
  const zone = await editor.open('etc/bind/db.one');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.set(`${FOLDER}/etc/bind/named.conf`, declare('example.org'));
  await tell(editor, { 'etc/bind/named.conf': FileChangeType.Changed });
  const reverseZone = await editor.open('etc/bind/db.192.0.2');
  await editor.type(reverseZone, '53 IN PTR ns1.example.com.', '53 IN PTR ns1.example.org.');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
});

test('an $INCLUDE that is typed is read, and a file that comes is included', async (t) => {
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { ...files, 'includes/hosts.inc': 'www IN A 192.0.2.80\n' },
  });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  await editor.type(zone, 'ns1 IN A', '$INCLUDE includes/hosts.inc\n$INCLUDE includes/more.inc\nns1 IN A');
  const hosts = `${FOLDER}/includes/hosts.inc`;
  await eventually(editor, hosts, ['192.0.2.80 in 0']);
  editor.files.set(`${FOLDER}/includes/more.inc`, 'mail IN A 192.0.2.25\n');
  await tell(editor, { 'includes/more.inc': FileChangeType.Created });
  await eventually(editor, `${FOLDER}/includes/more.inc`, ['192.0.2.25 in 0']);
  await editor.open('includes/hosts.inc');
  await editor.type(hosts, '192.0.2.80', '192.0.2.53');
  await eventually(editor, hosts, ['192.0.2.53 in 1']);
});

test('a file that was passed over for what it holds is read where an $INCLUDE comes to name it', async (t) => {
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { ...files, hosts: 'www IN A 192.0.2.80\n', 'disk.db': new Uint8Array(10) },
  });
  const uri = await editor.open('example.com.zone');
  await eventually(editor, `${FOLDER}/hosts`, []);
  assert.deepEqual(editor.passedOver.toSorted(), [`${FOLDER}/disk.db`, `${FOLDER}/hosts`]);
  await editor.type(uri, 'ns1 IN A', '$INCLUDE hosts\nns1 IN A');
  await eventually(editor, `${FOLDER}/hosts`, ['192.0.2.80 in 0']);
});

test('a checkout of many files', async (t) => {
  const editor = await Editor.start(t, { rules: [pointed], files });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  const changes: Record<string, FileChangeType> = {};
  for (let i = 0; i < 200; i++) {
    editor.files.set(`${FOLDER}/z${i}.example.zone`, forward.replace('192.0.2.53', `198.51.100.${i}`));
    changes[`z${i}.example.zone`] = FileChangeType.Created;
  }
  await tell(editor, changes);
  await eventually(editor, `${FOLDER}/z199.example.zone`, ['198.51.100.199 in 0']);
  for (const name of Object.keys(changes)) editor.files.delete(`${FOLDER}/${name}`);
  await tell(editor, Object.fromEntries(Object.keys(changes).map((name) => [name, FileChangeType.Deleted])));
  await eventually(editor, `${FOLDER}/z199.example.zone`, []);
});

test('nothing outside the workspace is read', async (t) => {
  const asked: string[] = [];
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: {
      'zones/example.com.zone': `${forward}$INCLUDE /etc/passwd\n$INCLUDE ../../outside.inc\n$INCLUDE ../../../etc/hosts\n$INCLUDE file:///etc/passwd\n$INCLUDE c:/etc/passwd\n$INCLUDE %2e%2e/%2e%2e/outside.inc\n`,
      'named.conf':
        'include "/etc/bind/other.conf";\nzone "example.net" { type primary; file "/srv/example.net.zone"; };\n',
    },
    onRead: (path) => asked.push(path),
  });
  editor.files.set('file:///outside.inc', 'www IN A 192.0.2.80\n');
  editor.files.set('file:///etc/passwd', 'www IN A 192.0.2.80\n');
  editor.files.set('file:///c:/etc/passwd', 'www IN A 192.0.2.80\n');
  const zone = await editor.open('zones/example.com.zone');
  await eventually(editor, zone, [
    '$INCLUDE names "/etc/passwd", and there is no such file here',
    '$INCLUDE names "../../outside.inc", and there is no such file here',
    '$INCLUDE names "../../../etc/hosts", and there is no such file here',
    '$INCLUDE names "file:///etc/passwd", and there is no such file here',
    '$INCLUDE names "c:/etc/passwd", and there is no such file here',
    '$INCLUDE names "%2e%2e/%2e%2e/outside.inc", and there is no such file here',
  ]);
  assert.ok(asked.includes(`${FOLDER}/named.conf`));
  assert.deepEqual(
    asked.filter((path) => !path.startsWith(`${FOLDER}/`)),
    [],
  );
});

test('a folder outside of the workspace is read from where the editor has it in its settings, and only what is named', async (t) => {
  const asked: string[] = [];
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: {
      'example.com.zone': `${forward}$INCLUDE hosts.inc\n`,
      'db.one': forward.replace('192.0.2.53', '192.0.2.54'),
    },
    outside: {
      'file:///srv/include/hosts.inc': 'www IN A 192.0.2.80\n',
      'file:///srv/include/example.net.zone': forward,
      'file:///etc/bind/named.conf': 'include "named.conf.local";\n',
      'file:///etc/bind/named.conf.local': 'zone "example.org" { type primary; file "/etc/bind/db.one"; };\n',
    },
    settings: { includeBase: '/srv/include', configuration: ['/etc/bind/named.conf'] },
    onRead: (path) => asked.push(path),
  });
  await eventually(editor, `${FOLDER}/db.one`, ['192.0.2.54 in 0']);
  await eventually(editor, 'file:///srv/include/hosts.inc', ['192.0.2.80 in 0']);
  const outside = asked.filter((path) => !path.startsWith(FOLDER));
  assert.deepEqual([...new Set(outside)].sort(), [
    'file:///etc/bind/named.conf',
    'file:///etc/bind/named.conf.local',
    'file:///srv/include/hosts.inc',
  ]);
});

test('a settings file of the workspace leads nowhere outside', async (t) => {
  const asked: string[] = [];
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: {
      'example.com.zone': `${forward}$INCLUDE hosts.inc\n`,
      'zonewright.json': '{ "includeBase": "/srv/include", "configuration": ["/etc/bind/named.conf"] }',
    },
    outside: { 'file:///srv/include/hosts.inc': 'www IN A 192.0.2.80\n', 'file:///etc/bind/named.conf': '' },
    onRead: (path) => asked.push(path),
  });
  await eventually(editor, `${FOLDER}/example.com.zone`, [
    '$INCLUDE names "hosts.inc", and there is no such file here',
  ]);
  assert.deepEqual(
    asked.filter((path) => !path.startsWith(FOLDER)),
    [],
  );
});

test('ten thousand files are read with progress, and questions are answered meanwhile', async (t) => {
  const many: Record<string, string> = {};
  let declared = '';
  for (let i = 0; i < 10_000; i++) {
    many[`zones/z${i}.example.zone`] = `${forward}h A 10.${i >> 8}.${i & 255}.1\n`;
    declared += `zone "z${i}.example" { type primary; file "zones/z${i}.example.zone"; };\n`;
  }
  const reports: string[] = [];
  const editor = await Editor.start(t, {
    rules: [],
    files: { ...many, 'named.conf': declared },
    capabilities: { ...VSCODE, window: { workDoneProgress: true } },
    onProgress: (value) => reports.push(value.kind),
  });
  let longest = 0;
  let before = performance.now();
  const clock = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  }, 1);
  t.after(() => clearInterval(clock));
  const zone = await editor.open('zones/z9999.example.zone');
  while (!reports.includes('end')) {
    await editor.pull(zone);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.ok(reports.includes('begin') && reports.includes('report'));
  t.diagnostic(`the longest time at a stretch: ${Math.round(longest)} ms`);
  if (process.env.BLOCKING) assert.ok(longest < 50, `blocked for ${longest} ms`);
});

test('a file that is still being read is not said to be missing', async (t) => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { 'example.com.zone': forward, 'hosts.part': 'www IN A 192.0.2.80\n' },
    onRead: (path) => (path.endsWith('.part') ? waiting : undefined),
  });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  await editor.type(zone, 'ns1 IN A', '$INCLUDE hosts.part\n$INCLUDE gone.part\nns1 IN A');
  for (let round = 0; round < 5; round++) {
    const found = await messages(editor, zone);
    assert.deepEqual(found, ['192.0.2.53 in 0']);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  answer();
  await eventually(editor, zone, ['$INCLUDE names "gone.part", and there is no such file here', '192.0.2.53 in 0']);
});

test('while the workspace is being listed nothing is said of what it may hold', async (t) => {
  let answer = () => {};
  const waiting = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const editor = await Editor.start(t, {
    rules: [],
    files: {
      'named.conf': 'zone "example.com" { type primary; file "hosts.db"; };\n',
      'hosts.db': `$INCLUDE ttl.inc\n${soa}ns1 IN A 192.0.2.53\n`,
      'ttl.inc': '$TTL 1h\n',
    },
    onList: () => waiting,
    checkPatience: 200,
  });
  const zone = await editor.open('hosts.db');
  assert.deepEqual(await messages(editor, zone), []);
  answer();
  await eventually(editor, zone, []);
});

test('folders that a .gitignore leaves out stay out, until it is another', async (t) => {
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { ...files, '.gitignore': 'build/\n', 'build/2.0.192.in-addr.arpa.zone': reverse },
  });
  const zone = await editor.open('example.com.zone');
  // Two files of one zone would both be left out of the checks.
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.set(`${FOLDER}/build/deep/2.0.192.in-addr.arpa.zone`, reverse);
  await tell(editor, { 'build/deep/2.0.192.in-addr.arpa.zone': FileChangeType.Created });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.delete(`${FOLDER}/2.0.192.in-addr.arpa.zone`);
  editor.files.delete(`${FOLDER}/build/deep/2.0.192.in-addr.arpa.zone`);
  await tell(editor, { '2.0.192.in-addr.arpa.zone': FileChangeType.Deleted });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.set(`${FOLDER}/.gitignore`, '*.log\n');
  await tell(editor, { '.gitignore': FileChangeType.Changed });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.set(`${FOLDER}/.gitignore`, 'build/\n');
  await tell(editor, { '.gitignore': FileChangeType.Changed });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.delete(`${FOLDER}/.gitignore`);
  await tell(editor, { '.gitignore': FileChangeType.Deleted });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
});

test('a zone file in a folder that .gitignore leaves out is missing where a configuration names it', async (t) => {
  const editor = await Editor.start(t, {
    rules: [],
    files: {
      '.gitignore': 'build/\n',
      'named.conf': 'zone "example.com" { type primary; file "build/one"; };\n',
      'build/one': forward.replace('192.0.2.53', '192.0.2.300'),
    },
  });
  const configuration = await editor.open('named.conf');
  await eventually(editor, configuration, ['Zone file build/one of example.com is not in the workspace']);
});

test('a folder that comes with all its files, and one that is renamed', async (t) => {
  const editor = await Editor.start(t, { rules: [pointed], files: { 'example.com.zone': forward } });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  editor.files.set(`${FOLDER}/rev/2.0.192.in-addr.arpa.zone`, reverse);
  await tell(editor, { rev: FileChangeType.Created });
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  editor.files.delete(`${FOLDER}/rev/2.0.192.in-addr.arpa.zone`);
  editor.files.set(`${FOLDER}/back/2.0.192.in-addr.arpa.zone`, reverse.replace('53 IN PTR', '54 IN PTR'));
  await tell(editor, { rev: FileChangeType.Deleted, back: FileChangeType.Created });
  await eventually(editor, zone, ['192.0.2.53 in 0']);
});

test('a folder that is added to the workspace and taken out of it', async (t) => {
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { 'example.com.zone': forward },
    outside: { 'file:///other/2.0.192.in-addr.arpa.zone': reverse },
  });
  const zone = await editor.open('example.com.zone');
  await eventually(editor, zone, ['192.0.2.53 in 0']);
  const folder = { uri: 'file:///other', name: 'other' };
  const change = (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) =>
    editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [...added], removed: [...removed] },
    });
  await change([folder], []);
  await eventually(editor, zone, ['192.0.2.53 in 1']);
  await change([], [folder]);
  await eventually(editor, zone, ['192.0.2.53 in 0']);
});

test('a file in a folder that .gitignore leaves out is known as long as it is open', async (t) => {
  const name = 'build/2.0.192.in-addr.arpa.zone';
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { 'example.com.zone': forward, '.gitignore': 'build/\n', [name]: reverse },
  });
  await until(() => (editor.session.project.paths.has(`${FOLDER}/example.com.zone`) ? true : undefined));
  const uri = await editor.open(name);
  await until(() => (editor.session.project.paths.has(uri) ? true : undefined));
  await editor.close(uri);
  await until(() => (editor.session.project.paths.has(uri) ? undefined : true));
});

test('an open file in a folder that .gitignore comes to leave out is no rival any more', async (t) => {
  const name = 'build/2.0.192.in-addr.arpa.zone';
  const editor = await Editor.start(t, {
    rules: [pointed],
    files: { ...files, [name]: reverse.replace('53 IN PTR', '54 IN PTR') },
  });
  const uri = await editor.open(name);
  const rivals = (): readonly string[] => editor.session.project.rivals(`${FOLDER}/2.0.192.in-addr.arpa.zone`);
  await until(() => (rivals().includes(uri) ? true : undefined));
  editor.files.set(`${FOLDER}/.gitignore`, 'build/\n');
  await tell(editor, { '.gitignore': FileChangeType.Created });
  await until(() => (rivals().includes(uri) ? undefined : true));
  // It changes on disk too: it is still left out.
  await tell(editor, { [name]: FileChangeType.Changed });
  await settled(editor);
  assert.deepEqual(rivals(), []);
});
