/** How much of a workspace is read. */
export interface ReadLimits {
  /** Files that are made known; what is nearest to the folder comes first. */
  readonly files: number;
  /** Bytes of the files that are read whole and held. */
  readonly bytes: number;
}

/**
 * Counts what is read of a workspace, so that a folder with gigabytes below it is not held as a whole. A file that does
 * not fit is left out, and smaller ones may still come. What people name or open themselves is not asked about here.
 *
 * Invariant: `#total` is the sum of `#held`, and no path is both held and left out.
 */
export class ReadBudget {
  #limits: ReadLimits;
  #total = 0;
  readonly #held = new Map<string, number>();
  readonly #leftOut = new Map<string, number>();

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  get limits(): ReadLimits {
    return this.#limits;
  }

  /** The bytes that still fit. */
  get room(): number {
    return Math.max(0, this.#limits.bytes - this.#total);
  }

  /** The files that did not fit, with their sizes in bytes. */
  get leftOut(): ReadonlyMap<string, number> {
    return this.#leftOut;
  }

  /** Whether a file of so many bytes may be read; it counts from then on, in the place of what it had before. */
  takes(path: string, size: number): boolean {
    const total = this.#total - (this.#held.get(path) ?? 0) + size;
    if (total > this.#limits.bytes) {
      this.drop(path);
      this.#leftOut.set(path, size);
      return false;
    }
    this.#leftOut.delete(path);
    this.#held.set(path, size);
    this.#total = total;
    return true;
  }

  /** A file is not held any more, or is no part of the workspace. */
  drop(path: string): void {
    this.#total -= this.#held.get(path) ?? 0;
    this.#held.delete(path);
    this.#leftOut.delete(path);
  }

  /** Drops all that is neither held nor there. */
  keep(isThere: (path: string) => boolean): void {
    for (const path of [...this.#held.keys(), ...this.#leftOut.keys()]) if (!isThere(path)) this.drop(path);
  }

  /** Other limits; gives the files that were left out and may be tried again. */
  limit(limits: ReadLimits): readonly string[] {
    const isMore = limits.bytes > this.#limits.bytes;
    this.#limits = limits;
    if (!isMore) return [];
    const again = [...this.#leftOut.keys()];
    this.#leftOut.clear();
    return again;
  }
}
