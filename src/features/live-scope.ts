import { nameKey } from '../dns/name.ts';
import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { LiveChecker } from '../live/checker.ts';
import { isOpen, statusAdvice } from '../live/judge.ts';
import type { Lookup } from '../live/look.ts';
import type { LookStatus } from '../live/reply.ts';
import { addressText, liveTarget } from '../live/targets.ts';
import type { Zone } from '../workspace/instance.ts';
import type { LiveHeld } from './live-held.ts';

/** A name that led to no address. */
export interface NameProblem {
  readonly name: string;
  readonly status: LookStatus;
  /** Whether it surely has none. */
  readonly isFault: boolean;
  readonly message: string;
}

/** What words and places come to. Addresses and zones stand once each, in the order in which they were met. */
export class LiveScope {
  readonly addresses = new Set<string>();
  readonly zones = new Set<Zone>();
  readonly names: NameProblem[] = [];
  readonly problems: string[] = [];
  readonly #held: LiveHeld;
  readonly #checker: LiveChecker;
  readonly #lookup: Lookup;

  constructor(held: LiveHeld, checker: LiveChecker, lookup: Lookup) {
    this.#held = held;
    this.#checker = checker;
    this.#lookup = lookup;
  }

  /** A zone with the addresses of its records. */
  addZone(zone: Zone): void {
    this.zones.add(zone);
    for (const address of this.#held.addressesOf(zone)) this.addresses.add(address);
  }

  /**
   * A word: the name of a held zone, an address, a network, or another name, whose addresses are asked for. The name of a
   * reverse zone means its records where it is held, and else its whole network.
   */
  async addWord(word: string): Promise<void> {
    const name = addressText(word) === undefined ? nameKey(word, '.') : undefined;
    const zones = name === undefined ? [] : this.#held.zonesNamed(name);
    for (const zone of zones) this.addZone(zone);
    if (zones.length > 0) return;
    const target = liveTarget(word);
    switch (target.kind) {
      case 'problem':
        this.problems.push(target.problem);
        return;
      case 'address':
        this.addresses.add(target.address);
        return;
      case 'network':
        for (const address of target.addresses()) this.addresses.add(address);
        return;
      case 'name':
        await this.addHost(target.name);
    }
  }

  /** The addresses of a host, and of the mail hosts of a domain. `name` is canonical. */
  async addHost(name: string): Promise<void> {
    const [own, mail] = await Promise.all([this.#checker.addressesOf(name), this.#lookup.look(name, 'MX')]);
    const hosts = mail.records.map(({ data }) => data.replace(/^\d+ /, '')).filter((host) => host !== '.');
    const found = await Promise.all(hosts.map((host) => this.#checker.addressesOf(host)));
    const all = [...own.addresses, ...found.flatMap(({ addresses }) => addresses)];
    for (const address of all) this.addresses.add(address);
    if (all.length > 0) return;
    const { status } = own;
    this.names.push({ name: undotted(name), status, isFault: !isOpen(status), message: messageOf(status) });
  }
}

function messageOf(status: LookStatus): string {
  if (status === 'nxdomain') return phrase`this name does not exist, and no file or zone of the workspace is called so`;
  if (status === 'nodata') return phrase`this name has no address and no mail host`;
  return phrase`its addresses: ${statusAdvice(status)}`;
}
