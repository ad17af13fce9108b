import { commentStart, IN_STRING, NO_COMMENT } from '../syntax/comment-start.ts';
import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';

const DISABLE_LINE = 'zonewright-disable-line';

/**
 * The change that silences a rule on a line: a comment behind the line; above it where the line has one already, or ends
 * in a string or an escape, which would take the comment up.
 */
export function silenceLine(file: SourceFile, line: number, rule: string): TextEdit {
  const text = file.document.lineText(line);
  const comment = commentStart(text);
  if (comment === NO_COMMENT) {
    const end = text.trimEnd().length;
    return insertion(line, end, ` ; ${DISABLE_LINE} ${rule}`);
  }
  const known =
    comment === IN_STRING ? undefined : new RegExp(`^;[;\\s]*${DISABLE_LINE}(?=\\s)`).exec(text.slice(comment));
  if (known) return insertion(line, comment + known[0].length, ` ${rule}`);
  return insertion(line, 0, `; zonewright-disable-next-line ${rule}${lineEnd(file)}`);
}

function insertion(line: number, character: number, text: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, text };
}

function lineEnd(file: SourceFile): string {
  const first = file.document.blocks[0]?.text ?? '';
  return /^[^\n]*\r\n/.test(first) ? '\r\n' : '\n';
}
