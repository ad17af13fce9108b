import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type CreateFile,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, VSCODE } from './editor.ts';
import { settled } from './whole-server.ts';

const HEAD = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 7200 900 1209600 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
`;
const LINES = 'w3 IN A 192.0.2.3\nw1 IN A 192.0.2.1\nw2 IN A 192.0.2.2\n';
const files = { 'example.com.zone': `${HEAD}\n${LINES}` };

const at = (line: number, character = 0, last = line): Range => ({
  start: { line, character },
  end: { line: last, character },
});

async function start(t: TestContext, texts: Record<string, string> = files, capabilities: ClientCapabilities = VSCODE) {
  const editor = await Editor.start(t, { rules: registry, files: texts, capabilities });
  const uri = await editor.open('example.com.zone');
  // While the workspace is read a refactoring that looks at it is told to be asked for again.
  await settled(editor);
  return { editor, uri };
}

interface Asked {
  readonly range: Range;
  readonly only?: string[];
  readonly triggerKind?: CodeActionTriggerKind;
}

async function actions(
  editor: Editor,
  uri: string,
  { range, only, triggerKind = CodeActionTriggerKind.Invoked }: Asked,
) {
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [], triggerKind, ...(only ? { only } : {}) },
  });
  return (found ?? []) as CodeAction[];
}

test('refactorings are offered on a clean line, where a person asks for them', async (t) => {
  const { editor, uri } = await start(t);
  const asked = await actions(editor, uri, { range: at(5) });
  assert.deepEqual(
    asked.map(({ title, kind }) => `${kind}: ${title}`),
    ['refactor.rewrite: Write w3 as w3.example.com.', 'refactor.rewrite: Sort 3 records by owner'],
  );
  assert.deepEqual(await actions(editor, uri, { range: at(5), triggerKind: CodeActionTriggerKind.Automatic }), []);
  assert.deepEqual(await actions(editor, uri, { range: at(5), only: ['quickfix'] }), []);
});

test('a refactoring is worked out again when it is chosen', async (t) => {
  const { editor, uri } = await start(t);
  const sort = (await actions(editor, uri, { range: at(5) })).find(({ title }) => title.startsWith('Sort'));
  assert.ok(sort);
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, sort);
  editor.apply(edit ?? {});
  assert.equal(editor.textOf('example.com.zone'), `${HEAD}\nw1 IN A 192.0.2.1\nw2 IN A 192.0.2.2\nw3 IN A 192.0.2.3\n`);
  await editor.type(uri, 'w3 IN A', ' IN A').catch(() => undefined);
});

test('one that no longer fits is refused', async (t) => {
  const { editor, uri } = await start(t);
  const sort = (await actions(editor, uri, { range: at(5) })).find(({ title }) => title.startsWith('Sort'));
  await editor.open('example.com.zone', `${HEAD}\nw1 IN A 192.0.2.1\nw2 IN A 192.0.2.2\n`);
  await assert.rejects(
    editor.connection.sendRequest(CodeActionResolveRequest.type, sort as CodeAction),
    /no longer fits/,
  );
});

test('source.organizeRecords sorts the file', async (t) => {
  const { editor, uri } = await start(t);
  const [organize, ...more] = await actions(editor, uri, { range: at(0), only: ['source.organizeRecords'] });
  assert.deepEqual(more, []);
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, organize as CodeAction);
  editor.apply(edit ?? {});
  assert.match(editor.textOf('example.com.zone'), /w1 [^\n]+\nw2 [^\n]+\nw3 [^\n]+\n$/);
});

test('an extracted file is created before it is included', async (t) => {
  const edits = { documentChanges: true, resourceOperations: ['create' as const] };
  const capabilities = { ...VSCODE, workspace: { ...VSCODE.workspace, workspaceEdit: edits } };
  const { editor, uri } = await start(t, files, capabilities);
  const extract = (await actions(editor, uri, { range: at(5, 0, 7) })).find(({ kind }) => kind === 'refactor.extract');
  assert.ok(extract);
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, extract);
  const [create, fill, include] = edit?.documentChanges ?? [];
  assert.equal((create as CreateFile).uri, uri.replace('.zone', '.inc'));
  assert.match(JSON.stringify(fill), /w3 IN A 192\.0\.2\.3\\nw1/);
  assert.match(JSON.stringify(include), /\$INCLUDE example\.com\.inc\\n/);
  const plain = await start(t);
  assert.ok(
    !(await actions(plain.editor, plain.uri, { range: at(5, 0, 7) })).some(({ kind }) => kind === 'refactor.extract'),
  );
});

const faulty = { 'example.com.zone': `${HEAD}\nw1 IN A 192.0.2.1\nw1 IN A 192.0.2.1\nw2 IN A 192.0.2\n` };

test('a finding is switched off here, for the file, and everywhere', async (t) => {
  const resourceOperations = ['create' as const];
  const capabilities = {
    ...VSCODE,
    workspace: { ...VSCODE.workspace, workspaceEdit: { documentChanges: true, resourceOperations } },
  };
  const { editor, uri } = await start(t, faulty, capabilities);
  const found = await actions(editor, uri, { range: at(6, 3), only: ['quickfix'] });
  assert.deepEqual(
    found.map(({ title }) => title).filter((title) => title.startsWith('Disable')),
    [
      'Disable record-duplicate for this line',
      'Disable record-duplicate for this file',
      'Disable record-duplicate everywhere, in zonewright.json',
    ],
  );
  const everywhere = found.find(({ title }) => title.includes('everywhere'));
  assert.match(JSON.stringify(everywhere?.edit), /\\"record-duplicate\\": \\"off\\"/);
  const inFile = found.find(({ title }) => title.includes('this file'));
  editor.apply(inFile?.edit ?? {});
  assert.match(editor.textOf('example.com.zone'), /^; zonewright-disable record-duplicate\n\$TTL/);
});

test('an error for which servers refuse the zone is never switched off', async (t) => {
  const { editor, uri } = await start(t, faulty);
  const titles = (await actions(editor, uri, { range: at(7, 10), only: ['quickfix'] })).map(({ title }) => title);
  assert.deepEqual(
    titles.filter((title) => /Disable|severity/.test(title)),
    [],
  );
});

test('in the extension a command sets the severity, and one opens the page', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: faulty, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  const found = await actions(editor, uri, { range: at(6, 3), only: ['quickfix'] });
  const commands = found.flatMap(({ command }) => (command ? [`${command.command} ${command.arguments?.[0]}`] : []));
  assert.deepEqual(commands, ['zonewright.setSeverity record-duplicate', 'zonewright.showRule record-duplicate']);
  const set = found.find(({ command }) => command?.command === 'zonewright.setSeverity');
  assert.deepEqual(set?.command?.arguments?.slice(1), ['warning']);
});

test('of more selected lines than five thousand only sorting is offered', async (t) => {
  const lines = Array.from({ length: 5100 }, (_, i) => `w${(i * 7) % 5100} IN A 192.0.2.${i % 250}\n`).join('');
  const { editor, uri } = await start(t, { 'example.com.zone': `${HEAD}\n${lines}` });
  const titles = async (lineCount: number): Promise<string[]> => {
    const range = { start: at(5).start, end: at(4 + lineCount, 20).end };
    return (await actions(editor, uri, { range, only: ['refactor'] })).map(({ title }) => title);
  };
  assert.deepEqual(await titles(5002), ['Sort 5002 records by owner']);
  assert.deepEqual(await titles(4000), ['Write 4000 names in full', 'Sort 4000 records by owner']);
});
