import { SPECIAL_ADDRESS } from '../../dns/address-kind.ts';
import { ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { addressKindsOf, firstOfKind, specialKind } from '../facts/address-kinds.ts';
import type { AddressKinds } from '../facts/counted-addresses.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { addressKindsIn } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * Addresses that no host can be reached at (RFC 6890). Not in zones in which most are such: block lists and lists of names
 * to hide answer with them on purpose.
 */
export const addressSpecial = defineRule({
  id: 'address-special',
  scope: 'sweep',
  sweptTypes: [TYPE_A, TYPE_AAAA],
  severity: 'warning',
  summary: 'Address that no host can be reached at: unspecified, loopback, link-local, multicast, reserved or mapped',
  sweeps: (zone, ctx) =>
    (addressKindsIn(zone) & SPECIAL_ADDRESS) !== 0 &&
    zone.apex !== ROOT &&
    !isInArpa(ctx, zone.apex) &&
    isPaired(zone, ctx),
  *check(zone, ctx, report) {
    const all = yield* addressKindsOf(zone, ctx);
    if (all.special === 0) return;
    const { records, more } = yield* firstOfKind('special', 'address-special', zone, ctx);
    if (isSink(all, records, zone, ctx)) return;
    const { names } = ctx.store;
    const first = records.map((id) => new ZoneRecord(ctx.store, id)).filter(({ owner }) => !isMeant(names.text(owner)));
    for (const [index, record] of first.entries()) {
      const text = ctx.held.addressText(record.data) ?? '';
      report({
        at: record.at('rdata'),
        message: phrase`${text} is ${specialKind(names, record.data)}: ${shown(ctx, record.owner)} is not reached there`,
        more: index === first.length - 1 ? more : 0,
      });
    }
  },
});

/** Whether a zone answers so on purpose: most of its addresses are such, at several names, at its own or at all. */
function isSink(
  { count, special }: AddressKinds,
  first: readonly RecordId[],
  zone: Zone,
  { store: { names, records } }: RuleContext,
): boolean {
  if (special * 2 <= count) return false;
  const owners = first.map((id) => records.owner[id] as number);
  return new Set(owners).size > 1 || owners.some((owner) => owner === zone.apex || names.isWildcard(owner));
}

/** Names that mean this very machine, or nobody, or that SPF asks with `exists:` (RFC 7208 section 5.7). */
function isMeant(owner: string): boolean {
  if (/(?:^|\.)_(?!msdcs\.)/.test(owner)) return true;
  return /(?:^|[.-])(?:localhost|localhost[46]|loopback|loghost|broadcasthost|sinkhole|blackhole|nowhere|null|void)[.-]/.test(
    owner,
  );
}
