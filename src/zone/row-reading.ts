import type { NameId } from '../dns/name-table.ts';
import type { Tape } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import type { Block } from '../text/block.ts';
import type { Encoding } from '../text/source.ts';
import type { Draft } from './draft.ts';
import type { SignatureHeads } from './signature-heads.ts';
import type { EdgeState, MutableState } from './state.ts';

/** Where a block's rows stand: which zone they are for. */
export interface ZoneContext {
  /** The zone's apex; -1 where nobody knows it, then nothing lies outside. */
  readonly apex: NameId;
  /** The class of the zone's records. */
  readonly zoneClass: number;
  readonly encoding: Encoding;
}

/** What an included file leaves behind: only its TTLs reach its includer (as in BIND). */
export interface TtlState {
  readonly defaultTtl: number;
  readonly lastTtl: number;
}

/** What the reading of one block is about. */
export interface RowReading {
  readonly tape: Tape;
  readonly block: Block;
  readonly codes: Uint8Array;
  readonly context: ZoneContext;
  readonly state: MutableState;
  readonly draft: Draft;
  readonly include: (row: number, path: Token, entry: EdgeState) => TtlState;
}

/** What is known of rdata that was read: judges what sound ones say, where that takes more than their characters. */
export interface Values {
  readonly heads: SignatureHeads;
  /** Whether no rule has anything to say of the rdata of a type that stands from `start` to `end`. */
  isSilent(type: number, codes: Uint8Array, start: number, end: number): boolean;
  /** `QUIET` where the strings that stand there are such a record, with `LETS_MX_SEND` where it says that; else 0. */
  quietFlags(codes: Uint8Array, start: number, end: number): number;
}

/** The rdata is wrong, and the faults say how. */
export const UNREADABLE = -2;
