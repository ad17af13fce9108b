import { ARPA6, type NameId, type NameTable } from '../dns/name-table.ts';
import { type Series, seriesOf } from '../generic/series.ts';
import { TYPE_PTR } from '../syntax/header.ts';
import { addressesIn, isBare } from '../workspace/network.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { AddressCase } from './address-case.ts';
import { addressServedAt } from './lone-pointer.ts';
import { isSelfAssigned, missingRecords } from './missing.ts';
import type { RuleContext } from './rule.ts';

/** PTRs of one network whose names only count. */
export interface PointerSeries {
  /** Lowest address first. */
  readonly pointers: readonly ZoneRecord[];
  readonly template: string;
}

/** The PTRs that one $GENERATE line makes in a network, by how they stand to their addresses; mail hosts left out. */
export interface GeneratedPointers {
  readonly confirmed: readonly ZoneRecord[];
  /** Those whose target has no address or another one. */
  readonly wrong: readonly ZoneRecord[];
}

/**
 * What is to be said of 256 neighbouring addresses together, worked out when asked for. It holds until the next change
 * of a record: a change at one address makes all of its network dirty where that matters.
 */
export class NetworkCase {
  readonly #ctx: RuleContext;
  /** The name above the reverse names. */
  readonly network: NameId;
  #names: readonly NameId[] | undefined;
  #pointers: readonly ZoneRecord[] | undefined;
  #series: ReadonlyMap<NameId, PointerSeries> | undefined;
  #generated: ReadonlyMap<number, GeneratedPointers> | undefined;
  #missing: readonly ZoneRecord[] | undefined;
  #bareHosts: readonly NameId[] | undefined;

  constructor(ctx: RuleContext, network: NameId) {
    this.#ctx = ctx;
    this.network = network;
  }

  /** The addresses as people write them: `192.0.2.0/24`. */
  get text(): string {
    const { names } = this.#ctx.store;
    const first = this.names[0];
    if (first === undefined) return '';
    const text = this.#ctx.held.addressText(first) ?? '';
    return names.arpaKind(first) < ARPA6 ? text.replace(/\d+$/, '0/24') : `${text} and its neighbours`;
  }

  /** The reverse names that are known, in the order of the addresses. */
  get names(): readonly NameId[] {
    this.#names ??= addressesIn(this.#ctx.store.names, this.network);
    return this.#names;
  }

  /**
   * The addresses that lack a PTR, where the whole network has none; empty elsewhere. Mail hosts are not among them:
   * each is said by itself.
   */
  get bareHosts(): readonly NameId[] {
    this.#bareHosts ??= this.#isBare() ? this.#missingRecords.map(({ data }) => data) : [];
    return this.#bareHosts;
  }

  /** The addresses that lack a PTR and that the same $GENERATE line makes as this record. */
  missingWith(record: ZoneRecord): readonly NameId[] {
    return this.#missingRecords.filter((other) => isSameRow(record, other)).map(({ data }) => data);
  }

  /** The series that the PTR of an address belongs to. */
  seriesOf(owner: NameId): PointerSeries | undefined {
    this.#series ??= this.#findSeries();
    return this.#series.get(owner);
  }

  /** All that the $GENERATE line of a PTR makes in this network; undefined for other PTRs and for mail hosts'. */
  generatedWith(pointer: ZoneRecord): GeneratedPointers | undefined {
    if (!pointer.generated) return undefined;
    this.#generated ??= this.#groupGenerated();
    return this.#generated.get(pointer.id);
  }

  #isBare(): boolean {
    const { held, store } = this.#ctx;
    return store.names.arpaKind(this.network) > 0 && isBare(held.view, store.records, this.network);
  }

  /** For each address that lacks a PTR the record that says so; mail hosts and self-assigned addresses left out. */
  get #missingRecords(): readonly ZoneRecord[] {
    this.#missing ??= this.names.flatMap((address) => {
      const { held, mail } = this.#ctx;
      if (mail.reasons(address).length > 0) return [];
      const addressCase = new AddressCase(held, mail, address);
      const records = missingRecords(addressCase, this.#ctx);
      return isSelfAssigned(addressCase, records, this.#ctx) ? [] : records.slice(0, 1);
    });
    return this.#missing;
  }

  /** The PTR records that stand at the names, one for each, by address. */
  get #firstPointers(): readonly ZoneRecord[] {
    this.#pointers ??= this.names.flatMap((name) => this.#ctx.held.recordsAt(name, TYPE_PTR).slice(0, 1));
    return this.#pointers;
  }

  #findSeries(): ReadonlyMap<NameId, PointerSeries> {
    const found = new Map<NameId, PointerSeries>();
    const pointers = this.#firstPointers.filter(({ data }) => data >= 0);
    if (pointers.length < LEAST_SERIES) return found;
    const { names } = this.#ctx.store;
    const source = {
      count: pointers.length,
      order: (index: number) => lastNumber(names, pointers[index]?.owner ?? 0),
      writeName: (index: number, into: Uint8Array) => names.writeText(pointers[index]?.data ?? 0, into),
    };
    for (const series of seriesOf(source)) {
      const members = membersOf(series, pointers);
      if (!series.template.includes('#') && this.#isConfirmed(members[0])) continue;
      for (const { owner } of members) found.set(owner, { pointers: members, template: series.template });
    }
    return found;
  }

  /** One host with several addresses is no series. */
  #isConfirmed(pointer: ZoneRecord | undefined): boolean {
    if (!pointer) return false;
    const { held, mail } = this.#ctx;
    const address = addressServedAt(held, pointer.owner);
    return new AddressCase(held, mail, address, pointer.owner).standing(pointer) === 'confirmed';
  }

  #groupGenerated(): ReadonlyMap<number, GeneratedPointers> {
    const rows = new Map<string, { confirmed: ZoneRecord[]; wrong: ZoneRecord[] }>();
    const found = new Map<number, GeneratedPointers>();
    for (const pointer of this.names.flatMap((name) => this.#ctx.held.recordsAt(name, TYPE_PTR))) {
      if (!pointer.generated || !this.#ctx.held.answers(pointer)) continue;
      const { held, mail } = this.#ctx;
      const addressCase = new AddressCase(held, mail, addressServedAt(held, pointer.owner), pointer.owner);
      if (addressCase.mail.length > 0) continue;
      const key = `${pointer.block.id} ${pointer.row}`;
      const row = rows.get(key) ?? { confirmed: [], wrong: [] };
      rows.set(key, row);
      found.set(pointer.id, row);
      const standing = addressCase.standing(pointer);
      if (standing === 'confirmed') row.confirmed.push(pointer);
      else if (standing !== 'unknown') row.wrong.push(pointer);
    }
    return found;
  }
}

function isSameRow(a: ZoneRecord, b: ZoneRecord): boolean {
  return a.row === b.row && a.block === b.block;
}

/** Fewer PTRs than this make no series. */
const LEAST_SERIES = 4;

function membersOf(series: Series, pointers: readonly ZoneRecord[]): ZoneRecord[] {
  return [...series.members].flatMap((index) => pointers[index] ?? []);
}

/** A number that grows with the addresses of a network. */
function lastNumber(names: NameTable, owner: NameId): number {
  const label = names.labelText(owner);
  if (names.arpaKind(owner) < ARPA6) return Number(label);
  return Number.parseInt(names.labelText(names.parent(owner)) + label, 16);
}
