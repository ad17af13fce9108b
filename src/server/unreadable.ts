import { mayBeConfiguration } from '../config/dialect.ts';
import { phrase } from '../language/phrase.ts';
import { printable } from '../text/printable.ts';
import type { SessionParts } from './session-parts.ts';
import type { Path } from './uri.ts';

/**
 * Zone files and configurations that can't be read: each is said once, until it could be read in between.
 *
 * Invariant: `#told` has what was said of files that have not been read since.
 */
export class Unreadable {
  readonly #session: SessionParts;
  readonly #told = new Map<Path, string>();

  constructor(session: SessionParts) {
    this.#session = session;
  }

  /** A file can't be read. Nothing is said of files that are none of ours as far as is known. */
  note(path: Path, why: string): void {
    const { project, settingsFiles } = this.#session;
    if (project.isZone(path) || mayBeConfiguration(path) || settingsFiles.has(path)) this.tell(path, why);
  }

  /** A file or folder of ours can't be read. */
  tell(path: Path, why: string): void {
    if (this.#told.get(path) === why) return;
    this.#told.set(path, why);
    this.#session.connection.console.warn(printable(phrase`${this.#session.label(path)} is not read: ${why}`));
  }

  /** A file has been read. */
  forget(path: Path): void {
    this.#told.delete(path);
  }
}
