import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type ClientCapabilities,
  PrepareRenameRequest,
  RenameRequest,
  type ResourceOperationKind,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';

const SOA = '@ SOA ns1 hostmaster 1 7200 900 1209600 3600\n@ NS ns1\nns1 A 192.0.2.53\n';

const files = {
  'named.conf': `options { directory "/etc/bind"; };
zone "example.com" { type primary; file "zones/example.com.zone"; };
zone "example.net" { type primary; file "/etc/bind/zones/example.net.zone"; };
`,
  'zones/example.com.zone': `$TTL 3600\n${SOA}$INCLUDE zones/hosts.inc\n`,
  'zones/example.net.zone': `$TTL 3600\n${SOA}`,
  'zones/hosts.inc': 'www A 192.0.2.80\n',
};

const resourceOperations = ['create', 'rename'] satisfies ResourceOperationKind[];
const workspaceEdit = { documentChanges: true, resourceOperations };
const ABLE: ClientCapabilities = { ...VSCODE, workspace: { ...VSCODE.workspace, workspaceEdit } };

async function start(t: TestContext, capabilities = ABLE): Promise<Editor> {
  const editor = await Editor.start(t, { rules: registry, files, capabilities });
  await until(() => (editor.session.loop.isSettled && editor.session.store.files.size >= 3 ? true : undefined));
  return editor;
}

/** Renames what stands in a file before a text, and gives what the client is to do, in words. */
async function rename(editor: Editor, name: keyof typeof files, before: string, newName: string): Promise<string[]> {
  const uri = await editor.open(name, undefined, name === 'named.conf' ? 'named-conf' : 'dns-zone');
  const line = files[name].split('\n').findIndex((text) => text.includes(before));
  const character = (files[name].split('\n')[line] ?? '').indexOf(before) + 2;
  const at = { textDocument: { uri }, position: { line, character } };
  const spot = await editor.connection.sendRequest(PrepareRenameRequest.type, at);
  assert.equal(spot && 'placeholder' in spot && spot.placeholder, before);
  return wordsOf(await editor.connection.sendRequest(RenameRequest.type, { ...at, newName }));
}

function wordsOf(edit: WorkspaceEdit | null): string[] {
  return (edit?.documentChanges ?? []).flatMap((change) => {
    if ('edits' in change)
      return change.edits.map(
        (one) => `${change.textDocument.uri.slice(FOLDER.length + 1)}: ${'newText' in one ? one.newText : ''}`,
      );
    return change.kind === 'rename'
      ? `${change.oldUri.slice(FOLDER.length + 1)} -> ${change.newUri.slice(FOLDER.length + 1)}`
      : change.kind;
  });
}

test('F2 on the file of a zone in named.conf renames the file, and the word', async (t) => {
  const editor = await start(t);
  assert.deepEqual(await rename(editor, 'named.conf', 'zones/example.com.zone', 'primary/com.zone'), [
    'named.conf: primary/com.zone',
    'zones/example.com.zone -> primary/com.zone',
  ]);
  assert.deepEqual(await rename(editor, 'named.conf', '/etc/bind/zones/example.net.zone', '/etc/bind/zones/net.db'), [
    'named.conf: /etc/bind/zones/net.db',
    'zones/example.net.zone -> zones/net.db',
  ]);
});

test('a client that asks before it renames files asks for the words by itself', async (t) => {
  const workspace = { ...ABLE.workspace, fileOperations: { willRename: true } };
  const editor = await start(t, { ...ABLE, workspace });
  assert.deepEqual(await rename(editor, 'named.conf', 'zones/example.com.zone', 'zones/com.zone'), [
    'zones/example.com.zone -> zones/com.zone',
  ]);
});

test('F2 on the path of an $INCLUDE line does too', async (t) => {
  const editor = await start(t);
  assert.deepEqual(await rename(editor, 'zones/example.com.zone', 'zones/hosts.inc', 'zones/web.inc'), [
    'zones/example.com.zone: zones/web.inc',
    'zones/hosts.inc -> zones/web.inc',
  ]);
});

test('refused: a name that is taken, that is none, that is elsewhere', async (t) => {
  const editor = await start(t);
  const of = (before: string, newName: string): Promise<string[]> => rename(editor, 'named.conf', before, newName);
  await assert.rejects(
    of('zones/example.com.zone', 'zones/example.net.zone'),
    /zones\/example\.net\.zone is there already/,
  );
  await assert.rejects(of('zones/example.com.zone', 'zones/example.com.zone'), /is its name already/);
  await assert.rejects(
    of('zones/example.com.zone', ''),
    /"" is no name of a file: write one, such as zones\/example\.com\.zone/,
  );
  await assert.rejects(of('zones/example.com.zone', 'a"b'), /is no name of a file/);
  await assert.rejects(of('zones/example.com.zone', '../com.zone'), /leads out of the workspace/);
  await assert.rejects(
    of('/etc/bind/zones/example.net.zone', '/srv/net.zone'),
    /\/srv\/net\.zone is elsewhere: write a path that begins with \/etc\/bind\//,
  );
  await assert.rejects(rename(editor, 'zones/example.com.zone', 'zones/hosts.inc', 'a b'), /is no name of a file/);
});

test('a client that can not rename files is not offered it', async (t) => {
  const editor = await start(t, VSCODE);
  const uri = await editor.open('named.conf', undefined, 'named-conf');
  const at = { textDocument: { uri }, position: { line: 1, character: 45 } };
  assert.equal(await editor.connection.sendRequest(PrepareRenameRequest.type, at), null);
});
