import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { classCode } from '../../dns/types.ts';
import { isRefusal, type Refusal } from '../../edits/change.ts';
import { wildcardHidden } from '../../edits/insert-pointer.ts';
import { refusedPlan } from '../../edits/plan.ts';
import { replaceOwner, replaceToken } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { shapeOf } from '../facts/arpa-shape.ts';
import { gluedBehind } from '../facts/glued-at-sign.ts';
import type { Finding, Fix, RuleContext } from '../rule.ts';
import { Subject } from './subject.ts';

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
  return { refused: phrase`${held.addressText(record.owner)} has a PTR already: delete this record` };
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
  const title = phrase`Change the owner to ${text}`;
  const taken = ctx.held.recordsAt(owner).find(({ type }) => type === TYPE_PTR || type === TYPE_CNAME);
  if (taken) {
    const what = taken.type === TYPE_PTR ? phrase`a PTR` : phrase`an alias`;
    return refusedPlan(title, phrase`${subject.text(owner)} has ${what} already`);
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

/** The blank behind an "@" that begins an owner and is glued to what follows; "@" alone where that stands there once more. */
export function ungluedAt(subject: Subject): readonly Fix[] {
  const { record, token } = subject;
  const rest = token && gluedBehind(token.text);
  if (!record || !token || rest === undefined) return [];
  if (isRepeated(rest, record))
    return [subject.fix(phrase`Write "@" alone`, [replaceToken(record, token, '@')], { preferred: true })];
  const how = { safe: true, preferred: true };
  return [subject.fix(phrase`Add the blank: @ ${rest}`, [replaceToken(record, token, `@ ${rest}`)], how)];
}

/** Whether a record has a class or a TTL beside the one that is glued to its owner: a record takes one of each. */
function isRepeated(rest: string, record: ZoneRecord): boolean {
  const words = record.words();
  return classCode(rest) === undefined ? words.ttl !== undefined && /^\d/.test(rest) : words.class !== undefined;
}
