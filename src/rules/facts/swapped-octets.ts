import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_PTR } from '../../dns/type-codes.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { labelsBelow } from './arpa-labels.ts';

/** The target's only address of the family, where its labels are those of the owner in another order and it lacks a PTR. */
export function swappedAddress(pointer: ZoneRecord, ctx: RuleContext): NameId | undefined {
  const { names } = ctx.store;
  const { owner, data: target } = pointer;
  if (target < 0 || !names.isAddress(owner)) return undefined;
  const isIp6 = names.isBelowOrAt(owner, names.ip6Arpa);
  const type = isIp6 ? TYPE_AAAA : TYPE_A;
  const meant = onlyAddress(target, type, ctx);
  if (meant < 0 || meant === owner || isAddressOf(owner, type, ctx)) return undefined;
  if (ctx.held.owns(meant, TYPE_PTR) || ctx.held.owns(meant, TYPE_CNAME)) return undefined;
  const base = isIp6 ? names.ip6Arpa : names.inAddrArpa;
  const sorted = (name: NameId): string => labelsBelow(names, name, base).sort().join('.');
  return sorted(meant) === sorted(owner) ? meant : undefined;
}

/** Whether a record of the type leads to an address. */
function isAddressOf(address: NameId, type: number, { store, held }: RuleContext): boolean {
  const { records } = store;
  let id = held.view.index.firstTo(address);
  while (id >= 0 && records.type[id] !== type) id = records.nextTo(id);
  return id >= 0;
}

/** The only address of a name; -1 where it has none or several. */
function onlyAddress(name: NameId, type: number, { store, held }: RuleContext): NameId {
  const { records } = store;
  let only: NameId = NO_NAME;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] !== type || records.data[id] === only) continue;
    if (only !== NO_NAME) return NO_NAME;
    only = records.data[id] as number;
  }
  return only;
}

/** Whether the first PTR's target has the address: so it is nearly always. */
export function leadsBack({ store, held }: RuleContext, name: NameId, pointer: RecordId): boolean {
  const { records } = store;
  if (records.nextAt(pointer) !== -1) return false;
  const target = records.data[pointer] as number;
  if (target < 0) return true;
  for (let id = held.view.index.firstTo(name); id >= 0; id = records.nextTo(id))
    if (records.owner[id] === target) return true;
  return false;
}
