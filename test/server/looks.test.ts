import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Hover,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type MarkupContent,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { addMissingPtrsRequest, type EditResult, trustedNotification } from '../../src/shared/protocol.ts';
import { Editor, FOLDER, until, VSCODE } from './editor.ts';

const files = {
  'example.com.zone': `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 hostmaster 2026112301 2h 15m 2w 1h
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN A 192.0.2.80
`,
  '2.0.192.in-addr.arpa.zone': `$TTL 1h
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 2h 15m 2w 1h
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
`,
};
const forward = `${FOLDER}/example.com.zone`;
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function at(line: number, character: number) {
  return { textDocument: { uri: forward }, position: { line, character } };
}

function textOf(hover: Hover | null): string {
  return (hover?.contents as MarkupContent | undefined)?.value ?? '';
}

test('a hover links to commands of the extension where the workspace is trusted, and nowhere else', async (t) => {
  const trusted = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode', isTrusted: true } });
  await trusted.pull(await trusted.open('example.com.zone'));
  const text = textOf(await trusted.connection.sendRequest(HoverRequest.type, at(5, 10)));
  const links = [...text.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\?([^)]*)\)/g)];
  assert.deepEqual(
    links.map(([, title, command]) => `${title}: ${command}`),
    ['Add PTR: zonewright.addMissingPtrs', 'Check live: zonewright.checkLive'],
  );
  const [place] = JSON.parse(decodeURIComponent(links[0]?.[3] ?? ''));
  assert.deepEqual(place, { uri: forward, position: { line: 5, character: 10 } });

  const result = await trusted.connection.sendRequest<EditResult>(addMissingPtrsRequest, place);
  assert.equal(result.count, 1);
  assert.match(JSON.stringify(result.edit), /80.*PTR.*www\.example\.com\./);
  const elsewhere = { ...place, position: { line: 0, character: 0 } };
  const none = await trusted.connection.sendRequest<EditResult>(addMissingPtrsRequest, elsewhere);
  assert.deepEqual([none.count, none.refused], [0, ['There is no address here: the text has changed']]);

  const untrusted = await Editor.start(t, { rules: registry, files, options: { editor: 'vscode' } });
  await untrusted.pull(await untrusted.open('example.com.zone'));
  assert.doesNotMatch(textOf(await untrusted.connection.sendRequest(HoverRequest.type, at(5, 10))), /command:/);
  await untrusted.connection.sendNotification(trustedNotification);
  assert.match(textOf(await untrusted.connection.sendRequest(HoverRequest.type, at(5, 10))), /command:/);

  const other = await Editor.start(t, { rules: registry, files, options: { isTrusted: true } });
  await other.pull(await other.open('example.com.zone'));
  await other.connection.sendNotification(trustedNotification);
  assert.doesNotMatch(textOf(await other.connection.sendRequest(HoverRequest.type, at(5, 10))), /command:/);
});

test('a hint says what it means and where it leads once a person points at it', async (t) => {
  const inlayHint = { resolveSupport: { properties: ['tooltip', 'label.tooltip', 'label.location'] } };
  const capabilities = { ...VSCODE, textDocument: { ...VSCODE.textDocument, inlayHint } };
  const editor = await Editor.start(t, { rules: registry, files, capabilities });
  await editor.pull(await editor.open('example.com.zone'));
  const asked = { textDocument: { uri: forward }, range: whole };
  const hints = (await editor.connection.sendRequest(InlayHintRequest.type, asked)) ?? [];
  assert.deepEqual(
    hints.map(({ position, label }) => [position, label]),
    [
      [{ line: 4, character: 19 }, [{ value: 'PTR ns1.example.com' }]],
      [{ line: 5, character: 19 }, [{ value: 'no PTR' }]],
    ],
  );
  const [first] = hints;
  assert.ok(first);
  const { label } = await editor.connection.sendRequest(InlayHintResolveRequest.type, first);
  assert.deepEqual(label, [
    {
      value: 'PTR ns1.example.com',
      tooltip: 'PTR to ns1.example.com, which has this address',
      location: {
        uri: `${FOLDER}/2.0.192.in-addr.arpa.zone`,
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } },
      },
    },
  ]);
  await editor.type(forward, 'ns1 IN A 192.0.2.53\n', '\n');
  assert.deepEqual(await editor.connection.sendRequest(InlayHintResolveRequest.type, first), first);

  const eager = await Editor.start(t, { rules: registry, files });
  await eager.pull(await eager.open('example.com.zone'));
  const [told] = (await eager.connection.sendRequest(InlayHintRequest.type, asked)) ?? [];
  assert.deepEqual(told?.label, label);
});

test('an editor that asks for a whole file gets each hint once, and of a large one the first', async (t) => {
  const row = (i: number) => `h${i} IN MX (\n 10\n mail.example.com )`;
  const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i)).join('\n');
  const text = (count: number) => `$ORIGIN example.com.\n@ IN SOA ns1 h 1 2h 15m 2w 1h\n${rows(count)}\n`;
  const editor = await Editor.start(t, { rules: [], files: { 'a.zone': text(400), 'b.zone': text(6000) } });
  const count = async (name: string) => {
    const uri = await editor.open(name);
    await editor.pull(uri);
    const range = { start: { line: 0, character: 0 }, end: { line: 50_000, character: 0 } };
    const hints = (await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
    assert.equal(new Set(hints.map(({ position }) => position.line)).size, hints.length);
    return hints.length;
  };
  assert.equal(await count('a.zone'), 400);
  const most = await count('b.zone');
  assert.ok(most >= 5000 && most < 5500, `${most}`);
});

test('who points to a name, and where it leads', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  await editor.pull(await editor.open('example.com.zone'));
  const { connection } = editor;
  const [item] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, at(4, 1))) ?? [];
  assert.ok(item);
  assert.equal(`${item.name} ${item.detail}`, 'ns1.example.com A');
  const callers = await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item });
  assert.deepEqual(
    callers?.map(({ from, fromRanges }) => `${from.name} ${from.uri.split('/').at(-1)} ${fromRanges.length}`),
    [
      '2.0.192.in-addr.arpa 2.0.192.in-addr.arpa.zone 2',
      '192.0.2.53 2.0.192.in-addr.arpa.zone 1',
      'example.com example.com.zone 2',
    ],
  );
  const led = await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item });
  assert.deepEqual(
    led?.map(({ to }) => to.name),
    ['192.0.2.53'],
  );
  const strange = { ...item, data: { view: 1 } };
  assert.deepEqual(await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: strange }), []);
  assert.equal(await connection.sendRequest(CallHierarchyPrepareRequest.type, at(1, 0)), null);
});

test('of the colours that a client has only what changed is sent', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files });
  const uri = await editor.open('example.com.zone');
  const { connection } = editor;
  const textDocument = { uri };
  await editor.pull(uri);
  const first = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.ok(first?.resultId);
  const delta = (previousResultId: string) =>
    connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId });
  const same = await delta(first.resultId);
  assert.deepEqual(same && 'edits' in same && same.edits, []);
  await editor.type(uri, 'www IN A', 'web2 IN A');
  await editor.pull(uri);
  const changed = await delta(same?.resultId ?? '');
  assert.ok(changed && 'edits' in changed);
  const [edit, ...others] = changed.edits;
  assert.ok(edit && others.length === 0 && (edit.data?.length ?? 0) < first.data.length);
  const patched = [...first.data];
  patched.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  const again = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  assert.deepEqual(patched, again?.data);
  const late = await delta(first.resultId);
  assert.ok(late && 'data' in late, 'a result that is not the last one is answered as a whole');
});

test('what hints say of other files is asked for again when those change, and not while one file is typed in', async (t) => {
  const editor = await Editor.start(t, {
    rules: registry,
    files,
    capabilities: { ...VSCODE, workspace: { ...VSCODE.workspace, inlayHint: { refreshSupport: true } } },
  });
  let refreshCount = 0;
  editor.connection.onRequest(InlayHintRefreshRequest.type, () => {
    refreshCount++;
  });
  const hintOfWww = async (): Promise<unknown> => {
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: forward },
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } },
    });
    return JSON.stringify(hints?.map(({ label }) => label));
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 400));
  const isAskedFor = async (change: () => Promise<void>): Promise<void> => {
    await rest();
    const before = refreshCount;
    await change();
    await until(() => (refreshCount > before ? true : undefined));
  };
  await editor.open('example.com.zone');
  assert.match(String(await hintOfWww()), /no PTR/);
  await rest();
  const before = refreshCount;
  await editor.type(forward, 'ns1 IN A', 'mx IN A 192.0.2.54\nns1 IN A');
  await rest();
  assert.equal(refreshCount, before, 'the editor asks by itself for what is typed in');
  await editor.type(forward, 'mx IN A 192.0.2.54\n', '');

  const reverse = `${FOLDER}/2.0.192.in-addr.arpa.zone`;
  await isAskedFor(() => {
    editor.files.set(reverse, `${files['2.0.192.in-addr.arpa.zone']}80 IN PTR www.example.com.\n`);
    return editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: reverse, type: FileChangeType.Changed }],
    });
  });
  assert.match(String(await hintOfWww()), /PTR www\.example\.com/);
  await editor.open('2.0.192.in-addr.arpa.zone', String(editor.files.get(reverse)));
  await isAskedFor(() => editor.type(reverse, '80 IN PTR www', '80 IN PTR web'));
  assert.match(String(await hintOfWww()), /PTR web\.example\.com/);
});
