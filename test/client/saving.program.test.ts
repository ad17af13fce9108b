import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('saving');

interface Module {
  saving(change: object): Promise<() => Promise<void>>;
}

test('after a change the files are saved that were before, and others stay as they are', async () => {
  const saved: string[] = [];
  const documentOf = (name: string, isDirty: boolean) => ({
    uri: name,
    isUntitled: false,
    isDirty,
    getText: () => 'new',
    save: async () => saved.push(name),
  });
  const documents = [documentOf('clean.zone', false), documentOf('typed.zone', true)];
  const vscode = {
    workspace: {
      openTextDocument: async (name: string) => documents.find(({ uri }) => uri === name),
      fs: { readFile: async () => new TextEncoder().encode('old') },
    },
  };
  const save = await (load(vscode) as Module).saving({ entries: () => documents.map(({ uri }) => [uri, []]) });
  for (const document of documents) document.isDirty = true;
  await save();
  assert.deepEqual(saved, ['clean.zone']);
});
