import {
  type CancellationToken,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type PreviousResultId,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { Reports } from './reports.ts';
import type { SessionParts } from './session-parts.ts';
import { type Path, pathOfUri } from './uri.ts';

/** How long after the last change other files' diagnostics are brought up to date, in milliseconds. */
const IDLE = 120;
/** How long a question for diagnostics waits for the analysis, in milliseconds, where the host says nothing else. */
const LONGEST_WAIT = 1000;
/** In place of a report's id: what the client holds is not known. */
const STALE = '';
/** Reports sent at a time, and milliseconds at a stretch, before messages are looked at. */
const CHUNK = 50;
const SLICE = 5;

/**
 * Brings the diagnostics to the client: it asks for those of open documents and, with one question that is held open,
 * for those of all files; a client that does not ask is sent them.
 *
 * Invariant: once idle, the client holds the reports in `#given` (documents), `#sent` (all files) as they are, or has
 * been told to ask again.
 */
export class Diagnostics {
  readonly #session: SessionParts;
  readonly reports: Reports;
  readonly #given = new Map<Path, string>();
  readonly #sent = new Map<Path, string>();
  #stream: WorkspaceStream | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRefreshing = false;
  /** What changed while the client was being told to ask again is still to be looked at. */
  #isRefreshDue = false;
  #isStopped = false;
  #running: Promise<void> | undefined;

  constructor(session: SessionParts) {
    this.#session = session;
    this.reports = new Reports(session);
    session.onQuiet(() => this.#later());
  }

  /** Answers for one document, as soon as it is checked. */
  async ofDocument(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const path = pathOfUri(params.textDocument.uri);
    await this.#session.loop.whenChecked(this.#session.host.checkPatience ?? LONGEST_WAIT, token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const { id, items } = this.reports.of(path);
    this.#given.set(path, id);
    if (params.previousResultId === id) return { kind: 'unchanged', resultId: id };
    return { kind: 'full', resultId: id, items: [...items] };
  }

  /** Holds the question open and streams what changes; ends when it is cancelled or asked again. */
  ofWorkspace(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    this.#stream?.end([]);
    for (const path of this.#sent.keys()) this.#sent.set(path, STALE);
    for (const { uri, value } of params.previousResultIds satisfies PreviousResultId[])
      this.#sent.set(pathOfUri(uri), value);
    return new Promise((resolve) => {
      const stream: WorkspaceStream = {
        token: params.partialResultToken,
        end: (items) => {
          if (this.#stream === stream) this.#stream = undefined;
          resolve({ items });
        },
      };
      this.#stream = stream;
      token.onCancellationRequested(() => stream.end([]));
      this.#later();
    });
  }

  /**
   * A document is open or closed: what is known of it is said again. One that a client closes and opens with another
   * language it need not ask for again: a question from before may still be under way.
   */
  forget(path: Path): void {
    if (this.#given.has(path)) this.#given.set(path, STALE);
    // Not undefined: a report that has become empty must be sent too.
    this.#sent.set(path, STALE);
    this.#later();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#stream?.end([]);
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => this.#update(), IDLE);
  }

  #update(): void {
    const { loop } = this.#session;
    if (!loop.isChecked || this.#isStopped) return;
    if (this.#running) {
      this.#later();
      return;
    }
    if (this.#session.client.pullsDiagnostics) this.#refreshDocuments();
    this.#running = this.#sendFiles()
      .catch((error) => this.#session.log('sending diagnostics', error))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Tells the client to ask again where an open document's report is no longer what it was given. */
  #refreshDocuments(): void {
    if (this.#isRefreshing) {
      this.#isRefreshDue = true;
      return;
    }
    const isStale = [...this.#given].some(
      ([path, id]) => this.#session.open.has(path) && this.reports.of(path).id !== id,
    );
    if (!isStale) return;
    this.#isRefreshing = true;
    this.#session.connection
      .sendRequest(DiagnosticRefreshRequest.type)
      .catch((error) => this.#session.log('refreshing diagnostics', error))
      .finally(() => {
        this.#isRefreshing = false;
        if (this.#isRefreshDue) this.#later();
        this.#isRefreshDue = false;
      });
  }

  /** Sends the reports of all files that differ from what was sent, in slices: messages that come in go first. */
  async #sendFiles(): Promise<void> {
    const { session, stream } = { session: this.#session, stream: this.#stream };
    if (session.client.pullsDiagnostics && !stream) return;
    let chunk: Path[] = [];
    let end = session.host.now() + SLICE;
    for (const path of this.reports.paths()) {
      const { id, items } = this.reports.of(path);
      const sent = this.#sent.get(path);
      if (sent !== id && (sent !== undefined || items.length > 0)) chunk.push(path);
      if (chunk.length < CHUNK && session.host.now() < end) continue;
      if (chunk.length > 0 && !this.#send(chunk, stream)) return;
      chunk = [];
      await new Promise<void>((resolve) => session.host.soon(resolve));
      if (!session.loop.isChecked || this.#isStopped) return;
      end = session.host.now() + SLICE;
    }
    if (chunk.length > 0) this.#send(chunk, stream);
  }

  /** Sends reports; false where the question they answer is over with that. */
  #send(paths: readonly Path[], stream: WorkspaceStream | undefined): boolean {
    const session = this.#session;
    for (const path of paths) this.#sent.set(path, this.reports.of(path).id);
    if (!stream) {
      for (const path of paths) {
        const version = session.open.get(path)?.version;
        const diagnostics = [...this.reports.of(path).items];
        const params = { uri: session.uri(path), diagnostics, ...(version === undefined ? {} : { version }) };
        void session.connection.sendDiagnostics(session.positions.outward(params));
      }
      return true;
    }
    const items = paths.map((path) => this.#workspaceReport(path));
    if (stream.token === undefined) {
      stream.end(items);
      return false;
    }
    const part = session.positions.outward({ items });
    void session.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, stream.token, part);
    return this.#stream === stream;
  }

  #workspaceReport(path: Path): WorkspaceDocumentDiagnosticReport {
    const { id, items } = this.reports.of(path);
    const version = this.#session.open.get(path)?.version ?? null;
    return { kind: 'full', uri: this.#session.uri(path), version, resultId: id, items: [...items] };
  }
}

/** A question for all files' diagnostics that is still open. */
interface WorkspaceStream {
  readonly token: WorkspaceDiagnosticParams['partialResultToken'];
  readonly end: (items: WorkspaceDocumentDiagnosticReport[]) => void;
}
