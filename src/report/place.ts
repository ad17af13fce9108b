import { Header } from '../syntax/header.ts';
import { leadingWord } from '../syntax/rdata/types.ts';
import { BLANK_OWNER, GROUPED, QUOTED, Tape } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import { countWhile } from '../text/bisect.ts';
import { type Block, lineEnd, type Position, type Range } from '../text/block.ts';
import type { BlockDocument } from '../text/document.ts';
import type { InstanceBlock, SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import type { Anchor, Part } from '../workspace/zone-record.ts';
import { GENERATED } from '../zone/draft.ts';
import { tokenAt, tokensOf } from '../zone/row-words.ts';

/** A range of a file. */
export interface FileRange {
  readonly path: string;
  readonly range: Range;
}

/** Whether two ranges are of one file and the same. */
export function isSameRange(a: FileRange, b: FileRange): boolean {
  return (
    a.path === b.path &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}

/** A record or directive of a block. */
export interface RowPlace {
  readonly index: number;
  /** Where its first word begins. */
  readonly start: number;
  /** Whether its line begins with a blank. */
  readonly hasBlankOwner: boolean;
  readonly text: () => string;
}

/** The words of a row, read as those of a record. */
export interface RowWords {
  readonly hasBlankOwner: boolean;
  readonly isGrouped: boolean;
  /** Where its first line and its first word begin, and where its last word ends. */
  readonly lineStart: number;
  readonly start: number;
  readonly end: number;
  /** The type's number; -1 for a directive, and where the words before the rdata can't be read. */
  readonly type: number;
  readonly isDirective: boolean;
  /** Whether each word is a string in quotation marks. */
  readonly isStrings: boolean;
  readonly rdata: () => Token[];
  readonly tokens: () => Token[];
}

/** The words and lines of a block, read once for all anchors in it. */
interface BlockReading {
  readonly tape: Tape;
  readonly codes: Uint8Array;
  /** Offsets at which the block's lines begin. */
  readonly lineStarts: Uint32Array;
}

/** What a place is one of: a part of a record as a number, or a stretch. */
type PlaceKey = number | string;

const NAMED_PARTS: readonly Part[] = ['owner', 'ttl', 'type', 'rdata', 'target', 'record'];
/** More than there are parts with a name and words of rdata. */
const PARTS = 0x10000;

function partNumber(part: Part): number {
  return typeof part === 'object' ? NAMED_PARTS.length + part.rdata : NAMED_PARTS.indexOf(part);
}

const KEPT_BLOCKS = 64;
const KEPT_PLACES = 20_000;

/**
 * Turns anchors into lines and columns. Blocks that were looked at are kept for the next anchors, which mostly lie
 * close by, and the places of the last anchors are kept too, since findings all over a file are shown again after each
 * edit; they can't go stale, since an edit makes new blocks.
 */
export class Places {
  readonly store: Store;
  readonly #readings = new Map<Block, BlockReading>();
  /** Places in a block, counted from its first line, by what they are places of. */
  #places = new WeakMap<Block, Map<PlaceKey, Range>>();
  #placeCount = 0;
  /** What was told last: several rules speak of one word. */
  #last: { readonly inBlock: Range; readonly firstLine: number; readonly place: FileRange } | undefined;
  readonly #header = new Header();

  constructor(store: Store) {
    this.store = store;
  }

  /** Where an anchor is now; undefined where its block is gone. */
  of(anchor: Anchor): FileRange | undefined {
    switch (anchor.kind) {
      case 'file':
        return { path: anchor.file.path, range: { start: START, end: START } };
      case 'block':
        return this.inBlock(anchor.block, anchor.start, anchor.end);
      case 'record':
        return this.#ofRecord(anchor.record, anchor.part);
    }
  }

  /** A stretch of an instance's block. */
  inBlock(block: InstanceBlock, start: number, end: number): FileRange | undefined {
    const { file } = block.instance;
    const range = this.rangeIn(file.document, block.index, start, end);
    return range && { path: file.path, range };
  }

  /** A stretch of a document's block. */
  rangeIn(document: BlockDocument, blockIndex: number, start: number, end: number): Range | undefined {
    const block = document.blocks[blockIndex];
    if (!block) return undefined;
    const range = this.#kept(block, `${start} ${end}`, () => rangeInBlock(this.#read(block), start, end));
    return range && movedDown(range, document.firstLineOf(blockIndex));
  }

  #kept(block: Block, key: PlaceKey, find: () => Range | undefined): Range | undefined {
    let places = this.#places.get(block);
    const known = places?.get(key);
    if (known) return known;
    if (this.#placeCount >= KEPT_PLACES) {
      this.#places = new WeakMap();
      this.#placeCount = 0;
      places = undefined;
    }
    if (!places) {
      places = new Map();
      this.#places.set(block, places);
    }
    const range = find();
    if (!range) return undefined;
    places.set(key, range);
    this.#placeCount++;
    return range;
  }

  /** The first and the last line of the record or directive that lies on a line; that line alone where none does. */
  linesOfRow(document: BlockDocument, line: number): { readonly first: number; readonly last: number } {
    const blockIndex = document.blockOfLine(line);
    const block = document.blocks[blockIndex];
    if (!block) return { first: line, last: line };
    const reading = this.#read(block);
    const base = document.firstLineOf(blockIndex);
    const { tape } = reading;
    const row = rowAtLine(tape, line - base);
    if (row < 0) return { first: line, last: line };
    const last = base + lineIndex(reading, tape.rowEnd[row] as number);
    return last < line ? { first: line, last: line } : { first: base + (tape.rowLine[row] as number), last };
  }

  /** The record or directive at or before an offset of a block: where its first word begins, and its text. */
  rowAt(block: Block, offset: number): RowPlace | undefined {
    const { tape } = this.#read(block);
    const row = tape.rowAt(offset);
    if (row < 0) return undefined;
    const start = tape.tokenStart[tape.rowToken[row] as number] as number;
    const hasBlankOwner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
    return { index: row, start, hasBlankOwner, text: () => block.slice(start, tape.rowEnd[row] as number) };
  }

  /** How many records and directives a block has. */
  rowCount(block: Block): number {
    return this.#read(block).tape.rowCount;
  }

  /** One of them; its words are to be asked for before another block is looked at. */
  rowWords(block: Block, row: number): RowWords {
    const { tape, codes } = this.#read(block);
    const header = this.#header;
    header.read(tape, row, codes);
    const first = tape.rowToken[row] as number;
    const { problem, type, rdata } = header;
    const scanned = { tape, block };
    const hasBlankOwner = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
    const isDirective = !hasBlankOwner && codes[tape.tokenStart[first] as number] === 36;
    return {
      hasBlankOwner,
      isDirective,
      isGrouped: ((tape.rowFlags[row] as number) & GROUPED) !== 0,
      lineStart: tape.rowStart[row] as number,
      start: tape.tokenStart[first] as number,
      end: tape.rowEnd[row] as number,
      type: problem === 'none' && !isDirective ? type : -1,
      isStrings: isOfStrings(scanned, row),
      rdata: () => tokensOf(scanned, rdata, row),
      tokens: () => tokensOf(scanned, first, row),
    };
  }

  #ofRecord(record: number, part: Part): FileRange | undefined {
    const { records } = this.store;
    const block = this.store.blockOf(record);
    const text = block?.instance.file.document.blocks[block.index];
    if (!block || !text) return undefined;
    const row = records.row[record] as number;
    const generated = ((records.flags[record] as number) & GENERATED) !== 0;
    const type = records.type[record] as number;
    const stretch = typeof part === 'object' && !generated ? part.stretch : undefined;
    // Of a million findings most are of whole words: their places are known by numbers.
    const wordKey = ((row * PARTS + partNumber(part)) * 0x10000 + type) * 2 + Number(generated);
    const key = stretch ? `${wordKey} ${stretch.from} ${stretch.last} ${stretch.to}` : wordKey;
    const range = this.#kept(text, key, () => {
      const reading = this.#read(text);
      const { tape } = reading;
      if (row >= tape.rowCount) return undefined;
      const words = generated ? generatedWords(tape, row) : this.#recordWords(reading, row);
      const [from, to] = wordsOfPart(words, part, type);
      const start = tape.tokenStart[from] as number;
      if (!stretch) return rangeInBlock(reading, start, tape.tokenEnd[to] as number);
      const last = tape.tokenStart[Math.min(words.rdata + stretch.last, words.last)] as number;
      return rangeInBlock(reading, start + stretch.from, last + stretch.to);
    });
    return range && this.#inFile(block.instance.file, range, block.index);
  }

  /** The place of a range that is counted from a block's first line. */
  #inFile({ path, document }: SourceFile, inBlock: Range, blockIndex: number): FileRange {
    const firstLine = document.firstLineOf(blockIndex);
    const last = this.#last;
    if (last?.inBlock === inBlock && last.firstLine === firstLine && last.place.path === path) return last.place;
    const place = { path, range: movedDown(inBlock, firstLine) };
    this.#last = { inBlock, firstLine, place };
    return place;
  }

  #recordWords(reading: BlockReading, row: number): WordIndices {
    const header = this.#header;
    header.read(reading.tape, row, reading.codes);
    const first = reading.tape.rowToken[row] as number;
    const end = reading.tape.rowToken[row + 1] as number;
    return {
      first,
      last: end - 1,
      owner: header.owner,
      ttl: header.ttlToken,
      type: header.typeToken < 0 ? first : header.typeToken,
      rdata: Math.min(header.rdata, end - 1),
    };
  }

  #read(block: Block): BlockReading {
    const known = this.#readings.get(block);
    if (known) return known;
    let tape: Tape | undefined;
    for (const [old, reading] of this.#readings) {
      if (this.#readings.size < KEPT_BLOCKS) break;
      tape = reading.tape;
      this.#readings.delete(old);
    }
    tape ??= new Tape();
    const { codes } = this.store.scanBlock(block, tape);
    const reading = { tape, codes, lineStarts: lineStartsOf(codes, block.lineCount) };
    this.#readings.set(block, reading);
    return reading;
  }
}

const START: Position = { line: 0, character: 0 };

/** Token numbers of a row's words; -1 where a word is not there. */
interface WordIndices {
  readonly first: number;
  readonly last: number;
  readonly owner: number;
  readonly ttl: number;
  readonly type: number;
  readonly rdata: number;
}

/** `$GENERATE range owner [TTL] [class] type rdata`. */
function generatedWords(tape: Tape, row: number): WordIndices {
  const first = tape.rowToken[row] as number;
  const last = (tape.rowToken[row + 1] as number) - 1;
  return { first, last, owner: Math.min(first + 2, last), ttl: -1, type: Math.max(last - 1, first), rdata: last };
}

/** The first and the last token of a part. Where the owner or TTL is not written, the type stands for it. */
function wordsOfPart(words: WordIndices, part: Part, type: number): readonly [number, number] {
  const single = (token: number): readonly [number, number] => [token, token];
  if (typeof part === 'object') return single(Math.min(words.rdata + part.rdata, words.last));
  switch (part) {
    case 'owner':
      return single(words.owner < 0 ? words.type : words.owner);
    case 'ttl':
      return single(words.ttl < 0 ? words.type : words.ttl);
    case 'type':
      return single(words.type);
    case 'rdata':
      return [words.rdata, words.last];
    case 'target': {
      const place = leadingWord(type);
      return place === undefined ? [words.rdata, words.last] : single(Math.min(words.rdata + place, words.last));
    }
    case 'record':
      return [words.first, words.last];
  }
}

/** One record may take all lines of a large file, more than an array of numbers can hold. */
function lineStartsOf(codes: Uint8Array, lineCount: number): Uint32Array {
  const starts = new Uint32Array(lineCount + 1);
  let count = 1;
  for (let at = 0; at < codes.length; ) {
    const { end, next } = lineEnd(codes, at);
    if (next > end) starts[count++] = next;
    at = next;
  }
  return starts;
}

/** The line of the block, counted from its first, that an offset lies on. */
function lineIndex(reading: BlockReading, offset: number): number {
  const { lineStarts } = reading;
  return Math.max(countWhile(lineStarts.length, (index) => (lineStarts[index] as number) <= offset) - 1, 0);
}

function positionIn(reading: BlockReading, offset: number): Position {
  const line = lineIndex(reading, offset);
  return { line, character: offset - (reading.lineStarts[line] as number) };
}

function rangeInBlock(reading: BlockReading, start: number, end: number): Range {
  return { start: positionIn(reading, start), end: positionIn(reading, Math.max(start, end)) };
}

function movedDown({ start, end }: Range, lines: number): Range {
  return {
    start: { line: start.line + lines, character: start.character },
    end: { line: end.line + lines, character: end.character },
  };
}

/** The last row that begins at or before a line; -1 where none does. */
function rowAtLine(tape: Tape, line: number): number {
  return countWhile(tape.rowCount, (row) => (tape.rowLine[row] as number) <= line) - 1;
}

function isOfStrings(scanned: { readonly tape: Tape; readonly block: Block }, row: number): boolean {
  const { tape } = scanned;
  for (let token = tape.rowToken[row] as number; token < (tape.rowToken[row + 1] as number); token++) {
    if (((tape.tokenFlags[token] as number) & QUOTED) === 0) return false;
    const { text, start, end } = tokenAt(scanned, token);
    if (end - start !== text.length + 2) return false;
  }
  return true;
}
