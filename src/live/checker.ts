import { parentName } from '../dns/name.ts';
import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import { specialUse } from './address-space.ts';
import { isOpen, type JudgeOptions, judge } from './judge.ts';
import { endlessAliases, KeptAnswers, LONGEST_CHAIN, type Looked, type Lookup, type ServerWord } from './look.ts';
import { mailboxText } from './mailbox-text.ts';
import { type ForwardResult, isFault, type LiveResult, type ZoneOwner } from './result.ts';
import { addressText, isSameAddress, reverseNameOf } from './targets.ts';

/** What a check works with. */
export interface CheckerOptions {
  readonly lookup: Lookup;
  readonly judge: JudgeOptions;
  /** The user named the server that is asked: then it may be asked for private addresses too. */
  readonly isServerNamed: boolean;
  /** The option or setting with which the user names it. */
  readonly namedBy: string;
  /** Whether nobody waits any more. */
  readonly isCancelled: () => boolean;
  /** Addresses that are looked at at once. */
  readonly window: number;
}

/** Of more addresses the questions are saved that change no verdict. */
const LARGE = 4096;
/** Names of one PTR set that are asked back; receivers give up long before. */
const MOST_FORWARD = 256;

/** Looks addresses up as mail servers do. */
export class LiveChecker {
  readonly #options: CheckerOptions;
  /** So many are asked about that no question is to be asked without need. */
  #isLarge = false;
  readonly #owners = new KeptAnswers<ZoneOwner | null>();

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Looks at addresses side by side and gives the results in their order, each as soon as those before it are there. */
  async *checkAll(addresses: ReadonlySet<string>): AsyncGenerator<LiveResult> {
    this.#isLarge = addresses.size > LARGE;
    const underway: Promise<LiveResult>[] = [];
    const { window, isCancelled } = this.#options;
    for (const address of addresses) {
      if (isCancelled()) break;
      underway.push(this.check(address));
      if (underway.length >= window) yield await (underway.shift() as Promise<LiveResult>);
    }
    for (const result of underway) {
      const found = await result;
      if (isCancelled()) return;
      yield found;
    }
  }

  /** Looks at one address: its PTR set, and the addresses of each name in it. */
  async check(address: string): Promise<LiveResult> {
    const reverseName = reverseNameOf(address) ?? '';
    const special = this.#options.isServerNamed ? undefined : specialUse(address);
    if (special !== undefined) return notAsked(address, reverseName, special, this.#options.namedBy);
    const pointers = await this.#pointers(reverseName);
    const names = [...new Set(pointers.records.map(({ data }) => data))];
    // Servers give the records of a set in any order.
    if (names.length > 1) names.sort();
    const failed: ServerWord[] = [];
    const forward = await Promise.all(names.slice(0, MOST_FORWARD).map((name) => this.#forward(address, name, failed)));
    const judgement = judge({ address, pointers, forward, failed }, this.#options.judge);
    const owner = isFault(judgement.verdict) ? await this.#owner(reverseName, pointers) : null;
    return {
      address,
      reverseName: undotted(reverseName),
      status: pointers.status,
      reason: pointers.reason,
      names: names.map(undotted),
      aliases: pointers.aliases.map(undotted),
      forward,
      servers: pointers.servers.map((word) => ({
        ...word,
        server: undotted(word.server),
        zone: undotted(word.zone),
        names: word.names.map(undotted),
      })),
      held: null,
      owner,
      ...judgement,
    };
  }

  async #pointers(reverseName: string): Promise<Looked> {
    const { lookup } = this.#options;
    const looked = await lookup.look(reverseName, 'PTR');
    if (looked.status !== 'servfail' || looked.reason !== '') return looked;
    // Servers fail where aliases lead in a circle; asked for the aliases themselves, they tell them.
    const aliases = [reverseName];
    while (aliases.length <= LONGEST_CHAIN) {
      const [alias] = (await lookup.look(aliases.at(-1) ?? '', 'CNAME')).records;
      if (!alias) return looked;
      const isCircle = aliases.includes(alias.data);
      aliases.push(alias.data);
      if (isCircle) break;
    }
    return endlessAliases(aliases, looked.servers);
  }

  /** The addresses that a name has: of both families, as mail servers of both ask. */
  async addressesOf(name: string): Promise<{ readonly status: Looked['status']; readonly addresses: string[] }> {
    const { lookup } = this.#options;
    const [first, second] = await Promise.all([lookup.look(name, 'A'), lookup.look(name, 'AAAA')]);
    const addresses = [...first.records, ...second.records].map(({ data }) => addressText(data) ?? data);
    if (addresses.length > 0) return { status: 'found', addresses };
    const isKnown = first.status === 'nodata' || first.status === 'nxdomain';
    return { status: isKnown ? second.status : first.status, addresses };
  }

  /** `failed` gets what servers said that did not tell. */
  async #forward(address: string, name: string, failed: ServerWord[]): Promise<ForwardResult> {
    const { lookup } = this.#options;
    const [own, other] = address.includes(':') ? (['AAAA', 'A'] as const) : (['A', 'AAAA'] as const);
    const [back, also] = await (this.#isLarge
      ? this.#thriftily(address, name)
      : Promise.all([lookup.look(name, own), lookup.look(name, other)]));
    const addresses = [...back.records, ...(also?.records ?? [])].map(({ data }) => addressText(data) ?? data);
    // Only the address's own family can confirm it: what became of that question counts.
    const status = back.status === 'nodata' && addresses.length > 0 ? 'found' : back.status;
    const confirms = addresses.some((one) => isSameAddress(one, address));
    if (!confirms && isOpen(status)) failed.push(...back.servers);
    return { name: undotted(name), status, addresses, confirms };
  }

  /** The other family only where the address's own does not confirm it: in large networks that is a third of the questions. */
  async #thriftily(address: string, name: string): Promise<readonly [Looked, Looked?]> {
    const { lookup } = this.#options;
    const [own, other] = address.includes(':') ? (['AAAA', 'A'] as const) : (['A', 'AAAA'] as const);
    const back = await lookup.look(name, own);
    if (back.records.some(({ data }) => isSameAddress(data, address))) return [back];
    return [back, await lookup.look(name, other)];
  }

  /** Who runs the zone of a reverse name. Neighbours are in the same zone, unless aliases lead elsewhere. */
  #owner(reverseName: string, pointers: Looked): Promise<ZoneOwner | null> {
    const name = pointers.aliases.at(-1) ?? reverseName;
    const { zone } = pointers;
    return this.#owners.of(zone ?? parentName(name) ?? '.', async () => {
      const { lookup } = this.#options;
      const apex = zone ?? (await lookup.look(name, 'SOA')).zone;
      if (apex === undefined) return null;
      const [soa, servers] = await Promise.all([lookup.look(apex, 'SOA'), lookup.look(apex, 'NS')]);
      const mailbox = soa.records[0]?.soa?.mailbox;
      const names = servers.records.map(({ data }) => undotted(data)).sort();
      return { zone: undotted(apex), servers: names, mailbox: mailbox === undefined ? '' : mailboxText(mailbox) };
    });
  }
}

function notAsked(address: string, reverseName: string, special: string, namedBy: string): LiveResult {
  return {
    address,
    reverseName: undotted(reverseName),
    status: 'refused',
    reason: phrase`a ${special} address: not asked`,
    names: [],
    aliases: [],
    forward: [],
    servers: [],
    generic: null,
    held: null,
    verdict: 'unknown',
    advice: phrase`A ${special} address means nothing in the public DNS: it was not asked for. Name the server that knows it (${namedBy})`,
    trouble: [],
    owner: null,
  };
}
