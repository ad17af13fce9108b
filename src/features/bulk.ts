import type { NameId } from '../dns/name-table.ts';
import { bumpSerial } from '../edits/bump-serial.ts';
import { type Change, isRefusal } from '../edits/change.ts';
import { mergeChanges, planMany } from '../edits/plan.ts';
import { serialsLeft } from '../edits/serial.ts';
import { zonesOf } from '../edits/writable.ts';
import { counted, noun, phrase } from '../language/phrase.ts';
import type { Reporter } from '../report/report.ts';
import type { Shown } from '../report/shown.ts';
import type { Engine } from '../rules/engine/engine.ts';
import { byAddress } from '../rules/facts/address-order.ts';
import { type MissingPointer, missingPointersOf, wantsPointer } from '../rules/fixes/insert-fixes.ts';
import { Subject } from '../rules/fixes/subject.ts';
import type { FileEdit, RuleContext } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';

/** Changes of several files at once, and what was left out and why. */
export interface Bulk {
  readonly edits: readonly FileEdit[];
  readonly count: number;
  readonly refused: readonly string[];
}

/**
 * The PTR records that are missing: for each finding the first name that it may have, in the order of addresses, the
 * serials raised once. Where a file is given, of its findings and of those in what it includes; its addresses or, in a
 * reverse zone, its own.
 */
export function addMissingPointers(ctx: FeatureContext, reporter: Reporter, only?: SourceFile): Bulk {
  const found = only
    ? missingPointersIn(reporter, only)
    : [...reporter.all()].flatMap(([, items]) =>
        items.filter((item) => isAsked(item, reporter.engine) && item.primary),
      );
  const { edits, count, refused } = addPointers(ctx.engine, found);
  return { edits, count, refused: [...reasonsOf(refused), ...serialsLeftIn(ctx.engine, edits)] };
}

/** The PTR record that one address lacks, as findings in a file tell it. */
export function addPointerOf(engine: Engine, reporter: Reporter, of: { file: SourceFile; address: NameId }): Bulk {
  const found = reporter.of(of.file).filter((item) => wantsPointer(engine.rule(item.rule), item.finding));
  const { edits, count, refused } = addPointers(engine, found, of.address);
  return { edits, count, refused: [...reasonsOf(refused), ...serialsLeftIn(engine, edits)] };
}

/** How many addresses of a file, and of what it includes, lack a PTR record that can be added. */
export function countMissingPointers(reporter: Reporter, file: SourceFile): number {
  const findings = new Set(
    missingPointersIn(reporter, file).flatMap(({ finding, alike = [] }) => (finding ? [finding, ...alike] : [])),
  );
  let count = 0;
  for (const { data } of findings) count += typeof data?.count === 'number' ? data.count : 1;
  return count;
}

function missingPointersIn(reporter: Reporter, file: SourceFile): Shown[] {
  return [...withIncluded(file)].flatMap((one) => reporter.of(one).filter((item) => isAsked(item, reporter.engine)));
}

/** A file and all that it includes. */
function withIncluded(file: SourceFile, known = new Set<SourceFile>()): ReadonlySet<SourceFile> {
  if (known.has(file)) return known;
  known.add(file);
  for (const { blocks } of file.instances)
    for (const block of blocks)
      for (const { instance } of block?.children ?? []) if (instance) withIncluded(instance.file, known);
  return known;
}

/** What is done about missing PTR records, and the findings of which some are left out, each with the reason. */
export interface MissingPointers {
  readonly edits: readonly FileEdit[];
  readonly count: number;
  readonly refused: ReadonlyMap<Shown, string>;
}

/**
 * Adds the PTR records that findings ask for, or of those the ones of one address. All are worked out from the texts as
 * they are, and made one change.
 */
export function addPointers(engine: Engine, found: readonly Shown[], only?: NameId): MissingPointers {
  const wanted: Wanted[] = [];
  let context: RuleContext | undefined;
  for (const shown of new Map(found.map((item) => [item.finding, item])).values()) {
    const { finding, alike = [], view = '' } = shown;
    const ctx = finding && engine.store.views.has(view) ? engine.context(engine.store.view(view)) : undefined;
    if (!finding || !ctx) continue;
    context ??= ctx;
    for (const each of [finding, ...alike])
      for (const one of missingPointersOf(new Subject(each, ctx)))
        if (only === undefined || one.address === only) wanted.push({ ...one, shown });
  }
  if (!context) return { edits: [], count: 0, refused: new Map() };
  const { names } = engine.store;
  const once = onceEach([...wanted].sort((a, b) => byAddress(names, a.address, b.address)));
  const { edits, taken, refused } = planMany(
    context,
    once.map(({ draft }) => draft),
  );
  const reasons = new Map(refused.map((one) => [one.draft, one.refused]));
  const left = wanted.flatMap(({ draft, shown }): [Shown, string][] => {
    const why = reasons.get(draft);
    return why === undefined ? [] : [[shown, why]];
  });
  return { edits, count: taken.length, refused: new Map(left) };
}

/** The serials that stay as they are though their zones change, each with the reason. */
export function serialsLeftIn(engine: Engine, edits: readonly { readonly file: SourceFile }[]): string[] {
  const [view] = engine.store.views.values();
  const files = edits.map(({ file }) => file);
  return view && files.length > 0 ? serialsLeft(engine.context(view), files) : [];
}

/** Each reason once: `3 PTR records are not added: example.com takes dynamic updates`. */
function reasonsOf(refused: ReadonlyMap<Shown, string>): string[] {
  const counts = new Map<string, number>();
  for (const why of refused.values()) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => phrase`${counted(count, noun`PTR record`)} not added: ${why}`);
}

interface Wanted extends MissingPointer {
  readonly shown: Shown;
}

/** Addresses that their hosts took themselves come and go: PTR records for them are added one by one, where wanted. */
function isAsked({ rule, finding }: Shown, engine: Engine): boolean {
  return wantsPointer(engine.rule(rule), finding) && finding?.data?.isSelfAssigned !== true;
}

/** Raises the serials of the zones of a file, whether or not they have been raised since the last save. */
export function bumpSerials(ctx: FeatureContext, file: SourceFile): Bulk {
  const changes: Change[] = [];
  const refused: string[] = [];
  for (const zone of zonesOf(file)) {
    const bump = bumpSerial(ctx.engine.context(zone.view), zone);
    if (bump.refused !== undefined) refused.push(`${bump.title}: ${bump.refused}`);
    for (const { file: changed, edits } of bump.edits) for (const edit of edits) changes.push({ file: changed, edit });
  }
  const edits = mergeChanges(changes) ?? [];
  return { edits, count: edits.reduce((sum, one) => sum + one.edits.length, 0), refused };
}

/** A file that serves several views gets one PTR for an address. */
function onceEach(wanted: readonly Wanted[]): Wanted[] {
  const known = new Set<string>();
  return wanted.filter(({ address, draft: { changes } }) => {
    if (isRefusal(changes)) return true;
    const key = `${address} ${changes[0]?.file.path}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
