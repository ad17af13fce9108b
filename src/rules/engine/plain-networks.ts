import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { grown } from '../../text/typed-array.ts';
import type { Held } from '../../workspace/held.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { Store } from '../../workspace/store.ts';
import { NetworkScan, type ScanZones } from '../facts/network-scan.ts';
import { readNames, type SeriesByNetwork } from '../facts/network-series.ts';
import { scanTables, scanZones } from '../facts/scan-tables.ts';

/** Numbers that have a bit for each address of a network. */
const BITS = 8;
/** No address of the network is known to be of a pair. */
const NO_PAIRS = -1;
/** The first octet of loopback addresses. */
const LOOPBACK = 127;

/** Of a view: its records, its answers, and its series, which learn from what is read here. */
interface ReadView {
  readonly store: Store;
  readonly held: Held;
  readonly series: SeriesByNetwork;
}

/**
 * The pairs of IPv4 addresses and their PTRs in a view, network by network as a load runs past them. What is known holds
 * until a record or a zone changes.
 */
export class PlainNetworks {
  readonly #context: ReadView;
  readonly #scan = new NetworkScan();
  /** Undefined where the networks are not to be read. */
  #zones: { readonly zones: readonly Zone[]; readonly known: ScanZones } | undefined;
  #changeCount = -1;
  #version = -1;
  /** Where the bits of a network's pairs begin, or NO_PAIRS. */
  readonly #found = new Map<NameId, number>();
  #bits = new Int32Array(64 * BITS);
  #used = 0;
  /** The networks whose names count with their addresses. */
  readonly #counting = new Set<NameId>();
  /** The network asked for last. */
  #network: NameId = -1;
  #at = NO_PAIRS;
  /** Whether the names that the PTRs of the network asked for last lead to count with their addresses. */
  isCounting = false;

  constructor(context: ReadView) {
    this.#context = context;
  }

  /** Makes ready for so many names; false where they are too few to be worth a look at all blocks. */
  begin(nameCount: number): boolean {
    const { store, held } = this.#context;
    const isFresh = this.#changeCount === store.changes.count && this.#version === held.view.version;
    if (isFresh && this.#zones) return true;
    this.forget();
    if (nameCount < store.blocks.length) return false;
    this.#changeCount = store.changes.count;
    this.#version = held.view.version;
    this.#zones = scanZones(store, held.view);
    return true;
  }

  /** Of so many networks as there may be nothing is kept once all names were passed. */
  forget(): void {
    this.#zones = undefined;
    this.#found.clear();
    this.#counting.clear();
    this.#used = 0;
    this.#network = -1;
  }

  /** Whether an address has one name and one confirmed PTR, of a host; false where that is not known, and of loopback. */
  isPair(address: NameId): boolean {
    const { names } = this.#context.store;
    const network = names.parent(address);
    if (network !== this.#network) {
      this.#network = network;
      this.#at = this.#found.get(network) ?? this.#read(network);
      this.isCounting = this.#counting.has(network);
    }
    const place = names.ip4Of(address) & 255;
    return this.#at >= 0 && ((this.#bits[this.#at + (place >> 5)] as number) & (1 << (place & 31))) !== 0;
  }

  #read(network: NameId): number {
    const { store, held } = this.#context;
    if (!this.#zones || store.names.arpaKind(network) !== ARPA4_ADDRESS - 1) return NO_PAIRS;
    if (store.names.ip4Of(network) >>> 24 === LOOPBACK) return NO_PAIRS;
    const scan = this.#scan;
    const tables = scanTables(store, held.view);
    readNames(store.names, network, scan.names);
    scan.readPointers(tables);
    scan.readEnds(tables);
    scan.readPairs(tables, this.#zones.known);
    const at = this.#keep(network);
    this.#found.set(network, at);
    return at;
  }

  /** Keeps what was scanned of a network. */
  #keep(network: NameId): number {
    const { held, series } = this.#context;
    const scan = this.#scan;
    if (scan.isCounting) {
      const [counting] = series.learn(network, scan).all;
      if (counting?.isCounting) this.#counting.add(network);
    }
    const pointerZone = this.#zones?.zones[scan.pointerZone];
    const hostZone = this.#zones?.zones[scan.hostZone];
    if (scan.hostParent < 0 || !pointerZone || !hostZone) return NO_PAIRS;
    if (held.zoneOf(network) !== pointerZone || held.zoneOf(scan.hostParent) !== hostZone) return NO_PAIRS;
    const at = this.#used;
    this.#used += BITS;
    if (this.#used > this.#bits.length) this.#bits = grown(this.#bits, this.#used * 2);
    this.#bits.set(scan.pairs, at);
    return at;
  }
}
