import { phrase } from '../language/phrase.ts';
import type { Token } from '../syntax/token.ts';
import type { BlockDocument, Place } from '../text/document.ts';
import { type RowAt, type RowText, rowBehind, wordsAt } from './row-at.ts';
import type { ShownFix } from './shown.ts';

/** A record that goes on in rows below it, and is whole with them. */
export interface JoinedRows {
  readonly head: RowAt;
  readonly last: RowAt;
  /** How many rows they are. */
  readonly count: number;
  /** What stands in the head before the words that belong in the parentheses; undefined for its data from the first on. */
  readonly before: Token | undefined;
}

/** A fix that puts the rows of a record in parentheses. */
export interface GroupFix {
  readonly fix: ShownFix;
  /** The parenthesis was there, and opened too late. */
  readonly isMoved: boolean;
}

/** More text than this is not changed at once. */
const LONGEST_TEXT = 1 << 20;

/**
 * Puts what belongs to a record in parentheses: adds both, the opening one, or moves that up to where it belongs.
 * Undefined where others stand between.
 */
export function groupFix(text: RowText, rows: JoinedRows): GroupFix | undefined {
  const { head, last, count, before } = rows;
  const words = wordsAt(text, head);
  if (words.isGrouped) return undefined;
  const { document } = text;
  const from: Place = { blockIndex: head.blockIndex, offset: before?.end ?? words.rdata()[0]?.start ?? words.end };
  const lastEnd: Place = { blockIndex: last.blockIndex, offset: wordsAt(text, last).end };
  const body = textBetween(document, from, lastEnd);
  const tail = body === undefined ? undefined : textBetween(document, lastEnd, startBehind(text, rows));
  if (body === undefined || tail === undefined) return undefined;
  const closing = parentheses(tail)[0] ?? -1;
  const whole = body + (closing < 0 ? '' : tail.slice(0, closing + 1));
  const marks = parentheses(whole);
  const [opening, close] = marks.map((at) => whole[at]);
  const open = before ? ' (' : '( ';
  const place = before ? phrase`behind "${before.text}"` : phrase`before the first string`;
  const range = {
    start: document.positionAt(from.blockIndex, from.offset),
    end: document.positionAt(
      ...(closing < 0 ? ([lastEnd.blockIndex, lastEnd.offset] as const) : behind(document, lastEnd, closing + 1)),
    ),
  };
  if (marks.length === 0) {
    const title = before
      ? phrase`Put the rest of these ${count} lines in parentheses`
      : phrase`Put the strings of these ${count} lines in parentheses`;
    return { fix: { title, range, text: `${open}${whole} )` }, isMoved: false };
  }
  if (closing < 0) return undefined;
  if (marks.length === 1 && opening === ')')
    return { fix: { title: phrase`Insert the missing "(" ${place}`, range, text: open + whole }, isMoved: false };
  if (marks.length !== 2 || opening !== '(' || close !== ')') return undefined;
  const title = phrase`Move the "(" up, ${place}`;
  return { fix: { title, range, text: open + without(whole, marks[0] as number) }, isMoved: true };
}

/** Where the row behind them begins, or the text ends. */
function startBehind(text: RowText, { last }: JoinedRows): Place {
  const next = rowBehind(text, last);
  if (next) return { blockIndex: next.blockIndex, offset: wordsAt(text, next).lineStart };
  const { blocks } = text.document;
  return { blockIndex: blocks.length - 1, offset: blocks.at(-1)?.length ?? 0 };
}

/** Undefined where it is very long. */
function textBetween({ blocks }: BlockDocument, from: Place, to: Place): string | undefined {
  let text = '';
  for (let index = from.blockIndex; index <= to.blockIndex; index++) {
    const block = blocks[index];
    if (!block) break;
    const start = index === from.blockIndex ? from.offset : 0;
    const end = index === to.blockIndex ? to.offset : block.length;
    if (text.length + end - start > LONGEST_TEXT) return undefined;
    text += block.slice(start, end);
  }
  return text;
}

/** The place so many characters behind another one. */
function behind({ blocks }: BlockDocument, { blockIndex, offset }: Place, count: number): readonly [number, number] {
  let index = blockIndex;
  let at = offset + count;
  for (let length = blocks[index]?.length ?? at; at > length; length = blocks[index]?.length ?? at) {
    at -= length;
    index++;
  }
  return [index, at];
}

/** Where parentheses stand that are no part of a string, of a comment or of an escape. */
function parentheses(text: string): number[] {
  const places: number[] = [];
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\[\s\S])*"?|;[^\n]*|\\[\s\S]|[()]/g))
    if (found === '(' || found === ')') places.push(index);
  return places;
}

/** Without the parenthesis at an offset, and without its line where nothing else stands in it. */
function without(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  if (end >= 0 && start > 0 && text.slice(start, end).trim() === '(') return text.slice(0, start) + text.slice(end + 1);
  return text.slice(0, at) + text.slice(at + 1);
}
