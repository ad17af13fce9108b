import { ARPA4_ADDRESS, ARPA6, ARPA6_ADDRESS, type NameId, type NameTable } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { type PointerSource, seriesOf, seriesTemplate } from '../../generic/series.ts';
import type { Held } from '../../workspace/held.ts';
import { addressesIn, networkOf } from '../../workspace/network.ts';
import { NO_RECORD, type RecordId, type RecordTable } from '../../workspace/record-table.ts';
import type { Tables } from '../../workspace/tables.ts';
import { NetworkScan } from './network-scan.ts';
import { scanTables } from './scan-tables.ts';

/** PTRs of one network whose names only count. */
export interface PointerSeries {
  /** The PTR of the lowest address. */
  readonly first: RecordId;
  readonly last: RecordId;
  readonly count: number;
  /** The name with `#` for its numbers; without any where all have the very same name. */
  readonly template: string;
  /** Whether the names count, and are not all the same. */
  readonly isCounting: boolean;
}

/** Fewer PTRs than this make no series. */
const LEAST_SERIES = 4;
const NO_SERIES = 255;

/** The series of the networks of a view, each worked out when asked for and kept until one of its PTRs comes or goes. */
export class SeriesByNetwork {
  readonly #held: Held;
  readonly #templates: CountedTemplates;
  readonly #scan = new NetworkScan();
  readonly #networks = new Map<NameId, NetworkSeries>();
  readonly #none: NetworkSeries;
  #lastNetwork: NameId = -1;
  #lastSeries: NetworkSeries | undefined;

  constructor(held: Held) {
    this.#held = held;
    this.#templates = new CountedTemplates(held.store.names);
    this.#none = new NetworkSeries(held.store);
  }

  /** Whether no network was asked for: then nothing is to be forgotten. */
  get isEmpty(): boolean {
    return this.#networks.size === 0;
  }

  /** The PTRs of a network have changed. */
  forget(network: NameId): void {
    if (this.isEmpty) return;
    this.#networks.delete(network);
    this.#lastNetwork = -1;
  }

  /** The series of the network that an owner of PTRs stands in. */
  around(owner: NameId): NetworkSeries {
    const network = networkOf(this.#held.store.names, owner);
    if (network === this.#lastNetwork && this.#lastSeries) return this.#lastSeries;
    if (this.#isAlone(owner, network)) return this.#none;
    let series = this.#networks.get(network);
    if (!series) {
      series = this.#read(network);
      this.#networks.set(network, series);
    }
    this.#lastNetwork = network;
    this.#lastSeries = series;
    return series;
  }

  /** Whether an IPv6 address is the only name with records in its network: of nearly all that have one of their own. */
  #isAlone(owner: NameId, network: NameId): boolean {
    const { store, view } = this.#held;
    const { weight } = view.index;
    return (
      store.names.arpaKind(owner) === ARPA6_ADDRESS && weight[network] === 1 && weight[store.names.parent(owner)] === 1
    );
  }

  /** Takes over what a scan found of a network whose names all count with their addresses; returns its series. */
  learn(network: NameId, counting: CountingPointers): NetworkSeries {
    const known = this.#networks.get(network);
    if (known) return known;
    const series = this.#seriesOf(counting);
    this.#networks.set(network, series);
    return series;
  }

  #read(network: NameId): NetworkSeries {
    const { store, view } = this.#held;
    const scan = this.#scan;
    readNames(store.names, network, scan.names);
    const tables = scanTables(store, view);
    scan.readPointers(tables);
    if (scan.hasSeveral) findOthers(this.#held, scan);
    scan.readEnds(tables);
    if (scan.isCounting) return this.#seriesOf(scan);
    const series = new NetworkSeries(store);
    if (scan.count < LEAST_SERIES) return series;
    const pointers = scan.hasSeveral
      ? allPointers(this.#held, scan.pointers)
      : [...scan.pointers].filter((id) => id >= 0);
    series.addEach(pointers);
    return series;
  }

  #seriesOf(counting: CountingPointers): NetworkSeries {
    const series = new NetworkSeries(this.#held.store);
    series.addCounting(counting, this.#templates);
    return series;
  }
}

/** The PTRs of a network whose names all count with their addresses (see `NetworkScan`). */
export type CountingPointers = Pick<NetworkScan, 'count' | 'first' | 'second' | 'last' | 'lowest' | 'highest'>;

/** The series of one network. */
class NetworkSeries {
  readonly #names: NameTable;
  readonly #records: RecordTable;
  readonly #all: PointerSeries[] = [];
  /** Where all PTRs are one series whose ids follow each other: the lowest and the highest. */
  lowest: RecordId = NO_RECORD;
  highest: RecordId = NO_RECORD;
  /** For each of the 256 addresses the number of its series; undefined where all PTRs are of the first one. */
  #places: Uint8Array | undefined;

  constructor({ names, records }: Tables) {
    this.#names = names;
    this.#records = records;
  }

  get all(): readonly PointerSeries[] {
    return this.#all;
  }

  /** The series that the PTR of an owner belongs to. */
  of(owner: NameId): PointerSeries | undefined {
    if (this.#all.length === 0) return undefined;
    return this.#all[this.#places ? (this.#places[placeOf(this.#names, owner)] ?? NO_SERIES) : 0];
  }

  /** Where all names count with their addresses, all are one series. */
  addCounting({ first, second, last, lowest, highest, count }: CountingPointers, templates: CountedTemplates): void {
    const { data } = this.#records;
    const template = templates.of(data[first] as NameId, data[second] as NameId, data[last] as NameId);
    if (template === undefined) return;
    this.#add({ first, last, count, template });
    if (highest - lowest !== count - 1) return;
    this.lowest = lowest;
    this.highest = highest;
  }

  #add(series: Omit<PointerSeries, 'isCounting'>): void {
    this.#all.push({ ...series, isCounting: series.template.includes('#') });
  }

  /** Adds the series among some PTRs. */
  addEach(pointers: readonly RecordId[]): void {
    const records = this.#records;
    const places = new Uint8Array(256).fill(NO_SERIES);
    for (const { members, template } of seriesOf(this.#source(pointers))) {
      for (const member of members) {
        const owner = records.owner[pointers[member] ?? 0] ?? 0;
        places[placeOf(this.#names, owner)] = this.#all.length;
      }
      const first = pointers[members[0] ?? 0] ?? -1;
      const last = pointers[members.at(-1) ?? 0] ?? -1;
      this.#add({ first, last, count: members.length, template });
    }
    this.#places = places;
  }

  #source(pointers: readonly RecordId[]): PointerSource {
    const records = this.#records;
    return {
      count: pointers.length,
      order: (index) => placeOf(this.#names, records.owner[pointers[index] ?? 0] ?? 0),
      writeName: (index, into) => this.#names.writeText(records.data[pointers[index] ?? 0] ?? 0, into),
    };
  }
}

/**
 * The templates of names that count. Those of a network most often count on where those of another one ended: then they
 * have its template.
 */
class CountedTemplates {
  readonly #names: NameTable;
  /** Two names that the template was made of; -1 before. */
  #first: NameId = -1;
  #second: NameId = -1;
  #template = '';

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** The template of names of which the second is the one that follows the first; undefined where they make no series. */
  of(first: NameId, second: NameId, last: NameId): string | undefined {
    if (this.#first >= 0 && this.#countsOn(first, second, last)) return this.#template;
    const template = seriesTemplate([first, second, last].map((name) => this.#names.text(name).slice(0, -1)));
    if (template === undefined || !this.#differInNumber(first, last)) return template;
    this.#first = first;
    this.#second = second;
    this.#template = template;
    return template;
  }

  /** Any two of the known names and of the new ones differ in one number: then that is the same one in all. */
  #countsOn(first: NameId, second: NameId, last: NameId): boolean {
    return (
      this.#differInNumber(this.#first, first) &&
      this.#differInNumber(this.#first, second) &&
      this.#differInNumber(this.#first, last) &&
      this.#differInNumber(this.#second, first) &&
      this.#differInNumber(first, last)
    );
  }

  #differInNumber(from: NameId, to: NameId): boolean {
    const step = this.#names.numberStep(from, to);
    return step !== 0 && !Number.isNaN(step);
  }
}

/** Puts the names of a network's addresses at their places, -1 where there is none. */
export function readNames(names: NameTable, network: NameId, into: Int32Array): void {
  if (names.arpaKind(network) < ARPA6) names.reverse.readOctets(network, into);
  else if (names.arpaKind(network) === ARPA6_ADDRESS - 2) names.ip6.readNetwork(network, into);
  else {
    into.fill(-1);
    for (const owner of addressesIn(names, network)) into[placeOf(names, owner)] = owner;
  }
}

/** Adds the first PTRs of the addresses that have other records too: those that have several PTRs are the several ones then. */
function findOthers(held: Held, scan: NetworkScan): void {
  scan.hasSeveral = false;
  for (const [place, owner] of scan.names.entries()) {
    if (owner < 0 || (scan.pointers[place] as RecordId) >= 0) continue;
    const pointers = held.recordsAt(owner, TYPE_PTR);
    const [first] = pointers;
    scan.hasSeveral ||= pointers.length > 1;
    if (!first || first.data < 0) continue;
    scan.pointers[place] = first.id;
    scan.count++;
  }
}

/** An address with more PTRs than this is in no series. */
const MOST_OF_ADDRESS = 16;

/**
 * All PTRs of the addresses that have any, by address and then by name: which of them is in a series does not depend on the
 * order of the lines.
 */
function allPointers(held: Held, firsts: Int32Array): RecordId[] {
  const { names, records } = held.store;
  const all: RecordId[] = [];
  for (const first of firsts) {
    if (first < 0) continue;
    const pointers = held.recordsAt(records.owner[first] as NameId, TYPE_PTR).filter(({ data }) => data >= 0);
    if (pointers.length > MOST_OF_ADDRESS) continue;
    const once = new Map([...pointers].reverse().map(({ id, data }) => [data, id]));
    const byName = [...once].map(([data, id]) => ({ id, text: names.text(data) }));
    byName.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
    all.push(...byName.map(({ id }) => id));
  }
  return all;
}

/** The place of an address among the 256 of its network. */
function placeOf(names: NameTable, owner: NameId): number {
  const kind = names.arpaKind(owner);
  if (kind === ARPA4_ADDRESS) return names.ip4Of(owner) & 255;
  const label = names.labelText(owner);
  if (kind < ARPA6) return Number(label) & 255;
  return Number.parseInt(names.labelText(names.parent(owner)) + label, 16) & 255;
}
