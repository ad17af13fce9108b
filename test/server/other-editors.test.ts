import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  ExecuteCommandRequest,
  HoverRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  SignatureHelpRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { rulePagesIn } from '../../src/server/rule-pages.node.ts';
import { provideHover } from '../../src/server/typing.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';

const ZONE = `$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.net.
www IN A 192.0.2.10
mail IN A 198.51.100.25
`;
const REVERSE = `$TTL 1h
@ IN SOA ns1.example.net. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.net.
`;
const files = {
  'example.com.zone': ZONE,
  '2.0.192.in-addr.arpa.zone': REVERSE,
  'named.conf': `zone "example.com" { type primary; file "example.com.zone"; };
zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; };
`,
};
const uri = `${FOLDER}/example.com.zone`;
const www = { line: 3, character: 10 };
const mail = { line: 4, character: 12 };

/** An editor that is sent its findings, makes files and opens what it is asked to. */
const OTHER: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  window: { showDocument: { support: true } },
};

const rulePage = (rule: string): string => `file:///zonewright/rules.md#${rule}`;

/** The words that an editor shows in its hover. */
async function hoverAt(editor: Editor, position: typeof www): Promise<string> {
  const hover = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  return JSON.stringify(hover?.contents);
}

async function actionsAt(editor: Editor, position: typeof www): Promise<CodeAction[]> {
  const range = { start: position, end: position };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  return ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

test('rule pages reach an editor without the extension: with the finding, and in the hover', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: OTHER, rulePage });
  await editor.open('example.com.zone');
  const finding = await until(() => editor.published.get(uri)?.find(({ code }) => code === 'ptr-missing'));
  assert.equal(finding.codeDescription?.href, rulePage('ptr-missing'));
  const hover = await hoverAt(editor, www);
  assert.ok(hover.includes(`[ptr-missing](${rulePage('ptr-missing')}): Address has no PTR record`), hover);
  assert.doesNotMatch(await hoverAt(editor, mail), /ptr-missing/);
});

test('a hover while much is checked again has the rules that were told last, and no report is made for it', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: OTHER, rulePage });
  await editor.open('example.com.zone');
  await until(() => editor.published.get(uri)?.find(({ code }) => code === 'ptr-missing'));
  const { loop, reporter } = editor.session;
  t.mock.method(reporter, 'most', () => assert.fail('a report is made'));
  loop.wake();
  assert.equal(loop.isChecked, false);
  const hover = provideHover(editor.session, { textDocument: { uri }, position: www });
  assert.match(JSON.stringify(hover), /ptr-missing/);
  t.mock.restoreAll();
});

test('an editor that shows plain text is told of the command line, and one that takes no links gets none', async (t) => {
  const textDocument = { ...OTHER.textDocument, publishDiagnostics: {}, hover: {} };
  const editor = await Editor.start(t, { rules: registry, files, capabilities: { ...OTHER, textDocument }, rulePage });
  await editor.open('example.com.zone');
  const finding = await until(() => editor.published.get(uri)?.find(({ code }) => code === 'ptr-missing'));
  assert.equal(finding.codeDescription, undefined);
  assert.match(
    await hoverAt(editor, www),
    /ptr-missing: Address has no PTR record.*\(zonewright explain ptr-missing\)/,
  );
});

test('the extension shows findings and pages itself', async (t) => {
  const options = { editor: 'vscode', ruleLink: 'vscode://zonewright.zonewright/rules/' } as const;
  const editor = await Editor.start(t, { rules: registry, files, options, rulePage });
  await editor.open('example.com.zone');
  const finding = (await editor.diagnostics(uri)).find(({ code }) => code === 'ptr-missing');
  assert.equal(finding?.codeDescription?.href, 'vscode://zonewright.zonewright/rules/ptr-missing');
  assert.doesNotMatch(await hoverAt(editor, www), /ptr-missing/);
  const create = (await actionsAt(editor, mail)).filter(
    ({ command }) => command?.command === 'zonewright.createReverseZone',
  );
  assert.equal(create.length, 1, 'what the extension does itself is offered once');
});

test('a page has the address of the file that holds it, with its line', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'rules.md');
  writeFileSync(file, '<a id="one"></a>\n\n# one\n\ntext\n\n<a id="two"></a>\n\n# two\n');
  const page = rulePagesIn(file);
  const { href } = pathToFileURL(file);
  assert.deepEqual([page('one'), page('two'), page('three')], [`${href}#L3`, `${href}#L9`, undefined]);
  assert.equal(rulePagesIn(join(folder, 'nothing'))('one'), undefined);
});

test('the reverse zone is made in one edit, declared, shown, and left undone where it can not be made', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: OTHER });
  await editor.open('example.com.zone');
  const edits: WorkspaceEdit[] = [];
  const shown: string[] = [];
  const told: string[] = [];
  let applies = true;
  editor.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
    edits.push(edit);
    return { applied: applies, ...(applies ? {} : { failureReason: 'read-only' }) };
  });
  editor.connection.onRequest(ShowDocumentRequest.type, (params) => {
    shown.push(params.uri);
    return { success: true };
  });
  editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
  await until(() => editor.published.get(uri)?.find(({ code }) => code === 'ptr-missing'));
  const action = (await actionsAt(editor, mail)).find(({ title }) => title.startsWith('Create the reverse zone'));
  assert.ok(action?.command);
  const run = () =>
    editor.connection.sendRequest(ExecuteCommandRequest.type, {
      command: 'zonewright.createReverseZone',
      arguments: action.command?.arguments ?? [],
    });
  const made = `${FOLDER}/100.51.198.in-addr.arpa.zone`;
  assert.equal(await run(), made);
  assert.deepEqual(shown, [made]);
  const [create, text, stanza] = edits[0]?.documentChanges ?? [];
  assert.deepEqual(create, { kind: 'create', uri: made, options: { overwrite: false } });
  assert.match(JSON.stringify(text), /25\s+.*PTR\s+mail\.example\.com\./);
  assert.match(JSON.stringify(stanza), /named\.conf.*100\.51\.198\.in-addr\.arpa/);
  applies = false;
  assert.equal(await run(), null);
  assert.deepEqual([shown.length, told.at(-1)], [1, `${made} could not be created: read-only`]);
  const elsewhere = { command: 'zonewright.createReverseZone', arguments: [{ uri: 'file:///no/such' }] };
  assert.equal(await editor.connection.sendRequest(ExecuteCommandRequest.type, elsewhere), null);
  assert.equal(told.at(-1), 'Nothing tells which zone this file is');
});

test('a request for a PTR record goes to the mail program, and is told where there is none', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: OTHER });
  await editor.open('example.com.zone');
  const shown: string[] = [];
  const told: string[] = [];
  let success = true;
  editor.connection.onRequest(ShowDocumentRequest.type, (params) => {
    shown.push(params.uri);
    return { success };
  });
  editor.connection.onNotification(ShowMessageNotification.type, ({ message }) => void told.push(message));
  await until(() => editor.published.get(uri)?.find(({ code }) => code === 'ptr-missing'));
  const action = (await actionsAt(editor, mail)).find(({ title }) => title === 'Write a PTR request to the provider');
  assert.ok(action?.command);
  const { command, arguments: words = [] } = action.command;
  const text = await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: words });
  assert.match(String(text), /^Please set the reverse DNS \(PTR record\) of 198\.51\.100\.25\.\n/);
  assert.match(shown[0] ?? '', /^mailto:\?subject=Please%20set.*198\.51\.100\.25&body=Please.*%0D%0A/);
  assert.deepEqual(told, []);
  success = false;
  await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: words });
  assert.deepEqual(told, [text]);
  for (const argument of [
    undefined,
    1,
    { uri },
    { uri, position: 'here' },
    { uri, position: { line: 0, character: 0 } },
  ])
    assert.equal(
      await editor.connection.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] }),
      null,
    );
});

test('the fields of a signature are words where places in it are not asked for', async (t) => {
  const signatureHelp = { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } };
  const able = { ...VSCODE, textDocument: { ...VSCODE.textDocument, signatureHelp } };
  for (const [client, expected] of [
    [{ capabilities: OTHER }, 'preference'],
    [{ capabilities: able }, [3, 13]],
    [{ capabilities: able, clientName: 'Eglot' }, 'preference'],
  ] as const) {
    const editor = await Editor.start(t, { rules: registry, files, ...client });
    await editor.open('example.com.zone', `${ZONE}@ IN MX 10 mail\n`);
    const asked = { textDocument: { uri }, position: { line: 5, character: 8 } };
    // It waits for nothing that is still to be read.
    let help = null;
    for (let turn = 0; turn < 200 && !help; turn++)
      help = await editor.connection.sendRequest(SignatureHelpRequest.type, asked);
    assert.equal(help?.signatures[0]?.label, 'MX preference exchange');
    assert.deepEqual(help?.signatures[0]?.parameters?.[0]?.label, expected);
  }
});

test('an action is resolved with its command: Emacs resolves none that has one already', async (t) => {
  for (const [options, isEarly] of [
    [{}, false],
    [{ editor: 'vscode' }, true],
  ] as const) {
    const editor = await Editor.start(t, { rules: registry, files, capabilities: VSCODE, options });
    await editor.open('example.com.zone');
    await editor.diagnostics(uri);
    const action = (await actionsAt(editor, www)).find(({ title }) => title.startsWith('Add "10 IN PTR'));
    assert.ok(action?.data);
    assert.equal(action.command?.command, isEarly ? 'zonewright.tellDone' : undefined);
    const resolved = await editor.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.ok(resolved.edit);
    assert.equal(resolved.command?.command, 'zonewright.tellDone');
  }
});
