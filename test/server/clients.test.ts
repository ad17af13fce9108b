import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  HoverRequest,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { tell } from '../../src/server/client-answers.ts';
import { serve } from '../../src/server/server.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';
import { MemoryChannel } from './memory-transport.ts';

const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\nx FOO y\n';
const PUBLISHED = { ...VSCODE, textDocument: { ...VSCODE.textDocument } };
delete PUBLISHED.textDocument.diagnostic;

test('a client that answers nothing gets its findings all the same', async (t) => {
  const capabilities = { ...PUBLISHED, window: { workDoneProgress: true } };
  const files = { 'example.com.zone': ZONE };
  const editor = await Editor.start(t, { rules: registry, files, isMute: true, capabilities });
  const published = () => editor.published.get(`${FOLDER}/example.com.zone`);
  for (let second = 0; second < 10 && !published(); second++) await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.ok(published()?.some(({ code }) => code === 'syntax-type'));
});

test('a notice is no request, and a client that fails at it does not end the server', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': ZONE } });
  editor.connection.onRequest('window/showMessageRequest', () => assert.fail('nothing is asked'));
  editor.connection.onNotification('window/showMessage', () => {
    throw new Error('no notices here');
  });
  const failures: unknown[] = [];
  const note = (error: unknown): void => void failures.push(error);
  process.on('unhandledRejection', note);
  t.after(() => process.off('unhandledRejection', note));
  tell(editor.session, 'warning', 'one');
  tell(editor.session, 'information', 'two');
  const uri = await editor.open('example.com.zone');
  assert.ok((await editor.diagnostics(uri)).length > 0);
  assert.deepEqual(failures, []);
});

test('what is known of a closed document comes under the name that the client gave it', async (t) => {
  const editor = await Editor.start(t, { rules: registry, capabilities: PUBLISHED });
  const uri = await editor.open('a+b@c.zone', 'x FOO y\n');
  await until(() => editor.published.get(uri)?.length);
  await editor.close(uri);
  await until(() => (editor.published.get(uri)?.length === 0 ? true : undefined));
});

test('requests before initialize, after shutdown, and cancelled ones are refused', async (t) => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const host = { files: new Map(), soon: setImmediate, now: () => performance.now(), clock: () => 0 };
  serve(server, { ...host, soon: (run) => void setImmediate(run) }, registry);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  t.after(() => {
    client.dispose();
    server.dispose();
  });
  const hover = { textDocument: { uri: `${FOLDER}/a.zone` }, position: { line: 0, character: 0 } };
  await assert.rejects(client.sendRequest(HoverRequest.type, hover), { code: -32002 });
  await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} });
  assert.equal(await client.sendRequest(HoverRequest.type, hover), null);
  await client.sendRequest(ShutdownRequest.type);
  await assert.rejects(client.sendRequest(HoverRequest.type, hover), { code: -32600 });
});

test('what files say acts on nobody: not in diagnostics, notices, logs and hovers', async (t) => {
  const evil = '\u001b[31m\u009b2J\u202e\u200b';
  const files = {
    'example.com.zone': `${ZONE}$INCLUDE "${evil}"\ny TXT "${evil}"\n$FOO${evil} x\n`,
    'zonewright.json': JSON.stringify({ [`a${evil}`]: 1 }),
  };
  const editor = await Editor.start(t, { rules: registry, files });
  const said: string[] = [];
  editor.connection.onNotification('window/logMessage', ({ message }) => void said.push(message));
  editor.connection.onNotification('window/showMessage', ({ message }) => void said.push(message));
  const uri = await editor.open('example.com.zone');
  for (const { message, relatedInformation } of await editor.diagnostics(uri))
    said.push(String(message), ...(relatedInformation ?? []).map((other) => other.message));
  for (const { message } of await editor.diagnostics(`${FOLDER}/zonewright.json`)) said.push(String(message));
  for (let line = 0; line < 9; line++) {
    const at = { textDocument: { uri }, position: { line, character: 8 } };
    said.push(JSON.stringify(await editor.connection.sendRequest(HoverRequest.type, at)));
  }
  tell(editor.session, 'warning', `a${evil}`);
  editor.session.log(`b${evil}`, new Error(evil));
  await until(() =>
    said.some((text) => text.startsWith('b')) && said.some((text) => text.startsWith('a')) ? true : undefined,
  );
  assert.ok(said.some((text) => text.includes('\ufffd')));
  for (const text of said) assert.doesNotMatch(text, /(?!\n)\p{Cc}|[\u202e\u200b]/u);
});

test('what fails after the client has gone ends in silence', () => {
  const [toServer, toClient] = [new MemoryChannel(), new MemoryChannel()];
  const server = createConnection(toServer.reader, toClient.writer);
  const host = { files: new Map(), soon: () => {}, now: () => 0, clock: () => 0 };
  const session = serve(server, host, []);
  session.stop();
  server.dispose();
  assert.throws(() => server.console.error('x'), /disposed/);
  session.log('sending diagnostics', new Error('Connection is disposed.'));
});
