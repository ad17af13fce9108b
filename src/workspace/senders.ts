import { ARPA6, type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_TXT } from '../dns/type-codes.ts';
import { isLookup, isSpf, parseSpf, type SpfMechanism, type SpfRecord } from '../mail/spf.ts';
import { type Answer, namesAsked } from './answer.ts';
import type { Held } from './held.ts';
import type { MailReason } from './mail-reason.ts';
import { isReverse } from './plain-senders.ts';
import { type AddressRange, contains, range4, range6, rangeWithin } from './range.ts';
import { ZoneRecord } from './zone-record.ts';

/** What the held zones tell of the hosts that send mail for a domain. */
export interface Senders {
  readonly hosts: readonly { readonly address: NameId; readonly reason: MailReason }[];
  readonly ranges: readonly (SendingRange & { readonly reason: MailReason })[];
  /** The names and addresses that were looked at: where one of them changes, this may. */
  readonly watched: readonly NameId[];
}

/** The addresses of a range that an SPF record lets pass: all but those that an earlier mechanism keeps from it. */
export interface SendingRange {
  readonly range: AddressRange;
  readonly refused?: readonly SpfMatch[] | undefined;
}

/** Whether an address is one of those that a range lets pass. */
export function passes(names: NameTable, { range, refused }: SendingRange, address: NameId): boolean {
  return contains(names, range, address) && !refused?.some((match) => covers(names, match, { address }));
}

/** The text of an SPF record: its strings joined without blanks (RFC 7208 section 3.3). */
export function spfText(record: ZoneRecord): string {
  const rdata = record.rdata();
  const text = rdata.length === 1 ? (rdata[0]?.text ?? '') : rdata.map((token) => token.text).join('');
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:(\d{3})|(.))/g, (_, code: string | undefined, character: string | undefined) =>
    code === undefined ? (character ?? '') : String.fromCharCode(Number(code)),
  );
}

/** The SPF records that a name owns and that its zone answers with. */
export function spfRecords(held: Held, domain: NameId): ZoneRecord[] {
  return held.recordsAt(domain, TYPE_TXT).filter((record) => isSpf(spfText(record)) && held.answers(record));
}

/**
 * The hosts that send mail for a domain: those that its SPF passes (RFC 7208), or its MX targets where it has none. Terms
 * with macros are known only to the receiver of a mail and are left out.
 */
export function sendersOf(held: Held, domain: NameId): Senders {
  return new Reading(held, domain).read();
}

/**
 * So many terms are looked up for a domain, with those of the records that it includes: receivers end at ten (RFC 7208 section
 * 4.6.4), and records that include each other would never end.
 */
const MOST_LOOKUPS = 60;
/** Begins what was meant to be a comment. */
const HASH = 35;

/** What a mechanism fits: an address, or a range. */
export type SpfMatch = { readonly address: NameId } | SendingRange;

type Match = SpfMatch & { readonly how: MailReason['how']; readonly host: NameId };

type Take = (match: Match) => void;

const ADDRESS_TYPES = [TYPE_A, TYPE_AAAA];

class Reading {
  readonly #held: Held;
  readonly #domain: NameId;
  readonly #watched = new Set<NameId>();
  readonly #hosts: { address: NameId; reason: MailReason }[] = [];
  readonly #ranges: (SendingRange & { reason: MailReason })[] = [];
  #left = MOST_LOOKUPS;

  constructor(held: Held, domain: NameId) {
    this.#held = held;
    this.#domain = domain;
  }

  read(): Senders {
    const domain = this.#domain;
    const names = this.#names;
    this.#watched.add(domain);
    const isDomain = !names.isWildcard(domain) && names.firstByte(domain) !== HASH && !isReverse(names, domain);
    const zone = isDomain ? this.#held.zoneOf(domain) : undefined;
    if (zone) {
      const records = spfRecords(this.#held, domain);
      for (const record of records) this.#passes(domain, parseSpf(spfText(record)), [domain], this.#takerOf(record));
      if (records.length === 0 && !this.#held.hasGaps(zone)) this.#readMx();
    }
    return { hosts: this.#hosts, ranges: this.#ranges, watched: [...this.#watched] };
  }

  get #names(): NameTable {
    return this.#held.store.names;
  }

  #readMx(): void {
    for (const record of this.#held.recordsAt(this.#domain, TYPE_MX)) {
      if (record.data > ROOT && this.#held.answers(record)) this.#addresses(record.data, 'mx', this.#takerOf(record));
    }
  }

  /** Takes what a record lets pass. Reasons stay for long: the words of their records, which may be read again, do not. */
  #takerOf({ id }: ZoneRecord): Take {
    const record = new ZoneRecord(this.#held.store, id);
    return (match) => {
      const reason = { domain: this.#domain, record, how: match.how, host: match.host };
      if ('range' in match) this.#ranges.push({ range: match.range, refused: match.refused, reason });
      else this.#hosts.push({ address: match.address, reason });
    };
  }

  /** What a record lets pass. The first mechanism that fits an address decides (section 4.6.2). */
  #passes(owner: NameId, spf: SpfRecord, path: readonly NameId[], take: Take): void {
    const refused: Match[] = [];
    for (const term of spf.terms) {
      if (term.kind !== 'mechanism') continue;
      if (term.name === 'all') return;
      this.#matches(term, owner, path, (match) => {
        if (refused.some((other) => covers(this.#names, other, match))) return;
        const left = 'range' in match ? this.#without(match, refused) : match;
        if (term.qualifier === '+') take(left);
        else refused.push(left);
      });
    }
    const redirect = spf.terms.find((term) => term.kind === 'modifier' && term.name === 'redirect');
    if (redirect?.domain && this.#left-- > 0) this.#included(redirect.domain, path, take);
  }

  /** A range without what an earlier mechanism fits in it. */
  #without<Range extends SendingRange>(match: Range, earlier: readonly SpfMatch[]): Range {
    const names = this.#names;
    const inside = earlier.filter((other) =>
      'range' in other ? rangeWithin(names, match.range, other.range) : contains(names, match.range, other.address),
    );
    return inside.length > 0 ? { ...match, refused: [...(match.refused ?? []), ...inside] } : match;
  }

  #matches(term: SpfMechanism, owner: NameId, path: readonly NameId[], take: Take): void {
    if (term.domain?.hasMacro || (isLookup(term) && this.#left-- <= 0)) return;
    const target = term.domain ? this.#nameOf(term.domain.text) : owner;
    switch (term.name) {
      case 'ip4':
        if (term.ip4 !== undefined) this.#network(range4(this.#names, term.ip4, term.prefixLength4), take);
        return;
      case 'ip6':
        if (term.ip6 !== undefined) this.#network(range6(this.#names, term.ip6, term.prefixLength6), take);
        return;
      case 'a':
        // A bare `a` is in many records by habit: it tells of a mail host only where the name takes mail too.
        if (term.domain || term.qualifier !== '+' || this.#isMxTarget(target))
          this.#addresses(target, 'spf-a', this.#widened(term, take));
        return;
      case 'mx':
        this.#mxAddresses(target, this.#widened(term, take));
        return;
      case 'include':
        if (term.domain) this.#included(term.domain, path, take);
        return;
      default:
        return;
    }
  }

  #included(domain: { text: string; hasMacro: boolean }, path: readonly NameId[], take: Take): void {
    if (domain.hasMacro) return;
    const name = this.#nameOf(domain.text);
    if (path.includes(name)) return;
    const answer = this.#held.lookup(name, TYPE_TXT);
    this.#watch(name, answer);
    if (answer.kind !== 'records') return;
    const texts = answer.records.map(spfText).filter(isSpf);
    const [text] = texts;
    if (text === undefined || texts.length > 1) return;
    this.#passes(answer.name, parseSpf(text), [...path, name], take);
  }

  /** The networks of `a/24` and `mx//64` beside the hosts themselves. */
  #widened(term: SpfMechanism, take: Take): Take {
    return (match) => {
      take(match);
      if ('range' in match) return;
      const { how, host } = match;
      const isIp6 = this.#names.arpaKind(match.address) >= ARPA6;
      if (isIp6 && term.prefixLength6 < 128) {
        const groups = [...this.#names.reverse.ip6Of(match.address)].flatMap((word) => [word >>> 16, word & 0xffff]);
        take({ range: range6(this.#names, groups, term.prefixLength6), how, host });
      } else if (!isIp6 && term.prefixLength4 < 32) {
        const range = range4(this.#names, this.#names.ip4Of(match.address), term.prefixLength4);
        take({ range, how, host });
      }
    };
  }

  #network(range: AddressRange, take: Take): void {
    const place = { how: 'spf-ip', host: this.#domain } as const;
    if (range.prefixLength < (range.isIp6 ? 128 : 32)) {
      take({ range, ...place });
      return;
    }
    this.#watched.add(range.first);
    take({ address: range.first, ...place });
  }

  #mxAddresses(domain: NameId, take: Take): void {
    const answer = this.#held.lookup(domain, TYPE_MX);
    this.#watch(domain, answer);
    if (answer.kind !== 'records') return;
    for (const record of answer.records) if (record.data > ROOT) this.#addresses(record.data, 'spf-mx', take);
  }

  #addresses(host: NameId, how: MailReason['how'], take: Take): void {
    for (const type of ADDRESS_TYPES) {
      const answer = this.#held.lookup(host, type);
      this.#watch(host, answer);
      if (answer.kind !== 'records') continue;
      for (const record of answer.records) if (record.data !== NO_NAME) take({ address: record.data, how, host });
    }
  }

  #isMxTarget(name: NameId): boolean {
    this.#watched.add(name);
    return this.#held.isMxTarget(name);
  }

  #watch(name: NameId, answer: Answer): void {
    // Nearly all answers are of the name itself.
    if (answer.kind !== 'loop' && answer.name === name && answer.aliases.length === 0) this.#watched.add(name);
    else for (const asked of namesAsked(name, answer)) this.#watched.add(asked);
  }

  #nameOf(text: string): NameId {
    let name: NameId = ROOT;
    const labels = text.split('.').filter((label) => label !== '');
    for (const label of labels.reverse()) if (name !== NO_NAME) name = this.#names.childText(name, label);
    return name;
  }
}

function covers(names: NameTable, wide: SpfMatch, match: SpfMatch): boolean {
  if ('address' in wide) return 'address' in match && match.address === wide.address;
  return 'address' in match
    ? passes(names, wide, match.address)
    : !wide.refused && rangeWithin(names, wide.range, match.range);
}
