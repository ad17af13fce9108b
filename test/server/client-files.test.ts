import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { serve } from '../../src/server/server.ts';
import {
  type InitializationOptions,
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../src/shared/protocol.ts';

const root = 'vscode-vfs://repository/zones';
const soa = '@ IN SOA ns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600\n@ IN NS ns1.example.com.\n';
const files = new Map([
  [`${root}/example.com.zone`, `$TTL 1h\n${soa}ns1 IN A 192.0.2.53\n`],
  [`${root}/2.0.192.in-addr.arpa.zone`, `$TTL 1h\n${soa}`],
  [`${root}/hosts%20%23old.txt`, 'no zone'],
]);

test('a virtual workspace is read through the client', async (t) => {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const soon = (run: () => void) => setImmediate(run);
  serve(server, { files: new Map(), soon, now: () => performance.now(), clock: () => 0 }, registry);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const asked: string[] = [];
  client.onRequest(listFilesRequest, ({ folder }: ListFilesParams) => {
    assert.equal(folder, root);
    return { files: [...files.keys()] };
  });
  client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => {
    asked.push(uri);
    const text = files.get(uri);
    return { base64: text === undefined ? null : Buffer.from(text).toString('base64') };
  });
  client.listen();
  t.after(async () => {
    await client.sendRequest(ShutdownRequest.type);
    client.dispose();
    server.dispose();
  });
  const initializationOptions: InitializationOptions = { servesFiles: true };
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'zones' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions,
  });
  await client.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri: `${root}/example.com.zone` };
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'ptr-missing'));
  assert.ok(
    asked.every((uri) => files.has(uri) || uri.endsWith('/zonewright.json')),
    asked.join(' '),
  );
});
