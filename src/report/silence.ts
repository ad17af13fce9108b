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
  if (comment === NONE) {
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

const NONE = -1;
const IN_STRING = -2;

/** Where a line's comment begins. A semicolon that is quoted or escaped begins none. */
function commentStart(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') {
      if (++at >= text.length) return IN_STRING;
    } else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ';' && !quoted) return at;
  }
  return quoted ? IN_STRING : NONE;
}

function lineEnd(file: SourceFile): string {
  const first = file.document.blocks[0]?.text ?? '';
  return /^[^\n]*\r\n/.test(first) ? '\r\n' : '\n';
}
