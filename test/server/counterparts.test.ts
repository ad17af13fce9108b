import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-protocol/node';
import { registry } from '../../src/rules/registry.ts';
import { Editor, FOLDER, until } from './editor.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** The files of examples/, by their paths there. */
function examples(): Record<string, string> {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z]+$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, EXAMPLES), 'utf8')]));
}

test('of the examples the editor counts the problems that the command line counts', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: examples() });
  const { loop, diagnostics, reporter, store } = editor.session;
  await until(() => (loop.isSettled && store.files.size > 4 ? true : undefined));
  const problems = [...diagnostics.reports.paths()]
    .flatMap((path) => diagnostics.reports.of(path).items.map(({ code, severity }) => ({ path, code, severity })))
    .filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
  const counted = [...reporter.all()]
    .flatMap(([, shown]) => shown)
    .filter(({ primary, severity }) => primary && severity !== 'hint');
  assert.ok(counted.length >= 6);
  assert.deepEqual(
    problems.map(({ path, code }) => `${path} ${code}`).sort(),
    counted.map(({ path, rule }) => `${path} ${rule}`).sort(),
  );
});

test('what is of no use is tagged, where it stands itself', async (t) => {
  const editor = await Editor.start(t, { rules: registry, files: examples() });
  const { loop, diagnostics, store } = editor.session;
  await until(() => (loop.isSettled && store.files.size > 4 ? true : undefined));
  const of = (name: string) => diagnostics.reports.of(`${FOLDER}/zones/${name}`).items;
  const stale = of('2.0.192.in-addr.arpa.zone').find(({ code }) => code === 'ptr-stale');
  assert.deepEqual(stale?.tags, [DiagnosticTag.Unnecessary]);
  const side = of('example.com.zone').find(({ code }) => code === 'ptr-stale');
  assert.equal(side?.severity, DiagnosticSeverity.Hint);
  assert.equal(side?.tags, undefined);
});

test('records of types that nobody asks for are tagged as old', async (t) => {
  const zone =
    '$ORIGIN example.com.\n@ 60 IN SOA ns1 hostmaster 1 4h 1h 2w 1h\na 60 IN SPF "v=spf1 -all"\nb 60 IN A6 0 2001:db8::1\n';
  const editor = await Editor.start(t, { rules: registry, files: { 'example.com.zone': zone } });
  const { loop, diagnostics, store } = editor.session;
  await until(() => (loop.isSettled && store.files.size > 0 ? true : undefined));
  const old = diagnostics.reports
    .of(`${FOLDER}/example.com.zone`)
    .items.filter(({ tags }) => tags?.includes(DiagnosticTag.Deprecated));
  assert.deepEqual(old.map(({ code }) => code).sort(), ['spf-type-99', 'type-obsolete']);
});

test('a client that knows no tags gets none', async (t) => {
  const capabilities = { textDocument: { publishDiagnostics: {} } };
  const editor = await Editor.start(t, { rules: registry, files: examples(), capabilities });
  await until(() => (editor.session.loop.isSettled && editor.session.store.files.size > 4 ? true : undefined));
  for (const path of editor.session.diagnostics.reports.paths())
    for (const { tags } of editor.session.diagnostics.reports.of(path).items) assert.equal(tags, undefined);
});
