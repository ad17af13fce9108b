import type { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';

const SEMICOLON = 59;
/** Of a long comment no more is looked at. */
const LONGEST = 8192;
const TAG = /^[ \t]*[a-z][a-z0-9_-]{0,31}[ \t]*=[ \t]*[^\s;]*/i;

/** What of a text of tags stands in the comment behind it, as no quotation marks are around it. Offsets are in the block. */
export interface LostTags {
  /** From the semicolon that begins the comment to the end of the last tag. */
  readonly text: string;
  readonly end: number;
}

/**
 * The tags (`; p=none; rua=...`) that the comment behind a row begins with; undefined where it begins with something else.
 * What is no tag ends them, and stays a comment.
 */
export function lostTags(
  scanned: { readonly tape: Tape; readonly codes: Uint8Array; readonly block: Block },
  row: number,
): LostTags | undefined {
  const { tape, codes, block } = scanned;
  let start = tape.tokenEnd[(tape.rowToken[row + 1] as number) - 1] as number;
  while (codes[start] === 32 || codes[start] === 9) start++;
  if (codes[start] !== SEMICOLON) return undefined;
  const behind = block.slice(start, Math.min(tape.rowNext[row] as number, start + LONGEST));
  const line = /^[^\r\n]*/.exec(behind)?.[0] ?? '';
  let end = 0;
  for (let at = 0; line[at] === ';'; ) {
    const tag = TAG.exec(line.slice(at + 1));
    if (!tag) {
      if (end > 0 && line.slice(at + 1).trim() === '') end = at + 1;
      break;
    }
    end = at + 1 + tag[0].length;
    at = end + (/^[ \t]*/.exec(line.slice(end))?.[0].length ?? 0);
  }
  return end === 0 ? undefined : { text: line.slice(0, end), end: start + end };
}
