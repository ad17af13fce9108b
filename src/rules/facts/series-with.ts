import type { NameId } from '../../dns/name-table.ts';
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

function isConfirmed(id: RecordId, ctx: RuleContext): boolean {
  const pointer = new ZoneRecord(ctx.store, id);
  const address = addressServedAt(ctx.held, pointer.owner);
  return new AddressCase(ctx.held, ctx.mail, address, pointer.owner).standing(pointer) === 'confirmed';
}
