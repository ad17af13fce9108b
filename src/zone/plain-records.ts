import { ip6FromCodes } from '../dns/fast-address.ts';
import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG, TYPE_SOA, TYPE_TXT } from '../dns/type-codes.ts';
import {
  DATA,
  DATA_DOT,
  DATA_END,
  HAS_RELATIVE,
  INHERITS_OWNER,
  IS_DEFAULT_TTL,
  IS_OPT_OUT,
  IS_SOUND,
  LINE,
  MARK,
  NAMELESS,
  OWNER_DOT,
  OWNER_END,
  ROW_SIZE,
  SAME_DATA_END,
  SAME_OWNER,
  SAME_OWNER_END,
  TTL,
  TYPE,
  TYPE_MASK,
} from '../syntax/plain-columns.ts';
import type { PlainRows } from '../syntax/plain-rows.ts';
import { NO_ROW } from '../syntax/signed-rows.ts';
import { type Draft, inheritedFlag, OPT_OUT, SOUND, soaFlags, TAGGED } from './draft.ts';
import { NameReader } from './name-reader.ts';
import { LONGEST_ORIGIN } from './plain-origin.ts';
import type { Values, ZoneContext } from './row-reading.ts';
import { SignedData } from './signed-data.ts';
import type { MutableState } from './state.ts';
import { textFlags } from './text-flags.ts';

/**
 * Makes records of plain rows: of those whose owner lies in the zone, whose names are legal and whose TTL is known. All
 * others are for `Resolver`, which makes the same records of these rows.
 */
export class PlainRecords {
  readonly #names: NameTable;
  readonly #owners: NameReader;
  readonly #targets: NameReader;
  readonly #signed: SignedData;
  readonly #words = new Uint32Array(4);
  /** A name that was found to be at or below an apex. */
  #insideParent: NameId = NO_NAME;
  #insideApex: NameId = NO_NAME;

  readonly #values: Values;

  constructor(names: NameTable, values: Values) {
    this.#names = names;
    this.#values = values;
    this.#owners = new NameReader(names);
    this.#targets = new NameReader(names);
    this.#signed = new SignedData(names, values.heads);
  }

  /**
   * Puts the records of the rows into the draft until one is for `Resolver`, and leaves the state as it is behind them.
   * Returns how many rows were read.
   */
  read(
    { rows, rowCount }: PlainRows,
    codes: Uint8Array,
    zone: { readonly context: ZoneContext; readonly state: MutableState; readonly draft: Draft },
  ): number {
    const { context, state, draft } = zone;
    const { apex } = context;
    if (context.zoneClass !== 1 || apex < 0 || state.isOriginNew || state.isOriginUndotted) return 0;
    const { origin } = state;
    const first = rowCount > 0 && ((rows[TYPE] as number) & IS_DEFAULT_TTL) !== 0 ? 1 : 0;
    if (first > 0) state.defaultTtl = rows[TTL] as number;
    const isShortOrigin = this.#names.wireLength(origin) <= LONGEST_ORIGIN;
    const takesLastTtl = state.defaultTtl < 0 && state.ttlReported;
    let owner: NameId = state.owner;
    let ttl = takesLastTtl ? state.lastTtl : state.defaultTtl;
    let lastTtl = state.lastTtl;
    let index = first;
    for (let row = first * ROW_SIZE; index < rowCount; row += ROW_SIZE) {
      const type = rows[row + TYPE] as number;
      const line = rows[row + LINE] as number;
      const name =
        (type & (INHERITS_OWNER | SAME_OWNER)) !== 0
          ? owner
          : this.#owners.readSplit(
              codes,
              line,
              rows[row + OWNER_DOT] as number,
              rows[row + OWNER_END] as number,
              origin,
              (type & SAME_OWNER_END) !== 0,
            );
      if (name < 0 || !this.#isInside(name, apex)) break;
      const written = rows[row + TTL] as number;
      if (written < 0 && ttl < 0) break;
      if ((type & HAS_RELATIVE) !== 0 && !isShortOrigin) break;
      const isNameless = (type & NAMELESS) !== 0;
      const data = isNameless ? NO_NAME : this.#data(rows, row, codes, origin);
      if (data < 0 && !isNameless) break;
      lastTtl = written >= 0 ? written : ttl;
      if (takesLastTtl) ttl = lastTtl;
      owner = name;
      let flags = (type & INHERITS_OWNER) === 0 ? 0 : inheritedFlag(written);
      if ((type & (NAMELESS | IS_SOUND)) !== 0) flags |= this.#rdataFlags(rows, row, codes);
      const mark = isNameless ? this.#mark(rows, row, codes, draft) : (rows[row + MARK] as number);
      let following = isNameless ? this.#following(rows, row, codes, apex, origin) : 0;
      if ((type & TYPE_MASK) === TYPE_SOA) {
        following = origin + 1;
        if ((flags & SOUND) !== 0)
          flags = (flags & ~SOUND) | soaFlags((type & HAS_RELATIVE) !== 0, owner, origin, apex);
      }
      draft.push(index++, owner, type & TYPE_MASK, lastTtl, data, flags, mark, following);
    }
    state.owner = owner;
    state.lastTtl = lastTtl;
    return index;
  }

  /** What the rdata of several words say by flags. */
  #rdataFlags(rows: Int32Array, row: number, codes: Uint8Array): number {
    const type = rows[row + TYPE] as number;
    let flags = (type & IS_OPT_OUT) === 0 ? 0 : OPT_OUT;
    if ((type & TYPE_MASK) === TYPE_TXT)
      flags |= textFlags(codes, rows[row + DATA] as number, rows[row + DATA_END] as number);
    if ((type & IS_SOUND) !== 0 && this.#isSilent(rows, row, codes)) flags |= SOUND;
    if ((flags & (TAGGED | SOUND)) === (TAGGED | SOUND)) flags |= this.#quietFlags(rows, row, codes);
    return flags;
  }

  #isSilent(rows: Int32Array, row: number, codes: Uint8Array): boolean {
    const type = (rows[row + TYPE] as number) & TYPE_MASK;
    return this.#values.isSilent(type, codes, rows[row + DATA] as number, rows[row + DATA_END] as number);
  }

  #quietFlags(rows: Int32Array, row: number, codes: Uint8Array): number {
    return this.#values.quietFlags(codes, rows[row + DATA] as number, rows[row + DATA_END] as number);
  }

  /** What sums up the rdata of a row that leads to no name. */
  #mark(rows: Int32Array, row: number, codes: Uint8Array, draft: Draft): number {
    const mark = rows[row + MARK] as number;
    if (((rows[row + TYPE] as number) & TYPE_MASK) !== TYPE_RRSIG) return mark;
    if (mark === NO_ROW) return this.#signed.headAt(codes, rows[row + DATA] as number);
    return draft.mark[mark - (draft.row[0] as number)] as number;
  }

  /** The name that a proof leads to, and 1. */
  #following(rows: Int32Array, row: number, codes: Uint8Array, apex: NameId, origin: NameId): number {
    const type = (rows[row + TYPE] as number) & TYPE_MASK;
    if (type !== TYPE_NSEC && type !== TYPE_NSEC3) return 0;
    const start = rows[row + DATA] as number;
    const end = rows[row + DATA_END] as number;
    if (type === TYPE_NSEC3) return this.#signed.hash(apex, codes, start, end) + 1;
    return this.#signed.following.readSplit(codes, start, rows[row + DATA_DOT] as number, end, origin, false) + 1;
  }

  /** The name in the rdata of a row, an address's reverse name. */
  #data(rows: Int32Array, row: number, codes: Uint8Array, origin: NameId): NameId {
    const type = rows[row + TYPE] as number;
    const start = rows[row + DATA] as number;
    if ((type & TYPE_MASK) === TYPE_A) return this.#names.reverse.ip4Key(start);
    const end = rows[row + DATA_END] as number;
    if ((type & TYPE_MASK) === TYPE_AAAA)
      return ip6FromCodes(codes, start, end, this.#words) ? this.#names.reverse.ip6Key(this.#words) : NO_NAME;
    const dot = rows[row + DATA_DOT] as number;
    return this.#targets.readSplit(codes, start, dot, end, origin, (type & SAME_DATA_END) !== 0);
  }

  /** Names below one parent follow each other. */
  #isInside(name: NameId, apex: NameId): boolean {
    const parent = this.#names.parent(name);
    if (parent === this.#insideParent && apex === this.#insideApex) return true;
    if (!this.#names.isBelowOrAt(parent, apex)) return this.#names.isBelowOrAt(name, apex);
    this.#insideParent = parent;
    this.#insideApex = apex;
    return true;
  }
}
