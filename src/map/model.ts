import { ip6Text } from '../dns/ip6.ts';
import { ARPA6_ADDRESS, type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Engine } from '../rules/engine/engine.ts';
import { byAddress } from '../rules/facts/address-order.ts';
import { cellsText, type MapGroup, type MapPicture, type MapRange } from '../shared/map-cells.ts';
import { addressesIn, networkOf } from '../workspace/network.ts';
import { type AddressRange, contains, type RangeKey, range6, rangeKey } from '../workspace/range.ts';
import type { View } from '../workspace/view.ts';
import { nameAbove, sumOfBlock } from './blocks.ts';
import { Judge } from './judge.ts';
import { cellsOf4, type MapNetwork } from './network.ts';
import { rangesIn } from './ranges.ts';

/** Addresses that are worked out at a stretch. */
const STRETCH = 256;
/** No more addresses of an IPv6 network are drawn. */
export const MOST_CELLS = 65_536;

/** What has changed since a map was looked at last: cells by their numbers, or all of them. */
export interface MapChanges {
  readonly isWhole: boolean;
  /** Numbers of cells, each followed by what the cell is now. */
  readonly cells: readonly number[];
}

/**
 * The cells of a network in one view, as the engine knows them. What the engine checks again is worked out again, with the
 * 256 addresses around it, as some things are said of these together. A wide network has cells for blocks of addresses.
 *
 * Invariant: after `refresh` each cell is what `Judge` says of its address, or what its block adds up to, unless the engine
 * has work left.
 */
export class NetworkMap {
  readonly network: MapNetwork;
  readonly view: View;
  readonly #engine: Engine;
  readonly #judge: Judge;
  #cells: Uint8Array;
  /** Of IPv6: the addresses in use, in their order. */
  #addresses: NameId[] = [];
  readonly #cellOf = new Map<NameId, number>();
  readonly #dirty = new Set<NameId>();
  readonly #listener = (view: View, name: NameId): void => {
    // An address may be answered for by a name elsewhere, in a classless zone or in another view.
    if (view === this.view && this.#isInNetwork(name)) this.#dirty.add(networkOf(this.#engine.store.names, name));
  };
  #version = -1;
  #nameCount = 0;
  #range6: AddressRange | undefined;

  constructor(engine: Engine, view: View, network: MapNetwork) {
    this.#engine = engine;
    this.view = view;
    this.network = network;
    this.#judge = new Judge(engine, view);
    this.#cells = new Uint8Array(network.family === 4 ? cellsOf4(network) : 0);
    engine.checkedListeners.add(this.#listener);
  }

  /** The cells as they were at the last refresh. */
  get cells(): Uint8Array {
    return this.#cells;
  }

  /** Ends the listening for changes. */
  dispose(): void {
    this.#engine.checkedListeners.delete(this.#listener);
  }

  /** Works out what has changed, `yield`ing now and then; all of it where zones or settings have changed. */
  *refresh(): Generator<void, MapChanges> {
    const { version } = this.view;
    const isWhole = version !== this.#version || this.#hasNewAddresses();
    this.#version = version;
    this.#nameCount = this.#engine.store.names.count;
    const before = isWhole ? undefined : this.#cells.slice();
    if (isWhole && this.network.family === 6) this.#readAddresses();
    const work = isWhole ? this.#all() : this.#places(this.#dirty);
    this.#dirty.clear();
    for (const one of work) {
      yield* this.#work(one);
      yield;
    }
    if (!before) return { isWhole: true, cells: [] };
    const cells: number[] = [];
    for (let i = 0; i < before.length; i++) {
      const cell = this.#cells[i] as number;
      if (cell !== before[i]) cells.push(i, cell);
    }
    return { isWhole: false, cells };
  }

  /** Delegations, zones of their own and classless children in the network. */
  ranges(): readonly MapRange[] {
    return rangesIn(this.#judge.ctx, this.network);
  }

  /** All of it, to be sent or printed. */
  picture(): MapPicture {
    const { network, view } = this;
    const addresses = this.#addresses.map((address) => this.#judge.ctx.held.addressText(address) ?? '');
    return {
      network: network.text,
      view: view.name,
      cells: cellsText(this.#cells),
      cellPrefix: network.family === 4 ? network.cellPrefix : 128,
      ranges: this.ranges(),
      first4: network.family === 4 ? network.first : 0,
      addresses,
      groups: network.family === 6 ? this.#groups() : [],
    };
  }

  /** Names that came since the last refresh are checked without a word where all is well with them. */
  #hasNewAddresses(): boolean {
    const { names } = this.#engine.store;
    let isNew = false;
    for (let name = this.#nameCount; name < names.count; name++) {
      if (!this.#isInNetwork(name)) continue;
      if (this.network.family === 6) isNew ||= this.#isUsed(name);
      else this.#dirty.add(networkOf(names, name));
    }
    if (this.network.family === 6 && !isNew)
      for (const network of this.#dirty)
        for (const name of addressesIn(names, network)) isNew ||= this.#isUsed(name) !== this.#cellOf.has(name);
    return isNew;
  }

  #isInNetwork(name: NameId): boolean {
    const { names } = this.#engine.store;
    if (!names.isAddress(name)) return false;
    const { network } = this;
    if (network.family === 6) return names.arpaKind(name) === ARPA6_ADDRESS && contains(names, this.#range(), name);
    if (names.arpaKind(name) === ARPA6_ADDRESS) return false;
    const place = (names.ip4Of(name) >>> 0) - network.first;
    return place >= 0 && place < 2 ** (32 - network.prefixLength);
  }

  #range(): AddressRange {
    const { network } = this;
    if (network.family !== 6) throw new Error('no network of IPv6');
    this.#range6 ??= range6(this.#engine.store.names, network.address, network.prefixLength);
    return this.#range6;
  }

  /** All that is to be worked out: of IPv4 numbers of cells, of IPv6 names above 256 addresses. */
  #all(): number[] {
    const { names } = this.#engine.store;
    const { network } = this;
    if (network.family === 6) return [...new Set(this.#addresses.map((address) => networkOf(names, address)))];
    const step = network.cellPrefix === 32 ? STRETCH : 1;
    const found: number[] = [];
    for (let cell = 0; cell < this.#cells.length; cell += step) found.push(cell);
    return found;
  }

  /** The same of names above 256 addresses. */
  #places(above: ReadonlySet<NameId>): number[] {
    const { names } = this.#engine.store;
    const { network } = this;
    if (network.family === 6) return [...above];
    const cellOf = (name: NameId): number => {
      const place = (names.ip4Of(name) >>> 0) - network.first;
      return Math.max(0, Math.floor(place / 2 ** (32 - network.cellPrefix)));
    };
    return [...new Set([...above].map(cellOf))];
  }

  *#work(one: number): Generator<void> {
    const { names } = this.#engine.store;
    const { network } = this;
    if (network.family === 6) {
      for (const address of addressesIn(names, one)) {
        const cell = this.#cellOf.get(address);
        if (cell !== undefined) this.#cells[cell] = this.#judge.cell(address);
      }
    } else if (network.cellPrefix === 32) this.#workStretch(one, network.first);
    else {
      const above = nameAbove(names, (network.first + one * 2 ** (32 - network.cellPrefix)) >>> 0, network.cellPrefix);
      const sum = yield* sumOfBlock(this.#judge, above, network.cellPrefix);
      this.#cells[one] = sum.cell(this.#judge.emptyCell(above.name));
    }
  }

  #workStretch(from: number, base: number): void {
    const { names } = this.#engine.store;
    const empty = this.#judge.emptyCell(nameAbove(names, (base + from) >>> 0, 24).name);
    const end = Math.min(from + STRETCH, this.#cells.length);
    for (let place = from; place < end; place++) {
      const name = names.address4((base + place) | 0);
      this.#cells[place] = name < 0 ? empty : this.#judge.cell(name);
    }
  }

  /** Whether an address has a record that leads to it or stands at it. */
  #isUsed(address: NameId): boolean {
    const { index } = this.view;
    return index.firstTo(address) >= 0 || index.firstAt(address) >= 0;
  }

  #readAddresses(): void {
    const { names } = this.#engine.store;
    const found: NameId[] = [];
    for (let name = 0; name < names.count && found.length < MOST_CELLS; name++)
      if (names.arpaKind(name) === ARPA6_ADDRESS && this.#isUsed(name) && this.#isInNetwork(name)) found.push(name);
    this.#addresses = found.sort((a, b) => byAddress(names, a, b));
    this.#cellOf.clear();
    for (const [cell, address] of this.#addresses.entries()) this.#cellOf.set(address, cell);
    this.#cells = new Uint8Array(this.#addresses.length);
  }

  #groups(): readonly MapGroup[] {
    const { names } = this.#engine.store;
    const groups: { label: string; first: number; count: number }[] = [];
    let key: RangeKey = NO_NAME;
    for (const [cell, address] of this.#addresses.entries()) {
      const own = rangeKey(names, address);
      if (own !== key) {
        key = own;
        const [first = 0, second = 0] = names.reverse.ip6Of(address);
        const prefix = [first >>> 16, first & 0xffff, second >>> 16, second & 0xffff, 0, 0, 0, 0];
        groups.push({ label: `${ip6Text(prefix)}/64`, first: cell, count: 0 });
      }
      const group = groups.at(-1);
      if (group) group.count++;
    }
    return groups;
  }
}
