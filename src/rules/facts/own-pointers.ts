import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import type { AddressCase } from './address-case.ts';
import { isPaired, isTargetPaired, mayHavePointer } from './pairing.ts';
import { isJudgedElsewhere } from './shared-line.ts';

/**
 * The PTR records that answer for an address, where they are records of its own: no wildcard's, none in an unpaired zone
 * or to a name of one, none that an earlier finding explains, none of which another view that reads the same line knows
 * more.
 */
export function ownPointers(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  return unexplainedPointers(address, ctx).filter((pointer) => !isJudgedElsewhere(pointer, address, ctx));
}

/** The same with those that are right in this view, though another one speaks of them. */
export function ownOrConfirmed(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  return unexplainedPointers(address, ctx).filter(
    (pointer) => address.standing(pointer) === 'confirmed' || !isJudgedElsewhere(pointer, address, ctx),
  );
}

/** The same, whichever view speaks of them. */
export function unexplainedPointers(address: AddressCase, ctx: RuleContext): readonly ZoneRecord[] {
  const { answer } = address;
  if (answer.kind !== 'records' || answer.wildcard) return [];
  const { names } = ctx.store;
  if (address.address >= 0 && !mayHavePointer(names, address.address)) return [];
  return answer.records.filter(
    (record) =>
      record.zone !== undefined &&
      isPaired(record.zone, ctx) &&
      !ctx.isClaimed(record.id) &&
      isTargetPaired(record.data, ctx),
  );
}
