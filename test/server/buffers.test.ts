import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidChangeTextDocumentNotification,
  DidChangeWorkspaceFoldersNotification,
  type WorkspaceFolder,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER } from './editor.ts';
import { settled } from './whole-server.ts';

const HEAD = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';

async function codes(editor: Editor, uri: string): Promise<unknown[]> {
  return (await editor.diagnostics(uri)).map(({ code }) => code);
}

test('a configuration whose name does not tell, and that is empty when it is opened, is what is typed', async (t) => {
  const files = { 'db.one': HEAD, 'zones.conf': 'zone "example.net" { type primary; file "db.one"; };\n' };
  const editor = await Editor.start(t, { rules: registry, files });
  await settled(editor);
  const origin = (): string | undefined => editor.session.project.claims(`${FOLDER}/db.one`)[0]?.origin;
  assert.equal(origin(), 'example.net.');
  const uri = await editor.open('zones.conf', '', 'plaintext');
  await settled(editor);
  assert.notEqual(origin(), 'example.net.', 'what is on the disk does not count');
  await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: files['zones.conf'].replace('example.net', 'example.org.') }],
  });
  await settled(editor);
  assert.equal(origin(), 'example.org.');
  await editor.close(uri);
  await settled(editor);
  assert.equal(origin(), 'example.net.');
});

test('a folder that is taken out while it is being listed stays out', async (t) => {
  let answer = () => {};
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const other = 'file:///other';
  const editor = await Editor.start(t, {
    rules: registry,
    files: { 'example.com.zone': HEAD },
    outside: { [`${other}/example.net.zone`]: HEAD },
    onAnswer: (what, path) => {
      if (what !== 'list' || path !== other) return undefined;
      isAsked();
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
  });
  await settled(editor);
  const change = (event: { added: WorkspaceFolder[]; removed: WorkspaceFolder[] }) =>
    editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  const folder = { uri: other, name: 'other' };
  await change({ added: [folder], removed: [] });
  await asked;
  await change({ added: [], removed: [folder] });
  await editor.connection.sendRequest('zonewright/knownZones', {}).catch(() => {});
  answer();
  await settled(editor);
  assert.equal(editor.session.store.files.has(`${other}/example.net.zone`), false);
  assert.equal(editor.session.project.paths.has(`${other}/example.net.zone`), false);
});

test('what a zone includes has its origin, in whichever order includer, configuration and included file are opened', async (t) => {
  const includer = `${HEAD}$INCLUDE hosts\n`;
  const files = {
    'example.com.zone': includer,
    hosts: 'www A 192.0.2.10\n',
    'named.conf': 'zone "example.com" { type primary; file "example.com.zone"; };\n',
  };
  const opened = {
    'example.com.zone': includer,
    hosts: files.hosts,
    'named.conf': `view "in" { ${files['named.conf'].trim()} };\n`,
  };
  const names = Object.keys(opened) as (keyof typeof opened)[];
  for (const first of names)
    for (const second of names.filter((name) => name !== first)) {
      const editor = await Editor.start(t, { rules: registry, files });
      await settled(editor);
      for (const name of new Set([first, second, ...names]))
        await editor.open(name, opened[name], name === 'named.conf' ? 'bind' : 'dns-zone');
      await settled(editor);
      const found = await codes(editor, `${FOLDER}/hosts`);
      assert.ok(!found.includes('origin-unknown') && !found.includes('ttl-missing'), `${first}, ${second}: ${found}`);
      assert.equal(editor.session.project.claims(`${FOLDER}/example.com.zone`)[0]?.view, 'in');
    }
});
