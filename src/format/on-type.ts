import { parseTtl } from '../dns/ttl.ts';
import { classCode, typeCode } from '../dns/types.ts';
import { whyNotWritable } from '../edits/writable.ts';
import { CLOSE, COMMENT, KIND, OPEN, QUOTE } from '../syntax/characters.ts';
import { scan } from '../syntax/scan.ts';
import { Tape } from '../syntax/tape.ts';
import { lineOffset, type Position } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import { finished } from '../text/finished.ts';
import { type SourceText, sourceOfText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { type Columns, SLOT_DATA, SLOT_TYPE, type Stop } from './columns.ts';
import { indentOf } from './continuation.ts';
import { editsOf } from './format-file.ts';
import { formatText } from './format-text.ts';
import { type Layout, readLayout } from './layout.ts';
import { RowReader, type Scanned } from './row.ts';
import type { Splice } from './splices.ts';
import { columnBehindText, type FormatStyle, filler } from './style.ts';

/** Where something was typed. */
export interface Typed {
  readonly file: SourceFile;
  readonly style: FormatStyle;
  /** Behind what was typed. */
  readonly position: Position;
}

/** Blocks above and below the one that is typed in: their lines tell the columns. */
const BLOCKS_AROUND = 2;
const NO_LIMITS = { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER };
/** A field that fewer records have is no stop for the Tab key. */
const LEAST_SHARE = 0.5;

/**
 * After Enter: the record above comes into its columns; inside parentheses the new line begins where such lines do. Nothing
 * where no fix may write to the file.
 */
export function formatOnEnter(store: Store, { file, style, position }: Typed): TextEdit[] {
  const { line } = position;
  if (line === 0 || whyNotWritable(store, file) !== undefined) return [];
  const near = nearText(file, line);
  const { codes } = near.source;
  const scanned = scannedOf(codes);
  const above = lineOffset(codes, line - 1 - near.firstLine);
  const here = lineOffset(codes, line - near.firstLine);
  const row = rowAt(scanned, above);
  if (row < 0) return [];
  const rowStart = scanned.tape.rowStart[row] as number;
  if (isInParentheses(codes, rowStart, here)) return indentEdit(near, { scanned, row, above, here, style, position });
  // Where no line keeps to columns, the new one alone would.
  if (!layoutOf(scanned, style).columns.hasHabit) return [];
  const isWanted = ({ start, end }: Splice): boolean => start >= rowStart && end < here;
  const formatted = finished(formatText(near.source, { style, isWanted }));
  if ('refused' in formatted) return [];
  return finished(editsOf(near.source, formatted.splices, near.firstLine));
}

/** After Tab: what was typed becomes what leads to the next column that most records have. */
export function formatOnTab(store: Store, { file, style, position }: Typed): TextEdit[] {
  if (whyNotWritable(store, file) !== undefined) return [];
  const near = nearText(file, position.line);
  const { codes } = near.source;
  const here = lineOffset(codes, position.line - near.firstLine);
  const before = file.document.lineText(position.line).slice(0, position.character - 1);
  // Inside strings, comments and parentheses a tab is a tab.
  if (/[";()]/.test(before)) return [];
  const scanned = scannedOf(codes);
  const row = rowAt(scanned, here);
  const { rowStart, rowNext } = scanned.tape;
  if (row >= 0 && (rowStart[row] as number) < here && (rowNext[row] as number) > here) return [];
  const words = before.trimEnd();
  const stop = nextStop(layoutOf(scanned, style), before, words);
  if (!stop) return [];
  const end = columnBehindText(0, words);
  const text = stop.isSingle || stop.column <= end ? ' ' : filler(end, stop.column, stop.unit);
  if (text === `${before.slice(words.length)}\t`) return [];
  const { line } = position;
  return [{ range: { start: { line, character: words.length }, end: position }, text }];
}

/** The next column behind a line's beginning: of a field up to the type, or of the data where the type is there. */
function nextStop({ columns, headers }: Layout, before: string, words: string): Stop | undefined {
  const hasOwner = words !== '' && !/^\s/.test(words);
  const fields = words
    .trim()
    .split(/\s+/)
    .slice(hasOwner ? 1 : 0);
  const type = fields.findIndex((field) => field !== '' && typeCode(field) !== undefined);
  const at = columnBehindText(0, before);
  if (type >= 0) return type === fields.length - 1 && before === words ? columns.stops[SLOT_DATA] : undefined;
  const last = fields.at(-1) ?? '';
  const behind = last === '' ? -1 : slotOfWord(last, columns.order);
  return columns.stops
    .filter((stop, slot) => slot > behind && slot <= SLOT_TYPE && stop && stop.count >= headers.count * LEAST_SHARE)
    .find((stop) => stop !== undefined && (stop.isSingle ? before === words : stop.column > at));
}

/** The slot that a TTL or class takes; -1 for other words. */
function slotOfWord(word: string, { isClassFirst }: Columns['order']): number {
  if (classCode(word) !== undefined) return isClassFirst ? 0 : 1;
  if (parseTtl(word) !== undefined) return isClassFirst ? 1 : 0;
  return -1;
}

interface NewLine {
  readonly scanned: Scanned;
  readonly row: number;
  /** Where the line above and the new one begin. */
  readonly above: number;
  readonly here: number;
  readonly style: FormatStyle;
  readonly position: Position;
}

/** Indents a new line inside parentheses as the one above it, or as the file has the first one. */
function indentEdit(near: NearText, { scanned, row, above, here, style, position }: NewLine): TextEdit[] {
  const { codes, tape } = scanned;
  const written = blanksAt(codes, here);
  if (written.length > position.character) return [];
  let indent = blanksAt(codes, above);
  if (above === tape.rowStart[row]) {
    const read = new RowReader(scanned).read(row);
    if (!read) return [];
    const { column, unit } = indentOf(layoutOf(scanned, style).indents, read);
    indent = filler(0, column, unit);
  }
  if (indent === written) return [];
  const line = lineAt(codes, here) + near.firstLine;
  return [{ range: { start: { line, character: 0 }, end: { line, character: written.length } }, text: indent }];
}

/** Some lines of a file around one. */
interface NearText {
  readonly source: SourceText;
  readonly firstLine: number;
}

/** The lines around one that tell its columns. Blocks begin where records do, so that some of them can be read alone. */
export function nearText({ document }: SourceFile, line: number): NearText {
  const { blocks, encoding } = document;
  const index = document.blockOfLine(line);
  const first = Math.max(0, index - BLOCKS_AROUND);
  const text = blocks
    .slice(first, index + BLOCKS_AROUND + 1)
    .map((block) => block.text)
    .join('');
  return { source: sourceOfText(text, encoding, first === 0), firstLine: document.firstLineOf(first) };
}

function scannedOf(codes: Uint8Array): Scanned {
  const tape = new Tape();
  scan(codes, 0, true, NO_LIMITS, tape);
  return { codes, tape };
}

function layoutOf(scanned: Scanned, style: FormatStyle): Layout {
  return finished(readLayout(scanned, style, () => false));
}

/** The last row that begins at or before an offset, or -1. */
function rowAt({ tape }: Scanned, offset: number): number {
  let row = -1;
  while (row + 1 < tape.rowCount && (tape.rowStart[row + 1] as number) <= offset) row++;
  return row;
}

/** Whether a parenthesis that opens behind `from` is still open at `to`. */
function isInParentheses(codes: Uint8Array, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const kind = KIND[codes[at] as number];
    if (codes[at] === 92) at++;
    else if (kind === OPEN) depth++;
    else if (kind === CLOSE) depth = Math.max(0, depth - 1);
    else if (kind === COMMENT) while (at < to && codes[at] !== 10) at++;
    else if (kind === QUOTE) {
      for (at++; at < to && codes[at] !== 34 && codes[at] !== 10; at++) if (codes[at] === 92) at++;
    }
  }
  return depth > 0;
}

function blanksAt(codes: Uint8Array, start: number): string {
  let text = '';
  for (let at = start; codes[at] === 32 || codes[at] === 9; at++) text += codes[at] === 9 ? '\t' : ' ';
  return text;
}

function lineAt(codes: Uint8Array, offset: number): number {
  let line = 0;
  for (let at = 0; at < offset; at++) if (codes[at] === 10 || (codes[at] === 13 && codes[at + 1] !== 10)) line++;
  return line;
}
