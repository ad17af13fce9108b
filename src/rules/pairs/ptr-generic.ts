import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { genericName, mayBeGeneric, mayBeGeneric6 } from '../../generic/generic.ts';
import { FALSE_TOP_LABELS } from '../../generic/words.ts';
import { phrase } from '../../language/phrase.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { mailNote, REFUSED_GENERIC } from '../facts/mail-note.ts';
import { forwardSide } from '../facts/other-side.ts';
import { isInNetworks, isPaired, isPrivate, mayHavePointer, shown } from '../facts/pairing.ts';
import { isOfGeneratedSeries, seriesWith } from '../facts/series-with.ts';
import { isJudgedElsewhere } from '../facts/shared-line.ts';
import { retargetFromGeneric } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A PTR whose name a provider's machine made. Said only where no other fault of the PTR is known. */
export const ptrGeneric = defineRule({
  id: 'ptr-generic',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record has a generic name, as a provider presets it',
  passesPlainPairs: 'counting',
  confirmedToo(ctx, address, pointer) {
    const target = ctx.store.records.data[pointer] as number;
    return !isCounted(ctx, address, target) && looksGeneric(ctx, address, target);
  },
  check(address, ctx, report) {
    if (address.answer.kind !== 'records' || address.answer.wildcard) return;
    if (address.address < 0 || !mayHavePointer(ctx.store.names, address.address)) return;
    for (const pointer of address.pointers) {
      if (pointer.data < 0 || ctx.isClaimed(pointer.id) || !looksGeneric(ctx, address.address, pointer.data)) continue;
      const standing = address.standing(pointer);
      if (standing !== 'confirmed' && standing !== 'unknown') continue;
      if (!pointer.zone || !isPaired(pointer.zone, ctx)) continue;
      const verdict = genericName(address.text, ctx.held.text(pointer.data));
      if (!verdict || (verdict.isStatic && ctx.settings.passesStaticNames)) continue;
      if (!address.isMailHost && isPrivate(ctx.store.names, address.address) && isInFalseDomain(pointer.data, ctx))
        continue;
      if (!address.isMailHost && (isOfGeneratedSeries(pointer, ctx) || seriesWith(ctx, pointer.owner))) continue;
      // Where the address sends mail it is an error, whatever another view knows.
      if (!address.isMailHost && isJudgedElsewhere(pointer, address, ctx)) continue;
      const note = mailNote(address, REFUSED_GENERIC, ctx);
      report({
        at: pointer.at('target'),
        message: phrase`${shown(ctx, pointer.data)} looks generic: the name ${verdict.evidence}${note.text}`,
        data: {
          address: address.text,
          kind: verdict.kind,
          isStatic: verdict.isStatic,
          confidence: verdict.confidence,
        },
        ...(isAmongPools(address, ctx) ? { severity: 'information' as const } : {}),
        ...forwardSide(address, note, ctx),
        counterpartMessage: phrase`The PTR record of ${address.text} holds a name that looks generic`,
      });
    }
  },
  fixes: (finding, ctx) => retargetFromGeneric(new Subject(finding, ctx)),
});

/** Whether a name lies in a held zone that ends in no domain, as `localdomain`: who runs it for a private network means it. */
function isInFalseDomain(name: NameId, ctx: RuleContext): boolean {
  const apex = ctx.held.zoneOf(name)?.apex;
  return apex !== undefined && FALSE_TOP_LABELS.includes(ctx.held.text(apex).split('.').at(-2) ?? '');
}

/** Names that count are said once, as a series, unless the address sends mail. */
function isCounted(ctx: RuleContext, owner: NameId, target: NameId): boolean {
  if (!ctx.store.names.hasDigit(target) || ctx.mail.reasons(owner).length > 0) return false;
  return seriesWith(ctx, owner) !== undefined;
}

/** The fast filter: false for nearly all chosen names. */
function looksGeneric(ctx: RuleContext, address: NameId, target: NameId): boolean {
  const { bytes } = ctx;
  const { names } = ctx.store;
  const length = names.writeText(target, bytes);
  if (names.arpaKind(address) === ARPA4_ADDRESS) return mayBeGeneric(names.ip4Of(address), bytes, 0, length);
  return mayBeGeneric6((names.reverse.ip6Of(address)[3] ?? 0) & 0xffff, bytes, 0, length);
}

/** Hosts that send no mail to the internet, or whose names are made on purpose. */
function isAmongPools(address: AddressCase, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  return isPrivate(names, address.address) || isInNetworks(names, address.address, ctx.settings.pools);
}
