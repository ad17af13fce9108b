import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('graph');

interface Serializer {
  deserializeWebviewPanel(panel: object, state: { readonly name: string } | undefined): Promise<void>;
}

test('a graph of the last session is drawn once its page listens, which is not waited for, and again when it was hidden', {
  timeout: 30_000,
}, async () => {
  let serializer: Serializer | undefined;
  let hear: (message: object) => void = () => {};
  const told: string[] = [];
  const asked: string[] = [];
  const silent = () => ({ dispose: () => {} });
  const vscode = {
    Uri: { joinPath: () => ({}) },
    commands: { registerCommand: silent },
    l10n: {},
    languages: { registerHoverProvider: silent },
    window: {
      registerWebviewPanelSerializer: (_type: string, given: Serializer) => {
        serializer = given;
        return silent();
      },
    },
    workspace: {
      fs: { readFile: async () => new Uint8Array() },
      getConfiguration: () => ({ get: (_key: string, rest: unknown) => rest }),
      workspaceFolders: [],
    },
  };
  const { NameGraphs } = load(vscode) as { NameGraphs: new (extension: object) => object };
  new NameGraphs({
    context: { extensionUri: {} },
    output: { error: (error: unknown) => assert.fail(String(error)) },
    ask: async (_method: string, { name }: { readonly name: string }) => {
      asked.push(name);
      return { name, isAddress: false, from: [], to: [], left: 0 };
    },
  });
  const webview = {
    html: '',
    options: {},
    onDidReceiveMessage: (listener: typeof hear) => {
      hear = listener;
    },
    postMessage: async ({ graph }: { readonly graph: { readonly name: string } }) => told.push(graph.name),
  };
  const panel = { webview, title: '', reveal: () => {}, onDidDispose: () => {} };
  await serializer?.deserializeWebviewPanel(panel, { name: 'mail.example.com' });
  assert.match(webview.html, /<html/);
  assert.deepEqual(told, []);
  for (const times of [1, 2]) {
    hear({ does: 'ready' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(told, Array(times).fill('mail.example.com'));
  }
  assert.deepEqual(asked, ['mail.example.com']);
  assert.equal(panel.title, 'Graph mail.example.com');
});
