import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { serve } from '../../src/server/server.ts';
import { nodeHost } from '../../src/server/start.node.ts';
import { pathOfUri } from '../../src/server/uri.ts';
import { until } from './editor.ts';

test('nothing outside the folders is read, whatever links and events say', async (t) => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'zonewright-links-')));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, 'inside');
  mkdirSync(folder);
  mkdirSync(join(base, 'outside'));
  const secret = 'secret IN A 192.0.2.66\n';
  for (const name of ['outside/db.example.org', 'outside/example.org.zone']) writeFileSync(join(base, name), secret);
  writeFileSync(join(folder, 'example.com.zone'), '$ORIGIN example.com.\n$INCLUDE ../outside/db.example.org\n');
  writeFileSync(join(folder, 'example.net.zone'), 'www IN A 192.0.2.1\n');
  symlinkSync('../outside', join(folder, 'linked'));
  symlinkSync('loop.zone', join(folder, 'loop.zone'));
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const session = serve(server, nodeHost, registry);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  t.after(() => {
    session.stop();
    client.dispose();
    server.dispose();
  });
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const capabilities = {};
  const rootUri = pathToFileURL(folder).href;
  await client.sendRequest(InitializeRequest.type, { processId: null, rootUri, capabilities });
  await client.sendNotification(InitializedNotification.type, {});
  const textOf = (name: string) => session.store.files.get(pathOfUri(uriOf(name)))?.document.text;
  await until(() => textOf('example.net.zone'));
  unlinkSync(join(folder, 'example.net.zone'));
  symlinkSync('../outside/example.org.zone', join(folder, 'example.net.zone'));
  await client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [
      { uri: uriOf('example.net.zone'), type: 2 },
      { uri: uriOf('linked/example.org.zone'), type: 1 },
      { uri: uriOf('linked/db.example.org'), type: 1 },
      { uri: uriOf('loop.zone'), type: 2 },
    ],
  });
  await until(() => (textOf('example.net.zone') === undefined && session.readings === 0 ? true : undefined));
  for (const { document } of session.store.files.values()) assert.ok(!document.text.includes('secret'));
});
