import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('commands');

interface Module {
  registerCommands(extension: object): unknown;
}

/** Runs a command that the server refuses for these reasons; gives what the editor shows: a text and its buttons. */
async function shownWhereRefused(refused: readonly string[]): Promise<string[][]> {
  const shown: string[][] = [];
  const ran = new Map<string, () => Promise<void>>();
  const silent = () => ({ dispose: () => {} });
  const any = new Proxy(class {}, { get: () => silent });
  const vscode = {
    commands: {
      executeCommand: async () => {},
      registerCommand: (name: string, run: () => Promise<void>) => {
        ran.set(name, run);
        return silent();
      },
    },
    languages: any,
    l10n: {},
    Uri: class {},
    window: {
      activeTextEditor: { document: { uri: 'file:///workspace/example.com.zone' } },
      onDidChangeActiveTextEditor: silent,
      showWarningMessage: async (...words: string[]) => {
        shown.push(words);
      },
    },
    workspace: any,
  };
  const extension = { ask: async () => ({ count: 0, edit: {}, refused }), output: { info: () => {} } };
  (load(vscode) as Module).registerCommands(extension);
  await ran.get('zonewright.bumpSerial')?.();
  return shown;
}

test('one reason for a refusal is shown as it is, of several the first, with a button for all', async () => {
  assert.deepEqual(await shownWhereRefused(['example.com is secondary']), [['example.com is secondary']]);
  assert.deepEqual(await shownWhereRefused(['example.com is secondary', 'example.org is signed']), [
    ['example.com is secondary (and 1 more)', 'Show All'],
  ]);
});
