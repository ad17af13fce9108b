import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidChangeTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  ShowMessageNotification,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER } from './editor.ts';

const options = { tabSize: 4, insertSpaces: true };

const head = `$TTL 3600
@		IN	SOA	ns1 hostmaster 2026112301 86400 7200 2419200 3600
@		IN	NS	ns1
ns1		IN	A	192.0.2.53
`;

async function open(t: Parameters<typeof Editor.start>[0], text: string, settings?: unknown) {
  const editor = await Editor.start(t, {
    rules: registry,
    files: {
      'named.conf': 'zone "example.com" { type primary; file "example.com.zone"; };\n',
      'example.com.zone': text,
    },
    settings,
  });
  const uri = await editor.open('example.com.zone');
  // What is typed is answered at once, from what is known by then.
  await editor.pull(uri);
  return { editor, uri, textDocument: { uri } };
}

/** The text after edits, which must be for the text as it is. */
function applied(editor: Editor, uri: string, edits: TextEdit[] | null): string {
  editor.apply({ changes: { [uri]: edits ?? [] } });
  return editor.texts.get(uri)?.text ?? '';
}

test('a document is laid out, by edits of the blanks that change', async (t) => {
  const { editor, uri, textDocument } = await open(t, `${head}www   IN A 192.0.2.80 ; web\nbad IN A 192.0.2.300\n`);
  const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  assert.deepEqual(
    edits?.map(({ range, newText }) => [range.start.line, range.start.character, range.end.character, newText]),
    [
      [4, 3, 6, '\t\t'],
      [4, 8, 9, '\t'],
      [4, 10, 11, '\t'],
    ],
  );
  assert.equal(
    applied(editor, uri, edits),
    `${head}www\t\tIN\tA\t192.0.2.80 ; web\nbad IN A 192.0.2.300\n`,
    'a record that servers refuse stays',
  );
});

test('a selection is laid out alone', async (t) => {
  const { editor, uri, textDocument } = await open(t, `${head}a IN A 192.0.2.1\nb IN A 192.0.2.2\nc IN A 192.0.2.3\n`);
  const range = { start: { line: 5, character: 3 }, end: { line: 6, character: 0 } };
  const edits = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument,
    options,
    range,
  });
  assert.equal(applied(editor, uri, edits), `${head}a IN A 192.0.2.1\nb\t\tIN\tA\t192.0.2.2\nc IN A 192.0.2.3\n`);
});

test('Enter brings the record above into its columns', async (t) => {
  const { editor, uri, textDocument } = await open(t, `${head}www IN A 192.0.2.80\n\nx IN A 192.0.2.81\n`);
  const edits = await editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
    textDocument,
    options,
    ch: '\n',
    position: { line: 5, character: 0 },
  });
  assert.equal(applied(editor, uri, edits), `${head}www\t\tIN\tA\t192.0.2.80\n\nx IN A 192.0.2.81\n`);
});

test('Enter leaves a line as it is where no other keeps to columns', async (t) => {
  const lines = 'ns1 IN A 192.0.2.53\nmail IN A 192.0.2.25\nwww A 192.0.2.80\nwebmail IN A 192.0.2.81\n';
  const zone = `$TTL 3600\n@ IN SOA ns1 hostmaster 1 4h 1h 2w 1h\n@ NS ns1\n${lines}`;
  const editor = await Editor.start(t, { rules: [], files: { 'example.com.zone': zone } });
  const uri = await editor.open('example.com.zone');
  const edits = await editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
    textDocument: { uri },
    position: { line: 7, character: 0 },
    ch: '\n',
    options: { tabSize: 8, insertSpaces: false },
  });
  assert.deepEqual(edits, []);
});

test('Enter inside parentheses goes on below the data, then below the line above', async (t) => {
  const { editor, uri, textDocument } = await open(t, `${head}k\t\tIN\tTXT\t( "a"\n\n`);
  const ask = (line: number) =>
    editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      options,
      ch: '\n',
      position: { line, character: 0 },
    });
  assert.equal(applied(editor, uri, await ask(5)), `${head}k\t\tIN\tTXT\t( "a"\n\t\t\t\t  \n`);
  await editor.type(uri, '\t\t\t\t  \n', '\t"b"\n\n');
  assert.equal(applied(editor, uri, await ask(6)), `${head}k\t\tIN\tTXT\t( "a"\n\t"b"\n\t\n`);
});

test('Tab leads to the next column', async (t) => {
  const { editor, uri, textDocument } = await open(t, `${head}longer-name\t\n`.replace(/\t\t/g, '                '));
  const ask = (character: number) =>
    editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      options,
      ch: '\t',
      position: { line: 4, character },
    });
  const [edit] = (await ask(12)) ?? [];
  assert.deepEqual(edit, {
    range: { start: { line: 4, character: 11 }, end: { line: 4, character: 12 } },
    newText: '      ',
  });
  await editor.type(uri, 'longer-name\t', 'longer-name "\t');
  assert.deepEqual(await ask(14), [], 'inside a string a tab is a tab');
});

test('Tab stops: owner left out, behind the class, behind the type, in the data', async (t) => {
  const { editor, uri, textDocument } = await open(t, head);
  let typed = '';
  for (const [line, text] of [
    ['\t', '\t\t'],
    ['a\t', 'a\t\t'],
    ['a\t\tIN\t', 'a\t\tIN\t'],
    ['sixteen-letters-and-more\t', 'sixteen-letters-and-more\t'],
    ['a\t\tIN\tMX\t', 'a\t\tIN\tMX\t'],
    ['a\t\tIN\tMX\t10\t', 'a\t\tIN\tMX\t10\t'],
    ['a IN\t', 'a IN\t\t\t'],
  ] as const) {
    if (typed === '') await editor.type(uri, 'ns1\t\tIN\tA', `${line}\nns1\t\tIN\tA`);
    else await editor.type(uri, `${typed}\nns1`, `${line}\nns1`);
    const edits = await editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      options,
      ch: '\t',
      position: { line: 3, character: line.length },
    });
    const [edit] = edits ?? [];
    assert.equal(edit ? line.slice(0, edit.range.start.character) + edit.newText : line, text);
    typed = line;
  }
});

test('Enter in a file with CRLF, and behind a directive or a comment', async (t) => {
  const text = `${head}$TTL  60\n\nwww IN A 192.0.2.80 ; (\n\n`.replaceAll('\n', '\r\n');
  const { editor, uri, textDocument } = await open(t, text);
  const ask = (line: number) =>
    editor.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument,
      options,
      ch: '\n',
      position: { line, character: 0 },
    });
  assert.deepEqual(await ask(5), []);
  assert.equal(applied(editor, uri, await ask(7)), text.replace('www IN A ', 'www\t\tIN\tA\t'));
});

test('what no fix may write is not laid out, and that is said once', async (t) => {
  const { editor, textDocument } = await open(t, `; Do not edit: made by a program\n${head}www IN A 192.0.2.80\n`);
  const said: string[] = [];
  editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => void said.push(message));
  for (let i = 0; i < 2; i++)
    assert.deepEqual(
      await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
      [],
    );
  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /^example\.com\.zone is not formatted: example\.com\.zone says "Do not edit/);
});

test('the settings say how', async (t) => {
  const format = { indent: 'blanks', columns: [8, 12, 16, 24], upperCase: true };
  const { editor, uri, textDocument } = await open(t, head.replace('A\t192', 'a\t192'), { format });
  const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  assert.equal(
    applied(editor, uri, edits),
    `$TTL 3600
@           IN  SOA     ns1 hostmaster 2026112301 86400 7200 2419200 3600
@           IN  NS      ns1
ns1         IN  A       192.0.2.53
`,
  );
});

test('an answer for a text that has changed meanwhile is none', async (t) => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `h${i} IN A 10.0.${(i >> 8) & 255}.${i & 255}\n`);
  const { editor, uri, textDocument } = await open(t, head + lines.join(''));
  await editor.pull(uri);
  assert.ok(await editor.session.loop.whenSettled(20_000));
  const answer = editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  const change = { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } }, text: '0' };
  await new Promise((resolve) => setTimeout(resolve, 5));
  await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [change],
  });
  await assert.rejects(answer, /The text has changed/);
});

test('of a large file so much is laid out as an answer may hold, and it is said how far', async (t) => {
  const lines = Array.from({ length: 24_000 }, (_, i) => `h${i}\tIN\tTXT\t${'"text of a record" '.repeat(8)}\n`);
  const { editor, textDocument } = await open(t, head + lines.join(''));
  assert.ok(await editor.session.loop.whenSettled(60_000));
  const said: string[] = [];
  editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => void said.push(message));
  const first = await editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
  assert.ok(JSON.stringify(first).length < 4_000_000);
  assert.match(said[0] ?? '', /^example\.com\.zone is formatted up to line \d+, as far as an editor takes at once/);
});

test('a selection of a large file is laid out in the columns of the lines around it', async (t) => {
  const lines = (name: string, gap: string) =>
    Array.from({ length: 20_000 }, (_, i) => `${name}${i}${gap}IN A 10.0.${(i >> 8) & 255}.${i & 255}\n`).join('');
  const text = `${head}${lines('a', ' '.repeat(20))}${lines('b', '\t\t')}c IN A 192.0.2.1\n${lines('d', '\t\t')}`;
  const { editor, textDocument } = await open(t, text);
  const line = 40_004;
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  const ask = () =>
    editor.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, options, range });
  assert.deepEqual(await ask(), [
    { range: { start: { line, character: 1 }, end: { line, character: 2 } }, newText: '\t\t' },
  ]);
  await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: textDocument.uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: 'x A ( 192.0.2.1\n' },
    ],
  });
  range.start.line = ++range.end.line - 1;
  assert.deepEqual(await ask(), [], 'nothing behind what is not closed');
});

test('a configuration is not laid out', async (t) => {
  const { editor } = await open(t, head);
  const uri = await editor.open('named.conf', undefined, 'named-conf');
  const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument: { uri },
    options,
  });
  assert.equal(edits, null);
  assert.equal(uri, `${FOLDER}/named.conf`);
});
