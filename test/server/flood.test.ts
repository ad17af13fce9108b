import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoverRequest, RenameRequest } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { BetweenMessages } from '../../src/server/between-messages.ts';
import type { ServerHost } from '../../src/server/host.ts';
import { Editor } from './editor.ts';
import { settled } from './whole-server.ts';

const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';

/** A host whose clock and turns the test runs. */
function handHost() {
  const turns: (() => void)[] = [];
  let time = 0;
  const host = {
    soon: (run: () => void) => void turns.push(run),
    now: () => time,
  } as Partial<ServerHost> as ServerHost;
  const turn = (milliseconds: number): void => {
    time += milliseconds;
    for (const run of turns.splice(0)) run();
  };
  return { host, turn };
}

test('work comes after each message, but waits in a flood of them, though not for long', () => {
  const { host, turn } = handHost();
  const between = new BetweenMessages(host);
  let runs = 0;
  /** Whether it is run after so many turns, each with a message. */
  const isRunWithin = (turns: number): boolean => {
    const before = runs;
    between.soon(() => runs++);
    for (let at = 0; at < turns && runs === before; at++) {
      between.message();
      turn(1);
    }
    return runs > before;
  };
  const rest = (): void => {
    for (let at = 0; at < 3; at++) turn(1);
  };
  for (let key = 0; key < 30; key++) {
    for (let message = 0; message < 5; message++) assert.ok(isRunWithin(1), 'a few messages are no flood');
    rest();
  }
  for (let at = 0; at < 30; at++) {
    between.message();
    turn(1);
  }
  assert.ok(!isRunWithin(10), 'in a flood they go first');
  const before = runs;
  rest();
  assert.equal(runs, before + 1, 'there is a moment without any');
  assert.ok(isRunWithin(1), 'and the flood is over');
  for (let at = 0; at < 30; at++) {
    between.message();
    turn(1);
  }
  assert.ok(isRunWithin(110), 'it gets its turn in a flood');
});

test('a question behind a flood of documents does not wait for each of them to be checked', async (t) => {
  let checks = 0;
  const slow = defineRule({
    id: 'soa-timers',
    scope: 'zone',
    severity: 'warning',
    summary: 'Takes its time',
    check() {
      checks++;
      for (const end = performance.now() + 10; performance.now() < end; );
    },
  });
  const editor = await Editor.start(t, { rules: [slow], files: { 'example.com.zone': HEAD } });
  const uri = await editor.open('example.com.zone');
  await settled(editor);
  checks = 0;
  const COUNT = 400;
  const opened = Array.from({ length: COUNT }, (_, at) => editor.open(`z${at}.example.zone`, HEAD));
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line: 3, character: 10 },
  });
  assert.ok(hover);
  assert.ok(checks < COUNT / 4, `after ${checks} of ${COUNT}`);
  await Promise.all(opened);
  await settled(editor);
  assert.ok(checks >= COUNT, 'all are checked in the end');
});

test('in a flood of documents those that are asked about are there first, and what may come from any waits for all', async (t) => {
  const ALIAS = `${HEAD}www IN CNAME ns1.example.com.\n`;
  const COUNT = 200;
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': HEAD } });
  const uri = await editor.open('example.com.zone');
  await settled(editor);
  const at = (uri: string, line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });
  const opened = Array.from({ length: COUNT }, (_, i) => editor.open(`z${i}.example.zone`, ALIAS));
  const { connection, session } = editor;
  const hover = await connection.sendRequest(HoverRequest.type, at(uri, 3, 10));
  assert.ok(hover);
  assert.ok(session.open.size < COUNT / 2, `${session.open.size} are taken in`);
  const last = await opened.at(-1);
  assert.ok(last);
  const hoverThere = await connection.sendRequest(HoverRequest.type, at(last, 4, 14));
  assert.match(JSON.stringify(hoverThere), /CNAME target/);
  const renamed = await connection.sendRequest(RenameRequest.type, { ...at(uri, 3, 1), newName: 'ns2' });
  assert.equal(renamed?.documentChanges?.length, COUNT + 1, 'the edit is for all documents that were opened');
  await settled(editor);
  assert.equal(session.open.size, COUNT + 1);
});

test('a document of a flood that is typed in and closed is what it was made', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': HEAD }, openedAtOnce: 0 });
  const uri = await editor.open('example.com.zone', `${HEAD}a IN A 192.0.2.9\n`);
  await editor.type(uri, 'a IN A 192.0.2.9', 'a IN FOO x');
  assert.match(JSON.stringify(await editor.diagnostics(uri)), /FOO/);
  await editor.close(uri);
  await settled(editor);
  assert.equal(editor.session.store.files.get(uri)?.document.text, HEAD);
  assert.equal(editor.session.readings, 0);
});
