import type { NameId } from '../dns/name-table.ts';
import { isInService } from '../dns/service-name.ts';
import { parseSpf } from '../dns/spf.ts';
import { TYPE_MX } from '../syntax/header.ts';
import type { MailReason } from '../workspace/mail.ts';
import { spfText } from '../workspace/senders.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { RuleContext } from './rule.ts';

/**
 * The domains that mail is sent for, each once, of reasons in their order. A name that only holds what others include is
 * no mail domain where theirs are there: a service name (`_spf`), or one that another's SPF includes and that has no MX.
 */
export function sendingDomains(reasons: readonly MailReason[], ctx: RuleContext): readonly NameId[] {
  const all = [...new Set(reasons.map(({ domain }) => domain))];
  const people = all.filter((domain) => !isInService(ctx.store.names, domain));
  const named = people.length > 0 ? people : all;
  const included = new Set(includedDomains(reasons, ctx));
  const left = named.filter((domain) => !included.has(domain) || takesMail(domain, ctx));
  return left.length > 0 ? left : named;
}

/** Has the name at hand checked again where one of the domains begins or ceases to be named. */
export function watchSendingDomains(reasons: readonly MailReason[], ctx: RuleContext): void {
  for (const domain of includedDomains(reasons, ctx)) ctx.watch(domain);
}

/** Those of the domains that the SPF of another one includes, or is redirected to. */
function includedDomains(reasons: readonly MailReason[], ctx: RuleContext): readonly NameId[] {
  const byText = new Map<string, NameId>();
  const records = new Map<ZoneRecord, NameId>();
  for (const { domain, record, how } of reasons) {
    byText.set(ctx.held.text(domain), domain);
    if (how !== 'mx') records.set(record, domain);
  }
  if (byText.size < 2) return [];
  const included = new Set<NameId>();
  for (const [record, owner] of records) {
    for (const text of inclusionsOf(record)) {
      const domain = byText.get(text);
      if (domain !== undefined && domain !== owner) included.add(domain);
    }
  }
  return [...included];
}

/** The names that an SPF record includes, as whole names in lower case; read once, as thousands of domains may share a host. */
function inclusionsOf(record: ZoneRecord): readonly string[] {
  let texts = inclusions.get(record);
  if (!texts) {
    const { terms } = parseSpf(spfText(record));
    texts = terms
      .filter(({ name, domain }) => (name === 'include' || name === 'redirect') && domain?.hasMacro === false)
      .map(({ domain }) => `${domain?.text.replace(/\.$/, '').toLowerCase()}.`);
    inclusions.set(record, texts);
  }
  return texts;
}

const inclusions = new WeakMap<ZoneRecord, readonly string[]>();

/** Whether a domain has an MX record of its own; a null MX (RFC 7505) says that it takes no mail. */
function takesMail(domain: NameId, { held }: RuleContext): boolean {
  return held.recordsAt(domain, TYPE_MX).some((record) => record.data > 0 && held.answers(record));
}
