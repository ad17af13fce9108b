import type { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';

/** A block with the tape of its rows. */
export interface ScannedBlock {
  readonly tape: Tape;
  readonly block: Block;
  readonly codes: Uint8Array;
}
