import type { NameId } from '../../dns/name-table.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { type Change, isRefusal } from '../../edits/change.ts';
import { insertPointer } from '../../edits/insert-pointer.ts';
import { type Plan, plan } from '../../edits/plan.ts';
import { Rows } from '../../edits/rows.ts';
import type { Zone } from '../../workspace/instance.ts';
import { byAddress } from '../address-order.ts';
import type { Finding, RuleContext } from '../rule.ts';
import { addressesOfFinding } from './insert-fixes.ts';
import { Subject } from './subject.ts';

/** What adding all missing PTRs comes to. */
export interface MissingPointers {
  readonly plan: Plan;
  /** How many PTR records the plan adds. */
  readonly count: number;
  /** Why others are left out, each reason once. */
  readonly refused: readonly string[];
}

const RULES = new Set(['ptr-missing', 'arpa-classless-dangling-cname']);

/**
 * Adds the PTRs of all findings about missing ones, each with the first name that it may have, in one edit: those that
 * go to the same place stand there in the order of their addresses, and each zone's serial is raised once. With a zone,
 * only what goes into that zone, or belongs to addresses in it.
 */
export function addMissingPointers(
  found: Iterable<{ readonly finding: Finding; readonly ctx: RuleContext }>,
  zone?: Zone,
): MissingPointers {
  const wanted: { address: NameId; ctx: RuleContext }[] = [];
  for (const { finding, ctx } of found) {
    if (!RULES.has(finding.rule)) continue;
    for (const address of addressesOfFinding(new Subject(finding, ctx))) wanted.push({ address, ctx });
  }
  const [first] = wanted;
  const title = 'Add all missing PTR records';
  if (!first) return { plan: { title, safe: false, edits: [] }, count: 0, refused: [] };
  const { names } = first.ctx.store;
  wanted.sort((a, b) => byAddress(names, a.address, b.address));
  const rows = new Rows(first.ctx.store);
  const changes = new Map<string, Change>();
  const refused = new Set<string>();
  for (const { address, ctx } of wanted) {
    const [best] = pointerCandidates(ctx, address);
    if (best === undefined) continue;
    const insertion = insertPointer(ctx.held, rows, address, best);
    if (isRefusal(insertion)) {
      refused.add(insertion.refused);
      continue;
    }
    if (zone && insertion.zone !== zone && !ctx.held.recordsTo(address).some((record) => record.zone === zone))
      continue;
    const { change } = insertion;
    const why = rows.whyNotWritable(change.file) ?? rows.whyNotWritable(insertion.zone.root.file);
    if (why !== undefined) refused.add(why);
    // One file that serves two views gets the PTR once.
    else if (!changes.has(`${change.file.path} ${insertion.owner}`))
      changes.set(`${change.file.path} ${insertion.owner}`, change);
  }
  const count = changes.size;
  const whole = plan(first.ctx, {
    title: count === 1 ? 'Add 1 missing PTR record' : `Add ${count} missing PTR records`,
    changes: [...changes.values()],
  });
  if (whole.refused !== undefined) return { plan: whole, count: 0, refused: [...refused, whole.refused] };
  return { plan: whole, count, refused: [...refused] };
}
