import { ARPA4_ADDRESS, ARPA6, type NameId, type NameTable } from '../dns/name-table.ts';
import { type PointerSource, seriesOf } from '../generic/series.ts';
import { TYPE_PTR } from '../syntax/header.ts';
import type { RecordTable } from '../workspace/record-table.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { AddressCase } from './address-case.ts';
import { addressServedAt } from './lone-pointer.ts';
import type { RuleContext } from './rule.ts';

/** PTRs of one network whose names only count. */
export interface PointerSeries {
  /** The PTR of the lowest address. */
  readonly first: ZoneRecord;
  readonly last: ZoneRecord;
  readonly count: number;
  /** The name with `#` for its numbers. */
  readonly template: string;
}

/** Fewer PTRs than this make no series. */
const LEAST_SERIES = 4;
/** So many that count are one. */
const LEAST_COUNTED = 5;
const NO_SERIES = 255;

/** The series of one network. */
export class NetworkSeries {
  readonly #names: NameTable;
  readonly #all: PointerSeries[] = [];
  /** For each of the 256 addresses the number of its series. */
  #places: Uint8Array | undefined;

  constructor(ctx: RuleContext, owners: readonly NameId[]) {
    this.#names = ctx.store.names;
    if (owners.length < LEAST_SERIES) return;
    const { records } = ctx.store;
    const pointers = owners.map((owner) => firstPointer(ctx, owner)).filter((id) => (records.data[id] ?? -1) >= 0);
    if (pointers.length < LEAST_SERIES) return;
    for (const { members, template } of this.#find(pointers, records)) {
      const ids = Array.from(members, (index) => pointers[index] ?? 0);
      const first = new ZoneRecord(ctx.store, ids[0] ?? 0);
      const last = new ZoneRecord(ctx.store, ids.at(-1) ?? 0);
      if (!template.includes('#') && isConfirmed(first, ctx)) continue;
      this.#places ??= new Uint8Array(256).fill(NO_SERIES);
      for (const id of ids) this.#places[placeOf(this.#names, records.owner[id] ?? 0)] = this.#all.length;
      this.#all.push({ first, last, count: ids.length, template });
    }
  }

  /** Where all names count with their addresses, a few of them tell whether that is a series. */
  #find(pointers: readonly number[], records: RecordTable): { members: ArrayLike<number>; template: string }[] {
    if (!this.#isUniform(pointers, records)) return seriesOf(this.#source(pointers, records));
    return seriesOf(this.#source(pointers.slice(0, LEAST_COUNTED), records)).map(({ template }) => ({
      members: pointers.map((_, index) => index),
      template,
    }));
  }

  #isUniform(pointers: readonly number[], records: RecordTable): boolean {
    if (pointers.length < LEAST_COUNTED) return false;
    for (let i = 1; i < pointers.length; i++) {
      const before = pointers[i - 1] as number;
      const id = pointers[i] as number;
      const step =
        placeOf(this.#names, records.owner[id] as number) - placeOf(this.#names, records.owner[before] as number);
      if (this.#names.numberStep(records.data[before] as number, records.data[id] as number) !== step) return false;
    }
    return true;
  }

  #source(pointers: readonly number[], records: RecordTable): PointerSource {
    return {
      count: pointers.length,
      order: (index) => placeOf(this.#names, records.owner[pointers[index] ?? 0] ?? 0),
      writeName: (index, into) => this.#names.writeText(records.data[pointers[index] ?? 0] ?? 0, into),
    };
  }

  /** The series that the PTR of an owner belongs to. */
  of(owner: NameId): PointerSeries | undefined {
    return this.#places && this.#all[this.#places[placeOf(this.#names, owner)] ?? NO_SERIES];
  }
}

/** The PTR of an owner that comes first in the text; -1 where there is none. */
function firstPointer(ctx: RuleContext, owner: NameId): number {
  const { records } = ctx.store;
  const head = ctx.held.view.index.ownerHead[owner] ?? -1;
  if (head >= 0 && records.nextOwner[head] === -1) return records.type[head] === TYPE_PTR ? head : -1;
  return ctx.held.recordsAt(owner, TYPE_PTR)[0]?.id ?? -1;
}

/** One host with several addresses is no series. */
function isConfirmed(pointer: ZoneRecord, ctx: RuleContext): boolean {
  const address = addressServedAt(ctx.held, pointer.owner);
  return new AddressCase(ctx.held, ctx.mail, address, pointer.owner).standing(pointer) === 'confirmed';
}

/** The place of an address among the 256 of its network. */
function placeOf(names: NameTable, owner: NameId): number {
  const kind = names.arpaKind(owner);
  if (kind === ARPA4_ADDRESS) return names.ip4Of(owner) & 255;
  const label = names.labelText(owner);
  if (kind < ARPA6) return Number(label) & 255;
  return Number.parseInt(names.labelText(names.parent(owner)) + label, 16) & 255;
}
