import { ip4FromCodes } from '../dns/fast-address.ts';
import { parseTtl } from '../dns/ttl.ts';
import {
  TYPE_A,
  TYPE_AAAA,
  TYPE_CAA,
  TYPE_CNAME,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_RRSIG,
  TYPE_SOA,
  TYPE_TXT,
} from '../dns/type-codes.ts';
import { BLANK, COMMENT, LINE_END, ORDINARY, PLAIN_KIND } from './characters.ts';
import { asciiWord, frequentType, plainNumber } from './header.ts';
import { KnownRdata } from './known-rdata.ts';
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
} from './plain-columns.ts';
import { hasPlainFields, readPlainFields } from './plain-types.ts';
import { PlainWords } from './plain-words.ts';
import type { ScanLimits } from './scan.ts';
import { isOfSigner, SignedRows } from './signed-rows.ts';

/** The blocks that a file is cut into. */
export const BLOCK_LIMITS: ScanLimits = { rows: 128, lines: 256, isOrdered: true };
/** Fewer plain rows than these make no block of their own, where others follow. */
const LEAST_PLAIN_ROWS = 64;

const DOLLAR = 36;
const DOT = 46;
const LINE_FEED = 10;
const NOWHERE = -1;
const MAXIMUM_WORD = 255;
/** So many of the last rows are compared with. A power of two. */
const HEADERS_KEPT = 8;
/** Ordinary characters but the dot. */
const LABEL = PLAIN_KIND.map((kind, code) => (kind === ORDINARY && code !== DOT ? 0 : 1));

/** Plain rows that another thread reads before they are asked for. */
export interface RowsAhead {
  /**
   * Gives `rows` what `rows.read` with `BLOCK_LIMITS` would read from an offset on; it holds until the next call. False,
   * with nothing done, where it is not at hand.
   */
  take(codes: Uint8Array, offset: number, rows: PlainRows): boolean;
}

/**
 * Rows as nearly all of zones are: `[owner] [TTL] [IN] type rdata`, all words before the rdata plain and on one line, the
 * rdata one address or name, or fields that `plain-types.ts` has readers for; and a `$TTL` line above all others. They are
 * read straight from the text, without knowing what stands above it: what the names mean, and whether the row is legal, is
 * for `zone` to say.
 */
export class PlainRows {
  /** `ROW_SIZE` numbers for each row; offsets are those of the codes. */
  rows: Int32Array;
  rowCount = 0;
  /** The offset behind the rows and the lines without words among them: a line's start, or the end. */
  end = 0;
  /** Line ends before that. */
  lineCount = 0;
  /** Whether a comment was among them. */
  hasComments = false;
  /** Whether a `$TTL` line or an SOA record was among them: the text is a zone by that. */
  hasHead = false;
  /** The end and the first dot of the word that was read last. */
  #at = 0;
  #dot = 0;
  /** Where the rdata of the last rows start, by the low bits of their numbers. */
  readonly #dataStarts = new Int32Array(HEADERS_KEPT);
  /** How far back the row was that had the same words before the rdata, where it was not the one before. */
  #headerDistance = 2;
  readonly #words = new PlainWords();
  readonly #signedRows = new SignedRows();
  readonly #authorities = new KnownRdata(TYPE_CAA);
  /** Line ends within the row read last. */
  #linesWithin = 0;
  /** What rows are read into where nothing else is said. */
  #room = new Int32Array(0);

  constructor() {
    this.rows = this.#room;
  }

  /** Reads rows from a line's start until a limit is reached or a line is not plain. */
  read(codes: Uint8Array, from: number, limits: ScanLimits): void {
    if (this.#room.length < limits.rows * ROW_SIZE) this.#room = new Int32Array(limits.rows * ROW_SIZE);
    this.readInto(this.#room, codes, from, limits);
  }

  /** The same into `room`, which has `ROW_SIZE` numbers for each of the rows of the limits. */
  readInto(room: Int32Array, codes: Uint8Array, from: number, limits: ScanLimits): void {
    this.rows = room;
    this.rowCount = 0;
    this.lineCount = 0;
    this.hasComments = false;
    this.hasHead = false;
    this.#signedRows.begin(codes);
    let end = from;
    while (end < codes.length && this.rowCount < limits.rows && this.lineCount < limits.lines) {
      const first = wordStart(codes, end);
      if (first >= codes.length) break;
      const isRow = PLAIN_KIND[codes[first] as number] === ORDINARY;
      const behind = isRow ? this.#readRow(codes, end, first) : first;
      const next = behind === NOWHERE ? NOWHERE : this.#nextLine(codes, behind);
      if (next === NOWHERE) break;
      if (isRow) {
        this.rowCount++;
        this.lineCount += this.#linesWithin;
      }
      if (PLAIN_KIND[codes[next - 1] as number] === LINE_END) this.lineCount++;
      end = next;
    }
    this.end = end;
  }

  /** Takes back the rows from one on. */
  endBefore(row: number, codes: Uint8Array): void {
    const end = this.rows[row * ROW_SIZE + LINE] as number;
    for (let at = end; at < this.end; at++) if (codes[at] === LINE_FEED) this.lineCount--;
    this.rowCount = row;
    this.end = end;
  }

  /** Reads the words of a line into the next row; returns the offset behind them. */
  #readRow(codes: Uint8Array, line: number, first: number): number {
    const { rows } = this;
    const row = this.rowCount * ROW_SIZE;
    let flags = 0;
    this.#linesWithin = 0;
    rows[row + LINE] = line;
    if (first === line) {
      if (!this.#readWord(codes, first)) return NOWHERE;
      if (codes[first] === DOLLAR) return this.#readDefaultTtl(codes, row);
      rows[row + OWNER_DOT] = this.#dot;
      rows[row + OWNER_END] = this.#at;
      if (this.rowCount > 0) {
        const endsAlike = this.#endsAlike(codes, row, OWNER_DOT, OWNER_END);
        if (endsAlike) flags |= SAME_OWNER_END;
        if (this.#hasSameLabel(codes, row, endsAlike)) flags |= SAME_OWNER;
      }
    } else {
      // A row without an owner ends like none.
      rows[row + OWNER_DOT] = line;
      rows[row + OWNER_END] = line;
      flags |= INHERITS_OWNER;
    }
    const header = rows[row + OWNER_END] as number;
    let known = this.rowCount - 1;
    if (known >= 0 && !this.#hasHeader(codes, header, known)) known = this.#earlierWithHeader(codes, header);
    if (known < 0) return this.#readHeader(codes, row, wordStart(codes, header), flags);
    const from = known * ROW_SIZE;
    rows[row + TTL] = rows[from + TTL] as number;
    rows[row + TYPE] = ((rows[from + TYPE] as number) & TYPE_MASK) | flags;
    const length = (this.#dataStarts[known & (HEADERS_KEPT - 1)] as number) - (rows[from + OWNER_END] as number);
    return this.#readData(codes, row, wordStart(codes, header + length));
  }

  /** Reads a `$TTL` line into the first row, in a way that no row below is like it. */
  #readDefaultTtl(codes: Uint8Array, row: number): number {
    const { rows } = this;
    const line = rows[row + LINE] as number;
    if (row > 0 || asciiWord(codes, line, this.#at) !== '$TTL') return NOWHERE;
    const start = wordStart(codes, this.#at);
    const ttl = this.#readWord(codes, start) ? parseTtl(asciiWord(codes, start, this.#at)) : undefined;
    if (!ttl || ttl.overflow) return NOWHERE;
    // Servers refuse one that no line end follows.
    const next = this.#nextLine(codes, this.#at);
    if (next === NOWHERE || codes[next - 1] !== LINE_FEED) return NOWHERE;
    rows.fill(line, row, row + ROW_SIZE);
    rows[row + TYPE] = IS_DEFAULT_TTL | NAMELESS;
    rows[row + TTL] = ttl.seconds;
    this.#dataStarts[0] = NOWHERE;
    this.hasHead = true;
    return this.#at;
  }

  /**
   * A row before the last one whose words before the rdata are to the letter those at `start`; -1 where none of the last few
   * is. Where types take turns it is mostly as far back as it was the last time.
   */
  #earlierWithHeader(codes: Uint8Array, start: number): number {
    const usual = this.rowCount - this.#headerDistance;
    if (usual >= 0 && this.#hasHeader(codes, start, usual)) return usual;
    for (let distance = 2; distance <= Math.min(HEADERS_KEPT, this.rowCount); distance++) {
      if (!this.#hasHeader(codes, start, this.rowCount - distance)) continue;
      this.#headerDistance = distance;
      return this.rowCount - distance;
    }
    return -1;
  }

  /** Whether the words at `start` are to the letter those before the rdata of one of the last rows. */
  #hasHeader(codes: Uint8Array, start: number, row: number): boolean {
    const end = this.#dataStarts[row & (HEADERS_KEPT - 1)] as number;
    let before = this.rows[row * ROW_SIZE + OWNER_END] as number;
    let at = start;
    while (before < end && codes[at] === codes[before]) {
      at++;
      before++;
    }
    return before === end;
  }

  /** Reads the words before the rdata, and the rdata. */
  #readHeader(codes: Uint8Array, row: number, first: number, flags: number): number {
    const { rows } = this;
    rows[row + TTL] = -1;
    let word = first;
    let hasClass = false;
    for (;;) {
      if (!this.#readWord(codes, word)) return NOWHERE;
      const type = frequentType(codes, word, this.#at);
      if (type >= 0) {
        rows[row + TYPE] = type | flags;
        break;
      }
      if (!hasClass && this.#at - word === 2 && isClassIn(codes, word)) hasClass = true;
      else {
        const ttl = rows[row + TTL] === -1 ? plainNumber(codes, word, this.#at) : -1;
        if (ttl < 0) return NOWHERE;
        rows[row + TTL] = ttl;
      }
      word = wordStart(codes, this.#at);
    }
    return this.#readData(codes, row, wordStart(codes, this.#at));
  }

  #readData(codes: Uint8Array, row: number, start: number): number {
    const { rows } = this;
    const type = (rows[row + TYPE] as number) & TYPE_MASK;
    this.#dataStarts[this.rowCount & (HEADERS_KEPT - 1)] = start;
    rows[row + DATA_DOT] = start;
    rows[row + DATA_END] = start;
    rows[row + DATA] = start;
    rows[row + MARK] = 0;
    if (hasPlainFields(type)) return this.#readFields(codes, row, type);
    if (!this.#readWord(codes, start)) return NOWHERE;
    if (type === TYPE_A) {
      const address = ip4FromCodes(codes, start, this.#at);
      rows[row + DATA] = address;
      return address < 0 ? NOWHERE : this.#at;
    }
    if (type !== TYPE_PTR && type !== TYPE_CNAME && type !== TYPE_NS && type !== TYPE_AAAA) return NOWHERE;
    rows[row + DATA_END] = this.#at;
    // Dots of an address are none of a name.
    rows[row + DATA_DOT] = type === TYPE_AAAA ? this.#at : this.#dot;
    if (this.rowCount > 0 && this.#endsAlike(codes, row, DATA_DOT, DATA_END))
      rows[row + TYPE] = (rows[row + TYPE] as number) | SAME_DATA_END;
    return this.#at;
  }

  /** Reads rdata of several words, which may go on in further lines. */
  #readFields(codes: Uint8Array, row: number, type: number): number {
    const { rows } = this;
    const words = this.#words;
    words.begin(codes, rows[row + DATA] as number);
    if (!this.#readWords(words, type)) return NOWHERE;
    if (type === TYPE_SOA) this.hasHead = true;
    // What stands in a comment behind a text may have been meant as a part of it.
    if (type === TYPE_TXT && (words.hasComments || PLAIN_KIND[codes[words.at] as number] === COMMENT)) return NOWHERE;
    this.#linesWithin = words.lineCount;
    if (words.hasComments) this.hasComments = true;
    let flags = (words.isRelative ? HAS_RELATIVE : 0) | (words.isSound ? IS_SOUND : 0);
    if (words.nameStart < 0) flags |= NAMELESS | this.#noteNameless(row, type);
    else {
      rows[row + DATA] = words.nameStart;
      rows[row + DATA_DOT] = words.nameDot;
      rows[row + DATA_END] = words.nameEnd;
      rows[row + MARK] = words.mark;
      if (this.rowCount > 0 && this.#endsAlike(codes, row, DATA_DOT, DATA_END)) flags |= SAME_DATA_END;
    }
    rows[row + TYPE] = (rows[row + TYPE] as number) | flags;
    return words.at;
  }

  #readWords(words: PlainWords, type: number): boolean {
    if (isOfSigner(type)) return this.#signedRows.read(type, words, this.rowCount);
    return type === TYPE_CAA ? this.#authorities.read(words) : readPlainFields(type, words);
  }

  /** Notes what rdata say that lead to no name; returns a flag. */
  #noteNameless(row: number, type: number): number {
    const { rows } = this;
    const words = this.#words;
    rows[row + DATA_END] = words.behind;
    rows[row + MARK] = type === TYPE_RRSIG ? this.#signedRows.rowAlike : words.mark;
    if (type !== TYPE_NSEC && type !== TYPE_NSEC3) return 0;
    rows[row + DATA] = words.followingStart;
    rows[row + DATA_DOT] = words.followingDot;
    rows[row + DATA_END] = words.followingEnd;
    return words.isOptOut ? IS_OPT_OUT : 0;
  }

  /** Reads the plain word that begins at `from`; false where something else is in it or stands there. */
  #readWord(codes: Uint8Array, from: number): boolean {
    const limit = Math.min(codes.length, from + MAXIMUM_WORD);
    let at = from;
    while (at < limit && LABEL[codes[at] as number] === 0) at++;
    this.#dot = at;
    while (at < limit && PLAIN_KIND[codes[at] as number] === ORDINARY) at++;
    this.#at = at;
    return at > from && (at === codes.length || isBehindWord(PLAIN_KIND[codes[at] as number] as number));
  }

  /** The start of the line behind `from`, where nothing but blanks and a comment stand before its end. */
  #nextLine(codes: Uint8Array, from: number): number {
    let at = wordStart(codes, from);
    if (at >= codes.length) return at;
    const kind = PLAIN_KIND[codes[at] as number] as number;
    if (kind === COMMENT) {
      this.hasComments = true;
      while (at < codes.length && PLAIN_KIND[codes[at] as number] !== LINE_END) at++;
    } else if (kind !== LINE_END) return NOWHERE;
    if (at >= codes.length) return at;
    if (codes[at] === LINE_FEED) return at + 1;
    return codes[at + 1] === LINE_FEED ? at + 2 : NOWHERE;
  }

  /** Whether the owner is to the letter that of the row before, which ends alike or has one label too. */
  #hasSameLabel(codes: Uint8Array, row: number, endsAlike: boolean): boolean {
    const { rows } = this;
    const line = rows[row + LINE] as number;
    const before = rows[row + LINE - ROW_SIZE] as number;
    const dot = rows[row + OWNER_DOT] as number;
    const dotBefore = rows[row + OWNER_DOT - ROW_SIZE] as number;
    if (dot - line !== dotBefore - before) return false;
    if (!endsAlike && (dot !== rows[row + OWNER_END] || dotBefore !== rows[row + OWNER_END - ROW_SIZE])) return false;
    let at = dot - line - 1;
    while (at >= 0 && codes[line + at] === codes[before + at]) at--;
    return at < 0;
  }

  /** Whether a word and that of the row before are the same from the first dot on, which is not the last character. */
  #endsAlike(codes: Uint8Array, row: number, dotColumn: number, endColumn: number): boolean {
    const { rows } = this;
    if (dotColumn === DATA_DOT && ((rows[row + TYPE - ROW_SIZE] as number) & NAMELESS) !== 0) return false;
    const dot = rows[row + dotColumn] as number;
    let at = rows[row + endColumn] as number;
    let before = rows[row + endColumn - ROW_SIZE] as number;
    if (at - dot < 2 || at - dot !== before - (rows[row + dotColumn - ROW_SIZE] as number)) return false;
    while (at > dot && codes[at - 1] === codes[before - 1]) {
      at--;
      before--;
    }
    return at === dot;
  }
}

/** Where the next word starts, behind blanks. */
export function wordStart(codes: Uint8Array, from: number): number {
  let at = from;
  while (at < codes.length && PLAIN_KIND[codes[at] as number] === BLANK) at++;
  return at;
}

function isBehindWord(kind: number): boolean {
  return kind === BLANK || kind === LINE_END || kind === COMMENT;
}

function isClassIn(codes: Uint8Array, from: number): boolean {
  return ((codes[from] as number) | 32) === 105 && ((codes[from + 1] as number) | 32) === 110;
}

/** Whether there are enough rows for a block of their own; the last ones of a text always are, and as many lines as fit. */
export function makesBlock({ rowCount, lineCount, end }: PlainRows, codes: Uint8Array): boolean {
  return rowCount >= LEAST_PLAIN_ROWS || lineCount >= BLOCK_LIMITS.lines || end === codes.length;
}
