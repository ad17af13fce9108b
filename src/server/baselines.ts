import { ZoneBaselines } from '../edits/baseline.ts';
import { type CommittedTextResult, committedTextRequest } from '../shared/protocol.ts';
import { type SourceText, sourceOfBytes } from '../text/source.ts';
import { bytesOfBase64 } from './client-files.ts';
import type { Commits } from './host.ts';
import type { Session } from './session.ts';
import { isInside, type Path, uriOfPath } from './uri.ts';
import { readFile } from './workspace-files.ts';

/**
 * What zones were at the last commit; where there is none, when their files were opened or last saved.
 *
 * Invariant: `#saved` has the text of each open file as it was on disk when that was last known, or nothing where the
 * text has not been changed since it was saved.
 */
export class Baselines {
  readonly zones: ZoneBaselines;
  readonly #session: Session;
  readonly #saved = new Map<Path, SourceText>();
  /** Files whose baseline is the text at open or last save. */
  readonly #uncommitted = new Set<Path>();
  readonly #known = new Set<Path>();
  readonly #commits = new Map<Path, Commits | undefined>();

  constructor(session: Session) {
    this.#session = session;
    this.zones = new ZoneBaselines(session.store);
    session.onQuiet(() => this.#bringWanted());
  }

  opened(path: Path, text: SourceText): void {
    this.#saved.set(path, text);
    if (this.#uncommitted.has(path)) this.#forget(path);
  }

  /** The text of a file is about to change. */
  changes(path: Path): void {
    if (this.#saved.has(path)) return;
    const file = this.#session.store.files.get(path);
    if (!file) return;
    this.#saved.set(path, file.document.source);
    if (this.#uncommitted.has(path)) this.#forget(path);
  }

  /** What is saved is the new baseline where there is no commit. */
  saved(path: Path): void {
    this.#saved.delete(path);
    this.#forget(path);
  }

  closed(path: Path): void {
    this.#saved.delete(path);
    if (this.#uncommitted.has(path)) this.#forget(path);
  }

  /** There is another commit. */
  committed(): void {
    for (const path of [...this.#known]) this.#forget(path);
    this.#session.changed();
  }

  stop(): void {
    for (const commits of this.#commits.values()) commits?.close();
    this.#commits.clear();
  }

  #forget(path: Path): void {
    this.#known.delete(path);
    this.#uncommitted.delete(path);
    this.zones.forget(path);
  }

  #bringWanted(): void {
    const wanted = this.zones.wanted();
    if (wanted.length === 0) return;
    this.#bring(wanted).catch((error) => this.#session.log('the last commit', error));
  }

  async #bring(paths: readonly Path[]): Promise<void> {
    await Promise.all(
      paths.map(async (path) => {
        const committed = await this.#committedText(path);
        this.#known.add(path);
        if (!committed) this.#uncommitted.add(path);
        this.zones.put(path, committed ?? this.#savedText(path));
      }),
    );
    this.#session.changed();
  }

  /** The text at open or last save; undefined for files that no editor holds, which are as they are on disk. */
  #savedText(path: Path): SourceText | undefined {
    const saved = this.#saved.get(path);
    if (saved) return saved;
    const file = this.#session.store.files.get(path);
    return file && this.#session.open.has(path) ? file.document.source : undefined;
  }

  async #committedText(path: Path): Promise<SourceText | undefined> {
    const { client, connection, folders } = this.#session;
    if (!isInside(path, folders)) return undefined;
    if (!client.knowsCommits) return bytesText(await this.#repository(path)?.read(path));
    const result = await connection.sendRequest<CommittedTextResult>(committedTextRequest, { uri: uriOfPath(path) });
    if (result.kind === 'text') return sourceOfBytes(bytesOfBase64(result.base64));
    return result.kind === 'unchanged' ? bytesText(await readFile(this.#session, path)) : undefined;
  }

  #repository(path: Path): Commits | undefined {
    const folder = this.#session.folders.find((candidate) => isInside(path, [candidate]));
    if (folder === undefined) return undefined;
    if (!this.#commits.has(folder)) this.#commits.set(folder, this.#session.host.commits?.(folder));
    return this.#commits.get(folder);
  }
}

function bytesText(bytes: Uint8Array | undefined): SourceText | undefined {
  return bytes && sourceOfBytes(bytes);
}
