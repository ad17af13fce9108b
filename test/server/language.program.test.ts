import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';

const TEXT = 'old A 192.0.2.1\n';

/** The title of a change that the server of the build offers to a client of this language. */
async function titleFor(locale: string): Promise<string | undefined> {
  const server = spawn(process.execPath, [join(root, 'dist', 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const textDocument = { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } };
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument },
    locale,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = 'untitled:example.com.zone';
  const document = { uri, languageId: 'dns-zone', version: 1, text: `$ORIGIN example.com.\n${TEXT}` };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document });
  const at = { line: 1, character: 1 };
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  await once(server, 'exit');
  return actions?.map(({ title }) => title).find((title) => title.includes('old.example.com.'));
}

test('the server of the build has the texts of the checkout beside it', { timeout: 60_000 }, async () => {
  assert.equal(await titleFor('en'), 'Write old as old.example.com.');
  assert.equal(await titleFor('de-DE'), 'old als old.example.com. schreiben');
});
