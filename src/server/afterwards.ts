import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import { statusChangedNotification } from '../shared/protocol.ts';
import type { SessionParts } from './session-parts.ts';

/** How long after the last change it is looked for what follows from it, in milliseconds. */
const IDLE = 150;

/**
 * What follows from changes once all is quiet: the client is told that the
 * status and what is shown beside the text may be other.
 */
export class Afterwards {
  readonly #session: SessionParts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #meaning = '';
  #findings = -1;
  #records = -1;
  /** The document that was open alone at the last look, and its version. */
  #alone = '';

  constructor(session: SessionParts) {
    this.#session = session;
    session.onQuiet(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look(), IDLE);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    const session = this.#session;
    const { client, connection, engine } = session;
    if (client.isExtension) void connection.sendNotification(statusChangedNotification);
    const meaning = session.meaning;
    // What names mean has changed, without a change of the text that they stand in.
    const isOther = meaning !== this.#meaning;
    this.#meaning = meaning;
    if (isOther && client.refreshTokens) this.#ask(SemanticTokensRefreshRequest.method);
    const saysOther = this.#areRecordsOther();
    if ((isOther || saysOther) && client.refreshHints) this.#ask(InlayHintRefreshRequest.method);
    if (engine.book.version === this.#findings) return;
    this.#findings = engine.book.version;
    if (client.refreshLenses) this.#ask(CodeLensRefreshRequest.method);
  }

  /** Whether records are others than at the last look, and not only by typing in the one document that is open. */
  #areRecordsOther(): boolean {
    const { engine, open } = this.#session;
    const [only, second] = open.values();
    const alone = only && !second ? `${only.version} ${only.uri}` : '';
    const isTyped = alone !== '' && alone !== this.#alone;
    const areOther = engine.store.changes.count !== this.#records;
    this.#alone = alone;
    this.#records = engine.store.changes.count;
    return areOther && !isTyped;
  }

  #ask(method: string): void {
    this.#session.connection.sendRequest(method).catch((error) => this.#session.log(method, error));
  }
}
