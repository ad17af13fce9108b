import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { keyFiles } from '../../src/client/key-files.node.ts';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('private-key');

class Uri {
  readonly scheme: string;
  readonly path: string;
  constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }
  get fsPath(): string {
    return this.path;
  }
  static from = ({ scheme, path }: { scheme: string; path: string }) => new Uri(scheme, path);
  static file = (path: string) => new Uri('file', path);
  static parse = (uri: string) => new Uri('file', uri.replace('file://', ''));
  static joinPath = ({ scheme, path }: Uri, ...parts: string[]) => new Uri(scheme, posix.join(path, ...parts));
}

interface NewKey {
  readonly publicKey: string;
  readonly pem: string;
}

/** The module in a window whose dialogs are answered one after the other; what it proposes and says. */
function inWindow(answers: (Uri | undefined)[], choice?: string) {
  const proposed: string[] = [];
  const said: string[] = [];
  const unsaved: string[] = [];
  const say = async (text: string, ...choices: string[]) => {
    said.push(text);
    return choices.find((one) => one === choice);
  };
  const vscode = {
    Uri,
    WorkspaceEdit: class {
      insert({ scheme, path }: Uri, _at: unknown, text: string): void {
        unsaved.push(`${scheme}:${path}`, text);
      }
    },
    window: {
      showSaveDialog: async ({ defaultUri }: { readonly defaultUri: Uri }) => {
        proposed.push(defaultUri.path);
        return answers.shift();
      },
      showInformationMessage: say,
      showWarningMessage: say,
      showErrorMessage: say,
      showTextDocument: async () => undefined,
    },
    workspace: {
      fs: { stat: ({ path }: Uri) => stat(path) },
      openTextDocument: async () => ({ positionAt: () => 0 }),
      applyEdit: async () => true,
    },
  };
  const loaded = load(vscode) as {
    makeKey(extension: object, asked: { selector: string; domain: string; zone: string }): Promise<NewKey | undefined>;
    saveKey(extension: object, key: NewKey): Promise<void>;
  };
  return { ...loaded, proposed, said, unsaved };
}

const asked = { selector: 'k1', domain: 'example.com', zone: 'file:///zones/example.com.zone' };

test('a private key is proposed in the home folder, and written when it is to be saved, for its owner alone', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'keys-'));
  t.after(() => rm(home, { recursive: true }));
  const file = join(home, 'k1.example.com.private.pem');
  const { makeKey, saveKey, proposed, said } = inWindow([Uri.file(file)]);
  const extension = { keyFiles: { ...keyFiles, home: () => home } };
  const key = await makeKey(extension, asked);
  assert.ok(key);
  assert.deepEqual(proposed, [file]);
  await assert.rejects(stat(file), 'nothing is written before the records are');
  await saveKey(extension, key);
  assert.deepEqual(said, [`The private key for the mail server is ${file}`]);
  if (process.platform !== 'win32') assert.equal((await stat(file)).mode & 0o777, 0o600);
  const publicKey = createPublicKey(createPrivateKey(await readFile(file, 'utf8')));
  assert.equal(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), key.publicKey);
});

test('a file that is there is never written over: not where it is chosen, and not where it came meanwhile', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'keys-'));
  t.after(() => rm(home, { recursive: true }));
  const [old, late, free] = ['old.pem', 'late.pem', 'free.pem'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(old, 'old');
  const { makeKey, saveKey, said } = inWindow([old, late, free].map(Uri.file), 'Save Elsewhere');
  const extension = { keyFiles: { ...keyFiles, home: () => home } };
  const key = await makeKey(extension, asked);
  assert.ok(key);
  assert.deepEqual(said, [`${old} is there already: a private key is never written over a file`]);
  await writeFile(late, 'late');
  await saveKey(extension, key);
  assert.match(said[1] ?? '', /^The private key is not saved: EEXIST/);
  assert.deepEqual(await Promise.all([old, late, free].map((path) => readFile(path, 'utf8'))), [
    'old',
    'late',
    key.pem,
  ]);
});

test('where no folder fits, only a name is proposed: the key is shown unsaved', async () => {
  const homes = [undefined, '/', '/zones'];
  for (const home of homes) {
    const { makeKey, saveKey, proposed, said, unsaved } = inWindow([]);
    const extension = { keyFiles: home === undefined ? undefined : { ...keyFiles, home: () => home } };
    const key = await makeKey(extension, { ...asked, selector: '../k1' });
    assert.ok(key);
    await saveKey(extension, key);
    assert.deepEqual(proposed, []);
    assert.deepEqual(unsaved, ['untitled:.._k1.example.com.private.pem', key.pem]);
    assert.deepEqual(said, ['The private key for the mail server is not saved: save it where nobody else reads it']);
  }
});

test('a key whose public half stands in the zone is not lost where nobody says where to save it', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'keys-'));
  t.after(() => rm(home, { recursive: true }));
  const { makeKey, saveKey, unsaved } = inWindow([Uri.file(join(home, 'missing', 'k1.pem'))]);
  const extension = { keyFiles: { ...keyFiles, home: () => home } };
  const key = await makeKey(extension, asked);
  assert.ok(key);
  await saveKey(extension, key);
  assert.deepEqual(unsaved, ['untitled:k1.pem', key.pem]);
});
