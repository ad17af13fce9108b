import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  DidChangeTextDocumentNotification,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { MOST_REFERENCES } from '../../src/features/definition.ts';
import { MOST_FOLDS } from '../../src/features/folding.ts';
import { Editor, FOLDER } from './editor.ts';
import { VirtualTime } from './virtual-time.ts';

const head = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\nmail IN A 192.0.2.2\n';
const MAIL = { line: 4, character: 1 };

/** An editor with one zone open: its head, and so many lines. */
async function editorWith(t: TestContext, count: number, line: (i: number) => string) {
  const text = head + Array.from({ length: count }, (_, i) => line(i)).join('');
  const editor = await Editor.start(t, { rules: [], files: { 'example.com.zone': text } });
  const uri = await editor.open('example.com.zone');
  await editor.diagnostics(uri);
  return { editor, textDocument: { uri } };
}

test('a question that comes behind one about the whole file is answered first', async (t) => {
  const { editor, textDocument } = await editorWith(t, 60_000, (i) => `h${i} IN A 10.0.0.1\n`);
  const { connection } = editor;
  const whole = { start: { line: 0, character: 0 }, end: { line: 60_000, character: 0 } };
  for (const ask of [
    () => connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
    () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    () => connection.sendRequest(InlayHintRequest.type, { textDocument, range: whole }),
    () => connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: whole }),
  ]) {
    const order: string[] = [];
    await Promise.all([
      ask().then(() => order.push('whole')),
      connection.sendRequest(HoverRequest.type, { textDocument, position: MAIL }).then(() => order.push('hover')),
    ]);
    assert.deepEqual(order, ['hover', 'whole'], String(ask));
  }
});

test('an answer about a text that has changed meanwhile is not given', async (t) => {
  const { editor, textDocument } = await editorWith(t, 60_000, (i) => `h${i} IN A 10.0.0.1\n`);
  const folding = editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  const at = { line: 10, character: 0 };
  const changed = editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { ...textDocument, version: 2 },
    contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
  });
  await assert.rejects(folding, /The text has changed/);
  await changed;
});

test('the names of many files are held against new settings while others have their turn', async (t) => {
  // Each look at the clock takes longer than a slice.
  const editor = await Editor.start(t, { rules: [], files: { 'zonewright.json': '{}' }, time: new VirtualTime(10) });
  const { session } = editor;
  for (let at = 0; at < 6400; at++) session.project.addPath(`${FOLDER}/notes/${at}.txt`);
  const { settingsVersion } = session;
  const reading = session.readSettings();
  let turns = 0;
  for (; session.settingsVersion === settingsVersion; turns++) await new Promise((resolve) => setImmediate(resolve));
  await reading;
  assert.ok(turns >= 100, `${turns} turns`);
});

test('of very many folds the first come', async (t) => {
  const count = MOST_FOLDS + 1000;
  const { editor, textDocument } = await editorWith(t, count, (i) => `h${i} IN TXT ( "a"\n  "b" )\n`);
  const found = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  assert.equal(found?.length, MOST_FOLDS);
  assert.equal(found?.[0]?.startLine, 5);
  assert.equal(found?.at(-1)?.startLine, 5 + 2 * (MOST_FOLDS - 1));
});

test('of very many references the first come, a rename is refused, and both are said', async (t) => {
  const { editor, textDocument } = await editorWith(t, MOST_REFERENCES + 500, (i) => `h${i} IN MX 10 mail\n`);
  const told: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
  const context = { includeDeclaration: true };
  const found = await editor.connection.sendRequest(ReferencesRequest.type, { textDocument, position: MAIL, context });
  assert.equal(found?.length, MOST_REFERENCES);
  assert.deepEqual(told, [`There are more than ${MOST_REFERENCES} references: these are not all`]);
  await assert.rejects(
    editor.connection.sendRequest(RenameRequest.type, { textDocument, position: MAIL, newName: 'mx' }),
    /mail\.example\.com is written at more than 10000 places: too many for one step of an editor/,
  );
});

test('a question is answered while patterns of the settings are held against the names of files', async (t) => {
  // It ends in no letter that would tell by itself that no name fits.
  const slow = `**/${'{1,1}'.repeat(100)}`;
  const zones = Array.from({ length: 40 }, (_, at) => ({ file: `${slow}${at}[c]`, origin: 'example.org' }));
  const names = Array.from({ length: 300 }, (_, at) => [`${'1'.repeat(180)}.${at}`, ''] as const);
  const files = {
    ...Object.fromEntries(names),
    'zonewright.json': JSON.stringify({ zones }),
    'example.com.zone': head,
  };
  const editor = await Editor.start(t, { rules: [], files });
  const counts: number[] = [];
  const count = (): number => [...editor.session.project.paths.all()].length;
  while (count() < names.length) {
    await editor.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: 'file:///workspace/none.zone' },
    });
    counts.push(count());
  }
  const between = counts.filter((known) => known > 0 && known < names.length);
  assert.ok(between.length > 3, `answers when so many files were known: ${counts}`);
});
