import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const MOST_BYTES = 20_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { outputFiles } = buildSync({
  absWorkingDir: root,
  entryPoints: ['src/client/extension.ts'],
  bundle: true,
  minify: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
});
const code = outputFiles[0]?.text ?? '';

interface Document {
  readonly languageId: string;
  readonly uri: { readonly scheme: string; readonly path: string; readonly toString: () => string };
  readonly lineCount: number;
  readonly lineAt: (line: number) => { readonly text: string };
  readonly isUntitled: boolean;
}

function document(path: string, languageId: string, text = ''): Document {
  const lines = text.split('\n');
  const uri = { scheme: 'file', path, toString: () => `file://${path}` };
  return {
    languageId,
    uri,
    lineCount: lines.length,
    lineAt: (line) => ({ text: lines[line] ?? '' }),
    isUntitled: false,
  };
}

class TabInputText {
  readonly uri: Document['uri'];
  constructor(uri: Document['uri']) {
    this.uri = uri;
  }
}

class TabInputWebview {
  readonly viewType: string;
  constructor(viewType: string) {
    this.viewType = viewType;
  }
}

/** A window as the entry sees it: what it asks of the editor, and what it does. */
function windowWith(
  open: readonly Document[],
  { configurations = 0, hasFolder = true }: { readonly configurations?: number; readonly hasFolder?: boolean } = {},
) {
  const done: string[] = [];
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const opened: ((document: Document) => void)[] = [];
  const tabs: ((event: { readonly opened: readonly object[] }) => void)[] = [];
  let tree: { readonly getChildren: () => Promise<readonly object[]> } | undefined;
  let handler: { readonly handleUri: (uri: unknown) => Promise<void> } | undefined;
  const listener = <T>(list: T[], item: T) => {
    list.push(item);
    return { dispose: () => list.splice(list.indexOf(item), 1) };
  };
  const vscode = {
    workspace: {
      textDocuments: open,
      workspaceFolders: hasFolder ? [{ uri: { scheme: 'file' } }] : undefined,
      getConfiguration: () => ({ get: (_name: string, fallback: unknown) => fallback }),
      getWorkspaceFolder: () => undefined,
      onDidOpenTextDocument: (call: (document: Document) => void) => listener(opened, call),
      findFiles: async () => {
        done.push('search');
        return Array.from({ length: configurations }, () => ({}));
      },
    },
    languages: {
      match: (
        selector: readonly { readonly language?: string; readonly pattern?: string }[],
        { languageId, uri }: Document,
      ) =>
        Number(
          selector.some(
            ({ language, pattern }) =>
              language === languageId || (pattern === '**/named.conf.*' && /named\.conf\./.test(uri.path)),
          ),
        ),
    },
    window: {
      tabGroups: {
        all: [],
        onDidChangeTabs: (call: (event: { opened: readonly object[] }) => void) => listener(tabs, call),
      },
      registerTreeDataProvider: (_view: string, given: typeof tree) => {
        tree = given;
        return { dispose: () => (tree = undefined) };
      },
      registerUriHandler: (given: typeof handler) => {
        handler = given;
        return { dispose: () => (handler = undefined) };
      },
    },
    commands: {
      registerCommand: (name: string, run: (...args: unknown[]) => unknown) => {
        assert.ok(!commands.has(name), `${name} is registered already`);
        commands.set(name, run);
        return { dispose: () => commands.delete(name) };
      },
      executeCommand: async (name: string, ...args: unknown[]) => commands.get(name)?.(...args),
    },
    Disposable: class {},
    TabInputText,
    TabInputWebview,
    TabInputCustom: class {},
  };
  const client = {
    activate: (_context: object, startsServer: boolean): void => {
      done.push(startsServer ? 'client and server' : 'client');
      vscode.commands.registerCommand('zonewright.bumpSerial', (...args) => done.push(`bump ${args.join()}`));
    },
    deactivate: async () => void done.push('stopped'),
    handleUri: async (_context: object, uri: unknown) => void done.push(`page ${uri}`),
  };
  const module = { exports: {} as { activate(context: object): void; deactivate(): Promise<void> } };
  new Function('module', 'exports', 'require', code)(module, module.exports, (name: string) => {
    if (name === 'vscode') return vscode;
    assert.equal(name, '/extension/dist/client.js');
    done.push('load');
    return client;
  });
  const context = {
    asAbsolutePath: (path: string) => `/extension/${path}`,
    extension: { packageJSON: { contributes: { commands: [{ command: 'zonewright.bumpSerial' }] } } },
    workspaceState: { get: (_name: string, fallback: unknown) => fallback },
  };
  module.exports.activate(context);
  return {
    done,
    knows: (name: string) => commands.has(name),
    run: (name: string, ...args: readonly unknown[]) => vscode.commands.executeCommand(name, ...args),
    open: (one: Document) => {
      for (const call of [...opened]) call(one);
    },
    openTab: (path: string) => {
      const input = new TabInputText(document(path, '').uri);
      for (const call of [...tabs]) call({ opened: [{ input }] });
    },
    openPage: (viewType: string) => {
      for (const call of [...tabs]) call({ opened: [{ input: new TabInputWebview(viewType) }] });
    },
    lookAtTree: () => tree?.getChildren(),
    handle: (uri: string) => handler?.handleUri(uri),
    stop: () => module.exports.deactivate(),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const ZONE = '$TTL 1h\n@ IN SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n';

test('the entry is small', () => {
  assert.ok(code.length <= MOST_BYTES, `${code.length} bytes`);
});

test('windows with a script or a plain text start nothing but the entry', async () => {
  for (const open of [[document('/w/app.js', 'javascript')], [document('/w/notes.txt', 'plaintext', 'Buy milk\n')]]) {
    const editor = windowWith(open);
    await editor.settle();
    editor.open(document('/w/readme', 'plaintext', 'Hello\n'));
    editor.openTab('/w/readme');
    await editor.settle();
    assert.deepEqual(editor.done, ['search']);
    await editor.stop();
    assert.deepEqual(editor.done, ['search']);
  }
  const bare = windowWith([], { hasFolder: false });
  await bare.settle();
  assert.deepEqual(bare.done, []);
});

test('zones that are open, by language and by content, are served without a search', async () => {
  for (const one of [
    document('/w/example.com.zone', 'dns-zone'),
    document('/w/example.com', 'bind'),
    document('/w/db.example', 'plaintext', ZONE),
    document('/w/named.conf.local', 'plaintext'),
  ]) {
    const editor = windowWith([one]);
    await editor.settle();
    assert.deepEqual(editor.done, ['load', 'client and server'], one.uri.path);
  }
});

test('the first zone that is opened, or a configuration that is found, loads the client once', async () => {
  const opening = windowWith([]);
  await opening.settle();
  opening.open(document('/w/example.com.zone', 'dns-zone'));
  opening.open(document('/w/example.net.zone', 'dns-zone'));
  await opening.settle();
  assert.deepEqual(opening.done, ['search', 'load', 'client and server']);
  const large = windowWith([]);
  large.openTab('/w/large.zone');
  await large.settle();
  assert.deepEqual(
    large.done.filter((what) => what !== 'search'),
    ['load', 'client and server'],
  );
  const finding = windowWith([], { configurations: 1 });
  await finding.settle();
  await finding.settle();
  assert.deepEqual(finding.done, ['search', 'load', 'client and server']);
  await finding.stop();
  assert.equal(finding.done.at(-1), 'stopped');
});

test('a command or a link loads the client, which takes it over', async () => {
  const editor = windowWith([]);
  await editor.settle();
  await editor.run('zonewright.bumpSerial', 'a', 'b');
  await editor.run('zonewright.bumpSerial', 'c');
  assert.deepEqual(editor.done, ['search', 'load', 'client', 'bump a,b', 'bump c']);
  const linked = windowWith([]);
  await linked.settle();
  await linked.handle('/rules/ptr-missing');
  assert.deepEqual(linked.done, ['search', 'load', 'client', 'page /rules/ptr-missing']);
});

test('the tree that is looked at, or a page of the last session, loads the client', async () => {
  const looking = windowWith([]);
  await looking.settle();
  assert.deepEqual(await looking.lookAtTree(), []);
  assert.deepEqual(looking.done, ['search', 'load', 'client and server']);
  assert.equal(looking.lookAtTree(), undefined, 'the client has a tree of its own');
  for (const [type, isOurs] of [
    ['mainThreadWebview-zonewright.map', true],
    ['mainThreadWebview-zonewright.graph', true],
    ['mainThreadWebview-markdown.preview', false],
  ] as const) {
    const editor = windowWith([]);
    await editor.settle();
    editor.openPage(type);
    await editor.settle();
    assert.equal(editor.done.includes('client and server'), isOurs, type);
  }
});

test('no command is unknown while the client takes over', async () => {
  const editor = windowWith([document('/w/example.com.zone', 'dns-zone')]);
  for (let turn = 0; turn < 20; turn++) {
    assert.ok(editor.knows('zonewright.bumpSerial'), `turn ${turn}`);
    await Promise.resolve();
  }
  assert.deepEqual(editor.done, ['load', 'client and server']);
});

test('a command that is run while the client loads is not lost', async () => {
  const editor = windowWith([document('/w/example.com.zone', 'dns-zone')]);
  await Promise.all([editor.run('zonewright.bumpSerial', 'a'), editor.run('zonewright.bumpSerial', 'b')]);
  assert.deepEqual(editor.done, ['load', 'client and server', 'bump a', 'bump b']);
});
