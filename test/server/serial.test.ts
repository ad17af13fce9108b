import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidSaveTextDocumentNotification,
  ShowMessageRequest,
  TextDocumentSaveReason,
  type TextEdit,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, until } from './editor.ts';

const zone = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
`;
const files = { 'example.com.zone': zone };

function willSave(editor: Editor, uri: string, reason: TextDocumentSaveReason): Promise<TextEdit[] | null> {
  return editor.connection.sendRequest(WillSaveTextDocumentWaitUntilRequest.type, { textDocument: { uri }, reason });
}

async function settled(editor: Editor, uri: string): Promise<void> {
  await editor.pull(uri);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

test('saving raises the serial of a changed zone where that is set, once', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, settings: { serial: { onSave: 'always' } } });
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.Manual), []);
  await editor.type(uri, 'ns1 IN A', 'www IN A 192.0.2.10\nns1 IN A');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.AfterDelay), []);
  const [edit] = (await willSave(editor, uri, TextDocumentSaveReason.Manual)) ?? [];
  assert.equal(edit?.newText, '2026112302');
  await editor.type(uri, '2026112301', '2026112302');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.Manual), []);
});

test('comments are no change', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, settings: { serial: { onSave: 'always' } } });
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  await editor.type(uri, 'ns1 IN A', '; a comment\nns1 IN A');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.Manual), []);
});

test('saving asks where that is set', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, settings: { serial: { onSave: 'ask' } } });
  const asked: string[] = [];
  editor.connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
    asked.push(message);
    return actions?.[0] ?? null;
  });
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  await editor.type(uri, 'ns1 IN A', 'www IN A 192.0.2.10\nns1 IN A');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.Manual), []);
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  await until(() => (editor.textOf('example.com.zone').includes('2026112302') ? true : undefined));
  assert.deepEqual(asked, ['example.com has changed, and its serial has not']);
});

test('saving an included file raises the serials of the open zones that include it', async (t) => {
  const including = (serial: string) => `${zone.replace('2026112301', serial)}$INCLUDE hosts.inc\n`;
  const editor = await Editor.start(t, {
    rules: registry,
    files: {
      'example.com.zone': including('2026112301'),
      'example.net.zone': including('17'),
      'hosts.inc': 'www IN A 192.0.2.10\n',
    },
    settings: { serial: { onSave: 'always' } },
  });
  for (const name of ['example.com.zone', 'example.net.zone']) await settled(editor, await editor.open(name));
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  assert.deepEqual(await willSave(editor, uri, TextDocumentSaveReason.Manual), []);
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  const texts = () => ['example.com.zone', 'example.net.zone'].map((name) => editor.textOf(name));
  await until(() => (texts()[0]?.includes(' 2026112302 ') && texts()[1]?.includes(' 18 ') ? true : undefined));
  assert.equal(texts()[0], including('2026112302'));
});
