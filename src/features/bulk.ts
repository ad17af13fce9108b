import { bumpSerial } from '../edits/bump-serial.ts';
import type { Change } from '../edits/change.ts';
import { mergeChanges } from '../edits/plan.ts';
import { zonesOf } from '../edits/writable.ts';
import type { FileEdit } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { mendsOf } from './mends.ts';
import type { Reporter, Shown } from './report.ts';

/** Changes of several files at once, and what was left out and why. */
export interface Bulk {
  readonly edits: readonly FileEdit[];
  readonly count: number;
  readonly refused: readonly string[];
}

/**
 * The PTR records that are missing: for each finding the first name that it may have, in the order of addresses, the
 * serials raised once. Of one file's findings where a file is given; its addresses or, in a reverse zone, its own.
 */
export function addMissingPointers(ctx: FeatureContext, reporter: Reporter, only?: SourceFile): Bulk {
  const shown = only ? [...reporter.of(only)] : [...reporter.all()].flatMap(([, items]) => items);
  const found = shown.filter(({ rule, primary }) => rule === 'ptr-missing' && (primary || only !== undefined));
  const findings = [...new Map(found.map((item) => [item.finding ?? item, item])).values()];
  const changes: Change[] = [];
  const refused: string[] = [];
  let count = 0;
  for (const item of findings.sort((a, b) => byAddress(ctx, a, b))) {
    const fixes = mendsOf(ctx.engine, item);
    const fix = fixes.find((one) => one.refused === undefined);
    if (!fix) {
      const [first] = fixes;
      if (first) refused.push(`${first.title}: ${first.refused}`);
      continue;
    }
    const added = fix.edits.flatMap(({ file, edits }) => edits.map((edit) => ({ file, edit })));
    if (!mergeChanges([...changes, ...added])) {
      refused.push(`${fix.title}: it overlaps another change; run the command again after this one`);
      continue;
    }
    changes.push(...added);
    count++;
  }
  return { edits: mergeChanges(changes) ?? [], count, refused };
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

function byAddress(ctx: FeatureContext, a: Shown, b: Shown): number {
  const { names } = ctx.engine.store;
  const key = (shown: Shown) => {
    const name = shown.finding?.key ?? -1;
    if (!names.isAddress(name)) return [];
    return names.arpaKind(name) < 64 ? [names.ip4Of(name)] : [...names.ip6Of(name)];
  };
  const [one, other] = [key(a), key(b)];
  if (one.length !== other.length) return one.length - other.length;
  for (const [index, word] of one.entries()) {
    const difference = word - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
