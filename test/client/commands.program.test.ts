import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('commands');

interface Module {
  registerCommands(extension: object): unknown;
}

/** Runs a command in a window that is like this, where the server answers so. */
async function run(command: string, window: object, answer: object): Promise<void> {
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
    Uri: Object.assign(class {}, { parse: (text: string) => text }),
    window: {
      activeTextEditor: { document: { uri: 'file:///workspace/example.com.zone' } },
      onDidChangeActiveTextEditor: silent,
      ...window,
    },
    workspace: any,
  };
  (load(vscode) as Module).registerCommands({ ask: async () => answer, output: { info: () => {} } });
  await ran.get(command)?.();
}

/** What the editor shows of a command that the server refuses for these reasons: a text and its buttons. */
async function shownWhereRefused(refused: readonly string[]): Promise<string[][]> {
  const shown: string[][] = [];
  const showWarningMessage = async (...words: string[]): Promise<void> => {
    shown.push(words);
  };
  await run('zonewright.bumpSerial', { showWarningMessage }, { count: 0, edit: {}, refused });
  return shown;
}

test('one reason for a refusal is shown as it is, of several the first, with a button for all', async () => {
  assert.deepEqual(await shownWhereRefused(['example.com is secondary']), [['example.com is secondary']]);
  assert.deepEqual(await shownWhereRefused(['example.com is secondary', 'example.org is signed']), [
    ['example.com is secondary (and 1 more)', 'Show All'],
  ]);
});

test('a file is mapped to what can be the name of a zone', async () => {
  let refusal: (text: string) => string | undefined = () => assert.fail('nothing was asked');
  const showInputBox = async ({ validateInput }: { readonly validateInput: typeof refusal }): Promise<void> => {
    refusal = validateInput;
  };
  await run('zonewright.mapFile', { showInputBox }, { proposals: [], views: [] });
  for (const name of ['example.com', 'example.com.', ' 64/26.2.0.192.in-addr.arpa', 'localhost', '.'])
    assert.equal(refusal(name), undefined, name);
  for (const name of ['', 'example..com', '.example.com', 'example.com..', 'two words', 'a;b'])
    assert.equal(refusal(name), 'The name of the zone, such as example.com', name);
});
