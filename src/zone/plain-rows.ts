import { type NameId, type NameTable, NO_NAME } from '../dns/name-table.ts';
import { BLANK, COMMENT, KIND, LINE_END, ORDINARY } from '../syntax/characters.ts';
import { commonType, plainNumber, TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_NS, TYPE_PTR } from '../syntax/header.ts';
import type { ScanLimits } from '../syntax/tape.ts';
import type { Draft } from './draft.ts';
import { ip4FromCodes, ip6FromCodes } from './fast-address.ts';
import type { NameReader } from './name-reader.ts';
import type { MutableState, ZoneContext } from './row-reading.ts';

const DOLLAR = 36;
const LINE_FEED = 10;
const NO_ROW = -1;

/**
 * Reads rows as nearly all of large zones are, straight from the text: `[owner] [TTL] [IN] type rdata` on one line, all
 * words plain, the type's rdata one address or name, the owner in the zone, a TTL known. All others are for `Resolver`,
 * which reads these rows to the same records.
 */
export class PlainRows {
  readonly #names: NameTable;
  readonly #reader: NameReader;
  readonly #words = new Uint32Array(4);
  /** A name that was found to be at or below an apex. */
  #insideParent: NameId = NO_NAME;
  #insideApex: NameId = NO_NAME;
  /** The owner, TTL and type of the row at hand. */
  #owner: NameId = NO_NAME;
  #ttl = -1;
  #type = -1;
  /** Rows read at the last call, and the line ends behind its start. */
  rowCount = 0;
  lineCount = 0;

  constructor(names: NameTable, reader: NameReader) {
    this.#names = names;
    this.#reader = reader;
  }

  /**
   * Reads rows from a line's start until a limit is reached or a row is not plain. Puts the records into the draft and
   * leaves the state as it is behind them; returns the offset behind them, always a line's start or the end.
   */
  read(
    codes: Uint8Array,
    from: number,
    limits: ScanLimits,
    zone: { readonly context: ZoneContext; readonly state: MutableState; readonly draft: Draft },
  ): number {
    const { context, state, draft } = zone;
    this.rowCount = 0;
    this.lineCount = 0;
    if (context.zoneClass !== 1 || context.apex < 0 || state.isOriginNew) return from;
    const size = codes.length;
    let end = from;
    while (end < size && this.rowCount < limits.rows && this.lineCount < limits.lines) {
      let at = wordStart(codes, end);
      if (at >= size) break;
      const kind = KIND[codes[at] as number] as number;
      if (kind === ORDINARY) {
        at = this.#readHeader(codes, end, at, context, state);
        if (at === NO_ROW) break;
        const word = wordStart(codes, at);
        at = wordEnd(codes, word);
        const data = at === word ? NO_NAME : this.#data(codes, word, at, state.origin);
        const next = data < 0 ? NO_ROW : behindLine(codes, wordStart(codes, at));
        if (next === NO_ROW) break;
        state.owner = this.#owner;
        state.lastTtl = this.#ttl;
        draft.push(this.rowCount++, this.#owner, this.#type, this.#ttl, data, 0);
        end = next;
      } else {
        const next = behindLine(codes, at);
        if (next === NO_ROW) break;
        end = next;
      }
      if (KIND[codes[end - 1] as number] === LINE_END) this.lineCount++;
    }
    return end;
  }

  /** Reads the words before the rdata of a line; returns the offset behind the type, or NO_ROW. */
  #readHeader(codes: Uint8Array, line: number, first: number, context: ZoneContext, state: MutableState): number {
    let at = first;
    let owner = state.owner;
    if (first === line) {
      if (codes[at] === DOLLAR) return NO_ROW;
      at = wordEnd(codes, at);
      owner = this.#reader.read(codes, line, at, state.origin);
      at = wordStart(codes, at);
    }
    if (owner < 0 || !this.#isInside(owner, context.apex)) return NO_ROW;
    let ttl = -1;
    let hasClass = false;
    for (;;) {
      const word = at;
      at = wordEnd(codes, word);
      if (at === word) return NO_ROW;
      const type = commonType(codes, word, at);
      if (type >= 0) {
        this.#type = type;
        break;
      }
      if (!hasClass && isClassIn(codes, word, at)) hasClass = true;
      else {
        if (ttl >= 0) return NO_ROW;
        ttl = plainNumber(codes, word, at);
        if (ttl < 0) return NO_ROW;
      }
      at = wordStart(codes, at);
    }
    if (ttl < 0) ttl = state.defaultTtl >= 0 || !state.ttlReported ? state.defaultTtl : state.lastTtl;
    this.#owner = owner;
    this.#ttl = ttl;
    return ttl < 0 ? NO_ROW : at;
  }

  #data(codes: Uint8Array, start: number, end: number, origin: NameId): NameId {
    switch (this.#type) {
      case TYPE_A: {
        const address = ip4FromCodes(codes, start, end);
        return address < 0 ? NO_NAME : this.#names.ip4Key(address);
      }
      case TYPE_AAAA:
        return ip6FromCodes(codes, start, end, this.#words) ? this.#names.ip6Key(this.#words) : NO_NAME;
      case TYPE_PTR:
      case TYPE_CNAME:
      case TYPE_NS:
        return this.#reader.read(codes, start, end, origin);
      default:
        return NO_NAME;
    }
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

function wordStart(codes: Uint8Array, from: number): number {
  let at = from;
  while (at < codes.length && KIND[codes[at] as number] === BLANK) at++;
  return at;
}

/** Behind the plain word that begins at `from`; `from` where something else is in it or stands there. */
function wordEnd(codes: Uint8Array, from: number): number {
  let at = from;
  while (at < codes.length && KIND[codes[at] as number] === ORDINARY) at++;
  return at < codes.length && (KIND[codes[at] as number] as number) > COMMENT ? from : at;
}

function isClassIn(codes: Uint8Array, from: number, to: number): boolean {
  return to - from === 2 && ((codes[from] as number) | 32) === 105 && ((codes[from + 1] as number) | 32) === 110;
}

/** The start of the next line, where nothing but a comment stands before the line end; NO_ROW elsewhere. */
function behindLine(codes: Uint8Array, from: number): number {
  let at = from;
  if (at >= codes.length) return at;
  if (KIND[codes[at] as number] === COMMENT) while (at < codes.length && KIND[codes[at] as number] !== LINE_END) at++;
  else if (KIND[codes[at] as number] !== LINE_END) return NO_ROW;
  if (at >= codes.length) return at;
  if (codes[at] === LINE_FEED) return at + 1;
  return codes[at + 1] === LINE_FEED ? at + 2 : NO_ROW;
}
