import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, VSCODE } from './editor.ts';

const files = {
  'example.com.zone': `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 2h 15m 2w 1h
@ IN NS ns1
ns1 IN A 192.0.2.53

@ IN MX 10 
`,
};

async function itemsAt(editor: Editor, uri: string, line: number, character: number): Promise<CompletionItem[]> {
  const position = { line, character };
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  return (answer as CompletionList).items;
}

test('proposals carry no documentation until one is looked at', async (t) => {
  const completionItem = {
    snippetSupport: true,
    labelDetailsSupport: true,
    documentationFormat: [MarkupKind.Markdown],
  };
  const completion = { completionItem };
  const textDocument = { ...VSCODE.textDocument, completion };
  const editor = await Editor.start(t, { rules: registry, files, capabilities: { ...VSCODE, textDocument } });
  const uri = await editor.open('example.com.zone');
  await editor.pull(uri);
  assert.equal(editor.initializeResult?.capabilities.completionProvider?.resolveProvider, true);

  const owners = await itemsAt(editor, uri, 5, 0);
  assert.ok(owners.every(({ documentation }) => documentation === undefined));
  const snippet = owners.find(({ label }) => label === 'caa');
  assert.equal(snippet?.insertTextFormat, InsertTextFormat.Snippet);
  assert.match(JSON.stringify(snippet?.textEdit), /\$\{1:ca\.example\.net\}/);
  const shown = await editor.connection.sendRequest(CompletionResolveRequest.type, snippet);
  assert.match(JSON.stringify(shown.documentation), /markdown.*IN CAA.*ca\.example\.net/);

  const hosts = await itemsAt(editor, uri, 6, 11);
  const host = hosts.find(({ label }) => label === 'ns1');
  assert.ok(host);
  assert.deepEqual([host.labelDetails, host.detail], [{ description: 'A ns1.example.com.' }, undefined]);
  const resolved = await editor.connection.sendRequest(CompletionResolveRequest.type, host);
  assert.deepEqual(resolved.documentation, { kind: 'markdown', value: '`ns1.example.com`: A\n\n- `192.0.2.53`' });

  const strange = { label: 'x', data: { kind: 'name', view: 7 } };
  assert.deepEqual(await editor.connection.sendRequest(CompletionResolveRequest.type, strange), strange);
});

test('a client without snippets and Markdown gets plain lines', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, capabilities: {} });
  const uri = await editor.open('example.com.zone');
  // The columns of a file are known once it is read.
  await editor.pull(uri);
  const owners = await itemsAt(editor, uri, 5, 0);
  const snippet = owners.find(({ label }) => label === 'caa');
  assert.equal(snippet?.insertTextFormat, undefined);
  assert.match(JSON.stringify(snippet?.textEdit), /IN CAA +0 issue \\"ca\.example\.net\\"/);
  assert.doesNotMatch(JSON.stringify(snippet?.textEdit), /\$/);
  const type = (await itemsAt(editor, uri, 6, 5)).find(({ label }) => label === 'MX');
  assert.ok(type);
  assert.equal(type.detail, 'Mail server of a domain');
  const resolved = await editor.connection.sendRequest(CompletionResolveRequest.type, type);
  assert.match(String(resolved.documentation), /^MX <preference> <exchange>/);
});

test('a client that replaces words is told how far each goes: to its end, and of a key without the value', async (t) => {
  const completion = { completionItem: { insertReplaceSupport: true } };
  const textDocument = { ...VSCODE.textDocument, completion };
  const zone = `${files['example.com.zone']}www IN HTTPS 1 . alpn=h2,h3 port=443
@ IN TXT "v=spf1 include:other.example.net -all"
_dmarc IN TXT "v=DMARC1; p=none; sp=none"
`;
  const editor = await Editor.start(t, {
    rules: registry,
    files: { 'example.com.zone': zone },
    capabilities: { ...VSCODE, textDocument },
  });
  const uri = await editor.open('example.com.zone');
  await editor.pull(uri);
  const lines = zone.split('\n');
  const replaced = async (before: string, label: string): Promise<string[]> => {
    const line = lines.findIndex((text) => text.includes(before));
    const text = lines[line] ?? '';
    const items = await itemsAt(editor, uri, line, text.indexOf(before) + before.length);
    const edit = items.find((item) => item.label === label)?.textEdit;
    assert.ok(edit && 'insert' in edit, `${label} at ${before}`);
    return [edit.insert, edit.replace].map(({ start, end }) => text.slice(start.character, end.character));
  };
  assert.deepEqual(await replaced('@ IN N', 'NS'), ['N', 'NS']);
  assert.deepEqual(await replaced('@ IN NS n', 'ns1'), ['n', 'ns1']);
  assert.deepEqual(await replaced('www IN HTTPS 1 . al', 'alpn'), ['al', 'alpn=']);
  assert.deepEqual(await replaced('alpn=h', 'h2'), ['h', 'h2']);
  assert.deepEqual(await replaced('p=no', 'none'), ['no', 'none']);
  assert.deepEqual(await replaced('v=spf1 inc', 'include:'), ['inc', 'include:']);
});
