import { phrase } from '../../language/phrase.ts';
import { hasComment } from '../../syntax/comment-start.ts';
import type { Row } from '../row.ts';
import { lineEndOf, type RowLines, rangeOfLines, rowLinesIn } from './lines.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** Fewer records are shorter as they are. */
const LEAST = 3;

/** So many lines on each side of the cursor are looked at. */
const MOST_AROUND = 2000;

/** A text cut into what is no number and numbers: `host`, `007`, `.example.com.`. */
type Parts = readonly string[];

/** A record that may be one of a series. */
interface Member {
  readonly line: RowLines;
  readonly owner: Parts;
  readonly data: Parts;
  /** What must be the same: TTL, class and type as they are written. */
  readonly middle: string;
}

/** Folds records that only count into a $GENERATE line: those selected, or all around the cursor. */
export function foldGenerate({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const isSelection = range.start.line !== range.end.line;
  const around = isSelection ? 0 : MOST_AROUND;
  const near = { first: range.start.line - around, last: range.end.line + around };
  const all = rowLinesIn(ctx.engine.store, file, near);
  const at = all.findIndex(({ first, last }) => first <= range.start.line && range.start.line <= last);
  const chosen = isSelection
    ? all.filter(({ first, last }) => first >= range.start.line && last <= range.end.line)
    : [];
  const series = isSelection ? seriesOf(chosen, 0) : at < 0 ? [] : aroundCursor(all, at);
  if (series.length < LEAST || (isSelection && series.length !== chosen.length)) return [];
  const line = generateLine(series);
  const [first, last] = [series[0]?.line, series.at(-1)?.line];
  if (line === undefined || !first || !last) return [];
  const title = phrase`Fold ${series.length} records into $GENERATE`;
  const edit = {
    range: rangeOfLines(file, { first: first.first, last: last.last }),
    text: line + lineEndOf(first.row.block),
  };
  return [{ id: 'fold-generate', title, kind: 'rewrite', changes: [{ file, edit }] }];
}

function aroundCursor(all: readonly RowLines[], at: number): readonly Member[] {
  let start = at;
  while (start > 0 && isSeries([...seriesOf(all.slice(start - 1, start + 2), 0)], 3)) start--;
  const series = seriesOf(all, start);
  return series.length > at - start ? series : [];
}

function isSeries(members: readonly Member[], count: number): boolean {
  return members.length === count;
}

/** The longest series that begins at a row. */
function seriesOf(all: readonly RowLines[], start: number): readonly Member[] {
  const members: Member[] = [];
  for (let index = start; index < all.length; index++) {
    const line = all[index];
    const member = line && memberOf(line);
    if (!member) break;
    const [before, last] = [members.at(-2), members.at(-1)];
    if (last && !(last.line.last + 1 === line.first && follows(before, last, member))) break;
    members.push(member);
  }
  return members;
}

function memberOf(line: RowLines): Member | undefined {
  const { row, first, last } = line;
  const [data] = row.rdata;
  const { document } = row.block.instance.file;
  if (first !== last || !row.owner || row.rdata.length !== 1 || !data || data.quoted || row.typeCode < 0)
    return undefined;
  const { text } = row.owner;
  if (/[$\\]/.test(text + data.text) || hasComment(document.lineText(first)) || /[()]/.test(document.lineText(first)))
    return undefined;
  return { line, owner: partsOf(text), data: partsOf(data.text), middle: middleOf(row) };
}

/** What stands between the owner and the data, each gap one blank. */
function middleOf({ text, owner, rdata }: Row): string {
  return text
    .slice(owner?.end ?? 0, rdata[0]?.start ?? 0)
    .trim()
    .split(/\s+/)
    .join(' ');
}

function partsOf(text: string): Parts {
  return text.split(/(\d+)/);
}

/** Whether each number of a record is that of the one before, or goes on as the others do. */
function follows(before: Member | undefined, last: Member, next: Member): boolean {
  if (last.middle !== next.middle) return false;
  const step = stepOf(last, next);
  return step !== undefined && (before === undefined || stepOf(before, last) === step);
}

/** By how much the numbers of two records differ: all that do, by the same; undefined where they do not. */
function stepOf(a: Member, b: Member): number | undefined {
  let step: number | undefined;
  for (const [one, other] of [
    [a.owner, b.owner],
    [a.data, b.data],
  ] as const) {
    if (one.length !== other.length) return undefined;
    for (let i = 0; i < one.length; i++) {
      if (one[i] === other[i]) continue;
      if (i % 2 === 0) return undefined;
      const difference = Number(other[i]) - Number(one[i]);
      if (difference < 1 || (step !== undefined && difference !== step)) return undefined;
      step = difference;
    }
  }
  return step;
}

function generateLine(series: readonly Member[]): string | undefined {
  const [first, second] = series;
  const last = series.at(-1);
  const step = first && second && stepOf(first, second);
  if (!first || !second || !last || step === undefined) return undefined;
  const from = Number(first.owner.find((part, i) => part !== second.owner[i]) ?? Number.NaN);
  if (!Number.isSafeInteger(from)) return undefined;
  const owner = template(first.owner, last.owner, from);
  const data = template(first.data, last.data, from);
  if (owner === undefined || data === undefined) return undefined;
  const range = `${from}-${from + step * (series.length - 1)}${step === 1 ? '' : `/${step}`}`;
  return `$GENERATE ${range} ${owner} ${first.middle} ${data}`;
}

/**
 * The first record's text with a `$` in the place of each number that counts; undefined where the widths of a padded one
 * differ. To BIND a bare `$` behind another one has the offset of that, so all are written out where one has an offset.
 */
function template(first: Parts, last: Parts, from: number): string | undefined {
  const texts: string[] = [];
  let isBare = true;
  for (const [i, part] of first.entries()) {
    const end = last[i] ?? '';
    if (part === end) {
      texts.push(part);
      continue;
    }
    const isPadded = part.startsWith('0') && part.length > 1;
    if (isPadded && part.length !== end.length) return undefined;
    const offset = Number(part) - from;
    if (isPadded || offset !== 0) isBare = false;
    texts.push(`$\{${offset}${isPadded ? `,${part.length},d` : ''}}`);
  }
  const text = texts.join('');
  return isBare ? text.replaceAll(BARE, '$') : text;
}

/** The number as it is. */
const BARE = ['$', '{0}'].join('');
