import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { isLookup, isSpf, type SpfMechanism, type SpfTerm } from '../../mail/spf.ts';
import type { SpfDomain } from '../../mail/spf-domain.ts';
import { nameIn } from '../../project/mounts.ts';
import type { Answer } from '../../workspace/answer.ts';
import type { RuleContext } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { ask } from './mail-names.ts';
import { asSpf, type SpfText, textOf } from './mail-text.ts';

/** What the held zones tell of the SPF record of a domain. */
export type HeldSpf =
  | { readonly kind: 'unknown' | 'none' | 'many' }
  | { readonly kind: 'record'; readonly domain: NameId; readonly text: SpfText };

/** Where a name has more texts than these nobody looks through them for each name that includes it. */
const MOST_TEXTS = 256;

/** Asks for the SPF record of a domain, as a receiver does. */
export function askSpf(domain: NameId, ctx: RuleContext): HeldSpf {
  const answer = domain === NO_NAME ? undefined : ask(domain, TYPE_TXT, ctx);
  if (!answer || answer.kind === 'unknown' || answer.kind === 'loop') return { kind: 'unknown' };
  if (answer.kind === 'none') return { kind: 'none' };
  let held = told.get(answer);
  if (!held) {
    held = spfIn(answer);
    told.set(answer, held);
  }
  return held;
}

/** What an answer tells: it holds while the held zones give the same one. */
const told = new LastAsked<Answer, HeldSpf>();

function spfIn(answer: Extract<Answer, { kind: 'records' }>): HeldSpf {
  if (answer.records.length > MOST_TEXTS) return { kind: 'unknown' };
  const texts = answer.records.map(textOf);
  const records = texts.filter(({ joined }) => isSpf(joined.text));
  const [text] = records;
  if (text) return records.length > 1 ? { kind: 'many' } : { kind: 'record', domain: answer.name, text: asSpf(text) };
  // What was meant as one is told where it stands.
  return { kind: texts.some(({ joined }) => /^\W{0,3}v\s?=\s?spf/i.test(joined.text)) ? 'unknown' : 'none' };
}

/** The name in a term; that of the record's owner where none is written, NO_NAME where a macro makes it. */
export function nameOfTerm(domain: SpfDomain | undefined, owner: NameId, ctx: RuleContext): NameId {
  if (!domain) return owner;
  return domain.hasMacro ? NO_NAME : nameIn(ctx.store.names, domain.text.replace(/\.$/, ''));
}

/** The terms that a receiver comes to: those behind `all` never, nor a redirect beside it. */
export function reachedTerms(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  let found = reached.get(terms);
  if (!found) {
    found = findReached(terms);
    reached.set(terms, found);
  }
  return found;
}

/** The domains of a hosting company have few texts between them, which are taken apart once. */
const reached = new LastAsked<readonly SpfTerm[], readonly SpfTerm[]>();

function findReached(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  const all = terms.findIndex(({ name }) => name === 'all');
  const mechanisms = terms.slice(0, all < 0 ? terms.length : all + 1).filter(({ kind }) => kind === 'mechanism');
  return all < 0 ? terms : mechanisms;
}

/** Look-ups that a record costs, at least. */
export interface SpfCost {
  readonly count: number;
  /** Whether all that is included is held: then it costs no more. */
  readonly isExact: boolean;
  /** The terms that cost most: what each costs with all that it includes. */
  readonly terms: readonly { readonly term: SpfTerm; readonly count: number }[];
}

/** Beyond this nobody counts on. */
const MOST_COUNTED = 60;

/** Counts the look-ups of a record through the includes that are held; an include that is not counts as one. */
export function costOf(text: SpfText, owner: NameId, ctx: RuleContext): SpfCost {
  return counted(text, [owner], { ctx, left: MOST_COUNTED });
}

function counted(text: SpfText, path: readonly NameId[], budget: { readonly ctx: RuleContext; left: number }): SpfCost {
  const terms: { term: SpfTerm; count: number }[] = [];
  let isExact = true;
  for (const term of reachedTerms(text.spf.terms)) {
    if (!isLookup(term) || budget.left <= 0) continue;
    budget.left--;
    let count = 1;
    if (term.name === 'include' || term.name === 'redirect') {
      const inner = costInside(term, path, budget);
      count += inner.count;
      isExact &&= inner.isExact;
    }
    terms.push({ term, count });
  }
  return { count: terms.reduce((sum, { count }) => sum + count, 0), isExact, terms };
}

function costInside(
  term: SpfTerm,
  path: readonly NameId[],
  budget: { readonly ctx: RuleContext; left: number },
): { readonly count: number; readonly isExact: boolean } {
  const name = nameOfTerm(term.domain, NO_NAME, budget.ctx);
  if (name === NO_NAME || path.includes(name)) return { count: 0, isExact: name !== NO_NAME };
  const held = askSpf(name, budget.ctx);
  if (held.kind !== 'record') return { count: 0, isExact: held.kind === 'none' };
  return counted(held.text, [...path, name], budget);
}

/** The way from a record back to itself through what it includes: the names on it; undefined where there is none. */
export function loopFrom(
  text: SpfText,
  owner: NameId,
  ctx: RuleContext,
): { readonly term: SpfTerm; readonly names: readonly NameId[] } | undefined {
  for (const term of inclusions(text)) {
    const names = wayTo(nameOfTerm(term.domain, NO_NAME, ctx), { owner, seen: new Set(), ctx });
    if (names) return { term, names };
  }
  return undefined;
}

function wayTo(
  name: NameId,
  search: { readonly owner: NameId; readonly seen: Set<NameId>; readonly ctx: RuleContext },
): readonly NameId[] | undefined {
  if (name === search.owner) return [];
  if (name === NO_NAME || search.seen.has(name) || search.seen.size > MOST_COUNTED) return undefined;
  search.seen.add(name);
  const held = askSpf(name, search.ctx);
  if (held.kind !== 'record') return undefined;
  for (const term of inclusions(held.text)) {
    const rest = wayTo(nameOfTerm(term.domain, NO_NAME, search.ctx), search);
    if (rest) return [name, ...rest];
  }
  return undefined;
}

/** The terms of a record that lead to other records. */
export function inclusions({ spf }: SpfText): readonly SpfTerm[] {
  return reachedTerms(spf.terms).filter(({ name }) => name === 'include' || name === 'redirect');
}

/** Whether a record lets anybody send at all: it has a mechanism that passes, or leads to another record. */
export function authorises({ spf }: SpfText): boolean {
  return spf.terms.some((term) => (term.kind === 'mechanism' ? term.qualifier === '+' : term.name === 'redirect'));
}

/** Whether a mechanism passes every sender. */
export function passesAll(term: SpfMechanism): boolean {
  if (term.qualifier !== '+') return false;
  if (term.name === 'all') return true;
  if (term.name === 'ip6') return term.prefixLength6 === 0;
  return term.name !== 'include' && term.name !== 'exists' && term.name !== 'ptr' && term.prefixLength4 === 0;
}
