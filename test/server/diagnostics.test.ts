import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';

const forward = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN A 192.0.2.10
`;

const reverse = `$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
`;

const files = { 'example.com.zone': forward, '2.0.192.in-addr.arpa.zone': reverse };

/** Says where an address has no PTR: enough to see findings of two files move. */
const missing = defineRule({
  id: 'ptr-missing',
  scope: 'address',
  severity: 'warning',
  summary: 'Address has no PTR record',
  check(address, _ctx, report) {
    if (!address.reverseZone || address.pointers.length > 0) return;
    for (const record of address.records)
      report({ at: record.at('rdata'), message: `No PTR record for ${address.text}`, counterpart: record.at('owner') });
  },
});

test('a document is asked for and follows edits of another one', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const [, diagnostic] = await editor.diagnostics(zone);
  assert.equal(diagnostic?.code, 'ptr-missing');
  assert.equal(diagnostic?.message, 'No PTR record for 192.0.2.10');
  assert.deepEqual(diagnostic?.range, { start: { line: 4, character: 9 }, end: { line: 4, character: 19 } });
  const other = await editor.open('2.0.192.in-addr.arpa.zone');
  await editor.type(other, '53 IN PTR', '10 IN PTR www.example.com.\n53 IN PTR');
  assert.deepEqual(await editor.diagnostics(zone), []);
  await editor.type(other, '10 IN PTR www.example.com.\n', '');
  assert.equal((await editor.diagnostics(zone)).length, 2);
});

test('an equal report is not sent again', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const first = await editor.pull(zone);
  const again = await editor.pull(zone, first.resultId);
  assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
});

test('an open document whose findings change by an edit elsewhere is asked for again', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const other = await editor.open('2.0.192.in-addr.arpa.zone');
  await editor.diagnostics(zone);
  await editor.type(other, '53 IN PTR', '10 IN PTR www.example.com.\n53 IN PTR');
  await until(() => (editor.refreshCount > 0 ? true : undefined));
  assert.deepEqual(await editor.diagnostics(zone), []);
});

test('an open document that becomes a zone by its language alone is asked for again', async (t) => {
  const included = {
    ...files,
    'example.com.zone': `${forward}$INCLUDE hosts.inc\n`,
    'hosts.inc': 'db IN A 192.0.2.11\n',
  };
  const editor = await Editor.start(t, { rules: [missing], files: included, options: { editor: 'vscode' } });
  const hosts = await editor.open('hosts.inc', undefined, 'plaintext');
  const { resultId } = await editor.pull(hosts);
  // VS Code closes and opens it, and asks no more while its question from before is under way.
  const asked = editor.pull(hosts, resultId);
  await editor.close(hosts);
  await editor.open('hosts.inc');
  await asked;
  await until(() => (editor.refreshCount > 0 ? true : undefined));
  assert.equal((await editor.diagnostics(hosts)).length, 2);
});

/** How many findings the files have, as the held question for all of them is answered. */
function streamed(editor: Editor): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'stream', ({ items }) => {
    for (const item of items) if (item.kind === 'full') seen.set(item.uri, item.items.length);
  });
  void editor.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: 'stream' })
    .catch(() => undefined);
  return seen;
}

test('the question for all files is held open and answered in parts', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const seen = streamed(editor);
  await until(() => (seen.get(`${FOLDER}/example.com.zone`) === 2 ? true : undefined));
  const other = await editor.open('2.0.192.in-addr.arpa.zone');
  await editor.type(other, '53 IN PTR', '10 IN PTR www.example.com.\n53 IN PTR');
  await until(() => (seen.get(`${FOLDER}/example.com.zone`) === 0 ? true : undefined));
});

test('a file that was opened, mended, saved and closed in one go is said to be without findings', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const seen = streamed(editor);
  const zone = `${FOLDER}/example.com.zone`;
  await until(() => (seen.get(zone) === 2 ? true : undefined));
  await editor.open('example.com.zone');
  await editor.type(zone, 'www IN A 192.0.2.10\n', '');
  editor.files.set(zone, forward.replace('www IN A 192.0.2.10\n', ''));
  await editor.close(zone);
  await until(() => (seen.get(zone) === 0 ? true : undefined));
});

test('a client that does not ask is sent diagnostics, and only such a client', async (t) => {
  const { workspace, textDocument } = VSCODE;
  const { diagnostic: _, ...pushed } = textDocument ?? {};
  const capabilities = { workspace: workspace ?? {}, textDocument: pushed };
  const editor = await Editor.start(t, { rules: [missing], files, capabilities });
  const zone = await editor.open('example.com.zone');
  await until(() => (editor.published.get(zone)?.length === 2 ? true : undefined));
  assert.equal(editor.initializeResult?.capabilities.diagnosticProvider, undefined);
});

test("what the editor's own task finds stands in the place of what the server found, under one name", async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [{ owner, applyTo }] = contributes.problemMatchers;
  assert.deepEqual(
    [owner, applyTo],
    [editor.initializeResult?.capabilities.diagnosticProvider?.identifier, 'closedDocuments'],
  );
});

test('a closed document counts as it is on disk', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const other = await editor.open('2.0.192.in-addr.arpa.zone');
  await editor.type(other, '53 IN PTR', '10 IN PTR www.example.com.\n53 IN PTR');
  assert.deepEqual(await editor.diagnostics(zone), []);
  await editor.close(other);
  await until(() => (editor.refreshCount > 0 ? true : undefined));
  assert.equal((await editor.diagnostics(zone)).length, 2);
});

test('a thousand findings are shown with the errors first and a word on the rest', async (t) => {
  const editor = await Editor.start(t, { rules: [] });
  const lines = Array.from({ length: 1500 }, (_, i) => `h${i} IN A 192.0.2.${i === 1499 ? 'x' : '001'}`);
  const text = `${forward}${lines.join('\n')}\n`;
  const zone = await editor.open('example.com.zone', text);
  const diagnostics = await editor.diagnostics(zone);
  assert.equal(diagnostics.length, 1000);
  assert.match(String(diagnostics.at(-1)?.message), /^\d+ more findings/);
});

test('wrong values in zonewright.json are shown there', async (t) => {
  const settings = '{ "pools": ["192.0.2.0/99"],\n  "rules": { "ptr-missing": "loud" } }';
  const editor = await Editor.start(t, { rules: [missing], files: { ...files, 'zonewright.json': settings } });
  const seen = new Map<string, string[]>();
  editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, 'stream', ({ items }) => {
    for (const item of items)
      if (item.kind === 'full')
        seen.set(
          item.uri,
          item.items.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`),
        );
  });
  void editor.connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: 'stream' })
    .catch(() => undefined);
  const uri = `${FOLDER}/zonewright.json`;
  assert.deepEqual(await until(() => seen.get(uri)), [
    '0:12 "192.0.2.0/99" is no network: after the slash stands the length of the prefix, from 0 to 32',
    '1:28 Expected "error", "warning", "information", "hint" or "off"',
  ]);
  editor.files.set(uri, '{}');
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type: FileChangeType.Changed }],
  });
  await until(() => (seen.get(uri)?.length === 0 ? true : undefined));
});
