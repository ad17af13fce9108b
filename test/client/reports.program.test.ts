import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const loadReports = clientModule('reports');
const loadExplanation = clientModule('explain-bounce');

interface Report {
  readonly title: string;
  readonly about?: string;
  readonly text: string;
}

class TabInputWebview {}

/** The reports of a window; `state` is what it keeps when it is loaded again. */
function reportsIn(vscode: object, state: Map<string, unknown>): { show(report: Report): Promise<void> } {
  const { Reports } = loadReports(vscode) as {
    Reports: new (state: object) => { show(report: Report): Promise<void> };
  };
  return new Reports({
    get: (key: string, otherwise: unknown) => state.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => state.set(key, JSON.parse(JSON.stringify(value))),
  });
}

test('a report whose tab comes back with the window has its text again, and others are let go', async () => {
  const opened: string[] = [];
  let provider: { provideTextDocumentContent(uri: object): string } | undefined;
  const labels: string[] = [];
  const uriOf = (uri: string) => ({ toString: () => uri, path: uri.replace(/^.*?:|\?.*$/g, '') });
  const vscode = {
    Uri: { parse: uriOf, from: ({ scheme, path }: { scheme: string; path: string }) => uriOf(`${scheme}:${path}`) },
    Disposable: { from: () => ({ dispose: () => {} }) },
    EventEmitter: class {
      fire = (): void => {};
    },
    TabInputWebview,
    commands: { executeCommand: async () => {} },
    window: {
      get tabGroups() {
        return { all: [{ tabs: labels.map((label) => ({ label, input: new TabInputWebview() })) }] };
      },
    },
    workspace: {
      registerTextDocumentContentProvider: (_scheme: string, given: typeof provider) => {
        provider = given;
      },
      openTextDocument: async (uri: object) => opened.push(String(uri)),
    },
  };
  const state = new Map<string, unknown>();
  const before = reportsIn(vscode, state);
  await before.show({ title: 'Is it published', text: 'It is' });
  await before.show({ title: 'A mail rejection', text: 'Refused' });
  await before.show({ title: 'Too long', text: 'x'.repeat(500_001) });
  labels.push('Preview A mail rejection.md');
  reportsIn(vscode, state);
  assert.deepEqual(opened, ['zonewright-report:/A mail rejection.md']);
  const textOf = (name: string): string =>
    provider?.provideTextDocumentContent(uriOf(`zonewright-report:/${name}.md`)) ?? '';
  assert.equal(textOf('A mail rejection'), 'Refused');
  assert.match(textOf('Is it published'), /not kept any longer/);
});

test('a report is shown by the preview of Markdown, by its title; the next one on the same takes its place', async () => {
  const done: string[] = [];
  let provider: { provideTextDocumentContent(uri: object): string } | undefined;
  const uriOf = ({ scheme, path, query }: { scheme: string; path: string; query: string }) => ({
    toString: () => `${scheme}:${path}?${query}`,
  });
  const vscode = {
    Uri: { from: uriOf },
    Disposable: { from: () => ({ dispose: () => {} }) },
    EventEmitter: class {
      fire = (uri: object) => done.push(`changed ${uri}`);
    },
    commands: {
      executeCommand: async (name: string, uri: object) => done.push(`${name} ${uri}`),
    },
    workspace: {
      registerTextDocumentContentProvider: (_scheme: string, given: typeof provider) => {
        provider = given;
      },
    },
  };
  const reports = reportsIn(vscode, new Map());
  for (const text of ['first', 'second']) await reports.show({ title: 'Zone of a/b', about: 'file:///a/b', text });
  const address = 'zonewright-report:/Zone of a b.md?file:///a/b';
  assert.deepEqual(
    done,
    Array(2)
      .fill([`changed ${address}`, `markdown.showPreview ${address}`])
      .flat(),
  );
  assert.equal(provider?.provideTextDocumentContent({ toString: () => address }), 'second');
  for (let count = 0; count < 50; count++) await reports.show({ title: `${count}`, text: '' });
  assert.match(provider?.provideTextDocumentContent({ toString: () => address }) ?? '', /not kept any longer/);
});

test('nothing of a rejection or of a file is markup in the explanation', async () => {
  const link = '[x](command:zonewright.restart)';
  const rejection = {
    about: 'ptr-missing',
    address: '192.0.2.10',
    sentences: [`${link} refuses mail`, 'It claims'],
    advice: link,
    hosts: [],
    held: {
      verdict: 'missing',
      rule: 'ptr-missing',
      message: link,
      place: `${link}:1`,
      uri: 'file:///a',
      fixes: [],
      refused: [link],
    },
    quote: `550 no\r${link}`,
  };
  let report: Report | undefined;
  const vscode = {
    window: {
      activeTextEditor: undefined,
      showQuickPick: async (choices: readonly { readonly label: string }[]) =>
        choices.find(({ label }) => label.includes('Show the explanation')),
    },
  };
  const { explainBounce } = loadExplanation(vscode) as {
    explainBounce(extension: object, text: string): Promise<void>;
  };
  await explainBounce(
    {
      ask: async () => ({ rejections: [rejection] }),
      showReport: async (given: Report) => {
        report = given;
      },
    },
    'pasted',
  );
  assert.equal(report?.title, 'A mail rejection');
  const lines = report?.text.split('\n').filter((line) => line.includes('command')) ?? [];
  assert.equal(lines.length, 5);
  for (const line of lines) assert.match(line, /^ {4}|\\\[x\\\]\\\(command/);
});
