import type { Splice } from '../format/splices.ts';
import { asciiText, type SourceText } from '../text/source.ts';
import { quotedPath } from './patch.ts';

/** Lines that are shown around a change. */
const CONTEXT = 3;

/** Lines of a text that are replaced by others: from `start` to `end`, zero-based and half-open. */
interface Replaced {
  readonly start: number;
  end: number;
  readonly splices: Splice[];
}

/**
 * A unified diff of a text and its splices. They say which lines differ, so that nothing is to be looked for: a text of a
 * hundred thousand lines that all change takes no longer than one that is read.
 */
export function spliceDiff(
  path: string,
  { source, splices }: { readonly source: SourceText; readonly splices: Iterable<Splice> },
): string {
  const text = source.text ?? asciiText(source.codes);
  const starts = lineStarts(text);
  const groups = replacedLines(starts, splices);
  const parts = [`--- ${quotedPath(`a/${path}`)}\n+++ ${quotedPath(`b/${path}`)}\n`];
  let shift = 0;
  for (let i = 0; i < groups.length; ) {
    const hunk = [groups[i++] as Replaced];
    while (i < groups.length && (groups[i] as Replaced).start - (hunk.at(-1) as Replaced).end <= 2 * CONTEXT)
      hunk.push(groups[i++] as Replaced);
    const shown = hunkOf({ text, starts, hunk, shift });
    parts.push(shown.text);
    shift += shown.grown;
  }
  return parts.join('');
}

/** Offsets of the lines; lines end with line feeds, as in other diffs. The last one is the text's end. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

function replacedLines(starts: readonly number[], splices: Iterable<Splice>): Replaced[] {
  const groups: Replaced[] = [];
  let line = 0;
  for (const splice of splices) {
    while (line + 2 < starts.length && (starts[line + 1] as number) <= splice.start) line++;
    const start = line;
    let end = line + 1;
    while (end + 1 < starts.length && (starts[end] as number) < splice.end) end++;
    const last = groups.at(-1);
    if (last && last.end >= start) {
      last.end = Math.max(last.end, end);
      last.splices.push(splice);
    } else groups.push({ start, end, splices: [splice] });
  }
  return groups;
}

interface Hunk {
  readonly text: string;
  readonly starts: readonly number[];
  readonly hunk: readonly Replaced[];
  /** How many lines more the new text has before the hunk. */
  readonly shift: number;
}

function hunkOf({ text, starts, hunk, shift }: Hunk): { readonly text: string; readonly grown: number } {
  const lineCount = starts.length - 1;
  const first = Math.max(0, (hunk[0] as Replaced).start - CONTEXT);
  const last = Math.min(lineCount, (hunk.at(-1) as Replaced).end + CONTEXT);
  const lines: string[] = [];
  let grown = 0;
  let from = first;
  const show = (mark: string, lineText: string): void => {
    lines.push(lineText.endsWith('\n') ? mark + lineText : `${mark}${lineText}\n\\ No newline at end of file\n`);
  };
  const slice = (start: number, end: number): string => text.slice(starts[start], starts[end]);
  for (const { start, end, splices } of hunk) {
    for (let line = from; line < start; line++) show(' ', slice(line, line + 1));
    for (let line = start; line < end; line++) show('-', slice(line, line + 1));
    const added = linesOf(replaced(text, starts[start] as number, starts[end] as number, splices));
    for (const line of added) show('+', line);
    grown += added.length - (end - start);
    from = end;
  }
  for (let line = from; line < last; line++) show(' ', slice(line, line + 1));
  const count = last - first;
  const head = `@@ -${first + 1},${count} +${first + 1 + shift},${count + grown} @@\n`;
  return { text: head + lines.join(''), grown };
}

function replaced(text: string, start: number, end: number, splices: readonly Splice[]): string {
  let result = '';
  let from = start;
  for (const splice of splices) {
    result += text.slice(from, splice.start) + splice.text;
    from = splice.end;
  }
  return result + text.slice(from, end);
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
