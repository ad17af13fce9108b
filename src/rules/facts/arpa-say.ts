import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { isRefusal, type Refusal } from '../../edits/change.ts';
import { wildcardHidden } from '../../edits/insert-pointer.ts';
import { refusedPlan } from '../../edits/plan.ts';
import { replaceOwner } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { Subject } from '../fixes/subject.ts';
import type { Finding, Fix, RuleContext, Say } from '../rule.ts';
import { type ShapeRule, shapeOf } from './arpa-shape.ts';

/** Reports the PTR records whose owners have the fault that a rule is about. */
export function sayShape(rule: ShapeRule, records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  for (const pointer of records) {
    if (pointer.type !== TYPE_PTR || ctx.isClaimed(pointer.id)) continue;
    const shape = shapeOf(pointer, ctx);
    if (shape?.rule !== rule) continue;
    const meant = ctx.held.addressText(shape.meant) ?? '';
    const alias = shape.meant >= 0 && meant === '' ? ctx.held.text(shape.meant) : '';
    report({ at: pointer.at('owner'), message: shape.message, claims: [pointer], data: { meant, alias } });
  }
}

/** The fix "Change the owner to ..." where only one reverse name can be meant. */
export function renameOwner(finding: Finding, ctx: RuleContext, how: { readonly safe?: boolean } = {}): readonly Fix[] {
  const subject = new Subject(finding, ctx);
  const { record, rows } = subject;
  const meant = record && shapeOf(record, ctx)?.meant;
  if (!record || meant === undefined || meant < 0) return [];
  return [
    moveOwner(subject, record, meant, { safe: how.safe ?? false, origin: stateBefore(rows, placeOf(record)).origin }),
  ];
}

/** Why a record may not become a PTR: there is one at its owner already. */
export function whyNotPointer(record: ZoneRecord, { held }: RuleContext): Refusal | undefined {
  if (held.recordsAt(record.owner, TYPE_PTR).every(({ id }) => id === record.id)) return undefined;
  return { refused: `${held.addressText(record.owner)} has a PTR already: delete this record` };
}

/** Writes another owner into a record; refused where that owner has a PTR or is an alias already. */
export function moveOwner(
  subject: Subject,
  record: ZoneRecord,
  owner: NameId,
  how: { readonly safe: boolean; readonly origin: NameId },
): Fix {
  const { ctx } = subject;
  const text = writtenUnder(ctx.store, owner, how.origin);
  const title = `Change the owner to ${text}`;
  const taken = ctx.held.recordsAt(owner).find(({ type }) => type === TYPE_PTR || type === TYPE_CNAME);
  if (taken) {
    const what = taken.type === TYPE_PTR ? 'a PTR' : 'an alias';
    return refusedPlan(title, `${subject.text(owner)} has ${what} already`);
  }
  const zone = ctx.held.zoneOf(owner);
  const hidden = zone && wildcardHidden(ctx.held, owner, zone);
  if (hidden !== undefined) return refusedPlan(title, hidden);
  const changes = replaceOwner(record, text);
  if (isRefusal(changes)) return refusedPlan(title, changes.refused);
  // Unseen no owner becomes one that is there.
  const safe = how.safe && ctx.held.recordsAt(owner).length === 0;
  return subject.fix(title, changes, { safe, preferred: true });
}
