import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { type DocumentStatus, statusRequest } from '../../src/shared/protocol.ts';
import { Editor, type EditorOptions, FOLDER, until, VSCODE } from './editor.ts';

const SOA = '@ SOA ns1.example.com. hostmaster.example.com. 2026112301 7200 900 1209600 3600\n@ NS ns1.example.com.\n';

const zones = {
  'zones/com.zone': `$TTL 3600\n${SOA}ns1 A 192.0.2.53\n`,
  'zones/example.net.zone': `$TTL 3600\n$ORIGIN example.net.\n${SOA}`,
};
const conf = `options { directory "/etc/bind"; };
acl office { 192.0.2.0/24; };
view "inside" {
  match-clients { office; };
  zone "example.com" {
    type primary;
    file "zones/com.zone";
  };
};
`;

interface Opened {
  readonly editor: Editor;
  readonly uri: string;
  /** The place behind a text of the configuration. */
  readonly behind: (text: string) => Position;
}

async function start(
  t: TestContext,
  text: string,
  name = 'named.conf',
  files: Readonly<Record<string, string>> = zones,
  options: EditorOptions['options'] = {},
): Promise<Opened> {
  const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
  const capabilities: ClientCapabilities = {
    ...VSCODE,
    textDocument: { ...VSCODE.textDocument, completion: { completionItem: { snippetSupport: true } } },
    workspace: { ...VSCODE.workspace, workspaceEdit },
  };
  const editor = await Editor.start(t, { rules: registry, files: { ...files, [name]: text }, capabilities, options });
  const uri = await editor.open(name, undefined, 'named-conf');
  await until(() => (editor.session.loop.isSettled && hasRead(editor, Object.keys(files)) ? true : undefined));
  const behind = (part: string): Position => {
    const before = text.slice(0, text.indexOf(part) + part.length).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  return { editor, uri, behind };
}

/** Whether all files are known, and those read that are zones by their names. */
function hasRead({ session }: Editor, paths: readonly string[]): boolean {
  const zoneFiles = paths.filter((path) => path.endsWith('.zone'));
  return (
    paths.every((path) => session.project.paths.has(`${FOLDER}/${path}`)) &&
    session.store.files.size >= zoneFiles.length
  );
}

async function proposals(t: TestContext, marked: string, name = 'named.conf'): Promise<string[]> {
  const at = marked.indexOf('|');
  const { editor, uri, behind } = await start(t, marked.replace('|', ''), name);
  const position = at === 0 ? { line: 0, character: 0 } : behind(marked.slice(0, at));
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  const { items } = answer as CompletionList;
  return items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1)).map(({ label }) => label);
}

test('statements are proposed by where they may stand, with their values', async (t) => {
  assert.deepEqual((await proposals(t, `${conf}z|`)).slice(-2), ['view', 'zone']);
  assert.deepEqual((await proposals(t, `${conf}zone "x" { |`)).slice(0, 3), ['type', 'file', 'primaries']);
  assert.ok((await proposals(t, `${conf}options { |`)).includes('directory'));
  assert.ok((await proposals(t, `${conf}view "x" { |`)).includes('match-clients'));
  assert.ok((await proposals(t, `${conf}zone "x" { type |`)).includes('secondary'));
  assert.deepEqual(await proposals(t, `${conf}options { recursion |`), ['no', 'yes']);
  assert.deepEqual(await proposals(t, `${conf}options { allow-transfer { |`), [
    'any',
    'localhost',
    'localnets',
    'none',
  ]);
  assert.deepEqual(await proposals(t, `${conf}// a word|`), []);
  assert.deepEqual(await proposals(t, `${conf}zone "x" { type primary; }; "|`), []);
});

test('zone files are proposed as the configuration writes paths, those first that nobody names', async (t) => {
  const files = ['zones/example.net.zone', 'zones/com.zone'];
  assert.deepEqual(await proposals(t, `${conf}zone "x" { type primary; file "|`), files);
  assert.deepEqual(await proposals(t, `${conf}zone "|`), ['example.net']);
});

test('a whole zone is proposed with the folder in which the zone files lie', async (t) => {
  const offered = async (text: string, files: Readonly<Record<string, string>>): Promise<string | undefined> => {
    const { editor, uri, behind } = await start(t, text, 'named.conf', files);
    const position = text === '' ? { line: 0, character: 0 } : behind(text);
    const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    const zone = (answer as CompletionList).items.find(({ label }) => label === 'zone');
    const edit = zone?.textEdit;
    return /file "\$\{3:(.*?)\}"/.exec(edit && 'newText' in edit ? edit.newText : (zone?.insertText ?? ''))?.[1];
  };
  const lieIn = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(zones).map(([path, text]) => [path.replace('zones/', folder), text]));
  assert.equal(await offered('', {}), 'zones/$1.zone');
  assert.equal(await offered('', lieIn('primary/')), 'primary/$1.zone');
  assert.equal(await offered('', lieIn('')), '$1.zone');
  const directory = `${conf.replace('zones/com.zone', 'dns/a$b/com.zone')}`;
  assert.equal(await offered(directory, lieIn('dns/a$b/')), 'dns/a\\$b/$1.zone');
});

test('nsd.conf, knot.conf and Corefile', async (t) => {
  const nsd = 'zone:\n  name: example.com\n  zonefile: zones/com.zone\n';
  assert.ok((await proposals(t, `${nsd}  |`, 'nsd.conf')).includes('provide-xfr:'));
  assert.ok((await proposals(t, `|\n${nsd}`, 'nsd.conf')).includes('pattern:'));
  assert.ok((await proposals(t, `${nsd}zone:\n  zonefile: |`, 'nsd.conf')).includes('zones/example.net.zone'));
  const knot = 'zone:\n  - domain: example.com\n    file: zones/com.zone\n';
  assert.ok((await proposals(t, `${knot}    dnssec-signing: |`, 'knot.conf')).includes('on'));
  assert.ok((await proposals(t, 'example.com {\n  file zones/com.zone\n  |\n}\n', 'Corefile')).includes('transfer'));
});

test('hover explains statements and zones', async (t) => {
  const { editor, uri, behind } = await start(t, conf);
  const hover = async (part: string): Promise<string> => {
    const position = behind(part);
    const found = await editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
    const contents = found?.contents as { readonly value?: string } | undefined;
    return contents?.value ?? '';
  };
  assert.equal(
    await hover('match-cl'),
    '`match-clients`: Who sees this view, by the address they ask from\n\nAddresses, networks, lists by their names, or `any`, `none`, `localhost`, `localnets`',
  );
  const zone = '`example.com`: primary zone in view `inside`\n\nFile `zones/com.zone`\n\n3 records, serial 2026112301';
  assert.equal(await hover('"exampl'), zone);
  assert.equal(await hover('zones/co'), zone);
  assert.equal(await hover('office { 192'), '');
});

test('a hover in a file that a view reads as another zone has no markup of the name of the view', async (t) => {
  const text = `zone "example.com" { type primary; file "both.zone"; };
view "\`[x](command:y)" { zone "example.org" { type primary; file "both.zone"; }; };
`;
  const head = '@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
  const { editor } = await start(t, text, 'named.conf', { 'both.zone': head });
  const textDocument = { uri: await editor.open('both.zone') };
  await editor.diagnostics(textDocument.uri);
  const found = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 0, character: 0 },
  });
  assert.match(JSON.stringify(found?.contents), /also read as .* in view `` `\[x\]\(command:y\) ``/);
});

test('the outline has options, lists, and views with their zones', async (t) => {
  const { editor, uri } = await start(t, conf);
  const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  const named = (all: readonly DocumentSymbol[]): unknown[] =>
    all.map(({ name, detail, children }) => [`${name}: ${detail}`, ...named(children ?? [])]);
  assert.deepEqual(named(symbols as DocumentSymbol[]), [
    ['options: options'],
    ['office: acl'],
    ['inside: view', ['example.com: zone']],
  ]);
  const [, , view] = symbols as DocumentSymbol[];
  assert.equal(view?.range.end.line, 8);
});

test('the status of a file beside the one that a configuration loads says that it is not checked', async (t) => {
  const { editor } = await start(t, conf, 'named.conf', { ...zones, 'example.com.zone': `$TTL 3600\n${SOA}` });
  const uri = await editor.open('example.com.zone');
  const { zones: told } = await editor.connection.sendRequest<DocumentStatus>(statusRequest, { uri });
  assert.deepEqual(
    told.map(({ notHeld }) => notHeld),
    ['this zone has another file: this one is not cross-checked'],
  );
});

test('references of a zone at its declaration: the declarations of all views, and what spells its name', async (t) => {
  const second = `${conf}view "outside" {\n  zone "EXAMPLE.com" { type primary; file "zones/com.zone"; };\n};\n`;
  const { editor, uri, behind } = await start(t, second);
  const placesAt = async (position: Position): Promise<string[]> => {
    const context = { includeDeclaration: true };
    const params = { textDocument: { uri }, position, context };
    const found = (await editor.connection.sendRequest(ReferencesRequest.type, params)) ?? [];
    return found.map((one) => `${one.uri.slice(FOLDER.length + 1)}:${one.range.start.line}`);
  };
  const places = await placesAt(behind('zone "exam'));
  assert.deepEqual(places, await placesAt(behind('zone "EXAM')));
  assert.deepEqual(places, ['named.conf:4', 'named.conf:10', 'zones/com.zone:1', 'zones/com.zone:2']);
  assert.deepEqual(await placesAt(behind('match-cl')), []);
});

test('a missing zone file is created where the other files are, with the servers of another zone', async (t) => {
  const text = `zone "example.com" { type primary; file "zones/com.zone"; };\nzone "example.org" { type primary; file "zones/org.zone"; };\n`;
  const { editor, uri } = await start(t, text);
  const actionsAt = async (line: number): Promise<CodeAction[]> => {
    const at = { line, character: 50 };
    const context = { diagnostics: [] };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context };
    return ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  };
  const [action, ...others] = await actionsAt(1);
  assert.deepEqual(others, []);
  assert.equal(action?.title, 'Create zones/org.zone for example.org');
  const [create, write] = action?.edit?.documentChanges ?? [];
  assert.ok(create && 'kind' in create && create.kind === 'create' && create.uri === `${FOLDER}/zones/org.zone`);
  const made = write && 'edits' in write && write.edits[0] && 'newText' in write.edits[0] ? write.edits[0].newText : '';
  assert.match(
    made,
    /\$TTL\s+3600\n@.*SOA\s+ns1\.example\.com\. hostmaster\.example\.com\. \(\n\s+2026112301\t; serial/,
  );
  assert.match(made, /\n@\s+IN\s+NS\s+ns1\.example\.com\.\n$/);
  assert.deepEqual(await actionsAt(0), []);
});

test('slips of a configuration are put right where one word is meant, and a missing semicolon is inserted', async (t) => {
  const text = 'options {\n  recusion no\n  listen-on { any; };\n};\nzone "example.com" { type primry; file "db"; };\n';
  const { editor, uri } = await start(t, text);
  const changes = async (line: number, character: number): Promise<unknown[]> => {
    const at = { line, character };
    const context = { diagnostics: [...(await editor.diagnostics(uri))] };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context };
    const actions = ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
    return actions.map(({ title, edit, isPreferred }) => [title, isPreferred, edit?.changes?.[uri]]);
  };
  const at = (line: number, from: number, to: number) => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  assert.deepEqual(await changes(1, 4), [
    ['Change to recursion', true, [{ range: at(1, 2, 10), newText: 'recursion' }]],
  ]);
  assert.deepEqual(await changes(1, 12), [['Insert ";"', true, [{ range: at(1, 13, 13), newText: ';' }]]]);
  assert.deepEqual(await changes(4, 28), [['Change to primary', true, [{ range: at(4, 26, 32), newText: 'primary' }]]]);
});

test('with named.conf alone a missing zone file is created too, with servers to be filled in', async (t) => {
  const { editor, uri } = await start(
    t,
    'zone "example.com" { type primary; file "zones/com.zone"; };\n',
    'named.conf',
    {},
  );
  const diagnostics = [...(await editor.diagnostics(uri))];
  const at = { line: 0, character: 50 };
  const params = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics } };
  const [action] = ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  assert.equal(action?.title, 'Create zones/com.zone for example.com');
  const [, write] = action.edit?.documentChanges ?? [];
  const [edit] = write && 'edits' in write ? write.edits : [];
  assert.match(edit && 'newText' in edit ? edit.newText : '', /\nns1\s+IN\s+A\s/);
});

test('a zone file that a fix creates is opened by the extension', async (t) => {
  const text = 'zone "example.com" { type primary; file "zones/com.zone"; };\n';
  const { editor, uri } = await start(t, text, 'named.conf', {}, { editor: 'vscode' });
  const at = { line: 0, character: 50 };
  const params = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } };
  const [action] = ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  assert.equal(action?.command?.command, 'zonewright.tellDone');
  assert.equal(action.command.arguments?.[0].created, `${FOLDER}/zones/com.zone`);
});

test('files beside the configuration that are no zones yet are proposed, those of its own not', async (t) => {
  const text = 'zone "example.com" { type primary; file "db';
  const files = { 'db.example.com': '', 'notes.txt': 'not a zone' };
  const { editor, uri, behind } = await start(t, text, 'named.conf', files);
  const position = behind('"db');
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
  const labels = (answer as CompletionList).items.map(({ label }) => label);
  assert.ok(labels.includes('db.example.com'), labels.join());
  assert.ok(labels.includes('notes.txt'));
  assert.ok(!labels.includes('named.conf'));
});
