import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NAMES, type Random, randomOf, textOf, UNOPENED } from '../whole-server.ts';
import { RawClient } from './raw-client.ts';

/** What a round came to. */
export interface Attacked {
  readonly messages: number;
  readonly answers: number;
  /** The longest that an answer took, in milliseconds. */
  readonly worst: number;
}

/** Methods with positions, and those without, as the server offers them. */
const AT = ['hover', 'completion', 'signatureHelp', 'definition', 'references', 'documentHighlight', 'prepareRename'];
const WHOLE = ['documentSymbol', 'documentLink', 'foldingRange', 'codeLens', 'semanticTokens/full', 'diagnostic'];
const OTHERS = [
  'rename',
  'formatting',
  'rangeFormatting',
  'onTypeFormatting',
  'selectionRange',
  'inlayHint',
  'codeAction',
  'prepareCallHierarchy',
  'semanticTokens/full/delta',
  'semanticTokens/range',
  'willSaveWaitUntil',
].map((name) => `textDocument/${name}`);
const ELSEWHERE = [
  'workspace/symbol',
  'workspace/executeCommand',
  'workspace/willRenameFiles',
  'codeAction/resolve',
  'completionItem/resolve',
  'inlayHint/resolve',
  'callHierarchy/incomingCalls',
  'callHierarchy/outgoingCalls',
  'zonewright/status',
  'zonewright/nothing',
  'initialize',
  '$/nothing',
  '',
  'constructor',
  '__proto__',
];
const METHODS = [...[...AT, ...WHOLE].map((name) => `textDocument/${name}`), ...OTHERS, ...ELSEWHERE];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/setTrace',
  'window/workDoneProgress/cancel',
  'zonewright/cursor',
  'initialized',
  'nothing',
];

/** One server process, attacked: every request is answered, and at the end it shows what a fresh one shows. */
export async function attack(program: readonly string[], seed: number, count: number): Promise<Attacked> {
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-fuzz-'));
  const extra = join(folder, 'extra');
  mkdirSync(extra);
  mkdirSync(join(folder, 'build'));
  for (const [name, kind] of NAMES) if (random(3) > 0) writeFileSync(join(folder, name), textOf(kind, random));
  writeFileSync(join(extra, 'example.org.zone'), textOf('zone', random));
  const manner = (['answers', 'answers', 'refuses', 'mute'] as const)[random(4)] ?? 'answers';
  const client = new RawClient(program, folder, manner);
  const clients = [client];
  try {
    const documents = new Attack(client, folder, random);
    await documents.beforeInitialize();
    await documents.initialize();
    for (let at = 0; at < count; at++) {
      documents.act();
      if (random(8) === 0) await new Promise((resolve) => setTimeout(resolve, random(20)));
    }
    await documents.answers();
    const { worst } = client;
    await documents.bringToOrder();
    const shown = await settledDiagnostics(client, documents.open);
    const fresh = new RawClient(program, folder, 'answers');
    clients.push(fresh);
    assert.deepEqual(shown, await freshDiagnostics(fresh, folder, documents));
    await end(client, random(3));
    return { messages: client.sent, answers: client.answered, worst };
  } finally {
    for (const one of clients) one.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The client leaves as the protocol says, or as people do it. */
async function end(client: RawClient, how: number): Promise<void> {
  if (how === 0) {
    assert.equal((await client.ask('shutdown', undefined).answer).error, undefined);
    assert.equal((await client.ask('textDocument/hover', {}).answer).error?.code, -32600);
    client.notify('exit', undefined);
    assert.equal(await client.gone(20_000), 0, 'it ends when it is told to');
    return;
  }
  if (how === 1) client.notify('exit', undefined);
  else client.process.stdin?.end();
  assert.notEqual(await client.gone(20_000), undefined, 'it does not outlive its client');
}

interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  text: string;
  version: number;
}

class Attack {
  readonly #client: RawClient;
  readonly #folder: string;
  readonly #random: Random;
  readonly #open = new Map<string, OpenText>();
  readonly #waiting: Promise<unknown>[] = [];
  readonly #strange = new Set<string>();
  #last = 0;
  /** What the client says of the units that it counts in. */
  general: object = {};

  constructor(client: RawClient, folder: string, random: Random) {
    this.#client = client;
    this.#folder = folder;
    this.#random = random;
  }

  async beforeInitialize(): Promise<void> {
    const early = await this.#client.ask('textDocument/hover', this.#at()).answer;
    assert.equal(early.error?.code, -32002);
    this.#client.notify('textDocument/didOpen', {
      textDocument: { uri: this.#uri('early.zone'), text: 'x', version: 1 },
    });
  }

  async initialize(): Promise<void> {
    const isPull = this.#random(2) === 0;
    const encodings = [['utf-8', 'utf-16'], ['utf-16'], ['utf-32', 'utf-8', 'utf-16'], undefined][this.#random(4)];
    if (encodings) this.general = { positionEncodings: encodings };
    const capabilities = {
      general: this.general,
      textDocument: { publishDiagnostics: {}, ...(isPull ? { diagnostic: {} } : {}) },
      workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: isPull } },
      window: { workDoneProgress: this.#random(2) === 0 },
    };
    await this.#client.ask('initialize', params(this.#folder, capabilities)).answer;
    this.#client.notify('initialized', {});
  }

  /** One message, or many, of any kind. */
  act(): void {
    this.#pick(this.#acts)();
  }

  /** What may come; what stands twice comes twice as often. */
  readonly #acts: readonly (() => void)[] = [
    () => this.#malformed(),
    () => this.#ask(this.#pick(METHODS), this.#nonsense(3)),
    () => this.#ask(this.#pick(METHODS), this.#nonsense(3)),
    () => this.#client.notify(this.#pick(NOTIFICATIONS.slice(this.#random(3) === 0 ? 0 : 3)), this.#nonsense(3)),
    () => this.#ask(`textDocument/${this.#pick(AT)}`, this.#at()),
    () => this.#ask(`textDocument/${this.#pick(AT)}`, this.#at()),
    () => this.#ask(this.#pick([...WHOLE.map((name) => `textDocument/${name}`), ...OTHERS]), this.#ranged()),
    () => this.#openOne(),
    () => this.#type(),
    () => this.#type(),
    () => this.#onDisk(),
    () => this.#folders(),
    () => this.#cancelled(),
    () => this.#closeOne(),
  ];

  /** Waits for all that was asked. */
  async answers(): Promise<void> {
    await Promise.all(this.#waiting);
  }

  /** Gives the server the texts and files as they are, and takes away what no editor would have open. */
  async bringToOrder(): Promise<void> {
    for (const uri of this.#strange) this.#client.notify('textDocument/didClose', { textDocument: { uri } });
    for (const uri of [this.#uri('early.zone'), this.#uri('nothing.zone')])
      this.#client.notify('textDocument/didClose', { textDocument: { uri } });
    const whole = { added: [], removed: [{ uri: this.#uri('extra'), name: 'extra' }] };
    this.#client.notify('workspace/didChangeWorkspaceFolders', { event: whole });
    for (const document of this.#open.values()) {
      const { uri, languageId, text } = document;
      this.#client.notify('textDocument/didClose', { textDocument: { uri } });
      this.#client.notify('textDocument/didOpen', { textDocument: { uri, languageId, text, version: 1 } });
    }
    const changes = [...NAMES.map(([name]) => name), 'extra/example.org.zone'].map((name) => ({
      uri: this.#uri(name),
      type: exists(join(this.#folder, name)) ? 2 : 3,
    }));
    this.#client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  get open(): readonly OpenText[] {
    return [...this.#open.values()];
  }

  #ask(method: string, asked: unknown): void {
    const { id, answer } = this.#client.ask(method, asked);
    this.#last = id;
    this.#waiting.push(answer);
  }

  #malformed(): void {
    const bodies = [
      '{',
      'null',
      '[]',
      '1',
      '"a"',
      '{}',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"2.0","id":null}',
      '\u0000',
      '[1,2]',
    ];
    this.#client.frame(this.#pick([...bodies, '{"jsonrpc":"2.0","id":{},"method":"x"}', '{"jsonrpc":"1","method":7}']));
  }

  #cancelled(): void {
    for (let count = this.#random(20); count >= 0; count--)
      this.#ask(`textDocument/${this.#pick([...AT, ...WHOLE])}`, this.#at());
    for (let back = this.#random(12); back >= 0; back--)
      this.#client.notify('$/cancelRequest', { id: this.#last - back });
    this.#client.notify('$/cancelRequest', { id: this.#pick([-1, 1e9, 'x', null]) });
  }

  #openOne(): void {
    const [name, kind] = this.#pick(NAMES);
    if (UNOPENED.has(kind)) return;
    const uri = this.#uri(name);
    const text = textOf(kind, this.#random).replaceAll('www', this.#pick(['www', 'w\u00e9', '\u{1f600}w', 'w']));
    const languageId = kind === 'configuration' ? 'bind' : 'dns-zone';
    const version = this.#random(1000);
    // Also where it is open: the last text counts.
    this.#open.set(uri, { uri, languageId, text, version });
    this.#client.notify('textDocument/didOpen', { textDocument: { uri, languageId, text, version } });
  }

  #closeOne(): void {
    const uri = this.#uri(this.#pick(NAMES)[0]);
    this.#open.delete(uri);
    this.#client.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Edits with versions that leap, and ranges out of the text; what the text is then is said at the end. */
  #type(): void {
    const document = this.#pick([...this.#open.values(), undefined]);
    const uri = document?.uri ?? this.#uri('nothing.zone');
    const contentChanges = Array.from({ length: 1 + this.#random(3) }, () => ({
      ...(this.#random(6) === 0 ? {} : { range: this.#range() }),
      text: this.#pick(['', 'a', '\n', 'b A 192.0.2.20\n', '(', '"', '\r', '\u{1f600}', '$INCLUDE hosts\n']),
    }));
    const version = (document?.version ?? 0) + this.#random(5) - 1;
    if (document) document.version = version;
    this.#client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  #onDisk(): void {
    const [name, kind] = this.#pick(NAMES);
    const path = join(this.#folder, name);
    const isGone = this.#random(4) === 0;
    if (isGone) rmSync(path, { force: true });
    else writeFileSync(path, textOf(kind, this.#random));
    const changes = [{ uri: this.#uri(name), type: isGone ? 3 : 1 + this.#random(2) }];
    if (this.#random(12) === 0)
      for (let at = 0; at < 10_000; at++) changes.push({ uri: this.#uri(`many/${at}.zone`), type: 1 + (at % 3) });
    this.#client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  #folders(): void {
    const one = [{ uri: this.#uri('extra'), name: 'extra' }];
    const event = this.#random(2) === 0 ? { added: one, removed: [] } : { added: [], removed: one };
    this.#client.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  #at(): object {
    return {
      textDocument: { uri: this.#someUri() },
      position: this.#position(),
      context: { includeDeclaration: true },
    };
  }

  #ranged(): object {
    return {
      ...this.#at(),
      range: this.#range(),
      positions: [this.#position()],
      context: { diagnostics: [] },
      options: { tabSize: 4, insertSpaces: false },
      newName: this.#pick(['x', '', '..', 'a b', 'x.example.com.']),
      ch: this.#pick(['\n', '\t', '']),
      previousResultId: this.#pick(['1', 'x']),
      reason: 1,
    };
  }

  #range(): { start: object; end: object } {
    return { start: this.#position(), end: this.#position() };
  }

  #position(): object {
    const odd = [-1, 1e9, 2 ** 31, 0.5, 2 ** 53];
    const number = (most: number): number => (this.#random(8) === 0 ? this.#pick(odd) : this.#random(most));
    return { line: number(9), character: number(40) };
  }

  #someUri(): string {
    const names = NAMES.map(([name]) => this.#uri(name));
    return this.#pick([
      ...names,
      ...names,
      this.#uri('nothing.zone'),
      'untitled:x',
      'file:///../../etc/passwd',
      '',
      'a b',
      'file://x/%',
    ]);
  }

  /** Any JSON, with names that the protocol knows. */
  #nonsense(depth: number): unknown {
    const random = this.#random;
    const kind = random(depth > 0 ? 9 : 6);
    if (kind < 6) return this.#pick([null, true, -1, 1e300, '', 'x', undefined, this.#someUri()]);
    if (kind === 6) return Array.from({ length: random(4) }, () => this.#nonsense(depth - 1));
    const names = ['textDocument', 'uri', 'position', 'range', 'start', 'line', 'character', 'contentChanges', 'text'];
    const more = [
      'changes',
      'event',
      'added',
      'id',
      'value',
      'item',
      'data',
      'settings',
      'query',
      'command',
      'arguments',
    ];
    const made: Record<string, unknown> = {};
    for (let count = random(5); count > 0; count--) made[this.#pick([...names, ...more])] = this.#nonsense(depth - 1);
    const opened = (made.textDocument as { uri?: unknown } | undefined)?.uri;
    if (typeof opened === 'string') this.#strange.add(opened);
    return made;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#random(items.length)] as T;
  }

  #uri(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }
}

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function params(folder: string, capabilities: object): object {
  const uri = pathToFileURL(folder).href;
  return { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'x' }], capabilities };
}

/** What a server says that has seen nothing of the attack; it is asked to count as the attacked one. */
async function freshDiagnostics(client: RawClient, folder: string, { general, open }: Attack): Promise<unknown> {
  const workspace = { configuration: true, workspaceFolders: true };
  const capabilities = { general, textDocument: { publishDiagnostics: {} }, workspace };
  await client.ask('initialize', params(folder, capabilities)).answer;
  client.notify('initialized', {});
  await settledDiagnostics(client, []);
  for (const { uri, languageId, text } of open)
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId, text, version: 1 } });
  return settledDiagnostics(client, open);
}

const QUIET = 5;

/** What the server says of the documents once it says the same again and again. */
async function settledDiagnostics(client: RawClient, open: readonly OpenText[]): Promise<unknown> {
  let last = '';
  let shown: unknown;
  for (let quiet = 0; quiet < QUIET; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found: Record<string, unknown> = {};
    for (const { uri } of open) {
      const { result, error } = await client.ask('textDocument/diagnostic', { textDocument: { uri } }).answer;
      const items = (result as { items?: { code?: unknown }[] } | undefined)?.items ?? error;
      // What a serial was before is known of what was open then: no fresh server has seen it.
      found[uri] = Array.isArray(items)
        ? items.filter(({ code }) => code !== 'serial-not-increased').map(shortly)
        : items;
    }
    // It comes when all files that the server was told of are read and checked.
    const { error } = await client.ask('zonewright/reading', {}).answer;
    assert.equal(error, undefined);
    const text = JSON.stringify(found);
    quiet = text === last ? quiet + 1 : 0;
    last = text;
    shown = found;
  }
  return shown;
}

function shortly(item: object): string {
  const { range, message, severity, code } = item as Record<string, unknown>;
  return JSON.stringify([range, severity, code, message]);
}
