import type { NameId } from '../../dns/name-table.ts';
import { TYPE_A } from '../../dns/type-codes.ts';
import { type Change, isRefusal } from '../../edits/change.ts';
import { insertAlias } from '../../edits/insert-pointer.ts';
import { refusedPlan } from '../../edits/plan.ts';
import { phrase } from '../../language/phrase.ts';
import { addressBeside, type UnledPointer, unledPointer, unledZone } from '../facts/arpa-classless.ts';
import { claimMisplaced, claimUndotted } from '../facts/arpa-misplaced.ts';
import { mailNote, REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { shown } from '../facts/pairing.ts';
import { inTitle, Subject } from '../fixes/subject.ts';
import { defineRule, type Fix, type Report, type RuleContext } from '../rule.ts';

/** A PTR in a classless child zone without the alias that leads to it from the zone above. */
export const arpaClasslessMissingCname = defineRule({
  id: 'arpa-classless-missing-cname',
  scope: 'address',
  ofExternalToo: true,
  severity: 'error',
  summary: 'No alias leads to a PTR record of a classless reverse zone',
  check(address, ctx, report) {
    claimMisplaced(address, ctx);
    claimUndotted(address, ctx);
    const key = address.address >= 0 ? address.address : addressBeside(address.owner, ctx);
    const found = key >= 0 ? unledPointer(key, ctx) : undefined;
    if (!found) return;
    const { pointer, child, parent, delegation } = found;
    ctx.claim(pointer);
    const all = unledZone(child, ctx);
    if (all.length >= LEAST_ZONE) {
      for (const record of address.records) ctx.claim(record);
      if (address.owner === all[0]?.pointer.owner) report(wholeZone(all, ctx));
      return;
    }
    if (isSaidElsewhere(key, address.owner, ctx)) return;
    const text = ctx.held.addressText(key) ?? '';
    const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
    const where = phrase`${shown(ctx, parent.apex)} has no CNAME that leads there`;
    report({
      at: pointer.at('owner'),
      message: pointer.generated
        ? phrase`PTR records that this line makes are in ${shown(ctx, child.apex)}, but ${where}`
        : phrase`The PTR of ${text} is in ${shown(ctx, child.apex)}, but ${where}${note.text}`,
      claims: address.records,
      related: [
        { at: delegation.at('record'), message: phrase`The delegation of ${shown(ctx, child.apex)}` },
        ...note.related,
      ],
      counterpart: delegation.at('record'),
      counterpartMessage: phrase`PTR records of this zone are not found: no CNAME record here leads to them`,
      data: { address: text },
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const found = unledPointer(subject.address, ctx);
    if (!found) return [];
    if (finding.data?.count !== undefined) return [insertAliases(subject, unledZone(found.child, ctx))];
    const target = found.pointer.owner;
    const insertion = insertAlias(ctx.held, subject.rows, { address: subject.address, target, zone: found.parent });
    const zone = subject.zoneName(found.parent.apex);
    if (isRefusal(insertion)) return [refusedPlan(phrase`Add the CNAME to ${zone}`, insertion.refused)];
    return [subject.fix(phrase`Add "${inTitle(insertion.line)}" to ${zone}`, [insertion.change], { preferred: true })];
  },
});

/** So many PTR records without an alias are one finding. */
const LEAST_ZONE = 3;

function wholeZone(all: readonly UnledPointer[], ctx: RuleContext): Report {
  const [first] = all;
  if (!first) throw new Error('a group of none');
  const { pointer, child, parent, delegation } = first;
  return {
    at: pointer.at('owner'),
    message: phrase`${all.length} PTR records of ${shown(ctx, child.apex)} are not found: ${shown(ctx, parent.apex)} has no CNAME records that lead there`,
    related: [{ at: delegation.at('record'), message: phrase`The delegation of ${shown(ctx, child.apex)}` }],
    counterpart: delegation.at('record'),
    counterpartMessage: phrase`PTR records of this zone are not found: no CNAME record here leads to them`,
    data: { address: ctx.held.addressText(addressBeside(pointer.owner, ctx)) ?? '', count: all.length },
  };
}

function insertAliases(subject: Subject, all: readonly UnledPointer[]): Fix {
  const { ctx, rows } = subject;
  const changes: Change[] = [];
  const zone = subject.zoneName(all[0]?.parent.apex ?? 0);
  const title = phrase`Add ${all.length} CNAME records to ${zone}`;
  for (const { pointer, parent } of all) {
    const address = addressBeside(pointer.owner, ctx);
    const insertion = insertAlias(ctx.held, rows, { address, target: pointer.owner, zone: parent });
    if (isRefusal(insertion)) return refusedPlan(title, insertion.refused);
    changes.push(insertion.change);
  }
  return subject.fix(title, changes, { preferred: true });
}

/** Where hosts have the address, the finding is made there; where none has, at the PTR's own owner. */
function isSaidElsewhere(address: NameId, owner: NameId, ctx: RuleContext): boolean {
  const hasHosts = ctx.held.recordsTo(address, TYPE_A).length > 0;
  return hasHosts !== (owner === address);
}
