import type { Position, Range } from '../text/block.ts';

/** The offset of a position in a text; beyond a line's end its end. For short texts: all lines before are looked at. */
export function offsetAt(text: string, position: Position): number {
  let start = 0;
  for (let line = 0; line < position.line; line++) {
    const next = nextLine(text, start);
    if (next < 0) return text.length;
    start = next;
  }
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return Math.min(start + position.character, end);
}

/** The position of an offset of a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let next = nextLine(text, start); next >= 0 && next <= offset; next = nextLine(text, start)) {
    start = next;
    line++;
  }
  return { line, character: Math.min(offset, text.length) - start };
}

/** The range between two offsets. */
export function rangeOf(text: string, span: { readonly start: number; readonly end: number }): Range {
  return { start: positionAt(text, span.start), end: positionAt(text, span.end) };
}

/** Where the line behind the one that holds `from` begins; -1 where there is none. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\n') return at + 1;
    if (text[at] === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1;
  }
  return -1;
}
