import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('commits');

test('the Git extension is woken with the first question for the text of a commit, and once', async () => {
  const done: string[] = [];
  const silent = () => ({ dispose: () => {} });
  const state = {
    HEAD: { commit: '1' },
    workingTreeChanges: [{ uri: { toString: () => 'file:///w/a.zone' } }],
    indexChanges: [],
    mergeChanges: [],
    onDidChange: silent,
  };
  const repository = { state, buffer: async () => new TextEncoder().encode('text') };
  const api = { repositories: [], onDidOpenRepository: silent, getRepository: () => repository };
  const vscode = {
    extensions: {
      getExtension: (id: string) => ({
        activate: async () => {
          done.push(id);
          return { enabled: true, getAPI: () => api };
        },
      }),
    },
    workspace: { getWorkspaceFolder: () => ({}) },
    Uri: { parse: (uri: string) => ({ toString: () => uri, fsPath: uri }) },
  };
  const { Commits } = load(vscode) as { Commits: new () => { serve(client: object): void } };
  let answer: ((params: { readonly uri: string }) => Promise<{ readonly kind: string }>) | undefined;
  const client = {
    onRequest: (_method: string, given: typeof answer) => (answer = given),
    isRunning: () => true,
    sendNotification: async () => {},
  };
  new Commits().serve(client);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(done, []);
  assert.equal((await answer?.({ uri: 'file:///w/a.zone' }))?.kind, 'text');
  assert.equal((await answer?.({ uri: 'file:///w/b.zone' }))?.kind, 'unchanged');
  assert.deepEqual(done, ['vscode.git']);
});
