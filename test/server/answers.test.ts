import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { addMissingPtrsRequest, type EditResult, statusRequest } from '../../src/shared/protocol.ts';
import { Editor, FOLDER } from './editor.ts';

const files = {
  'named.conf':
    'zone "example.com" { type primary; file "example.com.zone"; };\n' +
    'zone "2.0.192.in-addr.arpa" { type primary; file "2.0.192.in-addr.arpa.zone"; };\n',
  'example.com.zone': `$TTL 3600
@ IN SOA ns1 hostmaster (
  2026112301 86400 7200 2419200 3600 )
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN CNAME ns1.example.com
`,
  '2.0.192.in-addr.arpa.zone': `$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.com.
`,
};

/** A place in example.com.zone. */
function at(line: number, character: number, uri = `${FOLDER}/example.com.zone`) {
  return { textDocument: { uri }, position: { line, character } };
}

const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('each question of an editor has its answer', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('example.com.zone');
  await editor.pull(uri);
  const { connection } = editor;
  const textDocument = { uri };

  const hover = await connection.sendRequest(HoverRequest.type, at(4, 10));
  assert.match(JSON.stringify(hover?.contents), /53\.2\.0\.192\.in-addr\.arpa/);
  const completion = await connection.sendRequest(CompletionRequest.type, at(5, 4));
  assert.ok(completion && 'items' in completion && completion.items.some(({ label }) => label === 'MX'));
  const help = await connection.sendRequest(SignatureHelpRequest.type, at(5, 15));
  assert.equal(help?.signatures[0]?.label, 'CNAME target');
  const [link] = ((await connection.sendRequest(DefinitionRequest.type, at(3, 9))) ?? []) as { targetUri: string }[];
  assert.equal(link?.targetUri, uri);
  const references = await connection.sendRequest(ReferencesRequest.type, {
    ...at(4, 1),
    context: { includeDeclaration: true },
  });
  assert.equal(references?.length, 5);
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at(4, 1));
  assert.deepEqual(
    highlights?.map(({ range, kind }) => [range.start.line, kind]),
    [
      [1, 2],
      [3, 2],
      [4, 3],
    ],
  );
  assert.deepEqual(await connection.sendRequest(DocumentHighlightRequest.type, at(4, 5)), []);
  const spot = await connection.sendRequest(PrepareRenameRequest.type, at(4, 1));
  assert.ok(spot && 'placeholder' in spot && spot.placeholder === 'ns1');
  const renamed = await connection.sendRequest(RenameRequest.type, { ...at(4, 1), newName: 'dns' });
  assert.equal(renamed?.documentChanges?.length, 2);
  assert.equal(JSON.stringify(renamed).match(/2026112302/g)?.length, 2, 'the serials of both zones are raised');
  await assert.rejects(connection.sendRequest(RenameRequest.type, { ...at(4, 1), newName: 'www' }), /records already/);
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  assert.deepEqual(
    symbols?.map(({ name }) => name),
    ['example.com', 'ns1', 'www'],
  );
  const found = await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ww' });
  assert.deepEqual(
    found?.map(({ name }) => name),
    ['www.example.com'],
  );
  const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  assert.deepEqual(folds, [{ startLine: 1, endLine: 2 }]);
  const [selection] =
    (await connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [{ line: 5, character: 15 }],
    })) ?? [];
  assert.deepEqual(selection?.range, { start: { line: 5, character: 13 }, end: { line: 5, character: 16 } });
  const hints = await connection.sendRequest(InlayHintRequest.type, { textDocument, range: all });
  assert.ok(hints?.some(({ label }) => Array.isArray(label) && label[0]?.value === 'ns1.example.com.example.com.'));
  const tokens = await connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: all });
  const whole = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.deepEqual(whole?.data, tokens?.data);
  assert.ok((tokens?.data.length ?? 0) > 0);
  const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
  assert.deepEqual(
    lenses?.map(({ command }) => command?.title),
    ['Bump serial to 2026112302', '1 reverse zone held', '1 missing PTR record: add'],
  );
});

test('a configuration leads to its zones and they to it', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('named.conf');
  const links = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
  assert.deepEqual(
    links?.map(({ target }) => target),
    [`${FOLDER}/example.com.zone`, `${FOLDER}/2.0.192.in-addr.arpa.zone`],
  );
  const down = await editor.connection.sendRequest(DefinitionRequest.type, at(0, 8, uri));
  assert.equal((down as { uri: string }[])[0]?.uri, `${FOLDER}/example.com.zone`);
  const up = await editor.connection.sendRequest(DefinitionRequest.type, at(1, 0));
  assert.equal((up as { targetUri: string }[])[0]?.targetUri, uri);
});

test('a mistake in a configuration is shown while it is written', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('named.conf');
  assert.deepEqual(await editor.diagnostics(uri), []);
  await editor.type(uri, 'example.com.zone', 'example.net.zone');
  const [missing] = await editor.diagnostics(uri);
  assert.match(String(missing?.message), /example\.net\.zone.* is not in the workspace/);
});

test('the status names the zone and where it is known from', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('example.com.zone');
  assert.deepEqual(await editor.connection.sendRequest(statusRequest, { uri }), {
    zones: [
      {
        zone: 'example.com',
        view: '',
        serial: 2026112301,
        reverseZones: 1,
        source: 'declared in named.conf',
      },
    ],
    proposals: [],
    isAmbiguous: false,
    views: [],
    loading: false,
  });
});

test('missing PTR records come with a preview for the extension, and are added at once for others', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  await editor.open('example.com.zone');
  const result = await editor.connection.sendRequest<EditResult>(addMissingPtrsRequest, {});
  assert.equal(result.count, 1);
  const { changeAnnotations = {}, documentChanges = [] } = result.edit as WorkspaceEdit;
  const confirmed = Object.keys(changeAnnotations).filter((id) => changeAnnotations[id]?.needsConfirmation);
  const isConfirmed = (part: object) => 'annotationId' in part && confirmed.includes(String(part.annotationId));
  // What is to be confirmed is a change that does nothing and has no row of its own.
  assert.deepEqual(
    documentChanges.map((change) => ('edits' in change ? change.edits.some(isConfirmed) : isConfirmed(change))),
    [true, false],
  );
  assert.deepEqual(documentChanges[0], {
    kind: 'create',
    uri: `${FOLDER}/2.0.192.in-addr.arpa.zone`,
    options: { ignoreIfExists: true },
    annotationId: confirmed[0],
  });

  const other = await Editor.start(t, { rules: registry, files });
  await other.open('example.com.zone');
  const count = await other.connection.sendRequest(ExecuteCommandRequest.type, {
    command: 'zonewright.addMissingPtrs',
  });
  assert.equal(count, 1);
  assert.match(other.textOf('2.0.192.in-addr.arpa.zone'), /53\s+IN PTR ns1\.example\.com\./);
});
