import type { NameId } from '../../dns/name-table.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { seriesTemplate } from '../../generic/series.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { AddressCase } from './address-case.ts';
import { addressServedAt } from './lone-pointer.ts';
import type { PointerSeries } from './network-series.ts';

/** The series that the PTR of an owner belongs to. One host with several addresses is none. */
export function seriesWith(ctx: RuleContext, owner: NameId): PointerSeries | undefined {
  const series = ctx.series.around(owner).of(owner);
  return series && (series.isCounting || !isConfirmed(series.first, ctx)) ? series : undefined;
}

/** Whether a PTR is one of several that a $GENERATE line makes, whose names count: they are a series however few they are. */
export function isOfGeneratedSeries(pointer: ZoneRecord, ctx: RuleContext): boolean {
  return pointer.generated && generatedSeries(pointer.block.records, pointer.row, ctx) !== undefined;
}

/** The series that the PTRs of a $GENERATE line are, given the records of its block; undefined where it makes one, or none that counts. */
export function generatedSeries(block: Int32Array, row: number, ctx: RuleContext): PointerSeries | undefined {
  const { names, records } = ctx.store;
  const line = [...block]
    .filter((id) => records.row[id] === row && records.type[id] === TYPE_PTR)
    .filter((id) => addressServedAt(ctx.held, records.owner[id] as NameId) >= 0);
  const [first, second] = line;
  const last = line.at(-1);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const targets = [first, second, last].map((id) => names.text(records.data[id] as NameId).slice(0, -1));
  const template = seriesTemplate(targets);
  if (!template?.includes('#')) return undefined;
  return { first, last, count: line.length, template, isCounting: true };
}

function isConfirmed(id: RecordId, ctx: RuleContext): boolean {
  const pointer = new ZoneRecord(ctx.store, id);
  const address = addressServedAt(ctx.held, pointer.owner);
  return new AddressCase(ctx.held, ctx.mail, address, pointer.owner).standing(pointer) === 'confirmed';
}
