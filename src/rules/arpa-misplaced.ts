import { meantByOwner } from '../edits/repeated-origin.ts';
import { TYPE_PTR } from '../syntax/header.ts';
import type { AddressCase } from './address-case.ts';
import { meantBy } from './arpa-octets-swapped.ts';
import { shapeOf } from './arpa-shape.ts';
import type { RuleContext } from './rule.ts';

/** A PTR to a name that has the address but for its final dot: that is said at the owner, and once. */
export function claimUndotted(address: AddressCase, ctx: RuleContext): void {
  if (address.pointers.length === 0) return;
  for (const record of address.records) {
    for (const meant of meantByOwner(ctx.store, ctx.held, record.owner))
      for (const pointer of address.pointers) if (pointer.data === meant) ctx.claim(pointer);
  }
}

/** An address that lacks a PTR because its host's stands at a wrong owner: that is said there, and once. */
export function claimMisplaced(address: AddressCase, ctx: RuleContext): void {
  const zone = address.reverseZone;
  if (address.answer.kind !== 'none' || !zone) return;
  for (const record of address.records) {
    const isExplained = ctx.held.recordsTo(record.owner, TYPE_PTR).some((pointer) => {
      if (meantBy(pointer, ctx) === address.address) return true;
      const shape = shapeOf(pointer, ctx);
      return shape !== undefined && (pointer.zone === zone || shape.meant === address.address);
    });
    if (isExplained) for (const other of address.records) ctx.claim(other);
  }
}
