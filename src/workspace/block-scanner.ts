import { BLOCK_LIMITS } from '../syntax/plain-rows.ts';
import { type ScanLimits, scan } from '../syntax/scan.ts';
import { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import type { ScannedBlock } from './scanned-block.ts';

const NO_LIMITS: ScanLimits = { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER };

/** Reads the rows of blocks onto a tape, which is kept while the same block is asked for. */
export class BlockScanner {
  readonly tape = new Tape();
  /** Where in its text the block begins that was cut last. */
  #cutFrom = 0;
  /** The block whose rows are on the tape, and whether all of them are. */
  #last: ScannedBlock | undefined;
  #isWhole = false;

  /** The tape of a block's rows; it is valid until the next call. */
  scan(block: Block, tape: Tape = this.tape): ScannedBlock {
    const last = this.#last;
    if (tape === this.tape && last?.block === block && this.#isWhole) return last;
    const { codes } = block;
    scan(codes, 0, true, NO_LIMITS, tape);
    const scanned = { tape, block, codes };
    if (tape === this.tape) {
      this.#last = scanned;
      this.#isWhole = true;
    }
    return scanned;
  }

  /** The same where one row is asked for: those behind it may not be on the tape. */
  scanRow(block: Block, row: number): ScannedBlock {
    const { tape } = this;
    const last = this.#last;
    if (last?.block === block) return row < tape.rowCount ? last : this.scan(block);
    const { codes } = block;
    scan(codes, 0, true, { ...NO_LIMITS, rows: row + 1 }, tape);
    this.#isWhole = false;
    this.#last = { tape, block, codes };
    return this.#last;
  }

  /** Reads the rows of the next block of a text onto the tape: the offset behind it, or NEEDS_MORE. */
  cut(codes: Uint8Array, offset: number, isLast: boolean): number {
    this.#last = undefined;
    this.#cutFrom = offset;
    return scan(codes, offset, isLast, BLOCK_LIMITS, this.tape);
  }

  /** Makes the tape's offsets those of the block that was cut. */
  shiftTape(): void {
    this.tape.shiftBack(this.#cutFrom);
  }
}
