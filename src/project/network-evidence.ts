import { ip4Arpa, ip6Arpa } from '../dns/arpa.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME, TYPE_NS } from '../dns/type-codes.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';
import type { Decision } from './evidence.ts';
import { addressesOf, neighboursOf, recordsAt } from './look-ups.ts';
import { nameIn } from './mounts.ts';
import type { PeekedPointer, Witnesses } from './peek.ts';

/** What is known of a file whose name tells no reverse zone. */
export interface NetworkQuestion {
  readonly pointers: readonly PeekedPointer[];
  readonly named: string | undefined;
  /** Whether its name says that it is a reverse zone. */
  readonly saysReverse: boolean;
  /** The zone that its name tells of which it is a part, as for `db.192`; a final dot, as all names here. */
  readonly within: string | undefined;
  /** What is left of its name: of one that says reverse it may be the zone whose addresses it names. */
  readonly stem: string;
}

/** The zone that the file's name tells, and the names in it that aliases may lead to. */
interface Named {
  readonly origin: string;
  readonly zone: NameId;
  readonly below: readonly NameId[];
}

/**
 * So many PTR records have to agree on a network where no name says reverse. Of those whose targets have addresses so large
 * a part has to agree, and so large a part to lead into the network at least: one fault of three must not hide itself.
 */
const LEAST_AGREEING = 2;
const LEAST_EXACT = 0.5;
const LEAST_PART = 0.75;

const LOOPBACK = `.127.${ip4Arpa}`;

/** Octets or nibbles as owners of PTR records have them below their zone. */
const HOST_PART = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}|[0-9a-f](?:\.[0-9a-f]){1,30})$/i;

/** PTR records whose owners are octets or nibbles below an origin that the text does not tell. */
export function hostPointers(pointers: readonly PeekedPointer[]): readonly PeekedPointer[] {
  return pointers.filter(({ owner, origin }) => origin === '' && HOST_PART.test(owner));
}

function isBelow(name: string, stem: string): boolean {
  return `.${name.toLowerCase()}`.endsWith(`.${stem}.`);
}

/** Octets are three at most below a zone. */
function treeOf([first]: readonly PeekedPointer[]): string {
  return (first?.owner.split('.').length ?? 0) > 3 ? ip6Arpa : ip4Arpa;
}

/** Whether all that records tell of hosts are PTR records of octets or nibbles: such a file is no forward zone. */
export function isOfAddresses({ pointers, hosts }: Witnesses): boolean {
  return pointers.length > 0 && hosts.length === 0 && hostPointers(pointers).length === pointers.length;
}

/**
 * Which reverse zone a file is whose name tells none: the network in which the addresses of the targets of its PTR records
 * end as the owners do. Names are looked up once; the question can be asked again when records have changed.
 */
export class NetworkEvidence {
  readonly #store: Store;
  readonly #pointers: readonly { readonly owner: string; readonly target: NameId }[];
  readonly #named: Named | undefined;
  readonly #path: string;
  readonly #least: number;
  readonly #within: string | undefined;

  /** `named` is the zone that the name of the file at `path` may tell, though it says reverse. */
  constructor(store: Store, path: string, { pointers, named, saysReverse, within, stem }: NetworkQuestion) {
    this.#store = store;
    this.#path = path;
    const own = hostPointers(pointers);
    this.#least = saysReverse || within !== undefined ? 1 : LEAST_AGREEING;
    const isOfZone = saysReverse && stem.includes('.') && own.some(({ target }) => isBelow(target, stem));
    this.#within = within ?? (isOfZone ? treeOf(own) : undefined);
    // Targets below an origin that nobody knows are no names yet; those with a forgotten final dot are.
    this.#pointers = own
      .filter(({ target }) => target.includes('.'))
      .map(({ owner, target }) => ({
        owner: owner.toLowerCase(),
        target: nameIn(store.names, target.endsWith('.') ? target : `${target}.`),
      }));
    this.#named =
      named === undefined
        ? undefined
        : {
            origin: named,
            zone: nameIn(store.names, named),
            below: own.map(({ owner }) => nameIn(store.names, `${owner}.${named}`)),
          };
  }

  /**
   * The zone that the name tells, where another zone delegates or leads to it (RFC 2317); else the network that is spoken
   * for; undefined where none is, or several.
   */
  decide(): Decision | undefined {
    if (this.#named && this.#isLedTo(this.#named)) return { origin: this.#named.origin, by: 'records' };
    return this.#exact() ?? this.#partOf();
  }

  /** The network in which enough targets have the addresses that their owners tell. */
  #exact(): Decision | undefined {
    const networks = new Map<string, Set<string>>();
    const known = new Map<string, string[]>();
    for (const { owner, target } of this.#pointers) {
      for (const address of addressesOf(this.#store, target)) {
        const name = this.#store.names.text(address);
        known.set(owner, [...(known.get(owner) ?? []), name]);
        if (!name.startsWith(`${owner}.`)) continue;
        const network = name.slice(owner.length + 1);
        networks.set(network, (networks.get(network) ?? new Set()).add(owner));
      }
    }
    const [best, second] = [...networks].sort((a, b) => b[1].size - a[1].size);
    if (best === undefined || best[1].size < Math.max(this.#least, known.size * LEAST_EXACT)) return undefined;
    if (second !== undefined && second[1].size * 2 > best[1].size) return undefined;
    const [origin] = best;
    const inside = [...known.values()].filter((names) => names.some((name) => name.endsWith(`.${origin}`)));
    return inside.length < known.size * LEAST_PART ? undefined : { origin, by: 'records' };
  }

  /** The one part of the zone that the name tells in which the hosts around the targets are. */
  #partOf(): Decision | undefined {
    const [first] = this.#pointers;
    if (this.#within === undefined || first === undefined) return undefined;
    const depth = first.owner.split('.').length;
    const networks = new Set<string>();
    for (const address of neighboursOf(
      this.#store,
      this.#pointers.map(({ target }) => target),
    ))
      if (address.endsWith(`.${this.#within}`) && !address.endsWith(LOOPBACK))
        networks.add(address.split('.').slice(depth).join('.'));
    const [origin] = networks;
    return origin === undefined || networks.size > 1 ? undefined : { origin, by: 'records' };
  }

  #isLedTo({ zone, below }: Named): boolean {
    if (zone === NO_NAME) return false;
    const isLed = (name: NameId, type: number): boolean => this.#isTarget(name, type, zone);
    return isLed(zone, TYPE_DNAME) || below.some((name) => isLed(name, TYPE_CNAME)) || this.#isDelegated(zone);
  }

  #isTarget(name: NameId, type: number, zone: NameId): boolean {
    const { records, views } = this.#store;
    for (const { index } of views.values())
      for (let id = index.firstTo(name); id >= 0; id = records.nextTo(id))
        if (records.type[id] === type && this.#isElsewhere(id, zone)) return true;
    return false;
  }

  /** Whether another zone has name servers for a zone. */
  #isDelegated(zone: NameId): boolean {
    for (const id of recordsAt(this.#store, zone))
      if (this.#store.records.type[id] === TYPE_NS && this.#isElsewhere(id, zone)) return true;
    return false;
  }

  /**
   * Whether a record stands in another file than its own, and for another zone. One for the same zone is a rival: it would
   * be held no more, and lead nowhere, once this file were that zone.
   */
  #isElsewhere(record: RecordId, zone: NameId): boolean {
    const instance = this.#store.blockOf(record)?.instance;
    return instance !== undefined && instance.file.path !== this.#path && instance.apex !== zone;
  }
}
