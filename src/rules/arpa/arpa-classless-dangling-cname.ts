import { NO_NAME } from '../../dns/name-table.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { isRefusal } from '../../edits/change.ts';
import { insertPointer } from '../../edits/insert-pointer.ts';
import { classlessChildren, type MisledAlias, misledAlias } from '../../edits/meant/classless-child.ts';
import { type StrayAlias, strayAlias } from '../../edits/meant/stray-alias.ts';
import { refusedPlan } from '../../edits/plan.ts';
import { phrase } from '../../language/phrase.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_UNCONFIRMED, REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { missingRecords } from '../facts/missing.ts';
import { shown } from '../facts/pairing.ts';
import { retargetAlias } from '../fixes/classless-alias-fixes.ts';
import { inTitle, Subject } from '../fixes/subject.ts';
import { defineRule, type Report, type RuleContext } from '../rule.ts';

const MOST_HOSTS = 3;

/**
 * An alias of classless delegation into a held zone that has no PTR there, for an address that a host has; or to a label
 * that is no zone, beside the one that is delegated; or beside the name at which the PTR of its address stands.
 */
export const arpaClasslessDanglingCname = defineRule({
  id: 'arpa-classless-dangling-cname',
  scope: 'address',
  ofExternalToo: true,
  severity: 'warning',
  summary: 'Alias of classless delegation leads to no PTR record',
  findsMissingPointers: true,
  check(address, ctx, report) {
    const { answer } = address;
    const [alias] = answer.aliases;
    if (!alias || alias.owner !== address.address) return;
    const stray = strayAlias(ctx.held, alias, ctx.watch);
    if (stray && !ctx.isClaimed(alias.id)) {
      report(beside(stray, address, ctx));
      return;
    }
    const zone = address.reverseZone;
    if (answer.kind !== 'none' || !zone) return;
    const misled = misledAlias(ctx.held, alias);
    for (const child of classlessChildren(ctx.held, ctx.store.names.parent(alias.owner))) ctx.watch(child.apex);
    if (misled && !ctx.isClaimed(alias.id)) {
      report(wrongLabel(misled, address, ctx));
      return;
    }
    const records = missingRecords(address, ctx);
    if (records.length === 0 || [alias, ...records].some(({ id }) => ctx.isClaimed(id))) return;
    const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
    const hosts = records.map((record) => ({
      at: record.at('rdata'),
      message: phrase`${shown(ctx, record.owner)} has ${address.text}`,
    }));
    const message = phrase`The alias of ${address.text} leads to ${shown(ctx, answer.name)}, which has no PTR record in ${shown(ctx, zone.apex)}${note.text}`;
    report({
      at: alias.at('target'),
      message: alias.generated
        ? phrase`Aliases that this line makes lead to no PTR record in ${shown(ctx, zone.apex)}, for addresses that hosts have${note.text}`
        : message,
      claims: [alias, ...records],
      related: [...hosts.slice(0, MOST_HOSTS), ...note.related],
      ...(records[0]
        ? {
            counterpart: records[0].at('rdata'),
            counterpartMessage: phrase`${address.text} has no PTR record where the alias of its reverse name leads`,
          }
        : {}),
      data: { address: address.text },
      ...(note.severity ? { severity: note.severity } : {}),
    });
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    if (finding.data?.child !== undefined) return retargetAlias(subject);
    const { address } = subject;
    return pointerCandidates(ctx, address).map((name, index) => {
      const insertion = insertPointer(ctx.held, subject.rows, address, name);
      if (isRefusal(insertion)) return refusedPlan(phrase`Add the PTR of ${subject.text(address)}`, insertion.refused);
      const zone = subject.zoneName(insertion.zone.apex);
      return subject.fix(phrase`Add "${inTitle(insertion.line)}" to ${zone}`, [insertion.change], {
        preferred: index === 0,
      });
    });
  },
});

/** The PTR of the address is there, beside the alias's target: none is asked for at the wrong name. */
function beside({ alias, pointer, other }: StrayAlias, address: AddressCase, ctx: RuleContext): Report {
  const note = mailNote(address, other === NO_NAME ? REFUSED_WITHOUT_POINTER : REFUSED_UNCONFIRMED, ctx);
  const what = other === NO_NAME ? phrase`where nothing is` : phrase`the name of ${ctx.held.addressText(other)}`;
  const message = alias.generated
    ? phrase`Aliases that this line makes lead beside the PTR records of their addresses`
    : phrase`The alias of ${address.text} leads to ${shown(ctx, alias.data)}, ${what}: its PTR record is at ${shown(ctx, pointer.owner)}${note.text}`;
  return {
    at: alias.at('target'),
    message,
    claims: [alias, ...address.records, ...address.pointers],
    related: [
      { at: pointer.at('record'), message: phrase`The PTR record of ${address.text}` },
      ...(alias.generated ? [] : note.related),
    ],
    data: { address: address.text, child: ctx.held.text(ctx.store.names.parent(alias.data)) },
    ...(note.severity && !alias.generated ? { severity: note.severity } : {}),
  };
}

/** The alias names no zone: where its PTR record belongs is said, and none is asked for at the wrong name. */
function wrongLabel({ alias, wrong, child }: MisledAlias, address: AddressCase, ctx: RuleContext): Report {
  const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
  const records = address.records.slice(0, MOST_HOSTS);
  const isDelegated = alias.generated
    ? phrase`${shown(ctx, child.apex)} is delegated for their addresses`
    : phrase`${shown(ctx, child.apex)} is delegated for that address`;
  const message = alias.generated
    ? phrase`Aliases that this line makes lead below ${shown(ctx, wrong)}, which is no zone: ${isDelegated}`
    : phrase`The alias of ${address.text} leads to ${shown(ctx, alias.data)}, where nothing is: ${isDelegated}${note.text}`;
  return {
    // The findings of a line are one where they weigh the same.
    ...(note.severity && !alias.generated ? { severity: note.severity } : {}),
    at: alias.at('target'),
    message,
    claims: [alias, ...address.records],
    related: [
      ...records.map((record) => ({
        at: record.at('rdata'),
        message: phrase`${shown(ctx, record.owner)} has ${address.text}`,
      })),
      ...(alias.generated ? [] : note.related),
    ],
    data: { address: address.text, child: ctx.held.text(child.apex) },
  };
}
