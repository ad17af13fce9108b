import { whyNotWritable } from '../edits/writable.ts';
import type { Range } from '../text/block.ts';
import type { TextEdit } from '../text/document.ts';
import { asciiText, type SourceText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';
import { EDIT_SIZE, type FaultPlace, type Formatted, formatText } from './format-text.ts';
import { type Splice, SpliceList } from './splices.ts';
import type { FormatStyle } from './style.ts';

/** How a file is to be changed; or why nothing is. */
export type FormattedFile =
  | (Exclude<Formatted, { refused: string }> & {
      /** The text that the splices are for: of a selection the lines around it. */
      readonly source: SourceText;
      /** The line of the file that it begins with. */
      readonly firstLine: number;
    })
  | { readonly refused: string };

/** What is to be formatted of a file, and how. */
export interface FileRequest {
  readonly file: SourceFile;
  readonly style: FormatStyle;
  /** Only what touches these lines; all where left out. */
  readonly range?: Range;
  /** As many characters as the changes may take as edits: records beyond stay as they are. */
  readonly most?: number;
}

/** So many blocks above and below a selection tell its columns: in a file of ten thousand lines all. */
const BLOCKS_AROUND = 32;

/** Lays out a file, or some lines of it; each `yield` is a place to stop. Refused where no fix may write to the file. */
export function* formatFile(store: Store, request: FileRequest): Generator<void, FormattedFile> {
  const { file, style, range, most } = request;
  const { document } = file;
  const refused = whyNotWritable(store, file);
  if (refused !== undefined) return { refused };
  const first = range ? Math.max(0, document.blockOfLine(range.start.line) - BLOCKS_AROUND) : 0;
  const end = range ? document.blockOfLine(range.end.line) + BLOCKS_AROUND + 1 : document.blocks.length;
  const base = document.blocks.slice(0, first).reduce((sum, block) => sum + block.length, 0);
  const firstLine = document.firstLineOf(first);
  const source = yield* document.sourceSteps(first, end);
  const faults = faultsOf(file).map((fault) => ({ ...fault, start: fault.start - base, end: fault.end - base }));
  // Servers read what follows as part of it.
  if (faults.some(({ end: faultEnd, isUnclosed }) => isUnclosed && faultEnd <= 0))
    return { source, firstLine, splices: new SpliceList(), leftCount: 0, stop: 0, isCut: false };
  const formatted = yield* formatText(source, {
    style,
    faults: faults.filter(({ start, end: faultEnd }) => faultEnd > 0 && start < source.codes.length),
    ...(range && { isWanted: within(source, range, firstLine) }),
    ...(most !== undefined && { most }),
  });
  return 'refused' in formatted ? formatted : { ...formatted, source, firstLine };
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
function within({ codes }: SourceText, { start, end }: Range, firstLine: number): (splice: Splice) => boolean {
  // Where a selection ends before a line's first character, the line is not part of it.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const lines = new LineCounter(codes, firstLine);
  return (splice) => {
    const first = lines.at(splice.start).line;
    return first <= last && lines.at(splice.end).line >= start.line;
  };
}

/** More edits than these are put together where they stand near each other: editors take long for very many. */
const MOST_EDITS = 20_000;
/** Beyond this an edit gets no longer: editors find out what it changes of its text. */
const LONGEST_EDIT = 10_000;
/** After so many edits, or characters before one, others have a turn. */
const EDITS_PER_SLICE = 4096;
const CODES_PER_SLICE = 100_000;

/** Splices of a text that begins at a line as edits by line and character; each `yield` is a place to stop. */
export function* editsOf(source: SourceText, splices: SpliceList, firstLine: number): Generator<void, TextEdit[]> {
  const lines = new LineCounter(source.codes, firstLine);
  const joined = splices.length > MOST_EDITS ? yield* joinedNear(source, splices) : splices;
  const edits: TextEdit[] = [];
  for (const { start, end, text } of joined) {
    if (edits.length % EDITS_PER_SLICE === 0) yield;
    yield* lines.reach(start);
    edits.push({ range: { start: lines.at(start), end: lines.at(end) }, text });
  }
  return edits;
}

function* joinedNear({ codes, text }: SourceText, splices: SpliceList): Generator<void, Splice[]> {
  const joined: Splice[] = [];
  let count = 0;
  for (const splice of splices) {
    if (count++ % EDITS_PER_SLICE === 0) yield;
    const before = joined.at(-1);
    const isNear = before && splice.start - before.end < EDIT_SIZE && before.text.length < LONGEST_EDIT;
    if (!isNear) joined.push(splice);
    else {
      const kept = text?.slice(before.end, splice.start) ?? asciiText(codes, before.end, splice.start);
      joined[joined.length - 1] = { start: before.start, end: splice.end, text: before.text + kept + splice.text };
    }
  }
  return joined;
}

/** Lines and characters of offsets that only grow. LF, CRLF and a lone CR end lines. */
class LineCounter {
  readonly #codes: Uint8Array;
  #line: number;
  #lineStart = 0;
  #at = 0;

  constructor(codes: Uint8Array, firstLine: number) {
    this.#codes = codes;
    this.#line = firstLine;
  }

  /** Goes near an offset. */
  *reach(offset: number): Generator<void, void> {
    while (offset - this.#at > CODES_PER_SLICE) {
      this.at(this.#at + CODES_PER_SLICE);
      yield;
    }
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
