import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { networkOf } from '../../workspace/network.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { GENERATED, typeBit } from '../../zone/draft.ts';
import { AddressCase } from '../facts/address-case.ts';
import { byAddress } from '../facts/address-order.ts';
import { addressServedAt } from '../facts/lone-pointer.ts';
import type { PointerSeries } from '../facts/network-series.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { isInNetworks, isPaired, isTargetPaired, mayHavePointer, shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { generatedSeries, seriesWith } from '../facts/series-with.ts';
import { blocksWith } from '../facts/zone-records.ts';
import { defineRule, type Report, type RuleContext } from '../rule.ts';

/** PTRs that only count, as providers make them: said once for a zone, at the first one; blank names once for a network. */
export const ptrGenericSeries = defineRule({
  id: 'ptr-generic-series',
  scope: 'address',
  severity: 'hint',
  summary: 'PTR records of a network only count',
  check(address, ctx, report) {
    if (isInNetworks(ctx.store.names, address.address, ctx.settings.pools)) return;
    for (const pointer of ownPointers(address, ctx)) {
      const series = seriesWith(ctx, pointer.owner);
      if (series?.first !== pointer.id || series.isCounting || address.standing(pointer) !== 'unknown') continue;
      report(reportOf(series, ctx));
    }
  },
  sweptTypes: [TYPE_PTR],
  *sweep(zone, ctx, report) {
    if (!isInArpa(ctx, zone.apex) || zone.view.explainedZones.has(zone) || !isPaired(zone, ctx)) return;
    const found = new SeriesOfZone(zone, ctx);
    for (const block of blocksWith(zone, typeBit(TYPE_PTR))) {
      if (block === undefined) yield;
      else found.addFrom(block.inside);
    }
    for (const series of found.all) report(reportOf(series, ctx));
  },
});

type JoinedSeries = { -readonly [Key in keyof PointerSeries]: PointerSeries[Key] };

/** The series of a zone's networks, those of one template together. */
class SeriesOfZone {
  readonly #zone: Zone;
  readonly #ctx: RuleContext;
  /** Networks of which nothing is to be said. */
  readonly #silent: readonly string[];
  readonly #byTemplate = new Map<string, JoinedSeries>();
  readonly #seen = new Set<NameId>();
  /** The network met last; where its PTRs are one series whose ids follow each other, those need not be looked at. */
  #last: NameId = NO_NAME;
  #lowest: RecordId = 0;
  #highest: RecordId = -1;

  constructor(zone: Zone, ctx: RuleContext) {
    this.#zone = zone;
    this.#ctx = ctx;
    this.#silent = [...ctx.settings.externalNetworks, ...ctx.settings.pools];
  }

  get all(): Iterable<PointerSeries> {
    return this.#byTemplate.values();
  }

  /** Adds those of the networks that a block has PTRs of, and that were not met before. */
  addFrom(block: Int32Array): void {
    const { names, records } = this.#ctx.store;
    const { owner, type, flags, row } = records;
    let lastRow = -1;
    for (let i = 0; i < block.length; i++) {
      const record = block[i] as RecordId;
      if ((record >= this.#lowest && record <= this.#highest) || type[record] !== TYPE_PTR) continue;
      const name = owner[record] as NameId;
      if (names.parent(name) !== this.#last) this.#addOf(name);
      if (((flags[record] as number) & GENERATED) !== 0 && row[record] !== lastRow) {
        lastRow = row[record] as number;
        this.#addLine(block, record, lastRow);
      }
    }
  }

  /** Adds a $GENERATE line whose PTRs are too few for a series of their network. */
  #addLine(block: Int32Array, record: RecordId, row: number): void {
    const owner = this.#ctx.store.records.owner[record] as NameId;
    if (this.#ctx.series.around(owner).of(owner)) return;
    const series = generatedSeries(block, row, this.#ctx);
    if (series && this.#isSaid(series)) this.#join(series);
  }

  /** Adds those of the network that an owner stands in. */
  #addOf(owner: NameId): void {
    const series = this.#ctx.series.around(owner);
    this.#last = networkOf(this.#ctx.store.names, owner);
    this.#lowest = series.lowest;
    this.#highest = series.highest;
    if (this.#seen.has(this.#last)) return;
    this.#seen.add(this.#last);
    for (const each of series.all) if (each.isCounting && this.#isSaid(each)) this.#join(each);
  }

  #isSaid({ first }: PointerSeries): boolean {
    const ctx = this.#ctx;
    const { store, held } = ctx;
    const owner = store.records.owner[first] as NameId;
    if (store.blockOf(first)?.instance.zone !== this.#zone) return false;
    if (!isTargetPaired(store.records.data[first] as NameId, ctx)) return false;
    const isConfirmed = ctx.confirmedPointer(owner) === first;
    const pointer = isConfirmed ? undefined : new ZoneRecord(store, first);
    if (pointer && !held.answers(pointer)) return false;
    const address = isConfirmed ? owner : addressServedAt(held, owner);
    if (address >= 0 && !mayHavePointer(store.names, address)) return false;
    if (address >= 0 && isInNetworks(store.names, address, this.#silent)) return false;
    return !pointer || isUndisputed(pointer, address, ctx);
  }

  /** Adds a series to those of its template, which are one from the lowest to the highest address. */
  #join(series: PointerSeries): void {
    const known = this.#byTemplate.get(series.template);
    if (!known) {
      this.#byTemplate.set(series.template, { ...series });
      return;
    }
    if (isBelow(series.first, known.first, this.#ctx)) known.first = series.first;
    if (!isBelow(series.last, known.last, this.#ctx)) known.last = series.last;
    known.count += series.count;
  }
}

/** Nothing else is said of the PTR. */
function isUndisputed(pointer: ZoneRecord, address: NameId, ctx: RuleContext): boolean {
  const standing = new AddressCase(ctx.held, ctx.mail, address, pointer.owner).standing(pointer);
  return standing === 'confirmed' || standing === 'unknown';
}

function isBelow(a: RecordId, b: RecordId, { store }: RuleContext): boolean {
  const { names, records } = store;
  const [ownerA = 0, ownerB = 0] = [records.owner[a], records.owner[b]];
  return names.isAddress(ownerA) && names.isAddress(ownerB) && byAddress(names, ownerA, ownerB) < 0;
}

function reportOf(series: PointerSeries, ctx: RuleContext): Report {
  const { count, ids } = wholeOf(series, ctx);
  const first = new ZoneRecord(ctx.store, ids[0]);
  const last = new ZoneRecord(ctx.store, ids[1]);
  const { template } = series;
  const by = first.generated ? phrase` made by $GENERATE` : '';
  const address = addressText(first.owner, ctx);
  return {
    at: first.at('record'),
    message: phrase`${count} PTR records${by} only count, from ${address} (${shown(ctx, first.data)}) to ${addressText(last.owner, ctx)} (${shown(ctx, last.data)})`,
    related: [{ at: last.at('record'), message: phrase`The last one` }],
    data: { address, count, template },
  };
}

/**
 * How many there are, with the first and the last one. Of numbers in hexadecimal those without letters look like a series of
 * their own: all that their $GENERATE line makes are meant.
 */
function wholeOf(
  { first, last, count }: PointerSeries,
  { store }: RuleContext,
): { readonly count: number; readonly ids: readonly [RecordId, RecordId] } {
  const pointer = new ZoneRecord(store, first);
  if (!pointer.generated) return { count, ids: [first, last] };
  const { row, type } = store.records;
  const line = [...pointer.block.records].filter((id) => row[id] === pointer.row && type[id] === TYPE_PTR);
  return line.length > count
    ? { count: line.length, ids: [line[0] ?? first, line.at(-1) ?? last] }
    : { count, ids: [first, last] };
}

function addressText(owner: NameId, ctx: RuleContext): string {
  return ctx.held.addressText(addressServedAt(ctx.held, owner)) ?? shown(ctx, owner);
}
