import { isNameFault, parseName } from '../../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { isInService } from '../../dns/service-name.ts';
import { substituted } from '../../dns/substituted.ts';
import type { Token } from '../../syntax/token.ts';
import type { Held } from '../../workspace/held.ts';
import type { Store } from '../../workspace/store.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { UNDOTTED } from '../../zone/draft.ts';
import { recordsOfClass } from './class-as-owner.ts';

/** Whether a name has the labels of its zone's name twice: `www.example.com.example.com`. A single label may recur. */
export function holdsTwice(names: NameTable, name: NameId, apex: NameId): boolean {
  const depth = apex < 0 ? 0 : names.depth(apex);
  if (depth < 2 || names.depth(name) < 2 * depth || !names.isBelowOrAt(name, apex)) return false;
  for (let node = name; names.depth(node) >= 2 * depth; node = names.parent(node))
    if (beginsWith(names, node, apex)) return true;
  return false;
}

/**
 * The name that a word of a record would be with its final dot, where that lies in the record's zone: then the zone's
 * name was written out and the dot forgotten. -1 elsewhere.
 */
export function meantInZone(store: Store, record: ZoneRecord, word: Token | undefined): NameId {
  const { zone } = record;
  if (!zone || !word || record.generated || word.quoted) return NO_NAME;
  const { names } = store;
  if (zone.traits.responsePolicy || zone.traits.catalog || names.depth(zone.apex) < 2) return NO_NAME;
  const meant = withFinalDot(store, record, word);
  return meant !== NO_NAME && names.isBelowOrAt(meant, zone.apex) ? meant : NO_NAME;
}

/**
 * The same for a record's owner. -1 also below an origin that names a service: who may send reports on a domain is told
 * at that domain's whole name there (`example.com` below `_report._dmarc`, RFC 9990 section 4).
 */
export function meantAsOwner(store: Store, record: ZoneRecord): NameId {
  const meant = meantInZone(store, record, record.words().owner);
  if (meant === NO_NAME || !record.zone) return NO_NAME;
  const { names } = store;
  let origin = record.owner;
  for (let left = names.depth(meant); left > 0; left--) origin = names.parent(origin);
  return isInService(names, origin, record.zone.apex) ? NO_NAME : meant;
}

/** The name that a relative word of at least two labels would be with its final dot; -1 for other words, and addresses of the web. */
export function withFinalDot({ names }: Store, record: ZoneRecord, word: Token): NameId {
  if (!word.text.includes('.') || word.text.includes('://')) return NO_NAME;
  const name = parseName(word.text, record.file.document.encoding);
  if (isNameFault(name) || name.absolute) return NO_NAME;
  let node: NameId = ROOT;
  for (let i = name.labels.length - 1; i >= 0 && node >= 0; i--) node = names.childText(node, name.labels[i] ?? '');
  return node;
}

/** What a record's owner would be, had the origin above it its final dot. */
export interface Undotted {
  readonly meant: NameId;
  /** What comes behind the names that were meant. */
  readonly behind: NameId;
}

/** The owner that a record under an origin without its final dot was meant to have; undefined for all other records. */
export function undottedOrigin({ names, records }: Store, { id, owner, zone }: ZoneRecord): Undotted | undefined {
  if (((records.flags[id] as number) & UNDOTTED) === 0 || !zone) return undefined;
  const depth = names.depth(zone.apex);
  for (let node = owner; names.depth(node) >= 2 * depth; node = names.parent(node)) {
    if (!beginsWith(names, node, zone.apex)) continue;
    let behind = node;
    for (let i = 0; i < depth; i++) behind = names.parent(behind);
    return { meant: substituted(names, owner, { end: node, target: zone.apex }), behind };
  }
  return undefined;
}

/** The name that a name is where it stands under the same origin without its final dot. */
export function expandedUnder(names: NameTable, name: NameId, { behind }: Undotted): NameId {
  return substituted(names, name, { end: ROOT, target: behind });
}

/**
 * The names that an owner was meant to be where it repeats its zone's name for want of a final dot, in its own words or in
 * an origin; mostly none.
 */
export function meantByOwner(store: Store, held: Held, owner: NameId): NameId[] {
  if (store.names.isAddress(owner) || store.names.depth(owner) < 4) return [];
  const found = new Set<NameId>();
  for (const record of held.recordsAt(owner)) {
    const undotted = undottedOrigin(store, record);
    if (undotted) found.add(undotted.meant);
    if (!record.zone || !holdsTwice(store.names, owner, record.zone.apex)) continue;
    const meant = meantAsOwner(store, record);
    if (meant !== NO_NAME) found.add(meant);
  }
  return [...found];
}

/** Whether an owner is a slip of the pen, so that no PTR is to name it: it lacks its final dot, or is the class of its line. */
export function isOwnerMistaken(store: Store, held: Held, owner: NameId): boolean {
  return meantByOwner(store, held, owner).length > 0 || recordsOfClass(held, owner).length > 0;
}

/** Whether the first labels of a name are those of another. */
function beginsWith(names: NameTable, name: NameId, other: NameId): boolean {
  let node = name;
  for (let label = other; label > ROOT; label = names.parent(label), node = names.parent(node))
    if (names.firstByte(node) !== names.firstByte(label) || names.labelText(node) !== names.labelText(label))
      return false;
  return true;
}
