import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { readLargeMessagesInTurns } from '../../src/server/large-messages.node.ts';

test('a large message takes several turns, and those behind it keep their places', async () => {
  readLargeMessagesInTurns();
  const sent = ['x', 'é\n"'.repeat(500_000), 'y'].map((text) => ({ jsonrpc: '2.0', method: 'm', params: { text } }));
  const stream = new PassThrough();
  const received: Message[] = [];
  const turns: number[] = [];
  let turnCount = 0;
  const done = new Promise<void>((resolve) => {
    new StreamMessageReader(stream).listen((message) => {
      turns.push(turnCount);
      if (received.push(message) === sent.length) resolve();
    });
  });
  for (const message of sent) {
    const body = Buffer.from(JSON.stringify(message));
    stream.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }
  const count = (): void => {
    turnCount++;
    if (received.length < sent.length) setImmediate(count);
  };
  setImmediate(count);
  await done;
  assert.deepEqual(received, sent);
  assert.ok((turns[1] ?? 0) - (turns[0] ?? 0) >= 2, turns.join());
});
