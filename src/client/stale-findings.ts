import { Diagnostic, type Disposable, languages, type Uri } from 'vscode';
import { phrase } from '../language/phrase.ts';
import { type DocumentStatus, statusRequest } from '../shared/protocol.ts';
import type { RunningExtension } from './running.ts';

/** Who the server's findings are from. */
const SOURCE = 'zonewright';
/** How long those of files that the new server has said nothing of stay, in milliseconds: it tells of open files first. */
const LINGER_MS = 2000;

/**
 * What was found before the server ended stays in sight, said to be stale, until a new one has looked at all.
 *
 * Invariant: no file has findings of the server and stale ones for longer than the editor takes to tell of them.
 */
export class StaleFindings implements Disposable {
  readonly #extension: RunningExtension;
  readonly #stale = languages.createDiagnosticCollection('zonewright stale');
  readonly #changes: Disposable;
  #hasAny = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#changes = languages.onDidChangeDiagnostics(({ uris }) => this.#makeRoom(uris));
    extension.onNews(() => {
      this.#clearOnceChecked().catch((error) => extension.output.debug(`stale findings: ${error}`));
    });
  }

  /** The server has ended, and the editor is about to forget what it found. */
  keep(): void {
    clearTimeout(this.#timer);
    for (const [uri, diagnostics] of languages.getDiagnostics()) {
      const found = diagnostics.filter(isOfServer);
      if (found.length === 0) continue;
      this.#stale.set(uri, found.map(staleOf));
      this.#hasAny = true;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes.dispose();
    this.#stale.dispose();
  }

  /** A file of which the new server has found something is no longer in need of them. */
  #makeRoom(uris: readonly Uri[]): void {
    if (!this.#hasAny) return;
    for (const uri of uris)
      if (this.#stale.has(uri) && languages.getDiagnostics(uri).some(isOfServer)) this.#stale.delete(uri);
  }

  async #clearOnceChecked(): Promise<void> {
    const client = this.#extension.running;
    if (!this.#hasAny || !client) return;
    const status = await client.sendRequest<DocumentStatus | null>(statusRequest, { uri: '' });
    if (status?.loading !== false) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#stale.clear();
      this.#hasAny = false;
    }, LINGER_MS);
  }
}

function isOfServer({ source }: Diagnostic): boolean {
  return source === SOURCE;
}

function staleOf({ range, message, severity, code, relatedInformation, tags }: Diagnostic): Diagnostic {
  const stale = new Diagnostic(range, message, severity);
  stale.source = `${SOURCE} (${phrase`stale`})`;
  return Object.assign(stale, { code, relatedInformation, tags });
}
