import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import type { Change } from '../../edits/change.ts';
import { phrase } from '../../language/phrase.ts';
import type { SourceFile } from '../../workspace/instance.ts';
import type { FeatureContext } from '../context.ts';
import { lineEndOf, MOST_LINES, type RowLines, rangeOfLines, rowLines, textOfLines } from './lines.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** Records with one owner: the lines that take the owner from the first one go with it. */
interface Group {
  readonly rows: RowLines[];
}

/** Sorts the records around the cursor, or those selected, up to the next blank line, comment or directive. */
export function sortRecords({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  if (file.document.lineCount > MOST_LINES) return [];
  const isSelection = range.start.line !== range.end.line;
  const runs = runsOf(rowLines(ctx.engine.store, file)).flatMap((run) => {
    const chosen = isSelection
      ? run.filter(({ first, last }) => first >= range.start.line && last <= range.end.line)
      : run.some(({ first, last }) => first <= range.start.line && range.start.line <= last)
        ? run
        : [];
    return chosen.length > 1 ? [chosen] : [];
  });
  const changes = runs.flatMap((run) => sorted(ctx, file, run) ?? []);
  if (changes.length === 0) return [];
  const count = runs.reduce((sum, run) => sum + run.length, 0);
  return [{ id: 'sort-records', title: phrase`Sort ${count} records by owner`, kind: 'rewrite', changes }];
}

/** Sorts all records of a file, each stretch between blank lines, comments and directives by itself. */
export function organizeRecords(ctx: FeatureContext, file: SourceFile): RefactorDraft | undefined {
  if (file.document.lineCount > MOST_LINES) return undefined;
  const changes = runsOf(rowLines(ctx.engine.store, file)).flatMap((run) => sorted(ctx, file, run) ?? []);
  return changes.length === 0 ? undefined : { id: 'organize', title: phrase`Sort records`, kind: 'rewrite', changes };
}

/** Stretches of records that follow each other without a line between. */
function runsOf(all: readonly RowLines[]): RowLines[][] {
  const runs: RowLines[][] = [];
  let run: RowLines[] = [];
  for (const line of all) {
    const before = run.at(-1);
    const isNext = line.row.directive === undefined && (before === undefined || before.last + 1 === line.first);
    if (!isNext && run.length > 0) runs.push(run);
    if (!isNext) run = [];
    if (line.row.directive === undefined) run.push(line);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** The change that sorts a run; undefined where it is sorted, or begins with a line that takes its owner from above. */
function sorted(ctx: FeatureContext, file: SourceFile, run: readonly RowLines[]): Change | undefined {
  const groups: Group[] = [];
  for (const line of run) {
    const last = groups.at(-1);
    if (line.row.owner) groups.push({ rows: [line] });
    else if (last) last.rows.push(line);
    else return undefined;
  }
  const { names } = ctx.engine.store;
  const apex = run[0]?.row.block.instance.apex ?? NO_NAME;
  const keys = new Map(groups.map((group) => [group, keyOf(group, apex, (name) => names.text(name))]));
  const ordered = [...groups].sort((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []));
  if (ordered.every((group, index) => group === groups[index])) return undefined;
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const range = rangeOfLines(file, { first: first.first, last: last.last });
  const end = lineEndOf(first.row.block);
  const lines = ordered.flatMap(({ rows }) => rows.flatMap((row) => textOfLines(file, row)));
  const hasEnd = range.end.character === 0 && range.end.line > last.last;
  return { file, edit: { range, text: lines.join(end) + (hasEnd ? end : '') } };
}

/** The apex first, its SOA and NS records before others; then by the labels from the right, numbers by their value. */
function keyOf({ rows }: Group, apex: number, textOf: (name: number) => string): (string | number)[] {
  const { ownerName, typeCode } = rows[0]?.row ?? { ownerName: NO_NAME, typeCode: -1 };
  if (ownerName === apex) return [0, typeCode === TYPE_SOA ? 0 : typeCode === TYPE_NS ? 1 : 2];
  const labels = ownerName === NO_NAME ? [] : textOf(ownerName).toLowerCase().split('.').reverse();
  return [1, ...labels.flatMap((label) => label.split(/(\d+)/).map((part, i) => (i % 2 === 1 ? Number(part) : part)))];
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one, other] = [a[i], b[i]];
    if (one === other || one === undefined || other === undefined) continue;
    if (typeof one === typeof other) return one < other ? -1 : 1;
    return typeof one === 'number' ? -1 : 1;
  }
  return a.length - b.length;
}
