import type { NameId } from '../dns/name-table.ts';
import { TYPE_PTR } from '../syntax/header.ts';
import type { Zone } from '../workspace/instance.ts';
import { networkOf } from '../workspace/network.ts';
import type { RecordId } from '../workspace/record-table.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { AddressCase } from './address-case.ts';
import { byAddress } from './address-order.ts';
import { addressServedAt } from './lone-pointer.ts';
import { type PointerSeries, seriesWith } from './network-series.ts';
import { ownPointers } from './own-pointers.ts';
import { isInNetworks, isPaired, isTargetPaired, mayHavePointer, shown } from './pairing.ts';
import { isInArpa } from './pointer-words.ts';
import { defineRule, type Report, type RuleContext } from './rule.ts';
import { blocksOfZone } from './zone-records.ts';

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
  *sweep(zone, ctx, report) {
    if (!isInArpa(ctx, zone.apex) || zone.view.explainedZones.has(zone) || !isPaired(zone, ctx)) return;
    const byTemplate = new Map<string, JoinedSeries>();
    for (const network of networksOf(zone, ctx)) {
      if (network === undefined) yield;
      else
        for (const series of ctx.series.around(network).all)
          if (series.isCounting && isSaid(series, zone, ctx)) join(byTemplate, series, ctx);
    }
    for (const series of byTemplate.values()) report(reportOf(series, ctx));
  },
});

type JoinedSeries = { -readonly [Key in keyof PointerSeries]: PointerSeries[Key] };

/** One owner of a PTR in each network of a zone; undefined now and then, as a place to stop. */
function* networksOf(zone: Zone, ctx: RuleContext): Generator<NameId | undefined, void> {
  const seen = new Set<NameId>();
  for (const block of blocksOfZone(zone, [TYPE_PTR])) {
    if (block === undefined) yield undefined;
    else yield* networksIn(block, seen, ctx);
  }
}

/** No record has an id among these. */
const NO_IDS = { lowest: 0, highest: -1 };

/** One owner of a PTR in each network of a block that was not seen before. */
function networksIn(block: Int32Array, seen: Set<NameId>, { store, series }: RuleContext): NameId[] {
  const { names } = store;
  const { owner, type } = store.records;
  const found: NameId[] = [];
  let last: NameId = -1;
  let { lowest, highest } = NO_IDS;
  for (let i = 0; i < block.length; i++) {
    const record = block[i] as RecordId;
    if ((record >= lowest && record <= highest) || type[record] !== TYPE_PTR) continue;
    const name = owner[record] as number;
    if (names.parent(name) === last) continue;
    last = networkOf(names, name);
    ({ lowest, highest } = series.around(name));
    if (seen.has(last)) continue;
    seen.add(last);
    found.push(name);
  }
  return found;
}

function isSaid(series: PointerSeries, zone: Zone, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  const first = new ZoneRecord(ctx.store, series.first);
  if (first.zone !== zone || !isTargetPaired(first.data, ctx)) return false;
  const isConfirmed = ctx.confirmedPointer(first.owner) === first.id;
  if (!isConfirmed && !ctx.held.answers(first)) return false;
  const address = isConfirmed ? first.owner : addressServedAt(ctx.held, first.owner);
  const { externalNetworks, pools } = ctx.settings;
  if (address >= 0 && !mayHavePointer(names, address)) return false;
  if (address >= 0 && isInNetworks(names, address, [...externalNetworks, ...pools])) return false;
  return isConfirmed || isUndisputed(first, address, ctx);
}

/** Nothing else is said of the PTR. */
function isUndisputed(pointer: ZoneRecord, address: NameId, ctx: RuleContext): boolean {
  const standing = new AddressCase(ctx.held, ctx.mail, address, pointer.owner).standing(pointer);
  return standing === 'confirmed' || standing === 'unknown';
}

/** Adds a series to those of its template, which are one from the lowest to the highest address. */
function join(byTemplate: Map<string, JoinedSeries>, series: PointerSeries, ctx: RuleContext): void {
  const known = byTemplate.get(series.template);
  if (!known) {
    byTemplate.set(series.template, { ...series });
    return;
  }
  if (isBelow(series.first, known.first, ctx)) known.first = series.first;
  if (!isBelow(series.last, known.last, ctx)) known.last = series.last;
  known.count += series.count;
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
  const by = first.generated ? ' made by $GENERATE' : '';
  const address = addressText(first.owner, ctx);
  return {
    at: first.at('record'),
    message:
      `${count} PTR records${by} only count, from ${address} ` +
      `(${shown(ctx, first.data)}) to ${addressText(last.owner, ctx)} (${shown(ctx, last.data)})`,
    related: [{ at: last.at('record'), message: 'The last one' }],
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
