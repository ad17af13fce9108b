import type { Range } from '../../text/block.ts';
import type { InstanceBlock, SourceFile } from '../../workspace/instance.ts';
import type { Store } from '../../workspace/store.ts';
import { allRows, type Row, rangeOfToken, rowsIn } from '../row.ts';

/** The whole lines of a record or directive; both among them, zero-based. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A row with its lines. */
export interface RowLines extends Lines {
  readonly row: Row;
}

/** Rows whose files are larger are not looked at around a cursor. */
export const MOST_LINES = 50_000;

/** All rows of a file with their lines, in its order. */
export function rowLines(store: Store, file: SourceFile): RowLines[] {
  return [...allRows(store, file)].map((row) => ({ row, ...linesOf(row) }));
}

/** The same of those rows alone that touch lines. */
export function rowLinesIn(store: Store, file: SourceFile, { first, last }: Lines): RowLines[] {
  const start = { line: Math.max(0, first - MOST_OF_ROW), character: 0 };
  const rows = [...rowsIn(store, file, { start, end: { line: last, character: 0 } })];
  return rows.map((row) => ({ row, ...linesOf(row) })).filter((row) => row.first <= last && row.last >= first);
}

/** From its last word to its closing parenthesis a row takes no more lines. */
const MOST_OF_ROW = 100;

/** The lines of one row, its closing parenthesis among them. */
export function linesOf(row: Row): Lines {
  const { document } = row.block.instance.file;
  const [first, last] = [row.tokens[0], row.tokens.at(-1)];
  const start = first ? rangeOfToken(row, first).start.line : 0;
  let end = last ? rangeOfToken(row, last).end.line : start;
  for (let depth = depthOf(document, start, end); depth > 0 && end + 1 < document.lineCount; ) {
    end++;
    depth += depthOf(document, end, end);
  }
  return { first: start, last: end };
}

/** The range of whole lines, their last line end included where there is one. */
export function rangeOfLines({ document }: SourceFile, { first, last }: Lines): Range {
  const start = { line: first, character: 0 };
  return last + 1 < document.lineCount
    ? { start, end: { line: last + 1, character: 0 } }
    : { start, end: { line: last, character: document.lineText(last).length } };
}

/** Lines of a file as a text, joined as the file joins them. */
export function textOfLines({ document }: SourceFile, { first, last }: Lines): string[] {
  const lines: string[] = [];
  for (let line = first; line <= last; line++) lines.push(document.lineText(line));
  return lines;
}

/** How the lines of a file end. */
export function lineEndOf(block: InstanceBlock): string {
  const text = block.instance.file.document.blocks[0]?.text ?? '';
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function depthOf(document: SourceFile['document'], first: number, last: number): number {
  let depth = 0;
  for (let line = first; line <= last; line++) {
    const plain = document.lineText(line).replace(/\\.|"(?:[^"\\]|\\.)*"|;.*/g, '');
    for (const character of plain) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  }
  return depth;
}
