import type { Reporter } from '../report/report.ts';
import type { Shown, ShownRelated } from '../report/shown.ts';
import type { Trace } from '../report/trace.ts';
import type { Finding } from '../rules/rule.ts';
import type { RuleChoice } from './check-command.ts';
import type { Workspace } from './workspace.ts';

/** A finding that a check reports, at its primary place. */
export interface Asked {
  readonly shown: Shown;
  /** Its other side, where only that lies in a file that was asked about. */
  readonly otherSide?: ShownRelated;
}

/** How findings are asked for. */
export interface AskOptions {
  /** Hears what is not shown in all files. */
  readonly trace?: Trace | undefined;
  /** Whether a file is one of those that the findings must concern. */
  readonly isOfChange?: ((path: string) => boolean) | undefined;
}

/**
 * The findings about the files that were asked about, once each and at its primary place, in the order of path and place:
 * those that stand in such a file, and those whose counterpart does, as an editor shows them there too. The trace hears what is not
 * shown in all files.
 */
export function* findingsAskedAbout(
  { reporter, isSelected }: Workspace,
  choice: RuleChoice,
  { trace, isOfChange = () => true }: AskOptions = {},
): Generator<Asked> {
  const files = byPath(reporter, trace);
  const isAskedFor = isWanted(choice);
  const otherSides = new Map<Finding, ShownRelated>();
  for (const [path, shown] of files) {
    if (!isSelected(path)) continue;
    for (const item of shown) {
      if (item.primary || !isAskedFor(item)) continue;
      const { range, message } = item;
      for (const finding of findingsOf(item)) otherSides.set(finding, { path, range, message });
    }
  }
  for (const [path, shown] of files) {
    const isAsked = isSelected(path);
    if (!isAsked && otherSides.size === 0) continue;
    for (const item of shown) {
      if (!item.primary || !isAskedFor(item) || !concerns(item, isOfChange)) continue;
      const otherSide = isAsked ? undefined : otherSideOf(item, otherSides);
      if (isAsked) yield { shown: item };
      else if (otherSide) yield { shown: withRelated(item, otherSide), otherSide };
    }
  }
}

/** The findings that stand in the files that were asked about, at their primary places, in the same order. */
export function findingsIn({ reporter, isSelected }: Workspace, rules: readonly string[]): Shown[] {
  const isAskedFor = isWanted({ rules, ignored: [] });
  const found: Shown[] = [];
  for (const [path, shown] of byPath(reporter)) {
    if (!isSelected(path)) continue;
    for (const item of shown) if (item.primary && isAskedFor(item)) found.push(item);
  }
  return found;
}

/** A test for the rules that are asked about. */
export function isWanted({ rules, ignored }: RuleChoice): (shown: { readonly rule: string }) => boolean {
  return ({ rule }) => (rules.length === 0 || rules.includes(rule)) && !ignored.includes(rule);
}

/** Whether a finding stands in a changed file, or speaks of a place in one. */
function concerns({ path, related, otherSide }: Shown, isOfChange: (path: string) => boolean): boolean {
  return isOfChange(path) || related.some((one) => isOfChange(one.path)) || (!!otherSide && isOfChange(otherSide.path));
}

function byPath(reporter: Reporter, trace?: Trace): (readonly [string, readonly Shown[]])[] {
  const files: (readonly [string, readonly Shown[]])[] = [];
  for (const [file, shown] of reporter.all(trace)) files.push([file.path, shown]);
  for (const path of reporter.configurations()) files.push([path, reporter.ofConfiguration(path)]);
  return files.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a place tells of: a finding, those that a $GENERATE line makes beside it, and the same in other views. */
function* findingsOf({ finding, alike = [], others = [] }: Shown): Generator<Finding> {
  if (finding) yield finding;
  yield* alike;
  for (const other of others) yield* findingsOf(other);
}

function otherSideOf(item: Shown, otherSides: ReadonlyMap<Finding, ShownRelated>): ShownRelated | undefined {
  for (const finding of findingsOf(item)) {
    const otherSide = otherSides.get(finding);
    if (otherSide) return otherSide;
  }
  return undefined;
}

/** The other side is what the person asked about: it is always named. */
function withRelated(item: Shown, otherSide: ShownRelated): Shown {
  const isNamed = item.related.some(
    ({ path, range }) => path === otherSide.path && range.start.line === otherSide.range.start.line,
  );
  return isNamed ? item : { ...item, related: [...item.related, { ...otherSide, message: 'The other side' }] };
}
