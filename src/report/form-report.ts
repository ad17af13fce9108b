import { phrase } from '../language/phrase.ts';
import { syntaxFinalNewline } from '../rules/text/text-rules.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Faulted } from './fault-types.ts';

/** A last line without line end: servers read it, but what is put behind it becomes a part of it. */
export function unendedFault(file: SourceFile): Faulted | undefined {
  const { document, instances } = file;
  const codes = document.blocks.at(-1)?.codes;
  const code = codes?.at(-1);
  if (code === undefined || code === LINE_FEED || code === RETURN) return undefined;
  const line = document.lineCount - 1;
  const place = { line, character: document.lineText(line).length };
  const range = { start: place, end: place };
  return {
    rule: syntaxFinalNewline.id,
    severity: undefined,
    message: phrase`The last line has no line end: what is put behind it becomes a part of it`,
    path: file.path,
    range,
    related: [],
    fixes: [{ title: phrase`End the line`, range, text: document.blocks[0]?.text.includes('\r\n') ? '\r\n' : '\n' }],
    instance: instances[0],
  };
}

const LINE_FEED = 10;
const RETURN = 13;
