import type { Position, Range } from '../text/block.ts';
import { finished } from '../text/finished.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { folds } from './folding.ts';
import { fieldsOfRow, type Row, rangeOfToken, rowsOfBlock, wordAt } from './row.ts';

/**
 * What growing the selection takes in: a label, the word, its field, the rdata, the record, its set, the owner's records,
 * the region or the stretch of one origin.
 */
export function selectionRanges(store: Store, file: SourceFile, position: Position): Range[] {
  const word = wordAt(store, file, position);
  if (!word) return [];
  const { row, token, offset } = word;
  const ranges: Range[] = [];
  const add = (start: number | undefined, end: number | undefined) => {
    if (start === undefined || end === undefined || end <= start) return;
    const range = rangeOfToken(row, { start, end });
    const last = ranges.at(-1);
    if (!last || contains(range, last)) ranges.push(range);
  };
  if (token) {
    const label = labelAt(token.text, offset - token.start - (token.quoted ? 1 : 0));
    const base = token.start + (token.quoted ? 1 : 0);
    if (label) add(base + label.start, base + label.end);
    if (token.quoted) add(token.start + 1, token.end - 1);
    add(token.start, token.end);
    const field = fieldsOfRow(row).find((place) => row.rdata[place.token] === token);
    if (field) {
      const words = fieldsOfRow(row).filter(({ name }) => name === field.name);
      add(row.rdata[words[0]?.token ?? 0]?.start, row.rdata[words.at(-1)?.token ?? 0]?.end);
    }
    if (row.rdata.includes(token)) add(row.rdata[0]?.start, row.rdata.at(-1)?.end);
  }
  add(row.tokens[0]?.start, row.tokens.at(-1)?.end);
  for (const isAlike of [isOfSet, isOfOwner]) {
    const group = groupOf(store, row, isAlike);
    add(group.start, group.end);
  }
  const last = ranges.at(-1);
  for (const section of last ? sectionsAround(store, file, last) : []) ranges.push(section);
  return ranges;
}

/** Larger files are not looked through for their sections. */
const MOST_LINES = 10_000;

/** The regions and the stretches of one origin that hold a range, from the inside out. */
function sectionsAround(store: Store, file: SourceFile, inner: Range): Range[] {
  const { document } = file;
  if (document.lineCount > MOST_LINES) return [];
  const sections = finished(folds(store, file)).flatMap(({ start, end, kind }) => {
    const character = kind === 'region' ? document.lineText(end).length : 0;
    const range = { start: { line: start, character: 0 }, end: { line: end, character } };
    return kind === 'region' && contains(range, inner) ? [range] : [];
  });
  const nested: Range[] = [];
  for (const section of sections.sort((a, b) => a.end.line - a.start.line - (b.end.line - b.start.line)))
    if (contains(section, nested.at(-1) ?? inner)) nested.push(section);
  return nested;
}

/** The label of a dotted word at an offset. */
function labelAt(text: string, offset: number): { start: number; end: number } | undefined {
  if (!text.includes('.')) return undefined;
  let start = text.lastIndexOf('.', offset - 1) + 1;
  let end = text.indexOf('.', offset);
  if (end < 0) end = text.length;
  if (start > end) start = end;
  return end > start ? { start, end } : undefined;
}

/** The rows around a row, in its block, that are alike. */
function groupOf(
  store: Store,
  row: Row,
  isAlike: (other: Row, row: Row) => boolean,
): { readonly start: number; readonly end: number } {
  const rows = rowsOfBlock(store, row.block);
  const at = rows.findIndex(({ index }) => index === row.index);
  const same = (other: Row | undefined) => other !== undefined && isAlike(other, row);
  let first = at;
  let last = at;
  while (same(rows[first - 1])) first--;
  while (same(rows[last + 1])) last++;
  return { start: rows[first]?.tokens[0]?.start ?? 0, end: rows[last]?.tokens.at(-1)?.end ?? 0 };
}

function isOfOwner(other: Row, row: Row): boolean {
  return row.directive === undefined && other.directive === undefined && other.ownerName === row.ownerName;
}

function isOfSet(other: Row, row: Row): boolean {
  return isOfOwner(other, row) && other.typeCode === row.typeCode;
}

function contains(outer: Range, inner: Range): boolean {
  const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return (
    before(outer.start, inner.start) &&
    before(inner.end, outer.end) &&
    !(before(inner.start, outer.start) && before(outer.end, inner.end))
  );
}
