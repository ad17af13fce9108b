import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { WillRenameFilesRequest } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER, until } from './editor.ts';

const SOA = '@ SOA ns1 hostmaster 1 7200 900 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53\n';

const files = {
  'named.conf': `options { directory "/workspace"; };
zone "example.com" { type primary; file "zones/example.com.zone"; };
zone "example.net" { type primary; file "/workspace/zones/example.net.zone"; };
`,
  'zones/example.com.zone': `$TTL 3600\n${SOA}$INCLUDE "zones/hosts.inc"\n`,
  'zones/example.net.zone': `$TTL 3600\n${SOA}`,
  'zones/hosts.inc': 'www A 192.0.2.80\n',
  'other/example.org.zone': `$TTL 3600\n${SOA}$INCLUDE more.inc\n`,
  'other/more.inc': 'web A 192.0.2.81\n',
};

/** Renames files, and gives the texts that have changed: each without the lines that are as before. */
async function renamed(t: TestContext, ...renames: readonly (readonly [string, string])[]): Promise<string[]> {
  const editor = await Editor.start(t, { rules: registry, files });
  const { loop, store } = editor.session;
  await until(() => (loop.isSettled && store.files.size >= 5 ? true : undefined));
  const edit = await editor.connection.sendRequest(WillRenameFilesRequest.type, {
    files: renames.map(([from, to]) => ({ oldUri: `${FOLDER}/${from}`, newUri: `${FOLDER}/${to}` })),
  });
  editor.apply(edit ?? {});
  return Object.entries(files).flatMap(([name, before]) => {
    const was = before.split('\n');
    return editor
      .textOf(name)
      .split('\n')
      .flatMap((line, index) => (line === was[index] ? [] : [`${name}: ${line.replace(/.*type primary; /, '')}`]));
  });
}

test('the server asks to hear of renamed files', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  await until(() => (editor.session.loop.isSettled && editor.session.store.files.size >= 5 ? true : undefined));
  const { capabilities } = editor.initializeResult ?? {};
  assert.ok(capabilities?.workspace?.fileOperations?.willRename);
});

test('a zone file gets another name: its declaration follows', async (t) => {
  assert.deepEqual(await renamed(t, ['zones/example.com.zone', 'zones/com.zone']), [
    'named.conf: file "zones/com.zone"; };',
  ]);
});

test('an absolute path, and a file that moves to another folder', async (t) => {
  assert.deepEqual(await renamed(t, ['zones/example.net.zone', 'net.zone']), [
    'named.conf: file "/workspace/net.zone"; };',
  ]);
});

test('an included file, from the directory of the server and beside its includer', async (t) => {
  assert.deepEqual(await renamed(t, ['zones/hosts.inc', 'inc/web.inc']), [
    'zones/example.com.zone: $INCLUDE "inc/web.inc"',
  ]);
  assert.deepEqual(await renamed(t, ['other/more.inc', 'more.inc']), ['other/example.org.zone: $INCLUDE ../more.inc']);
});

test('a folder with all that is in it', async (t) => {
  assert.deepEqual(await renamed(t, ['zones', 'primary']), [
    'named.conf: file "primary/example.com.zone"; };',
    'named.conf: file "/workspace/primary/example.net.zone"; };',
    'zones/example.com.zone: $INCLUDE "primary/hosts.inc"',
  ]);
  assert.deepEqual(await renamed(t, ['other', 'moved/here']), []);
});

test('an includer alone moves: what it includes is led to from there', async (t) => {
  assert.deepEqual(await renamed(t, ['other/example.org.zone', 'example.org.zone']), [
    'other/example.org.zone: $INCLUDE other/more.inc',
  ]);
});

test('what nobody names changes nothing', async (t) => {
  assert.deepEqual(await renamed(t, ['notes.txt', 'old.txt']), []);
});
