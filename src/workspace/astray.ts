import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { UNDERSCORE } from '../dns/service-name.ts';
import { isOneSlipAway } from '../dns/slip.ts';
import { rawLabels, substituted } from '../dns/substituted.ts';

/**
 * The names in a zone that an owner outside it may be meant for: without its final dot, where it is one label or ends in that
 * of a service, as no name of somebody else does, and with the zone's name in the place of one that is a slip away.
 */
export function namesMeantOutside(names: NameTable, owner: NameId, apex: NameId): readonly NameId[] {
  if (apex <= ROOT) return [];
  let tail = owner;
  while (names.depth(tail) > names.depth(apex)) tail = names.parent(tail);
  const top = topOf(names, tail);
  const isOfNobody = top === owner || names.firstByte(top) === UNDERSCORE;
  const meant = isOfNobody ? [substituted(names, owner, { end: ROOT, target: apex })] : [];
  if (isNear(names, tail, apex)) meant.push(substituted(names, owner, { end: tail, target: apex }));
  return meant.filter((name) => name !== NO_NAME);
}

/** Asked of each record outside: names of other lengths are no slip away. */
function isNear(names: NameTable, name: NameId, other: NameId): boolean {
  if (Math.abs(names.wireLength(name) - names.wireLength(other)) > 1) return false;
  return isOneSlipAway(names.text(name), names.text(other));
}

/** The name that an owner in a zone is where the zone's name stands twice in it for want of a final dot; -1 elsewhere. */
export function nameWithoutRepeat(names: NameTable, owner: NameId, apex: NameId): NameId {
  const depth = apex < 0 ? 0 : names.depth(apex);
  const count = names.depth(owner) - depth;
  if (depth < 2 || count < depth || !names.isBelowOrAt(owner, apex)) return NO_NAME;
  const meant = substituted(names, owner, { end: apex, target: ROOT });
  return meant !== NO_NAME && names.isBelowOrAt(meant, apex) ? meant : NO_NAME;
}

/** The other way round: the name that a name in a zone is where its final dot is missing, if there is such a one; else -1. */
export function nameRepeated(names: NameTable, name: NameId, apex: NameId): NameId {
  if (apex <= ROOT || names.depth(apex) < 2) return NO_NAME;
  return names.findBelow(apex, rawLabels(names, name, ROOT).reverse());
}

/** Whether a name below an apex ends in the apex's last label once more, as in nearly no zone. */
export function repeatsItself(names: NameTable, apex: NameId): boolean {
  return names.findChild(apex, names.labelText(topOf(names, apex))) !== NO_NAME;
}

/** The last label of a name, as the name of one label that it is. */
function topOf(names: NameTable, name: NameId): NameId {
  let top = name;
  while (names.parent(top) > ROOT) top = names.parent(top);
  return top;
}
