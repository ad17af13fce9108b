import { ARPA4_ADDRESS, type NameId } from '../dns/name-table.ts';
import type { Zone } from '../workspace/instance.ts';
import { NetworkScan, type ScanTables, type ScanZones } from './network-scan.ts';
import { readNames } from './network-series.ts';
import { scanTables, scanZones } from './scan-tables.ts';
import type { ViewContext } from './view-context.ts';

/**
 * The pairs of IPv4 addresses and their PTRs in a view, network by network as a load runs past them. What is known holds
 * until a record or a zone changes.
 */
export class PlainNetworks {
  readonly #context: ViewContext;
  readonly #scan = new NetworkScan();
  #tables: ScanTables | undefined;
  #zones: { readonly zones: readonly Zone[]; readonly known: ScanZones } | undefined;
  #changeCount = -1;
  #version = -1;
  #network: NameId = -1;
  #hasPairs = false;
  /** Whether the names that the PTRs of the network at hand lead to count with their addresses. */
  isCounting = false;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  /** Makes ready for so many names; false where they are too few to be worth a look at all blocks. */
  begin(nameCount: number): boolean {
    const { store, held } = this.#context;
    const isFresh = this.#changeCount === store.changes.count && this.#version === held.view.version;
    if (!isFresh || !this.#tables) {
      this.#tables = undefined;
      this.#network = -1;
      if (nameCount < store.blocks.length) return false;
      this.#changeCount = store.changes.count;
      this.#version = held.view.version;
      this.#zones = scanZones(store, held.view);
    }
    // The arrays may be others once there are more names.
    this.#tables = scanTables(store, held.view);
    return true;
  }

  /** Whether an address has one name and one confirmed PTR, of a host; false too where that is not known. */
  isPair(address: NameId): boolean {
    const { names } = this.#context.store;
    const network = names.parent(address);
    if (network !== this.#network) {
      this.#network = network;
      this.#hasPairs = this.#read(network);
    }
    const place = names.ip4Of(address) & 255;
    return this.#hasPairs && ((this.#scan.pairs[place >> 5] as number) & (1 << (place & 31))) !== 0;
  }

  #read(network: NameId): boolean {
    const { store, held, series } = this.#context;
    this.isCounting = false;
    if (!this.#tables || !this.#zones || store.names.arpaKind(network) !== ARPA4_ADDRESS - 1) return false;
    const scan = this.#scan;
    readNames(store.names, network, scan.names);
    scan.readPointers(this.#tables);
    if (!scan.hasSeveral && scan.readEnds(this.#tables)) {
      const [counting] = series.learn(network, scan).all;
      this.isCounting = counting?.isCounting === true;
    }
    const { zones, known } = this.#zones;
    scan.readPairs(this.#tables, known);
    const pointerZone = zones[scan.pointerZone];
    const hostZone = zones[scan.hostZone];
    if (scan.hostParent < 0 || !pointerZone || !hostZone) return false;
    return held.zoneOf(network) === pointerZone && held.zoneOf(scan.hostParent) === hostZone;
  }
}
