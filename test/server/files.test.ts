import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { defineRule } from '../../src/rules/rule.ts';
import { Editor, FOLDER } from './editor.ts';

const soa = '@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600\n@ IN NS ns1\n';
const forward = `$TTL 3600\n${soa}ns1 IN A 192.0.2.53\n`;
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
  for (let attempt = 0; attempt < 100; attempt++) {
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
  const declare = (name: string) => `zone "${name}" { type primary; file "/etc/bind/db.one"; };\n`;
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
      'zones/example.com.zone': `${forward}$INCLUDE /etc/passwd\n$INCLUDE ../../outside.inc\n$INCLUDE ../../../etc/hosts\n`,
      'named.conf':
        'include "/etc/bind/other.conf";\nzone "example.net" { type primary; file "/srv/example.net.zone"; };\n',
    },
    onRead: (path) => asked.push(path),
  });
  editor.files.set('file:///outside.inc', 'www IN A 192.0.2.80\n');
  editor.files.set('file:///etc/passwd', 'www IN A 192.0.2.80\n');
  const zone = await editor.open('zones/example.com.zone');
  await eventually(editor, zone, [
    '192.0.2.53 in 0',
    '$INCLUDE names "/etc/passwd", and there is no such file here',
    '$INCLUDE names "../../outside.inc", and there is no such file here',
    '$INCLUDE names "../../../etc/hosts", and there is no such file here',
  ]);
  assert.ok(asked.includes(`${FOLDER}/named.conf`));
  assert.deepEqual(
    asked.filter((path) => !path.startsWith(`${FOLDER}/`)),
    [],
  );
});
