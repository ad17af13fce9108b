import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { OtherNames } from '../../src/server/other-names.ts';
import { pathOfUri } from '../../src/server/uri.ts';
import { Editor, FOLDER } from './editor.ts';
import { settled } from './whole-server.ts';

const ZONE = `$TTL 1h
@ IN SOA ns1 hostmaster 1 1d 2h 4w 1h
@ IN NS ns1
ns1 IN A 192.0.2.1
x FOO y
www IN CNAME ns1
`;
const REVERSE = `$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 1 1d 2h 4w 1h
@ IN NS ns1.example.com.
1 IN PTR ns1.example.com.
`;

/** A disk that takes capital and small letters for the same. */
const spelled = (path: string): string =>
  path.replace(/\/zones\//i, '/Zones/').replace(/\/example\.com\.zone/i, '/example.com.zone');

test('a document that is named in other letters than the disk has is the file there', async (t) => {
  const files = { 'Zones/example.com.zone': ZONE, 'Zones/2.0.192.in-addr.arpa.zone': REVERSE };
  for (const isListed of [true, false]) {
    const editor = await Editor.start(t, { rules: registry, files, spelled });
    if (isListed) await settled(editor);
    const uri = await editor.open('ZONES/Example.com.zone', ZONE);
    await settled(editor);
    assert.deepEqual([...editor.session.store.files.keys()].sort(), [
      `${FOLDER}/Zones/2.0.192.in-addr.arpa.zone`,
      `${FOLDER}/Zones/example.com.zone`,
    ]);
    assert.ok((await editor.diagnostics(uri)).some(({ code }) => code === 'syntax-type'));
    await editor.type(uri, 'FOO y', 'A 192.0.2.2');
    assert.ok(!(await editor.diagnostics(uri)).some(({ code }) => code === 'syntax-type'));
    const textDocument = { uri };
    const position = { line: 3, character: 1 };
    const edit = await editor.connection.sendRequest(RenameRequest.type, { textDocument, position, newName: 'ns9' });
    assert.ok(edit);
    editor.apply(edit);
    assert.match(editor.texts.get(uri)?.text ?? '', /^ns9 IN A/m);
    assert.match(editor.texts.get(`${FOLDER}/Zones/2.0.192.in-addr.arpa.zone`)?.text ?? '', /PTR ns9\.example\.com/);
    const definition = await editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: `${FOLDER}/Zones/2.0.192.in-addr.arpa.zone` },
      position: { line: 3, character: 12 },
    });
    assert.equal(JSON.stringify(definition).includes(uri), true);
    await editor.close(uri);
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${FOLDER}/Zones/example.com.zone`, type: 3 }],
    });
    await settled(editor);
    assert.ok(!editor.session.store.files.has(`${FOLDER}/Zones/example.com.zone`));
  }
});

test('names of documents are led to those of the disk, below the folder as the client has it', () => {
  const names = new OtherNames();
  const known = { isKnown: () => false, folders: ['file:///c:/DNS'] };
  const uri = 'file:///C%3A/dns/ZONES/a.zone';
  assert.equal(names.opened(uri, pathOfUri(uri), { ...known, spelled: undefined }), 'file:///c:/dns/ZONES/a.zone');
  const message = { textDocument: { uri }, changes: [{ uri }, 'x', 1, null] };
  assert.equal(names.inward(message), message);
  const real = (): string => 'file:///c:/dns/Zones/a.zone';
  assert.equal(names.opened(uri, pathOfUri(uri), { ...known, spelled: real }), 'file:///c:/DNS/Zones/a.zone');
  const own = 'file:///c%3A/DNS/Zones/a.zone';
  assert.deepEqual(names.inward(message), { textDocument: { uri: own }, changes: [{ uri: own }, 'x', 1, null] });
  const opening = { textDocument: { uri, languageId: 'dns-zone', version: 1, text: '' } };
  assert.deepEqual(names.inward(opening), opening);
  assert.equal(names.opened(uri, pathOfUri(uri), { ...known, isKnown: () => true, spelled: real }), pathOfUri(uri));
  assert.equal(names.inward(message), message);
});
