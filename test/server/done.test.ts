import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  ExecuteCommandRequest,
  ShowMessageRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { type DoneResult, doneRequest, type UndoResult, undoRequest } from '../../src/shared/protocol.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';

const SOA =
  '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600\n' +
  '@ IN NS ns1.example.com.\n@ IN NS ns1.example.net.\n';
const files = {
  'example.com.zone': `$TTL 3600\n${SOA}ns1 IN A 192.0.2.53\nmail IN A 192.0.2.11\n`,
  '2.0.192.in-addr.arpa.zone': `$TTL 3600\n${SOA}53 IN PTR ns1.example.com.\n`,
};
const reverse = `${FOLDER}/2.0.192.in-addr.arpa.zone`;

async function actions(editor: Editor, uri: string, only?: string): Promise<CodeAction[]> {
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: { line: 5, character: 12 }, end: { line: 5, character: 12 } },
    context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only ? { only: [only] } : {}) },
  });
  return (found ?? []) as CodeAction[];
}

/** Chooses an action as an editor does: resolves it, applies its edit. */
async function choose(editor: Editor, action: CodeAction | undefined): Promise<CodeAction> {
  assert.ok(action);
  const resolved = await editor.connection.sendRequest(CodeActionResolveRequest.type, action);
  editor.apply(resolved.edit ?? {});
  for (const [uri, { text }] of editor.texts)
    if (text !== files[uri.slice(FOLDER.length + 1) as keyof typeof files])
      await editor.open(uri.slice(FOLDER.length + 1));
  return resolved;
}

test('after a fix of another file the client is told what was done, and takes it back', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  const [fix] = await actions(editor, uri);
  const { command } = await choose(editor, fix);
  const [params] = command?.arguments ?? [];
  const done = await editor.connection.sendRequest<DoneResult>(doneRequest, params);
  assert.deepEqual(done, {
    said: 'Added 11 IN PTR mail.example.com. to 2.0.192.in-addr.arpa, serial 2026112302',
    uris: [reverse],
    changesHome: false,
  });
  assert.match(editor.textOf('2.0.192.in-addr.arpa.zone'), /2026112302[\s\S]*11 IN PTR/);
  const { edit } = await editor.connection.sendRequest<UndoResult>(undoRequest, params);
  editor.apply(edit as object);
  assert.equal(editor.textOf('2.0.192.in-addr.arpa.zone'), files['2.0.192.in-addr.arpa.zone']);
  const again = await editor.connection.sendRequest<UndoResult>(undoRequest, params);
  assert.equal(again.problem, 'There is nothing to take back');
  await editor.type(reverse, editor.textOf('2.0.192.in-addr.arpa.zone'), files['2.0.192.in-addr.arpa.zone']);
  const redo = await editor.connection.sendRequest<UndoResult>(undoRequest, { ...params, isRedo: true });
  editor.apply(redo.edit as object);
  assert.match(editor.textOf('2.0.192.in-addr.arpa.zone'), /2026112302[\s\S]*11 IN PTR/);
  const twice = await editor.connection.sendRequest<UndoResult>(undoRequest, { ...params, isRedo: true });
  assert.equal(twice.problem, 'There is nothing to make again');
});

test('what was changed since is not taken back', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  const { command } = await choose(editor, (await actions(editor, uri))[0]);
  await editor.type(reverse, '11 IN PTR mail', '11 IN PTR other');
  const { edit, problem } = await editor.connection.sendRequest<UndoResult>(undoRequest, command?.arguments?.[0]);
  assert.equal(edit, undefined);
  assert.equal(problem, '2.0.192.in-addr.arpa.zone has changed since: take it back there by hand');
});

test('a client without a notice of its own is asked by the server', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: VSCODE });
  const asked: string[] = [];
  editor.connection.onRequest(ShowMessageRequest.type, ({ message, actions: choices = [] }) => {
    asked.push(message);
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['Keep', 'Undo'],
    );
    return choices[1] ?? null;
  });
  const uri = await editor.open('example.com.zone');
  const { command } = await choose(editor, (await actions(editor, uri))[0]);
  assert.ok(command);
  await editor.connection.sendRequest(ExecuteCommandRequest.type, command);
  await until(() =>
    editor.textOf('2.0.192.in-addr.arpa.zone') === files['2.0.192.in-addr.arpa.zone'] ? true : undefined,
  );
  assert.deepEqual(asked, ['Added 11 IN PTR mail.example.com. to 2.0.192.in-addr.arpa, serial 2026112302']);
});

test('Fix All says what it mended and what it left, and why', async (t) => {
  const mixed = {
    ...files,
    '2.0.192.in-addr.arpa.zone': `$TTL 3600\n${SOA}53 IN PTR ns1.example.com\n12 IN PTR gone.example.com.\n`,
  };
  const editor = await Editor.start(t, { rules: registry, files: mixed, options: { editor: 'vscode' } });
  const uri = await editor.open('2.0.192.in-addr.arpa.zone');
  const [all] = await actions(editor, uri, 'source.fixAll');
  assert.ok(all);
  const { command } = await editor.connection.sendRequest(CodeActionResolveRequest.type, all);
  const { said } = await editor.connection.sendRequest<DoneResult>(doneRequest, command?.arguments?.[0]);
  assert.equal(said, 'Fixed 1 finding; left 1 that wants a choice (ptr-target-no-address)');
});

test('where nothing is safe, who asks for Fix All hears why', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  const [all] = await actions(editor, uri, 'source.fixAll');
  assert.ok(all);
  const { command, edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, all);
  assert.deepEqual(edit, { documentChanges: [] });
  const { said } = await editor.connection.sendRequest<DoneResult>(doneRequest, command?.arguments?.[0]);
  assert.equal(said, 'Nothing is safe to fix; left 1 that wants a choice (ptr-missing)');
});

test('that a fix can not be taken back any more is a message, and no question', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: VSCODE });
  const asked: string[] = [];
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
  editor.connection.onRequest(ShowMessageRequest.type, async ({ message, actions: choices = [] }) => {
    asked.push(message);
    await editor.type(reverse, '11 IN PTR mail', '11 IN PTR other');
    return choices[1] ?? null;
  });
  const uri = await editor.open('example.com.zone');
  const { command } = await choose(editor, (await actions(editor, uri))[0]);
  assert.ok(command);
  await editor.connection.sendRequest(ExecuteCommandRequest.type, command);
  await until(() => (told.length > 0 ? true : undefined));
  assert.equal(asked.length, 1);
  assert.deepEqual(told, ['2.0.192.in-addr.arpa.zone has changed since: take it back there by hand']);
});
