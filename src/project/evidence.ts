import { onlyPrivate } from '../config/origin.ts';
import { ip4Arpa } from '../dns/arpa.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../dns/type-codes.ts';
import type { Store } from '../workspace/store.ts';
import { addressesOf, neighboursOf, recordsAt } from './look-ups.ts';
import { nameIn } from './mounts.ts';
import type { PeekedPointer, Witnesses } from './peek.ts';

/** An address, and the host that its PTR leads to or that has it. */
interface Pair {
  readonly address: NameId;
  readonly target: NameId;
}

/** The records of a file under one of the readings of its name. */
interface Reading {
  readonly origin: string;
  readonly pairs: readonly (Pair & { readonly firstLabel: string })[];
  readonly hosts: readonly Pair[];
}

/** The origin that a file's records speak for, or its name alone, as no other reading is a private network. */
export interface Decision {
  readonly origin: string;
  readonly by: 'records' | 'private';
}

/**
 * Which of the origins that a file's name may tell its records speak for: that under which the targets of its PTR records
 * own the addresses, or the addresses of its hosts have PTR records to them, or an absolute owner stands, or a host of the
 * file is a server that its SOA record names, or else its NS records, or the loopback network where a PTR leads to
 * localhost; of one alone also that which the names of its SOA record lie in. Else the network in which the targets'
 * addresses end as the owners do, else that of other hosts of their zones, else that of the addresses in comments, else
 * the one reading that is private space. The names are looked up once; the question can be asked again when records have
 * changed.
 */
export class Evidence {
  readonly #store: Store;
  readonly #readings: readonly Reading[];
  #written: readonly string[];
  readonly #noted: readonly string[];

  constructor(
    store: Store,
    origins: readonly string[],
    { pointers, hosts, soaNames, servers, noted }: Witnesses & { readonly noted: readonly string[] },
  ) {
    this.#store = store;
    this.#noted = origins.filter((origin) => noted.some((address) => reversedOctets(address).endsWith(`.${origin}`)));
    this.#written = origins.filter((origin) =>
      pointers.some(({ owner }) => owner.endsWith('.') && owner.toLowerCase().endsWith(`.${origin}`)),
    );
    const serving = (names: readonly string[]): readonly string[] =>
      origins.filter((origin) =>
        hosts.some(({ owner, origin: under }) => names.includes(absolute(owner, under || origin).toLowerCase())),
      );
    const primary = serving(soaNames);
    const served = primary.length > 0 ? primary : serving(servers);
    if (served.length === 1) this.#written = served;
    const loopback = origins.filter((origin) => origin.endsWith(LOOPBACK));
    if (loopback.length === 1 && pointers.some(({ target }) => /^localhost\.?$/i.test(target)))
      this.#written = loopback;
    const [only = ''] = origins;
    if (origins.length === 1 && soaNames.some((name) => `.${name}`.endsWith(`.${only}`))) this.#written = [only];
    this.#readings = origins.map((origin) => ({
      origin,
      pairs: pointers.flatMap(({ owner, target, origin: under }) =>
        meantBy(target, under || origin).map((name) => ({
          address: nameIn(store.names, absolute(owner, under || origin)),
          target: nameIn(store.names, name),
          firstLabel: owner.split('.', 1)[0] ?? '',
        })),
      ),
      hosts: hosts.map(({ owner, address, origin: under }) => ({
        address: store.names.reverse.keyOf(address),
        target: nameIn(store.names, absolute(owner, under || origin)),
      })),
    }));
  }

  /** The one origin that is spoken for; undefined where none is, or several. */
  decide(): Decision | undefined {
    const [written, ...others] = this.#written;
    if (written !== undefined) return others.length === 0 ? { origin: written, by: 'records' } : undefined;
    const confirmed = this.#readings.filter(
      ({ pairs, hosts }) =>
        pairs.some(({ address, target }) => this.#has(target, address, ADDRESSES)) ||
        hosts.some(({ address, target }) => this.#has(address, target, POINTERS)),
    );
    if (confirmed.length > 1) return undefined;
    const noted = this.#noted.length === 1 ? this.#noted[0] : undefined;
    const origin = confirmed[0]?.origin ?? this.#ofNetwork() ?? this.#ofNeighbours() ?? noted;
    if (origin !== undefined) return { origin, by: 'records' };
    const likely = this.#readings.length > 1 ? onlyPrivate(this.#readings.map((reading) => reading.origin)) : undefined;
    return likely === undefined ? undefined : { origin: likely, by: 'private' };
  }

  /** The reading with the one network in which addresses of the targets end in the first labels of their owners. */
  #ofNetwork(): string | undefined {
    const networks = new Set<string>();
    for (const { pairs } of this.#readings) {
      for (const { target, firstLabel } of pairs) {
        for (const address of addressesOf(this.#store, target)) {
          const name = this.#store.names.text(address);
          if (name.startsWith(`${firstLabel}.`)) networks.add(name.slice(firstLabel.length + 1));
        }
      }
    }
    const [network] = networks;
    if (network === undefined || networks.size > 1) return undefined;
    const fitting = this.#readings.filter(({ origin }) => network === origin || network.endsWith(`.${origin}`));
    return fitting.length === 1 ? fitting[0]?.origin : undefined;
  }

  /** The one reading in whose network hosts of the targets' zones are. */
  #ofNeighbours(): string | undefined {
    if (this.#readings.length < 2) return undefined;
    const targets = this.#readings.flatMap(({ pairs }) => pairs.map(({ target }) => target));
    const addresses = [...neighboursOf(this.#store, targets)];
    const fitting = this.#readings.filter(({ origin }) => addresses.some((one) => one.endsWith(`.${origin}`)));
    return fitting.length === 1 ? fitting[0]?.origin : undefined;
  }

  /** Whether a name has a record of these types that leads to another. */
  #has(owner: NameId, data: NameId, types: readonly number[]): boolean {
    if (data === NO_NAME) return false;
    const { records } = this.#store;
    for (const id of recordsAt(this.#store, owner))
      if (records.data[id] === data && types.includes(records.type[id] as number)) return true;
    return false;
  }
}

const LOOPBACK = `127.${ip4Arpa}`;

function reversedOctets(address: string): string {
  return `${address.split('.').reverse().join('.')}.${ip4Arpa}`;
}

const ADDRESSES: readonly number[] = [TYPE_A, TYPE_AAAA];
const POINTERS: readonly number[] = [TYPE_PTR];

/**
 * Whether all PTR records that a file begins with have too few octets in the zone that its name tells, each as few as the
 * others: `db.192` for the network 192.168.1.0 is what guides to BIND call it. The file's name is no whole zone's then.
 * Wildcards have as few as they like.
 */
export function isNamedShort(zone: string, pointers: () => readonly PeekedPointer[]): boolean {
  const octets = /^(\d{1,3}(?:\.\d{1,3})?)\.in-addr\.arpa\.$/.exec(zone)?.[1];
  if (octets === undefined) return false;
  const counts = new Set<number>();
  for (const { owner, origin } of pointers()) {
    if (origin !== '' || owner.endsWith('.')) return false;
    if (owner !== '@' && !owner.startsWith('*')) counts.add(owner.split('.').length);
  }
  const [count = 4] = counts;
  return counts.size === 1 && count + octets.split('.').length < 4;
}

/** The names that a target may be meant for: without its final dot the whole name, as that is forgotten most often. */
function meantBy(target: string, origin: string): readonly string[] {
  const name = absolute(target, origin);
  return !target.endsWith('.') && target.includes('.') ? [`${target}.`, name] : [name];
}

function absolute(name: string, origin: string): string {
  if (name.endsWith('.')) return name;
  return name === '@' ? origin : `${name}.${origin}`;
}

/** Counts the changes of records: as long as it is the same, so is what files tell of their zones. */
export function recordChanges({ views }: Store): number {
  let count = 0;
  for (const view of views.values()) count += view.changeCount;
  return count;
}
