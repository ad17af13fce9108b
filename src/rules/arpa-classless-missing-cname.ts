import type { NameId } from '../dns/name-table.ts';
import { isRefusal } from '../edits/change.ts';
import { insertAlias } from '../edits/insert-pointer.ts';
import { refusedPlan } from '../edits/plan.ts';
import { TYPE_A } from '../syntax/header.ts';
import { addressBeside, unledPointer } from './arpa-classless.ts';
import { claimMisplaced } from './arpa-misplaced.ts';
import { inTitle, Subject } from './fixes/subject.ts';
import { mailNote, REFUSED_WITHOUT_POINTER } from './mail-note.ts';
import { shown } from './pairing.ts';
import { defineRule, type RuleContext } from './rule.ts';

/** A PTR in a classless child zone without the alias that leads to it from the zone above. */
export const arpaClasslessMissingCname = defineRule({
  id: 'arpa-classless-missing-cname',
  scope: 'address',
  severity: 'error',
  summary: 'No alias leads to a PTR record of a classless reverse zone',
  check(address, ctx, report) {
    claimMisplaced(address, ctx);
    const key = address.address >= 0 ? address.address : addressBeside(address.owner, ctx);
    const found = key >= 0 ? unledPointer(key, ctx) : undefined;
    if (!found) return;
    const { pointer, child, parent, delegation } = found;
    ctx.claim(pointer);
    if (isSaidElsewhere(key, address.owner, ctx)) return;
    const text = ctx.held.addressText(key) ?? '';
    const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
    const where = `${shown(ctx, parent.apex)} has no CNAME that leads there`;
    report({
      at: pointer.at('owner'),
      message: pointer.generated
        ? `PTR records that this line makes are in ${shown(ctx, child.apex)}, but ${where}`
        : `The PTR of ${text} is in ${shown(ctx, child.apex)}, but ${where}${note.text}`,
      claims: address.records,
      related: [
        { at: delegation.at('record'), message: `The delegation of ${shown(ctx, child.apex)}` },
        ...note.related,
      ],
      counterpart: delegation.at('record'),
      data: { address: text },
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const found = unledPointer(subject.address, ctx);
    if (!found) return [];
    const target = found.pointer.owner;
    const insertion = insertAlias(ctx.held, subject.rows, { address: subject.address, target, zone: found.parent });
    const zone = subject.zoneName(found.parent.apex);
    if (isRefusal(insertion)) return [refusedPlan(`Add the CNAME to ${zone}`, insertion.refused)];
    return [subject.fix(`Add "${inTitle(insertion.line)}" to ${zone}`, [insertion.change], { preferred: true })];
  },
});

/** Where hosts have the address, the finding is made there; where none has, at the PTR's own owner. */
function isSaidElsewhere(address: NameId, owner: NameId, ctx: RuleContext): boolean {
  const hasHosts = ctx.held.recordsTo(address, TYPE_A).length > 0;
  return hasHosts !== (owner === address);
}
