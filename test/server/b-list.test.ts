import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  CodeLensRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import {
  type CreateReverseZoneResult,
  createReverseZoneRequest,
  type ReverseZonesResult,
  reverseZonesRequest,
} from '../../src/shared/protocol.ts';
import { Editor, FOLDER, until } from './editor.ts';

const SOA = '@ SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600\n';

test('Fix All takes a missing dot that leaves no choice, of a name server for which the zone is refused too', async (t) => {
  const zone = `$TTL 3600\n${SOA}@ NS ns1.example.com\n@ MX 10 mail.example.com\nns1 A 192.0.2.53\nmail A 192.0.2.25\n`;
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': zone } });
  const uri = await editor.open('example.com.zone');
  const start = { line: 0, character: 0 };
  const [all] = (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['source.fixAll'], triggerKind: CodeActionTriggerKind.Invoked },
  })) as CodeAction[];
  assert.ok(all);
  editor.apply((await editor.connection.sendRequest(CodeActionResolveRequest.type, all)).edit ?? {});
  assert.match(editor.textOf('example.com.zone'), /@ NS ns1\.example\.com\.\n@ MX 10 mail\.example\.com\.\n/);
});

test('a dot whose name has no address here is not certain', async (t) => {
  const zone = `$TTL 3600\n${SOA}@ NS ns1.example.net\n`;
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': zone } });
  const uri = await editor.open('example.com.zone');
  const start = { line: 0, character: 0 };
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  assert.deepEqual(found, []);
});

test('"reverse zones held" leads to a list', async (t) => {
  const files = {
    'example.com.zone': `$TTL 3600\n${SOA}@ NS ns1\nns1 A 192.0.2.53\nwww A 198.51.100.80\n`,
    '2.0.192.in-addr.arpa.zone': `$TTL 3600\n${SOA}@ NS ns1.example.com.\n53 PTR ns1.example.com.\n`,
    '100.51.198.in-addr.arpa.zone': `$TTL 3600\n${SOA}@ NS ns1.example.com.\n80 PTR www.example.com.\n`,
  };
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  await until(() => (editor.session.loop.isSettled && editor.session.store.files.size === 3 ? true : undefined));
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  const lens = lenses?.find(({ command }) => command?.title === '2 reverse zones held');
  assert.equal(lens?.command?.command, 'zonewright.showReverseZones');
  const { zones } = await editor.connection.sendRequest<ReverseZonesResult>(reverseZonesRequest, { uri });
  assert.deepEqual(zones, [
    { zone: '100.51.198.in-addr.arpa', uri: `${FOLDER}/100.51.198.in-addr.arpa.zone` },
    { zone: '2.0.192.in-addr.arpa', uri: `${FOLDER}/2.0.192.in-addr.arpa.zone` },
  ]);
});

test('where no reverse zone is held no lens speaks of one', async (t) => {
  const files = { 'example.com.zone': `$TTL 3600\n${SOA}@ NS ns1\nns1 A 192.0.2.53\n` };
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  const uri = await editor.open('example.com.zone');
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
  assert.deepEqual(
    lenses?.filter(({ command }) => command?.title.includes('reverse')),
    [],
  );
});

test('a reverse zone for a file that is no known zone: to map it is offered', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: {}, options: { editor: 'vscode' } });
  const uri = await editor.open('notes.txt', 'www 3600 IN A 192.0.2.10\n');
  const position = { line: 0, character: 18 };
  const result = await editor.connection.sendRequest<CreateReverseZoneResult>(createReverseZoneRequest, {
    uri,
    position,
  });
  assert.deepEqual(result, { problem: 'Nothing tells which zone this file is', isUnmapped: true });
});
