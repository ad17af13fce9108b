import { type NameId, ROOT } from '../../dns/name-table.ts';
import { isOneSlipAway } from '../../dns/slip.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { misspeltZone } from '../facts/misspelt-zone.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { pairedRecords, shown } from '../facts/pairing.ts';
import { retargetTo } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * A PTR to a name that nobody here holds, where a held host with the same first label has the address: the rest of the
 * name is missing, or one slip away. Other names of zones that are not held stay silent: they may be right.
 */
export const ptrTargetMisspelt = defineRule({
  id: 'ptr-target-misspelt',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record names no host that is held, and one with the same first label has the address',
  check(address, ctx, report) {
    for (const pointer of ownPointers(address, ctx)) {
      const [meant] = meantHosts(pointer, address, ctx);
      if (meant === undefined) continue;
      if (isSaidOfZone(pointer, ctx)) {
        ctx.claim(pointer);
        continue;
      }
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`No zone here has ${shown(ctx, pointer.data)}, and ${address.text} belongs to ${shown(ctx, meant)}, which may be meant${note.text}`,
        claims: [pointer],
        data: { address: address.text },
        ...forwardSide(address, note, ctx),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const found = record ? new AddressCase(ctx.held, ctx.mail, subject.address, record.owner) : undefined;
    return record && found ? retargetTo(subject, meantHosts(record, found, ctx)) : [];
  },
});

/** Whether the name that the target lies below is said to be misspelt in the whole zone. */
function isSaidOfZone({ zone, data }: ZoneRecord, ctx: RuleContext): boolean {
  return zone !== undefined && misspeltZone(zone, ctx)?.written === ctx.store.names.parent(data);
}

/** The held hosts that have the address and the first label of the target, where its rest is none or nearly theirs. */
function meantHosts(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext): NameId[] {
  const { names } = ctx.store;
  const target = pointer.data;
  if (target <= ROOT || pointer.generated || address.standing(pointer) !== 'unknown') return [];
  if (ctx.held.enclosingZone(target) || address.targetAnswer(pointer).aliases.length > 0) return [];
  const parent = names.parent(target);
  const hosts = pairedRecords(address, ctx)
    .map(({ owner }) => owner)
    .filter((owner) => owner !== target && names.labelText(owner) === names.labelText(target))
    .filter((owner) => parent === ROOT || isOneSlipAway(names.text(parent), names.text(names.parent(owner))));
  return [...new Set(hosts)];
}
