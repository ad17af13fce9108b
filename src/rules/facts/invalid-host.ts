import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_HTTPS, TYPE_MX, TYPE_NS } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Report, RuleContext } from '../rule.ts';
import { isPaired } from './pairing.ts';
import { isInArpa } from './pointer-words.ts';

/** The types whose owners are hosts, or that take mail as hosts do. */
export const HOST_TYPES: readonly number[] = [TYPE_A, TYPE_AAAA, TYPE_MX];

/** The types whose owners people ask for as for hosts, though servers take any name for them. */
export const ASKED_TYPES: readonly number[] = [TYPE_CNAME, TYPE_NS, TYPE_HTTPS];

/** What no label has that is asked for, beside letters beyond ASCII: marks of addresses, lists and comments. */
const STRANGE: ReadonlySet<number> = new Set([...`,:#=%!'"\`&+`].map((character) => character.charCodeAt(0)));

/**
 * Whether a name has such a character by a slip, in a label that is no service's. Asked of many names, so nothing is made of
 * its octets.
 */
export function isStrange(names: NameTable, name: NameId): boolean {
  for (let node = name; node > ROOT && !names.isHostName(node); node = names.parent(node)) {
    let octet = names.firstByte(node);
    if (octet === UNDERSCORE) continue;
    for (let i = 0; octet >= 0; octet = names.octetOf(node, ++i)) if (octet > 127 || STRANGE.has(octet)) return true;
  }
  return false;
}

/** Whether an alias, a delegation or a service binding stands at such a name. */
export function isStrangeOwner({ owner, type, zone, generated }: ZoneRecord, ctx: RuleContext): boolean {
  if (!ASKED_TYPES.includes(type) || !zone || generated || owner === zone.apex) return false;
  return isStrange(ctx.store.names, owner) && !isInArpa(ctx, owner) && isPaired(zone, ctx);
}

/** Whether a record says that its owner is a host, though its name is none. */
export function isOfInvalidHost({ owner, type, zone }: ZoneRecord, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (!HOST_TYPES.includes(type) || !zone || isHosts(names, hostPart(names, owner))) return false;
  return isPaired(zone, ctx) && !isPassed(names, owner, type);
}

/**
 * Whether BIND loads no zone with this record where a name of it is no host's: it checks primary zones unless `check-names`
 * says otherwise, and takes unread what $GENERATE makes.
 */
export function hasNamesChecked({ zone, generated }: ZoneRecord): boolean {
  const { role, dialect, refusesNames = true } = zone?.traits ?? {};
  return refusesNames && dialect === 'bind' && role === 'primary' && !generated;
}

/** How grave it is that a name is no host's: a zone that is not loaded for it is worth an error. */
export function gravity(isRefused: boolean): Pick<Report, 'severity'> {
  return isRefused ? { severity: 'error' } : {};
}

/** Whether a record or one that follows it at its name says that it is a host's. */
export function hasHostRecord(ctx: RuleContext, first: RecordId): boolean {
  return hasRecordOf(HOST_TYPES, ctx, first);
}

/** Whether a record or one that follows it at its name is of one of these types. */
export function hasRecordOf(types: readonly number[], { store: { records } }: RuleContext, first: RecordId): boolean {
  for (let id = first; id >= 0; id = records.nextAt(id)) if (types.includes(records.type[id] as number)) return true;
  return false;
}

/** What stands for all names of a wildcard is looked at below the asterisk. */
export function hostPart(names: NameTable, name: NameId): NameId {
  return names.isWildcard(name) ? names.parent(name) : name;
}

/** The root has no characters that could be wrong. */
export function isHosts(names: NameTable, name: NameId): boolean {
  return name === ROOT || names.isHostName(name);
}

/** Labels that part what SPF asks about from the domain (RFC 7208 section 5.7 and appendix D.1). */
const SPF_LABELS: ReadonlySet<string> = new Set(['_spf', '_spf_rate', '_spf_verify']);

/** The names that BIND takes all the same: that of a global catalogue, and for A records those that SPF asks for. */
function isPassed(names: NameTable, name: NameId, type: number): boolean {
  if (type === TYPE_MX) return false;
  if (names.labelText(name) === 'gc' && names.labelText(names.parent(name)) === '_msdcs') return true;
  if (type === TYPE_AAAA) return false;
  for (let node = name; node > ROOT; node = names.parent(node)) if (SPF_LABELS.has(names.labelText(node))) return true;
  return false;
}
