import { folderOf } from '../config/path-index.ts';
import type { Path } from './uri.ts';

/**
 * Looks at the disk take their time, and what is told of files meanwhile is newer than what they see: no answer of the
 * disk overtakes what came after its question.
 *
 * Invariant: each look that goes on hears all that is told.
 */
export class DiskNews {
  readonly #looks = new Set<Look>();

  /** A file or folder has come, is another, or counts again as it is on the disk. */
  come(path: Path): void {
    for (const look of this.#looks) look.hear(path, { isGone: false });
  }

  /** A file, or a folder with all that is in it, has gone. */
  gone(path: Path): void {
    for (const look of this.#looks) look.hear(path, { isGone: true });
  }

  /** Works with what is seen on the disk from now on. */
  async look<T>(work: (look: Look) => Promise<T>): Promise<T> {
    const look = new Look();
    this.#looks.add(look);
    try {
      return await work(look);
    } finally {
      this.#looks.delete(look);
    }
  }
}

/** What was told of files since a look at the disk began. */
export class Look {
  readonly #told = new Map<Path, { readonly at: number; readonly isGone: boolean }>();
  #at = 0;

  hear(path: Path, { isGone }: { readonly isGone: boolean }): void {
    this.#told.set(path, { at: ++this.#at, isGone });
  }

  /** Whether what was seen of a file counts no more: who told of it has it read anew. */
  isOld(path: Path): boolean {
    return this.#told.has(path) || this.isGone(path);
  }

  /** Whether the last that was told of a file is that it, or a folder above it, has gone. */
  isGone(path: Path): boolean {
    const come = this.#told.get(path);
    const since = come?.isGone === false ? come.at : 0;
    for (let at = path; at !== ''; at = folderOf(at)) {
      const told = this.#told.get(at);
      if (told?.isGone && told.at > since) return true;
    }
    return false;
  }
}
