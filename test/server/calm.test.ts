import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  CodeActionRequest,
  CodeActionTriggerKind,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { cursorNotification } from '../../src/shared/protocol.ts';
import { Editor, until } from './editor.ts';

const SOA =
  '@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600\n@ IN NS ns1.example.com.\n';

const files = {
  'example.com.zone': `$TTL 3600\n${SOA}ns1 IN A 203.0.113.53\nmail IN A 203.0.113.12\n\nold IN A 203.0.113.99\n`,
  '113.0.203.in-addr.arpa.zone': `$TTL 3600
${SOA}12 IN PTR mail.example.com.
53 IN PTR ns1.example.com.
123 IN PTR new.example.com.
`,
};

/** Longer than any test. */
const LONG = 600_000;

async function start(t: TestContext, typingPause = LONG): Promise<{ editor: Editor; zone: string; reverse: string }> {
  const editor = await Editor.start(t, { rules: registry, files, typingPause });
  const zone = await editor.open('example.com.zone');
  return { editor, zone, reverse: await editor.open('113.0.203.in-addr.arpa.zone') };
}

/** What is found, as `line rule`, counted from one; what stands at the SOA or NS for the whole zone, and comes in its own time, is left out. */
async function found(editor: Editor, uri: string): Promise<string[]> {
  const diagnostics = await editor.diagnostics(uri);
  return diagnostics
    .filter(({ range }) => range.start.line > 2)
    .map(({ code, range }) => `${range.start.line + 1} ${code}`);
}

test('nothing is said of the line that is typed, at no address on the way, and faults elsewhere stay', async (t) => {
  const { editor, zone, reverse } = await start(t);
  assert.deepEqual(await found(editor, zone), ['7 ptr-missing']);
  const before = await found(editor, reverse);
  const typed = 'new IN A 203.0.113.123';
  for (const character of typed) {
    await editor.insert(zone, { line: 5, character: typedSoFar(editor).length }, character);
    assert.deepEqual(await found(editor, zone), ['7 ptr-missing'], typedSoFar(editor));
    for (const one of await found(editor, reverse)) assert.ok(before.includes(one), `${typedSoFar(editor)}: ${one}`);
  }
});

function typedSoFar(editor: Editor): string {
  return editor.textOf('example.com.zone').split('\n')[5] ?? '';
}

test('after a pause all is said, and the client is told to ask again', async (t) => {
  const { editor, zone } = await start(t, 20);
  await editor.diagnostics(zone);
  const asked = editor.refreshCount;
  await editor.insert(zone, { line: 5, character: 0 }, 'new IN A 203.0.113.1');
  await until(() => (editor.refreshCount > asked ? true : undefined));
  assert.ok((await found(editor, zone)).includes('6 ptr-missing'));
});

const ends: Readonly<Record<string, (editor: Editor, zone: string) => Promise<unknown>>> = {
  'a new line': (editor, zone) => editor.insert(zone, { line: 5, character: 20 }, '\n'),
  'another line': (editor, zone) => editor.insert(zone, { line: 4, character: 0 }, ''),
  'a save': (editor, zone) =>
    editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: zone } }),
  'the cursor on another line': async (editor, zone) => {
    await editor.connection.sendNotification(cursorNotification, { uri: zone, line: 6 });
  },
  'the cursor in no document': (editor) => editor.connection.sendNotification(cursorNotification, {}),
  'a question for fixes': (editor, zone) => actions(editor, zone, CodeActionTriggerKind.Invoked),
};

for (const [what, end] of Object.entries(ends)) {
  test(`${what} ends the typing`, async (t) => {
    const { editor, zone } = await start(t);
    await editor.insert(zone, { line: 5, character: 0 }, 'new IN A 203.0.113.1');
    assert.deepEqual(await found(editor, zone), ['7 ptr-missing']);
    await end(editor, zone);
    assert.ok((await found(editor, zone)).includes('6 ptr-missing'));
  });
}

test('the cursor on the line, and fixes that the editor looks for by itself, end nothing', async (t) => {
  const { editor, zone } = await start(t);
  await editor.connection.sendNotification(cursorNotification, { uri: zone, line: 5 });
  await editor.insert(zone, { line: 5, character: 0 }, 'new IN A 203.0.113.1');
  await editor.connection.sendNotification(cursorNotification, { uri: zone, line: 5 });
  await actions(editor, zone, CodeActionTriggerKind.Automatic);
  assert.deepEqual(await found(editor, zone), ['7 ptr-missing']);
});

test('a change at a line where the cursor is not is no typing', async (t) => {
  const { editor, zone } = await start(t);
  await editor.connection.sendNotification(cursorNotification, { uri: zone, line: 0 });
  await editor.insert(zone, { line: 5, character: 0 }, 'new IN A 203.0.113.1');
  assert.ok((await found(editor, zone)).includes('6 ptr-missing'));
});

test('what another file shows for the line since the typing began waits too, what was there stays', async (t) => {
  const { editor, zone, reverse } = await start(t);
  const before = await found(editor, reverse);
  // The address of a PTR goes, digit by digit: its PTR leads to a name that has it no more.
  await editor.remove(zone, { line: 4, character: 21 }, 1);
  assert.deepEqual(await found(editor, reverse), before);
  await editor.connection.sendNotification(cursorNotification, {});
  assert.notDeepEqual(await found(editor, reverse), before);
});

function actions(editor: Editor, uri: string, triggerKind: CodeActionTriggerKind): Promise<unknown> {
  const at = { line: 5, character: 12 };
  return editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], triggerKind },
  });
}
