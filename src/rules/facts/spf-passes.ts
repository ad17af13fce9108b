import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_AAAA, TYPE_MX } from '../../dns/type-codes.ts';
import { isKnownInclude } from '../../mail/providers.ts';
import type { SpfMechanism, SpfTerm } from '../../mail/spf.ts';
import { contains, range6 } from '../../workspace/range.ts';
import type { RuleContext } from '../rule.ts';
import { ask } from './mail-names.ts';
import type { SpfText } from './mail-text.ts';
import { askSpf, nameOfTerm, passesAll, reachedTerms } from './spf-held.ts';

/** So many records are looked at for one: a receiver asks no further either (RFC 7208 section 4.6.4). */
const MOST_RECORDS = 10;

/** An SPF record, the domain whose it is, and the domains whose records were looked at for the same question. */
interface Asked {
  readonly text: SpfText;
  readonly domain: NameId;
  readonly seen: Set<NameId>;
}

/**
 * Whether a term of an SPF record, or of those that it includes, is about an IPv6 address, or passes all; undefined where
 * nobody here knows. The networks of known providers are taken for none of the domain's.
 */
export function isAboutAddress(address: NameId, asked: Asked, ctx: RuleContext): boolean | undefined {
  let isSure = true;
  for (const term of reachedTerms(asked.text.spf.terms)) {
    const isAbout = isTermAbout(term, address, asked, ctx);
    if (isAbout) return true;
    if (isAbout === undefined) isSure = false;
  }
  return isSure ? false : undefined;
}

function isTermAbout(term: SpfTerm, address: NameId, { domain, seen }: Asked, ctx: RuleContext): boolean | undefined {
  const { names } = ctx.store;
  const { name } = term;
  if (name === 'ip4' || name === 'exp') return false;
  if (term.kind === 'mechanism') {
    if (name === 'all') return passesAll(term);
    if (term.ip6) return contains(names, range6(names, term.ip6, term.prefixLength6), address);
  }
  if (name === 'include' && term.domain && isKnownInclude(term.domain.text)) return false;
  const asked = nameOfTerm(term.domain, domain, ctx);
  if (asked === NO_NAME || names.isWildcard(asked)) return undefined;
  if (name === 'include' || name === 'redirect') {
    if (seen.has(asked)) return false;
    const held = seen.size < MOST_RECORDS ? askSpf(asked, ctx) : undefined;
    if (held?.kind !== 'record') return undefined;
    seen.add(asked);
    return isAboutAddress(address, { text: held.text, domain: held.domain, seen }, ctx);
  }
  if (term.kind !== 'mechanism' || (name !== 'a' && name !== 'mx')) return undefined;
  const hosts = name === 'a' ? [asked] : dataOf(asked, TYPE_MX, ctx);
  const found = hosts?.map((host) => hasNear(host, address, term, ctx));
  return found?.includes(true) || (found?.includes(undefined) === false ? false : undefined);
}

/** Whether a host has an IPv6 address in the network of another one that a term means. */
function hasNear(
  host: NameId,
  address: NameId,
  { prefixLength6 }: SpfMechanism,
  ctx: RuleContext,
): boolean | undefined {
  return dataOf(host, TYPE_AAAA, ctx)?.some((first) =>
    contains(ctx.store.names, { isIp6: true, first, prefixLength: prefixLength6 }, address),
  );
}

/** What the records of a name lead to; undefined where nobody here knows. */
function dataOf(name: NameId, type: number, ctx: RuleContext): readonly NameId[] | undefined {
  const answer = ask(name, type, ctx);
  if (answer.kind === 'none') return [];
  return answer.kind === 'records' ? answer.records.map(({ data }) => data) : undefined;
}
