import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NS, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { NO_TYPES, withType } from '../../dns/type-sums.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { isListed, type NameSets } from './name-sets.ts';
import type { SignedZone } from './signed-columns.ts';

/** The sum of the types of a name, as it stands in the list of its NSEC or NSEC3 record. */
export function sumOfTypes(sets: NameSets, isCut: boolean): number {
  let sum = NO_TYPES;
  for (const type of sets.types) if (isListed(type, isCut)) sum = withType(sum, type);
  return sum;
}

/** Whether what is wrong with the list of a name is said already: a set without signature, or a signature without its set. */
export function isExplained(sets: NameSets, isCut: boolean): boolean {
  if (sets.has(TYPE_UNREADABLE)) return true;
  const isUnsigned = sets.types.some(
    (type) =>
      type !== TYPE_RRSIG && !sets.covered.includes(type) && isListed(type, isCut) && !(isCut && type === TYPE_NS),
  );
  return isUnsigned || sets.covered.some((type) => !sets.has(type));
}

/** Whether a name is delegated, so that its zone answers for little of it. */
export function isDelegation({ zone }: SignedZone, name: NameId, sets: NameSets): boolean {
  return name !== zone.apex && sets.has(TYPE_NS);
}

/** What differs between the list of types and those that are there, in words. */
export function typesDiffer(listed: readonly number[], sets: NameSets, isCut: boolean): string {
  const there = sets.types.filter((type) => isListed(type, isCut));
  const extra = listed.filter((type) => !there.includes(type)).map(typeName);
  const lacking = there.filter((type) => !listed.includes(type)).map(typeName);
  const parts = [
    ...(extra.length > 0 ? [phrase`lists ${extra.join(', ')}, which is not there`] : []),
    ...(lacking.length > 0 ? [phrase`does not list ${lacking.join(', ')}`] : []),
  ];
  return parts.join(phrase` and `);
}
