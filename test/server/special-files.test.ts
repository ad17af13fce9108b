import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidChangeWatchedFilesNotification, DocumentSymbolRequest } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER, until } from './editor.ts';
import { settled } from './whole-server.ts';

const ZONE = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\nx FOO y\n';

test('on a drive that answers slowly an open file is checked meanwhile, and all others in the end', async (t) => {
  const files: Record<string, string> = {};
  for (let at = 0; at < 60; at++) files[`z${at}.example.zone`] = ZONE;
  let reading = 0;
  const slow = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300 + (reading++ % 7) * 50));
  const editor = await Editor.start(t, { rules: registry, files, onRead: slow, onList: slow, checkPatience: 500 });
  const uri = await editor.open('open.example.zone', ZONE);
  while (!(await editor.diagnostics(uri)).some(({ code }) => code === 'syntax-type'));
  assert.ok(reading < 60, 'others are still to be read');
  await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  await settled(editor);
  assert.ok((await editor.diagnostics(`${FOLDER}/z59.example.zone`)).some(({ code }) => code === 'syntax-type'));
});

test('a drive that never answers for one file keeps no other waiting', async (t) => {
  const files = { 'a.example.zone': ZONE, 'stuck.example.zone': ZONE };
  let answer = (): void => {};
  const onRead = (path: string): Promise<void> | undefined =>
    path.includes('stuck') ? new Promise<void>((resolve) => (answer = resolve)) : undefined;
  const editor = await Editor.start(t, { rules: registry, files, onRead, readPatience: 200 });
  const said: string[] = [];
  editor.connection.onNotification('window/logMessage', ({ message }) => void said.push(message));
  const uri = await editor.open('open.example.zone', ZONE);
  assert.ok((await editor.diagnostics(uri)).some(({ code }) => code === 'syntax-type'));
  await until(() =>
    said.some((text) => /stuck\.example\.zone is not read: its drive does not answer/.test(text)) ? true : undefined,
  );
  await settled(editor);
  const other = await editor.diagnostics(`${FOLDER}/a.example.zone`);
  assert.ok(other.some(({ code }) => code === 'syntax-type'));
  answer();
  await until(() => (editor.session.store.files.has(`${FOLDER}/stuck.example.zone`) ? true : undefined));
  assert.equal(said.filter((text) => /stuck.*is not read/.test(text)).length, 1);
});

test('a drive that never answers what a new file is keeps no other waiting', async (t) => {
  let answer = (): void => {};
  const editor = await Editor.start(t, {
    rules: registry,
    files: { 'a.example.zone': ZONE },
    readPatience: 200,
    onAnswer: (what, path) =>
      what === 'kind' && path.includes('stuck') ? new Promise<void>((resolve) => (answer = resolve)) : undefined,
  });
  await settled(editor);
  const names = ['stuck.example.zone', 'b.example.zone'].map((name) => `${FOLDER}/${name}`);
  for (const name of names) editor.files.set(name, ZONE);
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: names.map((uri) => ({ uri, type: 1 as const })),
  });
  const has = (name: string): true | undefined => (editor.session.store.files.has(name) ? true : undefined);
  await until(() => has(`${FOLDER}/b.example.zone`));
  assert.equal(has(`${FOLDER}/stuck.example.zone`), undefined);
  const first = answer;
  first();
  // It is looked at again, and the drive answers by then.
  await until(() => (answer === first ? undefined : true));
  answer();
  await until(() => has(`${FOLDER}/stuck.example.zone`));
});

test('files that vanish between listing and reading, and grow while they are read, are what they are in the end', async (t) => {
  const files = { 'a.example.zone': ZONE, 'gone.example.zone': ZONE, 'grows.example.zone': ZONE };
  let started: Editor | undefined;
  const onRead = async (path: string): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (path.includes('gone')) started?.files.delete(path);
  };
  const editor = await Editor.start(t, { rules: registry, files, onRead });
  started = editor;
  const grows = `${FOLDER}/grows.example.zone`;
  for (let size = 2; size < 12; size++) {
    editor.files.set(grows, ZONE + 'w IN A 192.0.2.7\n'.repeat(size));
    const changes = [
      { uri: grows, type: 2 as const },
      { uri: `${FOLDER}/gone.example.zone`, type: 3 as const },
    ];
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }
  await settled(editor);
  assert.equal(editor.session.store.files.get(grows as never)?.document.text, editor.files.get(grows));
  assert.equal(editor.session.store.files.has(`${FOLDER}/gone.example.zone`), false);
});

test('a hundred thousand files are listed while questions are answered', async (t) => {
  const files: Record<string, string> = { 'z.example.zone': ZONE };
  for (let at = 0; at < 100_000; at++) files[`notes/${at >> 10}/${at}.txt`] = '';
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('open.example.zone', ZONE);
  assert.ok((await editor.diagnostics(uri)).some(({ code }) => code === 'syntax-type'));
  await until(() => (editor.session.store.files.has(`${FOLDER}/z.example.zone`) ? true : undefined));
});

test('a configuration and a zone that can not be read are told once each', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: {
      'named.conf': new Uint8Array(2 ** 26 + 1).fill(32),
      'a.example.zone': ZONE,
      'zonewright.json': new Uint8Array(2 ** 24 + 1),
    },
  });
  const said: string[] = [];
  editor.connection.onNotification('window/logMessage', ({ message }) => void said.push(message));
  editor.files.set(`${FOLDER}/named.conf`, `zone "x.example" {};${' '.repeat(2 ** 26)}`);
  for (let again = 0; again < 3; again++) {
    const changes = [{ uri: `${FOLDER}/named.conf`, type: 2 as const }];
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await settled(editor);
  }
  assert.deepEqual(said.filter((text) => text.includes('named.conf')).length, 1, said.join('\n'));
  const [problem] = await editor.diagnostics(`${FOLDER}/zonewright.json`);
  assert.match(
    String(problem?.message),
    /It has 16777217 bytes, more than the 16777216 of a settings file: none of it counts/,
  );
  assert.ok((await editor.diagnostics(`${FOLDER}/a.example.zone`)).some(({ code }) => code === 'syntax-type'));
});
