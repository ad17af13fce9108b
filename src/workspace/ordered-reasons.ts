import type { NameId } from '../dns/name-table.ts';
import { countWhile } from '../text/bisect.ts';
import type { MailReason } from './mail-reason.ts';

/** After more changes than these that nobody asked about all are sorted anew. */
const MOST_UNASKED = 16;

/**
 * Why an address sends mail, in the order of the domains' names. A mail host may serve a hundred thousand domains, so
 * one that changes is put in its place.
 */
export class OrderedReasons {
  readonly #textOf: (domain: NameId) => string;
  #reasons: readonly MailReason[];
  #unasked = 0;

  constructor(reasons: readonly MailReason[], textOf: (domain: NameId) => string) {
    this.#textOf = textOf;
    const texts = new Map(reasons.map(({ domain }) => [domain, textOf(domain)]));
    this.#reasons = reasons.toSorted((a, b) => compare(texts.get(a.domain) ?? '', texts.get(b.domain) ?? ''));
  }

  get all(): readonly MailReason[] {
    this.#unasked = 0;
    return this.#reasons;
  }

  /** Puts a domain's reasons in the place of those that it had; false where it is better to sort all when they are asked for. */
  replace(domain: NameId, fresh: readonly MailReason[]): boolean {
    if (++this.#unasked > MOST_UNASKED) return false;
    const start = this.#placeOf(domain);
    let end = start;
    while (this.#reasons[end]?.domain === domain) end++;
    this.#reasons = this.#reasons.toSpliced(start, end - start, ...fresh);
    return true;
  }

  /** With reasons of other domains, or more of the same, in their places. */
  with(others: readonly MailReason[]): readonly MailReason[] {
    let all = this.all;
    for (const reason of others) {
      let at = this.#placeOf(reason.domain, all);
      while (all[at]?.domain === reason.domain) at++;
      all = all.toSpliced(at, 0, reason);
    }
    return all;
  }

  /** Where the reasons of a domain start, or would. */
  #placeOf(domain: NameId, reasons = this.#reasons): number {
    const text = this.#textOf(domain);
    return countWhile(reasons.length, (index) => this.#textOf(reasons[index]?.domain ?? domain) < text);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
