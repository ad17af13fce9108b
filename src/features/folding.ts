import { GROUPED } from '../syntax/tape.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';

/** Lines that can be folded away under the first of them. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'region' | 'group';
}

const COMMENT = /^\s*;/;
const REGION_START = /^\s*;\s*#region\b/;
const REGION_END = /^\s*;\s*#endregion\b/;

/** Editors show no more, and a larger answer keeps them waiting. */
export const MOST_FOLDS = 5000;

/**
 * Records over several lines, blocks of comments, stretches between `$ORIGIN` lines, and marked regions; of a file with
 * more than the most those that stand first. A step is a block.
 */
export function* folds(store: Store, file: SourceFile): Generator<void, Fold[]> {
  const found: Fold[] = [];
  const state: State = { comment: -1, origin: -1, content: -1, regions: [] };
  const { document } = file;
  for (let index = 0; index < document.blocks.length && found.length < MOST_FOLDS; index++) {
    const block = document.blocks[index];
    if (!block) break;
    const firstLine = document.firstLineOf(index);
    const lines = block.text.split(/\r\n|\n|\r/);
    if (lines.at(-1) === '' && lines.length > 1) lines.pop();
    lines.forEach((text, i) => {
      readLine(text, firstLine + i, state, found);
    });
    const { codes, tape } = store.scanBlock(block);
    for (let row = 0; row < tape.rowCount; row++) {
      if (((tape.rowFlags[row] as number) & GROUPED) === 0) continue;
      const start = firstLine + (tape.rowLine[row] as number);
      const end = document.positionAt(index, closingParenthesis(codes, tape.rowEnd[row] as number)).line;
      if (end > start) found.push({ start, end, kind: 'group' });
    }
    yield;
  }
  readLine('', state.content + 1, state, found);
  if (state.origin >= 0 && state.content > state.origin)
    found.push({ start: state.origin, end: state.content, kind: 'region' });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST_FOLDS);
}

interface State {
  /** Where the comment lines at hand begin. */
  comment: number;
  /** Where the stretch of the last `$ORIGIN` begins. */
  origin: number;
  /** The last line that is not blank. */
  content: number;
  readonly regions: number[];
}

function readLine(text: string, line: number, state: State, found: Fold[]): void {
  const isMark = REGION_START.test(text) || REGION_END.test(text);
  if (COMMENT.test(text) && !isMark) {
    if (state.comment < 0) state.comment = line;
  } else {
    if (state.comment >= 0 && line - state.comment > 1)
      found.push({ start: state.comment, end: line - 1, kind: 'comment' });
    state.comment = -1;
  }
  if (REGION_START.test(text)) state.regions.push(line);
  else if (REGION_END.test(text)) {
    const start = state.regions.pop();
    if (start !== undefined) found.push({ start, end: line, kind: 'region' });
  }
  if (/^\$ORIGIN\s/i.test(text)) {
    if (state.origin >= 0 && state.content > state.origin)
      found.push({ start: state.origin, end: state.content, kind: 'region' });
    state.origin = line;
  }
  if (text.trim() !== '') state.content = line;
}

/** The offset of the parenthesis behind the last word of a row; the word's end where there is none. */
function closingParenthesis(codes: Uint8Array, from: number): number {
  for (let at = from; at < codes.length; at++) {
    const code = codes[at];
    if (code === 41) return at;
    if (code === 59) while (at + 1 < codes.length && codes[at + 1] !== 10) at++;
    else if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return from;
  }
  return from;
}
