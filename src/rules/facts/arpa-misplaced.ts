import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import { recordsOfClass } from '../../edits/meant/class-as-owner.ts';
import { indentedOwnerOf } from '../../edits/meant/indented-owner.ts';
import { expandedUnder, meantByOwner, undottedOrigin } from '../../edits/meant/repeated-origin.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ownersSpelling } from '../../workspace/spelled.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressCase } from './address-case.ts';
import { shapeOf } from './arpa-shape.ts';
import { misplacedAddress } from './misplaced-address.ts';
import { isInArpa } from './pointer-words.ts';
import { swappedAddress } from './swapped-octets.ts';

/** A PTR to a name that has the address but for its final dot, or the blank of its line: that is said at the owner, and once. */
export function claimUndotted(address: AddressCase, ctx: RuleContext): void {
  for (const pointer of address.pointers) {
    if (address.standing(pointer) === 'confirmed') continue;
    if (
      hasHost(address, ctx, (owner) => meantByOwner(ctx.store, ctx.held, owner).includes(pointer.data)) ||
      address.hasRecord((record) => isUndottedAlias(pointer.data, record, ctx)) ||
      address.hasRecord(({ owner }) => recordsOfClass(ctx.held, owner).length > 0)
    )
      ctx.claim(pointer);
  }
}

/** Whether a name as wanted has the address, also below a delegation: NS records lie below such an origin too. */
function hasHost(
  { address }: AddressCase,
  { store, held }: RuleContext,
  isWanted: (owner: NameId) => boolean,
): boolean {
  const { records } = store;
  if (address === NO_NAME) return false;
  for (let id = held.view.index.firstTo(address); id >= 0; id = records.nextTo(id)) {
    const type = records.type[id];
    if ((type === TYPE_A || type === TYPE_AAAA) && isWanted(records.owner[id] as NameId)) return true;
  }
  return false;
}

/** Whether a name would be an alias of a host, had the origin above both its final dot. */
function isUndottedAlias(name: NameId, host: ZoneRecord, { store, held, watch }: RuleContext): boolean {
  const undotted = name < 0 ? undefined : undottedOrigin(store, host);
  if (!undotted) return false;
  const expanded = expandedUnder(store.names, name, undotted);
  watch(expanded);
  return held.recordsAt(expanded, TYPE_CNAME).some(({ data }) => data === host.owner);
}

/** An address that lacks a PTR because the one that was meant for it stands at a wrong owner: that is said there, and once. */
export function claimMisplaced(address: AddressCase, ctx: RuleContext): void {
  const zone = address.reverseZone;
  if (address.answer.kind !== 'none' || !zone) return;
  const { held, store } = ctx;
  const isExplained =
    address.hasRecord((record) =>
      held.recordsTo(record.owner, TYPE_PTR).some((pointer) => isMeantFor(pointer, address.address, zone, ctx)),
    ) ||
    ownersSpelling(store.names, address.address, zone.apex).some((owner) =>
      held.recordsAt(owner, TYPE_PTR).some((pointer) => pointer.zone === zone && shapeOf(pointer, ctx) !== undefined),
    );
  if (isExplained) for (const record of address.records) ctx.claim(record);
}

/** Whether a PTR to a host of an address was meant for the address. */
function isMeantFor(pointer: ZoneRecord, address: NameId, zone: Zone, ctx: RuleContext): boolean {
  if (indentedOwnerOf(ctx.held, pointer) === address) return true;
  if (swappedAddress(pointer, ctx) === address || undottedOrigin(ctx.store, pointer)?.meant === address) return true;
  if (!isInArpa(ctx, pointer.owner)) return misplacedAddress(ctx, pointer) === address;
  const shape = shapeOf(pointer, ctx);
  return shape !== undefined && (pointer.zone === zone || shape.meant === address);
}
