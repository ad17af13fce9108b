import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { isInService, UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import { parseSpf } from '../../mail/spf.ts';
import { nameIn } from '../../project/mounts.ts';
import type { MailReason } from '../../workspace/mail-reason.ts';
import { spfText } from '../../workspace/senders.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The domains that mail is sent for, each once, of reasons in their order. A name that only holds what others include is
 * no mail domain where theirs are there: a service name (`_spf`), or one that another's SPF includes and that has no MX.
 */
export function sendingDomains(reasons: readonly MailReason[], ctx: RuleContext): readonly NameId[] {
  const { names } = ctx.store;
  const people: NameId[] = [];
  const services: NameId[] = [];
  let last: NameId = NO_NAME;
  // One host may send for a hundred thousand domains: what they are below is mostly the same.
  let above: NameId = NO_NAME;
  let isAboveService = false;
  for (const { domain } of reasons) {
    if (domain === last) continue;
    last = domain;
    const parent = names.parent(domain);
    if (parent !== above) {
      above = parent;
      isAboveService = isInService(names, parent);
    }
    (isAboveService || names.firstByte(domain) === UNDERSCORE ? services : people).push(domain);
  }
  const named = people.length > 0 ? people : services;
  const included = includedDomains(reasons, ctx);
  if (included.size === 0) return named;
  const left = named.filter((domain) => !included.has(domain) || takesMail(domain, ctx));
  return left.length > 0 ? left : named;
}

/** Has the name at hand checked again where one of the domains begins or ceases to be named. */
export function watchSendingDomains(reasons: readonly MailReason[], ctx: RuleContext): void {
  for (const domain of includedDomains(reasons, ctx)) ctx.watch(domain);
}

/** Those of the domains that the SPF of another one includes, or is redirected to. Without SPF of its own none is. */
function includedDomains(reasons: readonly MailReason[], ctx: RuleContext): ReadonlySet<NameId> {
  const domains = new Set<NameId>();
  const records = new Map<ZoneRecord, NameId>();
  for (const { domain, record, how } of reasons) {
    if (how === 'mx') continue;
    domains.add(domain);
    records.set(record, domain);
  }
  const included = new Set<NameId>();
  if (domains.size < 2) return included;
  for (const [record, owner] of records)
    for (const name of inclusionsOf(record, ctx)) if (name !== owner && domains.has(name)) included.add(name);
  return included;
}

/** The names that an SPF record includes; read once, as thousands of domains may share a host. */
function inclusionsOf(record: ZoneRecord, { store }: RuleContext): readonly NameId[] {
  let names = inclusions.get(record);
  if (!names) {
    const { terms } = parseSpf(spfText(record));
    names = terms
      .filter(({ name, domain }) => (name === 'include' || name === 'redirect') && domain?.hasMacro === false)
      .map(({ domain }) => nameIn(store.names, domain?.text ?? ''));
    inclusions.set(record, names);
  }
  return names;
}

const inclusions = new WeakMap<ZoneRecord, readonly NameId[]>();

/** Whether a domain has an MX record of its own; a null MX (RFC 7505) says that it takes no mail. */
function takesMail(domain: NameId, { held }: RuleContext): boolean {
  return held.recordsAt(domain, TYPE_MX).some((record) => record.data > 0 && held.answers(record));
}
