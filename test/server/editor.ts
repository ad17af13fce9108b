import assert from 'node:assert/strict';
import { createConnection } from 'vscode-languageserver/node';
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  type TextEdit,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { root } from '../../scripts/root.ts';
import type { RunChecker } from '../../src/ports/external-checkers.ts';
import type { SignatureChecker } from '../../src/ports/signature-checker.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Unit } from '../../src/server/columns.ts';
import type { LivePort } from '../../src/server/host.ts';
import { serve } from '../../src/server/server.ts';
import type { Session } from '../../src/server/session.ts';
import { translationsIn } from '../../src/server/translations.node.ts';
import type { InitializationOptions } from '../../src/shared/protocol.ts';
import { MemoryChannel } from './memory-transport.ts';
import { positionIn, rangeFrom } from './units.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What ends: a test, or a part of one. */
export interface Scope {
  after(end: () => unknown): void;
}

/** What a test's client is like. */
export interface EditorOptions {
  readonly rules: readonly Rule[];
  /** Files of the workspace's folder, by their names. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** What the client counts characters in; UTF-16 where it does not say. */
  readonly unit?: Unit;
  /** What the client calls itself. */
  readonly clientName?: string;
  readonly settings?: unknown;
  /** Files elsewhere, by their URIs. */
  readonly outside?: Readonly<Record<string, string>>;
  /** What asks the DNS; without it nothing does. */
  readonly live?: LivePort;
  /** What runs other checkers; without it none are. */
  readonly checkers?: () => Promise<RunChecker>;
  /** What checks signatures; without it none are. */
  readonly signatures?: () => Promise<SignatureChecker>;
  /** The address of a page of a rule. */
  readonly rulePage?: (rule: string) => string;
  /** Refuses or never answers what the server asks. */
  readonly isMute?: boolean;
  /** How long typing rests before something is said of the line, in milliseconds; not at all where it is left out. */
  readonly typingPause?: number;
  /** Milliseconds that a file is waited for. */
  readonly readPatience?: number;
  /** Milliseconds that a question for diagnostics waits; a minute where it is left out, so that a busy machine changes no answer. */
  readonly checkPatience?: number;
  /** Documents that the server takes in together; more at once are a flood. */
  readonly openedAtOnce?: number;
  /** Seconds since 1970. */
  readonly clock?: number;
  /** The client's language, as it says it; the host has the texts of the package. */
  readonly locale?: string;
  /** Hears what the server says of its progress. */
  readonly onProgress?: (value: { readonly kind: string }) => void;
  /** Hears of every file that the server asks for, and may make it wait. */
  readonly onRead?: (path: string) => Promise<void> | undefined | number | void;
  /** Makes the server wait for the list of files. */
  readonly onList?: () => Promise<void>;
  /** Time that passes when the test says so; that of the machine where it is left out. */
  readonly time?: VirtualTime | undefined;
  /** How the disk spells a path, where capital and small letters may be the same there. */
  readonly spelled?: (path: string) => string;
  /** Holds an answer of the disk back: what it says was so when it was asked. */
  readonly onAnswer?: (what: 'kind' | 'list' | 'read', path: string) => Promise<void> | undefined;
}

/** The workspace's folder. */
export const FOLDER = 'file:///workspace';

/** What VS Code can do. */
export const VSCODE: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, dataSupport: true, codeDescriptionSupport: true },
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
    hover: { contentFormat: ['markdown'] },
    definition: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

/** A client that speaks with a server in memory, as an editor does. */
export class Editor {
  readonly connection: ProtocolConnection;
  /** What the server knows. */
  readonly session: Session;
  /** Diagnostics that the server has sent by itself. */
  readonly published = new Map<string, readonly Diagnostic[]>();
  readonly texts = new Map<string, { text: string; version: number }>();
  /** What is on disk, by path. */
  files: Map<string, string | Uint8Array> = new Map();
  /** Files of which the server wanted no more than the beginning. */
  passedOver: readonly string[] = [];
  /** What characters of a line are counted in over the connection; the methods here take and give UTF-16. */
  unit: Unit = 'utf-16';
  /** The time of client and server, where that is not the machine's. */
  time: VirtualTime | undefined;
  readonly #open = new Set<string>();
  refreshCount = 0;
  initializeResult: InitializeResult | undefined;

  constructor(connection: ProtocolConnection, session: Session) {
    this.connection = connection;
    this.session = session;
  }

  /** Starts a server on a workspace, and stops it when the test ends. */
  static async start(t: Scope, options: EditorOptions): Promise<Editor> {
    const toServer = new MemoryChannel();
    const toClient = new MemoryChannel();
    const files = new Map<string, string | Uint8Array>();
    for (const [name, text] of Object.entries(options.files ?? {})) files.set(`${FOLDER}/${name}`, text);
    for (const [uri, text] of Object.entries(options.outside ?? {})) files.set(uri, text);
    const read = async (path: string): Promise<Uint8Array | undefined> => {
      await options.onRead?.(path);
      const text = files.get(path);
      await options.onAnswer?.('read', path);
      return typeof text === 'string' ? new TextEncoder().encode(text) : text;
    };
    const passedOver: string[] = [];
    const server = createConnection(toServer.reader, toClient.writer);
    const session = serve(
      server,
      {
        files: new Map([
          [
            'file',
            {
              list: async (folder) => {
                await options.onList?.();
                const listed = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
                await options.onAnswer?.('list', folder);
                return listed;
              },
              kindOf: async (path) => {
                const isFolder = [...files.keys()].some((file) => file.startsWith(`${path}/`));
                const kind = files.has(path) ? 'file' : isFolder ? 'folder' : 'other';
                await options.onAnswer?.('kind', path);
                return kind;
              },
              read,
              ...(options.spelled ? { spelled: options.spelled } : {}),
              readWanted: async (path, isWanted) => {
                const bytes = await read(path);
                if (!bytes || isWanted(bytes)) return bytes;
                passedOver.push(path);
                return 'unwanted';
              },
            },
          ],
        ]),
        ...(options.live ? { live: async () => options.live as LivePort } : {}),
        ...(options.checkers ? { checkers: options.checkers } : {}),
        ...(options.signatures ? { signatures: options.signatures } : {}),
        ...(options.rulePage ? { rulePage: options.rulePage } : {}),
        soon: (run) => setImmediate(run),
        now: options.time?.look ?? (() => performance.now()),
        translations: (language) => translationsIn(root, language),
        typingPause: options.typingPause ?? 0,
        ...(options.openedAtOnce === undefined ? {} : { openedAtOnce: options.openedAtOnce }),
        ...(options.readPatience === undefined ? {} : { readPatience: options.readPatience }),
        checkPatience: options.checkPatience ?? 60_000,
        clock: () => options.clock ?? Date.UTC(2026, 10, 23) / 1000,
      },
      options.rules,
    );
    const client = createProtocolConnection(toClient.reader, toServer.writer);
    const editor = new Editor(client, session);
    editor.unit = options.unit ?? 'utf-16';
    editor.time = options.time;
    const never = new Promise<never>(() => {});
    client.onRequest(RegistrationRequest.type, () => (options.isMute ? never : undefined));
    client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      if (options.isMute) throw new Error('no progress here');
      client.onProgress(WorkDoneProgress.type, token, (value) => options.onProgress?.(value));
    });
    client.onRequest(ConfigurationRequest.type, ({ items }) =>
      options.isMute ? never : items.map(() => options.settings ?? null),
    );
    client.onRequest(DiagnosticRefreshRequest.type, () => {
      editor.refreshCount++;
    });
    client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      editor.apply(edit);
      return { applied: true };
    });
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      editor.published.set(uri, diagnostics);
    });
    client.listen();
    t.after(async () => {
      await client.sendRequest(ShutdownRequest.type);
      client.dispose();
      server.dispose();
    });
    editor.initializeResult = await client.sendRequest(InitializeRequest.type, {
      processId: null,
      ...(options.clientName === undefined ? {} : { clientInfo: { name: options.clientName } }),
      rootUri: FOLDER,
      workspaceFolders: [{ uri: FOLDER, name: 'workspace' }],
      capabilities: {
        ...(options.capabilities ?? VSCODE),
        ...(options.unit === undefined ? {} : { general: { positionEncodings: [options.unit] } }),
      },
      initializationOptions: options.options,
      ...(options.locale === undefined ? {} : { locale: options.locale }),
    });
    await client.sendNotification(InitializedNotification.type, {});
    editor.files = files;
    editor.passedOver = passedOver;
    for (const [uri, text] of files)
      editor.texts.set(uri, { text: typeof text === 'string' ? text : new TextDecoder().decode(text), version: 0 });
    return editor;
  }

  /** Opens a file of the workspace, or a new one with this text. */
  async open(name: string, text?: string, languageId = 'dns-zone'): Promise<string> {
    const uri = `${FOLDER}/${name}`;
    const document = { text: text ?? this.texts.get(uri)?.text ?? '', version: 1 };
    this.texts.set(uri, document);
    this.#open.add(uri);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, ...document },
    });
    return uri;
  }

  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Puts `text` in the place of the first occurrence of `old`, as typing does. */
  async type(uri: string, old: string, text: string): Promise<void> {
    const document = this.texts.get(uri);
    assert.ok(document);
    assert.ok(document.text.includes(old), `${uri} holds ${JSON.stringify(old)}`);
    const start = document.text.indexOf(old);
    const range = { start: positionAt(document.text, start), end: positionAt(document.text, start + old.length) };
    await this.#change(uri, { range, text });
  }

  /** Types at a place. */
  insert(uri: string, at: Position, text: string): Promise<void> {
    return this.#change(uri, { range: { start: at, end: at }, text });
  }

  /** Removes characters of a line. */
  remove(uri: string, start: Position, count: number): Promise<void> {
    return this.#change(uri, { range: { start, end: { ...start, character: start.character + count } }, text: '' });
  }

  async #change(uri: string, { range, text }: { readonly range: Range; readonly text: string }): Promise<void> {
    const document = this.texts.get(uri);
    assert.ok(document);
    const sent = { start: this.#sent(document.text, range.start), end: this.#sent(document.text, range.end) };
    document.text = applyEdits(document.text, [{ range, newText: text }]);
    document.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range: sent, text }],
    });
  }

  /** Asks for the diagnostics of a document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** The diagnostics of a document. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items.map((item) => this.#received(uri, item)) : [];
  }

  /** Applies an edit to the texts; a versioned one must be for the text as it is. */
  apply(edit: WorkspaceEdit): void {
    for (const change of edit.documentChanges ?? []) {
      if (!('edits' in change)) continue;
      const { uri, version } = change.textDocument;
      const document = this.texts.get(uri);
      assert.ok(document, `${uri} is known`);
      if (version !== null) assert.equal(version, document.version, `${uri} is the one the edit is for`);
      document.text = applyEdits(document.text, this.#receivedEdits(document.text, change.edits as TextEdit[]));
    }
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      const document = this.texts.get(uri);
      assert.ok(document, `${uri} is known`);
      document.text = applyEdits(document.text, this.#receivedEdits(document.text, edits));
    }
  }

  /** The text that the server reads. */
  #shownText(uri: string): string {
    const onDisk = this.#open.has(uri) ? undefined : this.files.get(uri);
    return String(onDisk ?? this.texts.get(uri)?.text ?? '');
  }

  #sent(text: string, position: Position): Position {
    return this.unit === 'utf-16' ? position : positionIn(this.unit, text, position);
  }

  #receivedEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
    if (this.unit === 'utf-16') return edits;
    return edits.map((edit) => ({ ...edit, range: rangeFrom(this.unit, text, edit.range) }));
  }

  #received(uri: string, item: Diagnostic): Diagnostic {
    if (this.unit === 'utf-16') return item;
    const related = item.relatedInformation?.map(({ location, message }) => ({
      location: { uri: location.uri, range: rangeFrom(this.unit, this.#shownText(location.uri), location.range) },
      message,
    }));
    return {
      ...item,
      range: rangeFrom(this.unit, this.#shownText(uri), item.range),
      ...(related ? { relatedInformation: related } : {}),
    };
  }

  textOf(name: string): string {
    return this.texts.get(`${FOLDER}/${name}`)?.text ?? '';
  }
}

/** Polls until something is there, for two seconds at most. */
export async function until<T>(probe: () => T | undefined): Promise<T> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    const found = probe();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited in vain');
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const offsetAt = ({ line, character }: { line: number; character: number }): number => {
    const lines = text.split('\n');
    return lines.slice(0, line).reduce((sum, item) => sum + item.length + 1, 0) + character;
  };
  const placed = edits.map((edit) => ({
    start: offsetAt(edit.range.start),
    end: offsetAt(edit.range.end),
    text: edit.newText,
  }));
  placed.sort((a, b) => b.start - a.start || b.end - a.end);
  return placed.reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
