import { filesOf, type ZoneBaseline, ZoneBaselines } from '../edits/baseline.ts';
import { zonesOf } from '../edits/writable.ts';
import { type CommittedTextResult, committedTextRequest } from '../shared/protocol.ts';
import { type SourceText, sourceOfBytes } from '../text/source.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import { sourceOf } from '../workspace/whole-text.ts';
import { bytesOfBase64 } from './client-files.ts';
import { readFile } from './file-access.ts';
import type { Commits } from './host.ts';
import type { SessionParts } from './session-parts.ts';
import { isInside, type Path, uriOfPath } from './uri.ts';

/** Files whose last texts are asked for together. */
const AT_ONCE = 64;

/**
 * What zones were at the last commit; where there is none, when their files were opened or last saved. A closed file
 * counts as it is on disk, where another file of one of its zones is open: a zone and what it includes change together.
 *
 * Invariant: `#saved` has the text of each open file as it was on disk when that was last known, or nothing where the
 * text has not been changed since it was saved.
 */
export class Baselines {
  readonly zones: ZoneBaselines;
  readonly #session: SessionParts;
  readonly #saved = new Map<Path, SourceText>();
  /** Files that were just saved, while their zones are compared with what they were; with their texts where they change meanwhile. */
  readonly #saving = new Map<Path, SourceText | undefined>();
  /** Files whose baseline is the text at open or last save. */
  readonly #uncommitted = new Set<Path>();
  readonly #known = new Set<Path>();
  readonly #commits = new Map<Path, Commits | undefined>();
  #bringing: Promise<void> = Promise.resolve();

  constructor(session: SessionParts) {
    this.#session = session;
    this.zones = new ZoneBaselines(session.store);
    session.onQuiet(() => void this.#bringWanted());
  }

  opened(path: Path, text: SourceText): void {
    this.#saved.set(path, text);
    this.#renew(path);
    this.#renewBeside(path);
  }

  /** The text of a file is about to change. */
  changes(path: Path): void {
    const isSaving = this.#saving.has(path) && !this.#saving.get(path);
    if (this.#saved.has(path) && !isSaving) return;
    const file = this.#session.store.files.get(path);
    if (!file) return;
    const text = sourceOf(file);
    if (isSaving) this.#saving.set(path, text);
    if (this.#saved.has(path)) return;
    this.#saved.set(path, text);
    this.#renew(path);
  }

  /** A file was saved: what it is now becomes its baseline, but not before `saved`. */
  saving(path: Path): void {
    this.#saving.set(path, undefined);
  }

  /** What is saved is the new baseline where there is no commit. */
  saved(path: Path): void {
    const text = this.#saving.get(path);
    this.#saving.delete(path);
    if (text && this.#session.open.has(path)) this.#saved.set(path, text);
    else this.#saved.delete(path);
    this.#renew(path);
  }

  /** An open file has changed on disk: what is there now is its baseline where there is no commit, unless it is being saved. */
  async changedOnDisk(path: Path): Promise<void> {
    const text = this.#takesDisk(path) ? bytesText(await readFile(this.#session, path)) : undefined;
    if (!text || !this.#takesDisk(path)) return;
    this.#saved.set(path, text);
    this.#renew(path);
  }

  #takesDisk(path: Path): boolean {
    const isCommitted = this.#known.has(path) && !this.#uncommitted.has(path);
    return this.#session.open.has(path) && !isCommitted && !this.#saving.has(path);
  }

  closed(path: Path): void {
    this.#saved.delete(path);
    this.#renew(path);
    this.#renewBeside(path);
  }

  /** A file was read from disk. */
  read(path: Path): void {
    if (!this.#session.open.has(path)) this.#renew(path);
  }

  /** A zone against what it was, once all texts that this takes are there; undefined where nobody knows. */
  async compare(zone: Zone): Promise<ZoneBaseline | undefined> {
    for (;;) {
      await this.#bringing;
      const steps = this.zones.compare(zone);
      let step = steps.next();
      while (!step.done) step = steps.next();
      if (step.value || !this.#bringWanted()) return step.value;
    }
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

  /** The baseline is asked for again, unless it is that of a commit. */
  #renew(path: Path): void {
    if (this.#uncommitted.has(path)) this.#forget(path);
  }

  /** The same for the closed files of a file's zones. */
  #renewBeside(path: Path): void {
    const file = this.#session.store.files.get(path);
    if (!file || this.#uncommitted.size === 0) return;
    for (const { path: beside } of filesBeside(file)) if (!this.#session.open.has(beside)) this.#renew(beside);
  }

  /** Whether anything is wanted: then it is brought. */
  #bringWanted(): boolean {
    const wanted = this.zones.wanted();
    if (wanted.length === 0) return false;
    this.#bringing = Promise.all([this.#bringing, this.#bring(wanted)]).then(() => undefined);
    return true;
  }

  /** Brings the texts of files, some at a time: of twenty thousand zones requests would wait for all. */
  async #bring(paths: readonly Path[]): Promise<void> {
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      if (at > 0) await new Promise<void>((resolve) => this.#session.host.soon(resolve));
      await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => this.#bringOne(path)));
    }
    this.#session.changed();
  }

  async #bringOne(path: Path): Promise<void> {
    const committed = await this.#committedText(path).catch((error) => {
      this.#session.log('the last commit', error);
      return undefined;
    });
    this.#known.add(path);
    if (!committed) this.#uncommitted.add(path);
    this.zones.put(path, committed ?? this.#savedText(path));
  }

  /** The text at open or last save; undefined for files of zones that no editor has anything of. */
  #savedText(path: Path): SourceText | undefined {
    const { open, store } = this.#session;
    const saved = this.#saved.get(path);
    if (saved || open.size === 0) return saved;
    const file = store.files.get(path);
    if (!file) return undefined;
    if (open.has(path)) return sourceOf(file);
    for (const beside of filesBeside(file)) if (open.has(beside.path)) return sourceOf(file);
    return undefined;
  }

  /** The text of a file at the last commit; undefined where nobody knows. */
  atCommit(path: Path): Promise<SourceText | undefined> {
    return this.#committedText(path);
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

/** The files of all zones that a file belongs to. */
function* filesBeside(file: SourceFile): Generator<SourceFile> {
  for (const zone of zonesOf(file)) yield* filesOf(zone.root);
}
