import type { InstanceBlock, SourceFile } from './instance.ts';
import { lengthOf } from './whole-text.ts';

/** Records that all $GENERATE lines of a workspace together make: some hundred bytes each are held for them. */
const MOST_GENERATED = 2_000_000;
/** Readings of files that others include, and the octets in all of them: files that include others twice double at each step. */
const MOST_INCLUDED = 20_000;
const MOST_INCLUDED_LENGTH = 1_000_000_000;

/**
 * How much a workspace may grow beyond its texts.
 *
 * Invariant: what is counted is what is held now; what is given back makes room.
 */
export class Budget {
  #generated = 0;
  readonly #byBlock = new Map<InstanceBlock, number>();
  #included = 0;
  #length = 0;

  /** How many records the $GENERATE lines of a block may make. */
  roomFor(block: InstanceBlock | undefined): number {
    return MOST_GENERATED - this.#generated + ((block && this.#byBlock.get(block)) ?? 0);
  }

  noteGenerated(block: InstanceBlock, count: number): void {
    this.#generated += count - (this.#byBlock.get(block) ?? 0);
    if (count === 0) this.#byBlock.delete(block);
    else this.#byBlock.set(block, count);
  }

  /** Whether a file may be read once more as an included one. */
  mayInclude(file: SourceFile): boolean {
    return this.#included < MOST_INCLUDED && this.#length + lengthOf(file) <= MOST_INCLUDED_LENGTH;
  }

  /** A file is included once more (1), or once less (-1). */
  noteIncluded(file: SourceFile, by: 1 | -1): void {
    this.#included += by;
    this.#length = this.#included === 0 ? 0 : Math.max(0, this.#length + by * lengthOf(file));
  }
}
