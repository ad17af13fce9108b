import type { NameId } from '../../dns/name-table.ts';
import { type FieldInfo, fieldTable } from '../../syntax/rdata/rdata.ts';
import type { Position, Range } from '../../text/block.ts';
import type { Instance, SourceFile } from '../../workspace/instance.ts';
import type { FeatureContext } from '../context.ts';
import { mainInstance, nameOfToken, type Row, rowsOfBlock } from '../row.ts';
import { fieldIndex } from '../signature.ts';

/** What is being written: the word before the position is what will be replaced. */
interface Place {
  readonly range: Range;
  readonly prefix: string;
}

/** The head of a record: what relative names are under, and the owner, which may be inherited. */
interface HeadPlace extends Place {
  readonly instance: Instance | undefined;
  readonly origin: NameId;
  readonly owner: NameId;
}

/** The first word of a line. */
export interface OwnerSpot extends HeadPlace {
  readonly kind: 'owner';
  /** Nothing follows on the line. */
  readonly isAlone: boolean;
}

/** Between the owner and the data of a record. */
export interface HeaderSpot extends HeadPlace {
  readonly kind: 'header';
  readonly row: Row | undefined;
}

/** A word behind a directive; `word` counts from the first one behind it, which is 1. */
export interface DirectiveSpot extends Place {
  readonly kind: 'directive';
  readonly row: Row;
  readonly word: number;
}

/** A field of a record's data. In a string that is open, the prefix is what stands in it. */
export interface FieldSpot extends Place {
  readonly kind: 'field';
  readonly row: Row;
  readonly field: FieldInfo;
  /** The place of the word among those of the data. */
  readonly index: number;
  readonly isQuoted: boolean;
  /** Whether the string that is open ends on the line. */
  readonly isClosed: boolean;
  /** What stands on the line before the prefix. */
  readonly lead: string;
  /** The data's words before this one, joined as strings of a TXT record are. */
  readonly before: string;
}

/** A comment; `text` is what stands of it before the position, without the semicolons. */
export interface CommentSpot extends Place {
  readonly kind: 'comment';
  readonly text: string;
}

/** What is being written at a position. */
export type Spot = OwnerSpot | HeaderSpot | DirectiveSpot | FieldSpot | CommentSpot;

/** What may stand at a position; undefined where nothing can be said of it. */
export function spotAt(ctx: FeatureContext, file: SourceFile, position: Position): Spot | undefined {
  const whole = file.document.lineText(position.line);
  const line = whole.slice(0, position.character);
  const { quote, comment } = openAt(line);
  const start = comment >= 0 ? line.search(/[^\s;]*$/) : quote >= 0 ? quote + 1 : line.search(/[^\s()"]*$/);
  const range = { start: { line: position.line, character: start }, end: position };
  const place = { range, prefix: line.slice(start) };
  if (comment >= 0) return { ...place, kind: 'comment', text: line.slice(comment).replace(/^;+/, '') };
  const { blockIndex, offset } = file.document.placeAt(position);
  const instance = mainInstance(ctx.engine.store, file);
  const block = instance?.blocks[blockIndex];
  const rows = block ? rowsOfBlock(ctx.engine.store, block) : [];
  const row = rows.findLast(({ tokens }) => (tokens[0]?.start ?? 0) < offset);
  const state = block && block.entry >= 0 ? ctx.engine.store.states.get(block.entry) : undefined;
  const head = {
    ...place,
    instance,
    origin: originBehind(ctx, row) ?? state?.origin ?? -1,
    owner: row?.ownerName ?? state?.owner ?? -1,
  };
  const isFirst = start === 0 && quote < 0;
  const isAlone = whole.slice(position.character).trim() === '';
  const isSameRow =
    row !== undefined &&
    (reaches(row, offset) || isOnLine(file, row, blockIndex, position.line) || isInParenthesis(row, offset));
  if (!isSameRow) return isFirst ? { ...head, kind: 'owner', isAlone } : { ...head, kind: 'header', row: undefined };
  if (isFirst && row.tokens[0]?.start === offset - place.prefix.length) return { ...head, kind: 'owner', isAlone };
  if (row.directive !== undefined) return { ...place, kind: 'directive', row, word: wordsBefore(row, offset) };
  const { type } = row;
  if (!type || row.typeCode < 0 || offset <= type.end) return { ...head, owner: row.ownerName, kind: 'header', row };
  const isClosed = quote >= 0 && whole.indexOf('"', position.character) >= 0;
  const string = { isQuoted: quote >= 0, isClosed, lead: line.slice(0, start) };
  return fieldSpot(row, offset - (quote < 0 ? 0 : place.prefix.length), { ...place, ...string });
}

function fieldSpot(
  row: Row,
  offset: number,
  place: Place & Pick<FieldSpot, 'isQuoted' | 'isClosed' | 'lead'>,
): FieldSpot | undefined {
  const table = fieldTable(row.typeCode, row.block.instance.zoneClass);
  const index = fieldIndex(row, offset);
  const last = table.at(-1);
  const field = table[index] ?? (last?.isRest ? last : undefined);
  const words = row.rdata.filter(({ end }) => end < offset);
  return field && { ...place, kind: 'field', row, field, index, before: words.map(({ text }) => text).join('') };
}

/** The range of the end of what is being written, from a character of the prefix on. */
export function endOf({ range, prefix }: Place, from: number): Range {
  const start = { line: range.end.line, character: range.end.character - (prefix.length - from) };
  return { start, end: range.end };
}

function originBehind({ engine }: FeatureContext, row: Row | undefined): NameId | undefined {
  const name = row?.directive === '$ORIGIN' ? row.tokens[1] : undefined;
  return row && (name ? nameOfToken(engine.store, row, name) : row.origin);
}

function wordsBefore(row: Row, offset: number): number {
  return row.tokens.filter(({ end }) => end < offset).length;
}

function reaches(row: Row, offset: number): boolean {
  return offset <= (row.tokens.at(-1)?.end ?? 0);
}

/** Whether a row is still being written on a line: it begins or ends there. */
function isOnLine(file: SourceFile, row: Row, blockIndex: number, line: number): boolean {
  const end = file.document.positionAt(blockIndex, row.tokens.at(-1)?.end ?? 0);
  return end.line === line;
}

/** Whether a parenthesis of a row is open: it goes on, though the line that closes it may not be written yet. */
function isInParenthesis({ text, tokens }: Row, offset: number): boolean {
  let depth = 0;
  for (const line of text.slice(tokens[0]?.start ?? 0, offset).split(/[\r\n]+/)) {
    const { comment } = openAt(line);
    const code = (comment < 0 ? line : line.slice(0, comment)).replace(/\\.|"(?:\\.|[^"\\])*"?/g, '');
    for (const character of code) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  }
  return depth > 0;
}

/** Where the string or the comment begins that is open at a line's end; -1 for none. */
function openAt(line: string): { quote: number; comment: number } {
  let quote = -1;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') quote = quote < 0 ? at : -1;
    else if (line[at] === ';' && quote < 0) return { quote: -1, comment: at };
  }
  return { quote, comment: -1 };
}
