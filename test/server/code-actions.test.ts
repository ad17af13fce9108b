import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { Editor, FOLDER } from './editor.ts';
import { settled } from './whole-server.ts';

const forward = `$TTL 3600
@ IN SOA ns1 hostmaster 2026112301 86400 7200 2419200 3600
@ IN NS ns1
ns1 IN A 192.0.2.53
www IN A 192.0.2.10
`;

const reverse = `$TTL 3600
@ IN SOA ns1.example.com. hostmaster.example.com. 2026112301 86400 7200 2419200 3600
@ IN NS ns1.example.com.
53 IN PTR ns1.example.com.
`;

const files = { 'example.com.zone': forward, '2.0.192.in-addr.arpa.zone': reverse };
const other = `${FOLDER}/2.0.192.in-addr.arpa.zone`;

/** Adds the PTR at the end of the reverse zone, or says why not. */
const missing = defineRule({
  id: 'ptr-missing',
  scope: 'address',
  severity: 'warning',
  summary: 'Address has no PTR record',
  check(address, _ctx, report) {
    if (!address.reverseZone || address.pointers.length > 0) return;
    for (const record of address.records) report({ at: record.at('rdata'), message: `No PTR for ${address.text}` });
  },
  fixes(_finding, ctx) {
    const file = ctx.store.files.get(other);
    if (!file) return [];
    const end = { line: file.document.lineCount - 1, character: 0 };
    const edits = [{ file, edits: [{ range: { start: end, end }, text: '10 IN PTR www.example.com.\n' }] }];
    return [
      { title: 'Add the PTR', safe: false, preferred: true, edits },
      { title: 'Add it elsewhere', safe: false, edits: [], refused: 'the zone is signed' },
    ];
  },
});

async function actionsAt(editor: Editor, uri: string, line: number, only?: string[]): Promise<CodeAction[]> {
  return actionsIn(editor, uri, { start: { line, character: 10 }, end: { line, character: 10 } }, only);
}

async function actionsIn(editor: Editor, uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
  const actions = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics: [...(await editor.diagnostics(uri))], ...(only ? { only } : {}) },
  });
  return (actions ?? []) as CodeAction[];
}

test('a fix is listed without its edit and made when it is chosen', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const actions = await actionsAt(editor, zone, 4);
  assert.deepEqual(
    actions.map(({ title, isPreferred, disabled }) => ({ title, isPreferred, reason: disabled?.reason })),
    [
      { title: 'Add the PTR', isPreferred: true, reason: undefined },
      { title: 'Add it elsewhere', isPreferred: undefined, reason: 'the zone is signed' },
      { title: 'Disable ptr-missing for this line', isPreferred: undefined, reason: undefined },
      { title: 'Disable ptr-missing for this file', isPreferred: undefined, reason: undefined },
    ],
  );
  const [first] = actions;
  assert.ok(first);
  assert.equal(first.edit, undefined);
  assert.equal(first.diagnostics?.[0]?.code, 'ptr-missing');
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, first);
  const annotation = edit?.changeAnnotations?.[`zonewright ${other}`];
  assert.deepEqual(annotation, {
    label: 'Add the PTR',
    description: '2.0.192.in-addr.arpa.zone',
    needsConfirmation: false,
  });
  editor.apply(edit ?? {});
  assert.match(editor.textOf('2.0.192.in-addr.arpa.zone'), /\n10 IN PTR www\.example\.com\.\n$/);
});

for (const lineEnd of ['\n', '\r\n']) {
  test(`lines behind the last one begin at its end: ${JSON.stringify(lineEnd)}`, async (t) => {
    const [one, two] = [forward, reverse].map((text) => text.replaceAll('\n', lineEnd));
    const editor = await Editor.start(t, {
      rules: [missing],
      files: { 'example.com.zone': one ?? '', '2.0.192.in-addr.arpa.zone': two ?? '' },
    });
    const [first] = await actionsAt(editor, await editor.open('example.com.zone'), 4);
    assert.ok(first);
    const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, first);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const at = { line: 3, character: 26 };
    assert.deepEqual(
      change.edits.map((each) => ({ ...each, annotationId: undefined })),
      [{ range: { start: at, end: at }, newText: '\n10 IN PTR www.example.com.', annotationId: undefined }],
    );
  });
}

test('a fix of another file ends with a word on what was done there', async (t) => {
  const commandsOf = async (editor: Editor, name: string) =>
    (await actionsAt(editor, await editor.open(name), 4)).flatMap(({ command }) => command ?? []);
  const extension = await Editor.start(t, { rules: [missing], files, options: { editor: 'vscode' } });
  const [command, ...more] = await commandsOf(extension, 'example.com.zone');
  assert.equal(command?.command, 'zonewright.tellDone');
  assert.deepEqual(
    more.map((one) => one.command),
    ['zonewright.setSeverity', 'zonewright.showRule', 'editor.action.rename', 'zonewright.checkLive'],
  );
});

test('a fix whose finding is gone is refused', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const [first] = await actionsAt(editor, zone, 4);
  assert.ok(first);
  await editor.type(zone, '192.0.2.10', '198.51.100.10');
  await assert.rejects(editor.connection.sendRequest(CodeActionResolveRequest.type, first), /no longer fits/);
});

test('a fix whose finding has moved is made at its new place', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const silence = (await actionsAt(editor, zone, 4)).find(({ title }) => title.endsWith('for this line'));
  const [first] = await actionsAt(editor, zone, 4);
  assert.ok(first && silence);
  await editor.type(zone, '$TTL 3600', '; a comment\n$TTL 3600');
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, first);
  assert.ok(edit?.documentChanges);
  await assert.rejects(editor.connection.sendRequest(CodeActionResolveRequest.type, silence), /no longer fits/);
});

test('a rule is silenced for a line', async (t) => {
  const editor = await Editor.start(t, { rules: [missing], files });
  const zone = await editor.open('example.com.zone');
  const silence = (await actionsAt(editor, zone, 4)).find(({ title }) => title.endsWith('for this line'));
  assert.ok(silence);
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, silence);
  editor.apply(edit ?? {});
  assert.match(editor.textOf('example.com.zone'), /192\.0\.2\.10 ; zonewright-disable-line ptr-missing\n/);
});

test('all safe fixes of a file are one action', async (t) => {
  const text = `${forward}# one\n# two\n`;
  const editor = await Editor.start(t, { rules: [], files: { 'example.com.zone': text } });
  const zone = await editor.open('example.com.zone');
  assert.deepEqual(await actionsAt(editor, zone, 0, ['refactor']), []);
  const [all] = await actionsAt(editor, zone, 0, ['source.fixAll']);
  assert.equal(all?.kind, 'source.fixAll.zonewright');
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, all as CodeAction);
  editor.apply(edit ?? {});
  assert.equal(editor.textOf('example.com.zone'), `${forward}; one\n; two\n`);
});

test('an action is resolved from its finding: no report is built for it', async (t) => {
  const text = `${forward}# the first line\nother IN A 192.0.2.300\n`;
  const editor = await Editor.start(t, { rules: registry, files: { ...files, 'example.com.zone': text } });
  const zone = await editor.open('example.com.zone');
  const range = { start: { line: 4, character: 10 }, end: { line: 6, character: 0 } };
  const actions = await actionsIn(editor, zone, range);
  const titles = actions.filter(({ data }) => data !== undefined).map(({ title }) => title);
  for (const part of ['PTR', 'comment', 'Disable ptr-missing', 'Disable syntax-comment'])
    assert.ok(
      titles.some((title) => title.includes(part)),
      `${part}: ${titles.join(', ')}`,
    );
  // What the server looks at by itself afterwards finds this report.
  await settled(editor);
  await editor.diagnostics(zone);
  let reportCount = 0;
  const { reporter } = editor.session;
  const most = reporter.most.bind(reporter);
  reporter.most = (...asked) => {
    reportCount++;
    return most(...asked);
  };
  for (const action of actions) {
    if (action.data === undefined) continue;
    const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.ok(edit?.documentChanges, action.title);
  }
  assert.equal(reportCount, 0);
  await actionsAt(editor, zone, 4);
  assert.notEqual(reportCount, 0);
});

test('the fix of a text fault follows it to its new line, and is refused where the line is right', async (t) => {
  const editor = await Editor.start(t, { rules: [], files: { 'example.com.zone': `${forward}# the first line\n` } });
  const zone = await editor.open('example.com.zone');
  const line = { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } };
  const fix = (await actionsIn(editor, zone, line)).find(({ title }) => !title.startsWith('Disable'));
  assert.ok(fix);
  await editor.type(zone, '$TTL 3600', '; a comment\n$TTL 3600');
  const { edit } = await editor.connection.sendRequest(CodeActionResolveRequest.type, fix);
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  assert.equal(change.edits[0]?.range.start.line, 6);
  await editor.type(zone, '# the first line', '; the first line');
  await assert.rejects(editor.connection.sendRequest(CodeActionResolveRequest.type, fix), /no longer fits/);
});
