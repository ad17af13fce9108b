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

  /** A file or folder has come, or is another. */
  come(path: Path): void {
    for (const look of this.#looks) look.come(path);
  }

  /** A file counts again as it is on the disk, where it may be there or not. */
  again(path: Path): void {
    for (const look of this.#looks) look.again(path);
  }

  /** A file, or a folder with all that is in it, has gone. */
  gone(path: Path): void {
    for (const look of this.#looks) look.gone(path);
  }

  /** Works with what is seen on the disk from now on. */
  async look<T>(work: (look: Look) => Promise<T>): Promise<T> {
    const look = this.begin();
    try {
      return await work(look);
    } finally {
      this.end(look);
    }
  }

  begin(): Look {
    const look = new Look();
    this.#looks.add(look);
    return look;
  }

  end(look: Look): void {
    this.#looks.delete(look);
  }
}

/** What was told of files since a look at the disk began. */
export class Look {
  /** When it was told, by path. */
  readonly #come = new Map<Path, number>();
  readonly #gone = new Map<Path, number>();
  readonly #again = new Set<Path>();
  #now = 0;

  come(path: Path): void {
    this.#come.set(path, ++this.#now);
  }

  gone(path: Path): void {
    this.#gone.set(path, ++this.#now);
  }

  again(path: Path): void {
    this.#again.add(path);
  }

  /** Whether what was seen of a file counts no more: who told of it has it read anew. */
  isOld(path: Path): boolean {
    return this.#come.has(path) || this.#again.has(path) || this.isGone(path);
  }

  /** Whether a file, or a folder above it, has gone, and nothing was told of the file since. */
  isGone(path: Path): boolean {
    const come = this.#come.get(path) ?? 0;
    for (let at = path; at !== ''; at = folderOf(at)) if ((this.#gone.get(at) ?? 0) > come) return true;
    return false;
  }
}
