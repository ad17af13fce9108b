import { whyNotWritable } from '../edits/writable.ts';
import type { Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import { asciiText, type SourceText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { type FaultPlace, formatText } from './format-text.ts';
import type { Splice } from './splices.ts';
import type { FormatStyle } from './style.ts';

/** How a file is to be changed; or why nothing is. */
export type FormattedFile =
  | {
      /** The text that the splices are for. */
      readonly source: SourceText;
      readonly splices: readonly Splice[];
      /** How many records and directives were left because something is wrong with them. */
      readonly leftCount: number;
      /** Where a parenthesis or quotation mark is not closed: nothing behind it was changed. */
      readonly stop: number | undefined;
    }
  | { readonly refused: string };

/** What is to be formatted of a file, and how. */
export interface FileRequest {
  readonly file: SourceFile;
  readonly style: FormatStyle;
  /** Only what touches these lines; all where left out. */
  readonly range?: Range;
}

/** Lays out a file, or some lines of it; each `yield` is a place to stop. Refused where no fix may write to the file. */
export function* formatFile(store: Store, { file, style, range }: FileRequest): Generator<void, FormattedFile> {
  const refused = whyNotWritable(store, file);
  if (refused !== undefined) return { refused };
  const { source } = file.document;
  const faults = faultsOf(file);
  const formatted = yield* formatText(
    source,
    range ? { style, faults, isWanted: within(source, range) } : { style, faults },
  );
  return 'refused' in formatted ? formatted : { ...formatted, source };
}

/** What is wrong with records and directives of a file so that servers refuse them. */
export function faultsOf(file: SourceFile): FaultPlace[] {
  const starts: number[] = [0];
  for (const block of file.document.blocks) starts.push((starts.at(-1) ?? 0) + block.length);
  return file.instances.flatMap((instance) =>
    instance.blocks.flatMap((block) => {
      const base = starts[block?.index ?? 0] ?? 0;
      const refusing = (block?.faults ?? []).filter(
        ({ rule, severity = 'error' }) =>
          severity === 'error' && (rule.startsWith('syntax-') || rule === 'svcb-invalid'),
      );
      return refusing.map((fault) => ({ ...fault, start: base + fault.start, end: base + fault.end }));
    }),
  );
}

/** Whether a splice touches some lines. To be asked of the splices of a text in their order. */
function within({ codes }: SourceText, { start, end }: Range): (splice: Splice) => boolean {
  // Where a selection ends before a line's first character, the line is not part of it.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const lines = new LineCounter(codes);
  return (splice) => {
    const first = lines.at(splice.start).line;
    return first <= last && lines.at(splice.end).line >= start.line;
  };
}

/** More edits than these are put together where they stand on one line: editors take long for very many. */
const MOST_EDITS = 20_000;

/** Splices as edits by line and character. */
export function editsOf(source: SourceText, splices: readonly Splice[]): TextEdit[] {
  const lines = new LineCounter(source.codes);
  const joined = splices.length > MOST_EDITS ? joinedByLine(source, splices) : splices;
  return joined.map(({ start, end, text }) => ({ range: { start: lines.at(start), end: lines.at(end) }, text }));
}

function joinedByLine(source: SourceText, splices: readonly Splice[]): Splice[] {
  const joined: Splice[] = [];
  const lines = new LineCounter(source.codes);
  let lastLine = -1;
  for (const splice of splices) {
    const { line } = lines.at(splice.start);
    const before = joined.at(-1);
    if (before && line === lastLine) {
      const kept =
        source.text?.slice(before.end, splice.start) ?? asciiText(source.codes.subarray(before.end, splice.start));
      joined[joined.length - 1] = { start: before.start, end: splice.end, text: before.text + kept + splice.text };
    } else joined.push(splice);
    lastLine = lines.at(splice.end).line;
  }
  return joined;
}

/** Lines and characters of offsets that only grow. LF, CRLF and a lone CR end lines. */
class LineCounter {
  readonly #codes: Uint8Array;
  #line = 0;
  #lineStart = 0;
  #at = 0;

  constructor(codes: Uint8Array) {
    this.#codes = codes;
  }

  at(offset: number): { line: number; character: number } {
    const codes = this.#codes;
    for (; this.#at < offset; this.#at++) {
      const code = codes[this.#at];
      if (code !== 10 && (code !== 13 || codes[this.#at + 1] === 10)) continue;
      this.#line++;
      this.#lineStart = this.#at + 1;
    }
    return { line: this.#line, character: offset - this.#lineStart };
  }
}
