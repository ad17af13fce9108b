import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { isInUnknownZone } from '../../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { isGluedName } from '../../syntax/odd-characters.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { whyNoHostName } from '../facts/pointer-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

const HOST_TYPES: readonly number[] = [TYPE_A, TYPE_AAAA, TYPE_MX];

/** A name with addresses or mail that is a domain name but no host's (RFC 952, RFC 1123 section 2.1), as BIND's check-names has it. */
export const hostnameInvalid = defineRule({
  id: 'hostname-invalid',
  scope: 'name',
  severity: 'warning',
  types: HOST_TYPES,
  summary: 'Name with addresses or mail is no host name',
  passesPlainHosts: true,
  wants: ({ store: { names } }, name) => !names.isHostName(name) && !isHosts(names, hostPart(names, name)),
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    const record = records.find((one) => isOfInvalidHost(one, ctx));
    if (!record || ctx.isClaimed(record.id)) return;
    const text = names.text(name);
    // Neither what a template makes of the name nor what zone it is in may be known; or the text's reading tells of it.
    if (holdsPlaceholder(text) || isInUnknownZone(text) || isGluedName(text)) return;
    report({
      at: record.at('owner'),
      message: `${shown(ctx, name)} is no host name: ${whyNoHostName(names, hostPart(names, name))}`,
    });
  },
});

/** Whether a record says that its owner is a host, though its name is none. */
export function isOfInvalidHost({ owner, type, zone }: ZoneRecord, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (!HOST_TYPES.includes(type) || !zone || isHosts(names, hostPart(names, owner))) return false;
  return isPaired(zone, ctx) && !isPassed(names, owner, type);
}

/** What stands for all names of a wildcard is looked at below the asterisk. */
function hostPart(names: NameTable, name: NameId): NameId {
  return names.isWildcard(name) ? names.parent(name) : name;
}

/** The root has no characters that could be wrong. */
function isHosts(names: NameTable, name: NameId): boolean {
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
