import type { TextEdit } from '../text/document.ts';
import type { SourceFile } from '../workspace/instance.ts';

const DISABLE_LINE = 'zonewright-disable-line';

/** The change that silences a rule on a line: a comment behind the line, or above it where it has one already. */
export function silenceLine(file: SourceFile, line: number, rule: string): TextEdit {
  const text = file.document.lineText(line);
  const comment = commentStart(text);
  if (comment < 0) {
    const end = text.trimEnd().length;
    return insertion(line, end, ` ; ${DISABLE_LINE} ${rule}`);
  }
  const known = new RegExp(`^;[;\\s]*${DISABLE_LINE}(?=\\s)`).exec(text.slice(comment));
  if (known) return insertion(line, comment + known[0].length, ` ${rule}`);
  return insertion(line, 0, `; zonewright-disable-next-line ${rule}${lineEnd(file)}`);
}

function insertion(line: number, character: number, text: string): TextEdit {
  const at = { line, character };
  return { range: { start: at, end: at }, text };
}

/** Where a line's comment begins; -1 where it has none. A semicolon that is quoted or escaped begins none. */
function commentStart(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ';' && !quoted) return at;
  }
  return -1;
}

function lineEnd(file: SourceFile): string {
  const first = file.document.blocks[0]?.text ?? '';
  return /^[^\n]*\r\n/.test(first) ? '\r\n' : '\n';
}
