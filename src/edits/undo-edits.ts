import type { Position, Range } from '../text/block.ts';
import type { BlockDocument, TextEdit } from '../text/document.ts';
import type { PlannedFile } from './plan.ts';

/** What takes the change of one file back: ranges are of the text as it is after the change, in its order. */
export interface FileUndo {
  readonly path: string;
  readonly edits: readonly UndoEdit[];
}

/** A stretch that a change wrote, and what stood there before. */
export interface UndoEdit extends TextEdit {
  readonly written: string;
}

/** What takes a change back; worked out before the change is made. Edits are in the order of the text. */
export function undoOf({ file, edits }: PlannedFile): FileUndo {
  const undo: UndoEdit[] = [];
  let [lineDelta, lastLine, characterDelta] = [0, -1, 0];
  for (const { range, text } of edits) {
    const { start, end } = range;
    const character = start.character + (start.line === lastLine ? characterDelta : 0);
    const newStart = { line: start.line + lineDelta, character };
    const newEnd = endOf(newStart, text);
    undo.push({ range: { start: newStart, end: newEnd }, text: textIn(file.document, range), written: text });
    [lineDelta, lastLine, characterDelta] = [newEnd.line - end.line, end.line, newEnd.character - end.character];
  }
  return { path: file.path, edits: undo };
}

/** Whether all that a change wrote still stands where it was written. */
export function isWritten(document: BlockDocument, { edits }: FileUndo): boolean {
  return edits.every(
    ({ range, written }) => range.end.line < document.lineCount && textIn(document, range) === written,
  );
}

/** The text of a range, with its line ends. */
export function textIn(document: BlockDocument, { start, end }: Range): string {
  const [from, to] = [document.placeAt(start), document.placeAt(end)];
  let text = '';
  for (let index = from.blockIndex; index <= to.blockIndex; index++) {
    const block = document.blocks[index];
    const first = index === from.blockIndex ? from.offset : 0;
    const last = index === to.blockIndex ? to.offset : (block?.length ?? 0);
    text += block?.slice(first, last) ?? '';
  }
  return text;
}

function endOf(start: Position, text: string): Position {
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { line: start.line, character: start.character + last }
    : { line: start.line + lines.length - 1, character: last };
}
