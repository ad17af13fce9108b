import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import {
  type DocumentStatus,
  type KnownZonesResult,
  knownZonesRequest,
  statusRequest,
} from '../../src/shared/protocol.ts';
import { Editor, FOLDER } from './editor.ts';

const soa = '$TTL 1h\n@ IN SOA ns1 hostmaster 2026112301 2h 1h 2w 1h\n@ IN NS ns1\n';
const VSCODE_OPTIONS = { editor: 'vscode' } as const;

async function hoverAt(editor: Editor, uri: string, line: number, character: number): Promise<string> {
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line, character },
  });
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

function statusOf(editor: Editor, uri: string): Promise<DocumentStatus> {
  return editor.connection.sendRequest<DocumentStatus>(statusRequest, { uri });
}

test('the names of a file whose zone nobody knows are shown as they are written', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: { 'hosts.db': `${soa}ns1 IN A 192.0.2.1\nwww IN CNAME ns1.sub\n` },
  });
  const uri = await editor.open('hosts.db');
  assert.match(JSON.stringify(await editor.diagnostics(uri)), /origin-unknown/);
  assert.match(await hoverAt(editor, uri, 1, 0), /^The zone of this file is not known/);
  assert.match(await hoverAt(editor, uri, 4, 0), /^`www` in a zone that is not known/);
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const answers = [
    await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range }),
    await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line: 4, character: 15 },
    }),
  ];
  for (const answer of answers) assert.doesNotMatch(JSON.stringify(answer), /\\\\000/);
  const status = await statusOf(editor, uri);
  assert.deepEqual(status.zones, []);
});

test('of a file with octets in either order the status has both readings', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: {
      'db.198.51.100': soa,
      'named.conf': 'view "inside" { zone "example.com" { type primary; file "db.x"; }; };',
    },
  });
  const status = await statusOf(editor, await editor.open('db.198.51.100'));
  assert.deepEqual(status.proposals, ['100.51.198.in-addr.arpa', '198.51.100.in-addr.arpa']);
  assert.equal(status.isAmbiguous, true);
});

test('the documents that are zones by a configuration, a setting or an $INCLUDE', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files: {
      'named.conf': 'zone "example.com" { type primary; file "one.txt"; };\n',
      'one.txt': `${soa}$INCLUDE hosts.inc\n`,
      'two.txt': soa,
      'hosts.inc': 'ns1 IN A 192.0.2.1\n',
      'notes.txt': 'no zone\n',
      'zonewright.json': '{ "zones": [{ "file": "two.txt", "origin": "example.org" }] }',
    },
    options: VSCODE_OPTIONS,
  });
  await editor.pull(`${FOLDER}/one.txt`);
  const asked = ['one.txt', 'two.txt', 'hosts.inc', 'notes.txt', 'named.conf', 'gone.txt'];
  const uris = asked.map((name) => `${FOLDER}/${name}`);
  const known = await editor.connection.sendRequest<KnownZonesResult>(knownZonesRequest, { uris });
  assert.deepEqual(known.uris, uris.slice(0, 3));
});

test('what is neither zone nor configuration is not taken for a zone', async (t) => {
  const text = 'key "rndc-key" {\n\talgorithm hmac-sha256;\n};\n';
  for (const options of [VSCODE_OPTIONS, {}]) {
    const editor = await Editor.start(t, { rules: registry, files: { 'etc/bind/rndc.conf': text }, options });
    const uri = await editor.open('etc/bind/rndc.conf', undefined, 'plaintext');
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.type(uri, 'hmac-sha256', 'hmac-sha512');
    assert.deepEqual(await editor.diagnostics(uri), []);
  }
});

test('the declarations of all servers lead to the zone files, and those back', async (t) => {
  const files = {
    'nsd/nsd.conf':
      'pattern:\n  name: "p"\n  zonefile: "%s.zone"\nzone:\n  name: "example.com"\n  include-pattern: "p"\n',
    'nsd/example.com.zone': soa,
    'knot/knot.conf': 'zone:\n  - domain: example.net\n    file: example.net.zone\n',
    'knot/example.net.zone': soa,
    'coredns/Corefile': 'example.org {\n  file db.example.org\n}\n',
    'coredns/db.example.org': soa,
  };
  const editor = await Editor.start(t, { rules: registry, files });
  const cases = [
    { conf: 'nsd/nsd.conf', zone: 'nsd/example.com.zone', link: 'example.com', at: { line: 4, character: 12 } },
    { conf: 'knot/knot.conf', zone: 'knot/example.net.zone', link: 'example.net.zone', at: { line: 1, character: 14 } },
    { conf: 'coredns/Corefile', zone: 'coredns/db.example.org', link: 'db.example.org', at: { line: 0, character: 3 } },
  ];
  for (const { conf, zone, link, at } of cases) {
    const uri = await editor.open(conf, undefined, 'plaintext');
    await editor.pull(uri);
    const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    const text = files[conf as keyof typeof files].split('\n');
    const shown = links?.map(({ range, target }) => [
      text[range.start.line]?.slice(range.start.character, range.end.character),
      target,
    ]);
    assert.deepEqual(shown, [[link, `${FOLDER}/${zone}`]]);
    const to = await editor.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position: at });
    assert.match(JSON.stringify(to), new RegExp(zone));
    const file = await editor.open(zone);
    const position = { line: 1, character: 0 };
    const back = await editor.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri: file }, position });
    assert.match(JSON.stringify(back), new RegExp(conf));
  }
});
