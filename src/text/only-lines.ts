import type { BlockDocument } from './document.ts';

/** A line with nothing on it. */
export const BLANK_LINE = /^\s*$/;

/** A text of more lines has something in it. */
const MOST_LINES = 50;

/** Whether all lines of a text are of a kind: no record stands in it, not even a line with a fault. Few lines are. */
export function hasOnlyLines(document: BlockDocument, kind: RegExp): boolean {
  if (document.lineCount > MOST_LINES) return false;
  for (let line = 0; line < document.lineCount; line++) if (!kind.test(document.lineText(line))) return false;
  return true;
}
