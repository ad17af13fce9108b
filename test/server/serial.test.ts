import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  ShowMessageRequest,
  TextDocumentSaveReason,
  type TextEdit,
  WillSaveTextDocumentWaitUntilRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { bumpSerialRequest, committedTextRequest, type EditResult } from '../../src/shared/protocol.ts';
import { Editor, FOLDER, until } from './editor.ts';

const zone = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
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

test('the extension is to save what was agreed to after saving, and what nobody was asked about not', async (t) => {
  for (const [onSave, saves] of [
    ['ask', true],
    ['always', undefined],
  ]) {
    const options = { editor: 'vscode' } as const;
    const editor = await Editor.start(t, {
      rules: registry,
      files: including,
      settings: { serial: { onSave } },
      options,
    });
    const made: unknown[] = [];
    editor.connection.onRequest(ShowMessageRequest.type, ({ actions }) => actions?.[0] ?? null);
    editor.connection.onRequest(ApplyWorkspaceEditRequest.type, (params) => {
      made.push('saves' in params ? params.saves : undefined);
      return { applied: true };
    });
    const uri = await editor.open('hosts.inc');
    await settled(editor, uri);
    await editor.type(uri, '192.0.2.10', '192.0.2.11');
    await settled(editor, uri);
    await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await until(() => (made.length > 0 ? true : undefined));
    assert.deepEqual(made, [saves]);
  }
});

test('an answer after more was typed raises the serial where it stands by then', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, settings: { serial: { onSave: 'ask' } } });
  const uri = await editor.open('example.com.zone');
  let typed: [old: string, text: string] = ['$TTL 3600\n', '; an answer is long in coming\n$TTL 1h\n'];
  editor.connection.onRequest(ShowMessageRequest.type, async ({ actions }) => {
    await editor.type(uri, ...typed);
    return actions?.[0] ?? null;
  });
  const save = async (record: string): Promise<void> => {
    await editor.type(uri, 'ns1 IN A', `${record}\nns1 IN A`);
    await settled(editor, uri);
    await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  };
  await settled(editor, uri);
  await save('www IN A 192.0.2.10');
  await until(() => (editor.textOf('example.com.zone').includes('2026112302') ? true : undefined));
  const wanted = zone
    .replace('$TTL 3600', '; an answer is long in coming\n$TTL 1h')
    .replace('2026112301', '2026112302')
    .replace('ns1 IN A', 'www IN A 192.0.2.10\nns1 IN A');
  assert.equal(editor.textOf('example.com.zone'), wanted);
  typed = ['2026112302', '2026112307'];
  await save('web IN A 192.0.2.11');
  await until(() => (editor.textOf('example.com.zone').includes('2026112307') ? true : undefined));
  await settled(editor, uri);
  assert.ok(
    editor.textOf('example.com.zone').includes('hostmaster 2026112307 86400'),
    'one that is raised by hand stays',
  );
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

const parent = (serial: string) => `${zone.replace('2026112301', serial)}$INCLUDE hosts.inc\n`;
const including = {
  'example.com.zone': parent('2026112301'),
  'example.net.zone': parent('17'),
  'hosts.inc': 'www IN A 192.0.2.10\n',
};

async function saved(editor: Editor, uri: string): Promise<void> {
  await willSave(editor, uri, TextDocumentSaveReason.Manual);
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  editor.files.set(uri, editor.texts.get(uri)?.text ?? '');
}

test('saving an included file raises the serials of closed zones that include it, once a change', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: including,
    settings: { serial: { onSave: 'always' } },
  });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await saved(editor, uri);
  await editor.type(uri, 'www IN', '; a comment\nwww IN');
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  assert.deepEqual(serials(editor), ['2026112301', '17']);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  await saved(editor, uri);
  await until(() => (serials(editor).join() === '2026112302,18' ? true : undefined));
  await written(editor, ['example.com.zone', 'example.net.zone']);
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  assert.deepEqual(serials(editor), ['2026112302', '18']);
  await editor.type(uri, '192.0.2.11', '192.0.2.12');
  await settled(editor, uri);
  await saved(editor, uri);
  await until(() => (serials(editor).join() === '2026112303,19' ? true : undefined));
});

test('closed zones that include a saved file are asked about, once a change', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: including, settings: { serial: { onSave: 'ask' } } });
  const asked: string[] = [];
  let answer = 1;
  editor.connection.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
    asked.push(message);
    return actions?.[answer] ?? null;
  });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  const question = 'example.com, example.net have changed, and their serials have not';
  assert.deepEqual(asked, [question]);
  assert.deepEqual(serials(editor), ['2026112301', '17']);
  answer = 0;
  await editor.type(uri, '192.0.2.11', '192.0.2.12');
  await settled(editor, uri);
  await saved(editor, uri);
  await until(() => (serials(editor).join() === '2026112302,18' ? true : undefined));
  assert.deepEqual(asked, [question, question]);
});

test('only the zones that lack a new serial are asked about', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: including, settings: { serial: { onSave: 'ask' } } });
  const asked: string[] = [];
  editor.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    asked.push(message);
    return null;
  });
  const net = await editor.open('example.net.zone');
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(net, ' 17 ', ' 18 ');
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  assert.deepEqual(asked, ['example.com has changed, and its serial has not']);
});

test('saving a zone whose included file is closed raises its serial', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: including,
    settings: { serial: { onSave: 'always' } },
  });
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  await editor.type(uri, 'ns1 IN A', 'new IN A 192.0.2.20\nns1 IN A');
  await settled(editor, uri);
  const [edit] = (await willSave(editor, uri, TextDocumentSaveReason.Manual)) ?? [];
  assert.equal(edit?.newText, '2026112302');
});

test('another program that changes a closed zone is no change of the included file that is open', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: including,
    settings: { serial: { onSave: 'always' } },
  });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  const text = `${including['example.com.zone']}new IN A 192.0.2.20\n`;
  editor.texts.set(`${FOLDER}/example.com.zone`, { text, version: 0 });
  await written(editor, ['example.com.zone']);
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  assert.deepEqual(serials(editor), ['2026112301', '17']);
});

test('serials are raised on saving where the rule about them is off', async (t) => {
  const settings = { serial: { onSave: 'always' }, rules: { 'serial-not-increased': 'off' } };
  const editor = await Editor.start(t, { rules: registry, files: including, settings });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  await saved(editor, uri);
  await until(() => (serials(editor).join() === '2026112302,18' ? true : undefined));
});

test('a file that is saved at once after the last keystroke is read first', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: including, settings: { serial: { onSave: 'ask' } } });
  const asked: string[] = [];
  editor.connection.onRequest(ShowMessageRequest.type, ({ message }) => {
    asked.push(message);
    return null;
  });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(uri, 'www IN', '; a comment\nwww IN');
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  await settled(editor, uri);
  assert.deepEqual(asked, []);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  await editor.type(uri, '192.0.2.11', '192.0.2.12');
  await settled(editor, uri);
  assert.equal(asked.length, 1);
  await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  await settled(editor, uri);
  assert.equal(asked.length, 2);
});

function serials(editor: Editor): readonly (string | undefined)[] {
  return ['example.com.zone', 'example.net.zone'].map((name) => / hostmaster (\d+) /.exec(editor.textOf(name))?.[1]);
}

/** What the texts are is on disk now. */
async function written(editor: Editor, names: readonly string[]): Promise<void> {
  const uris = names.map((name) => `${FOLDER}/${name}`);
  for (const uri of uris) editor.files.set(uri, editor.texts.get(uri)?.text ?? '');
  const type: FileChangeType = FileChangeType.Changed;
  const changes = uris.map((uri) => ({ uri, type }));
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

test('a client that fails to tell the last commit is taken to know none', async (t) => {
  const options = { knowsCommits: true };
  const settings = { serial: { onSave: 'always' } };
  const editor = await Editor.start(t, { rules: registry, files: including, settings, options });
  editor.connection.onRequest(committedTextRequest, () => {
    throw new Error('no git here');
  });
  const uri = await editor.open('hosts.inc');
  await settled(editor, uri);
  await editor.type(uri, '192.0.2.10', '192.0.2.11');
  await settled(editor, uri);
  await saved(editor, uri);
  await until(() => (serials(editor).join() === '2026112302,18' ? true : undefined));
});

test('the last commits of many zones are asked for some at a time', async (t) => {
  const count = 200;
  const many = Object.fromEntries(Array.from({ length: count }, (_, i) => [`z${i}.example.com.zone`, zone]));
  const editor = await Editor.start(t, { rules: registry, files: many, options: { knowsCommits: true } });
  const asked = new Set<string>();
  let open = 0;
  let most = 0;
  editor.connection.onRequest(committedTextRequest, async ({ uri }: { uri: string }) => {
    asked.add(uri);
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open--;
    return { kind: 'unknown' };
  });
  const uri = await editor.open('z0.example.com.zone');
  await until(() => (asked.size === count && open === 0 ? true : undefined));
  await settled(editor, uri);
  assert.ok(most > 1 && most <= 64, `${most} at once`);
});

const raised = zone.replace('2026112301', '2026112302').replace('ns1 IN A', 'www IN A 192.0.2.10\nns1 IN A');

async function serialFindings(editor: Editor, uri: string): Promise<readonly string[]> {
  await settled(editor, uri);
  const found = await editor.diagnostics(uri);
  return found.flatMap(({ code, message }) => (code === 'serial-not-increased' ? [String(message)] : []));
}

/** Another program puts a text into a file that is open and saved: the editor takes it, and hears of it. */
async function changedByOther(editor: Editor, text: string, order: 'text first' | 'news first'): Promise<void> {
  const uri = `${FOLDER}/example.com.zone`;
  const old = editor.textOf('example.com.zone');
  const take = () => editor.type(uri, old, text);
  const hear = () => {
    editor.files.set(uri, text);
    return editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
  };
  for (const step of order === 'text first' ? [take, hear] : [hear, take]) {
    await step();
    await settled(editor, uri);
  }
}

for (const order of ['text first', 'news first'] as const) {
  test(`what another program makes of an open file is what it was; then the next change counts (${order})`, async (t) => {
    const editor = await Editor.start(t, { rules: registry, files });
    const uri = await editor.open('example.com.zone');
    await settled(editor, uri);
    await editor.type(uri, zone, raised);
    await settled(editor, uri);
    await saved(editor, uri);
    await changedByOther(editor, zone, order);
    assert.deepEqual(await serialFindings(editor, uri), []);
    await editor.type(uri, 'ns1 IN A', 'new IN A 192.0.2.20\nns1 IN A');
    assert.equal((await serialFindings(editor, uri)).length, 1);
  });
}

test('the text of a commit stays what a saved file was, whatever is said of the file before git looked again', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { knowsCommits: true } });
  editor.connection.onRequest(committedTextRequest, () => ({ kind: 'unchanged' }));
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  await editor.type(uri, zone, raised);
  await settled(editor, uri);
  await saved(editor, uri);
  await settled(editor, uri);
  await changedByOther(editor, zone, 'text first');
  assert.deepEqual(await serialFindings(editor, uri), []);
});

test('all that raises a serial offers one number, above what the zone was', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  await settled(editor, uri);
  await editor.type(uri, '2026112301', '2026112205');
  assert.equal((await serialFindings(editor, uri)).length, 1);
  const textDocument = { uri };
  const lenses = (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
  const at = { line: 1, character: 25 };
  const actions =
    (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })) ?? [];
  const titles = [...lenses.map(({ command }) => command?.title ?? ''), ...actions.map(({ title }) => title)];
  assert.deepEqual(
    titles.filter((title) => title.includes('serial to')),
    ['Bump serial to 2026112302', 'Raise the serial to 2026112302', 'Bump serial to 2026112302'],
  );
  const { edit } = await editor.connection.sendRequest<EditResult>(bumpSerialRequest, { uri });
  assert.match(JSON.stringify(edit), /2026112302/);
});
