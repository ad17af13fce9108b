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
  const { Reports } = loadReports(vscode) as { Reports: new () => { show(report: Report): Promise<void> } };
  const reports = new Reports();
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
