import { parseIp4 } from '../../dns/ip4.ts';
import { parseIp6 } from '../../dns/ip6.ts';
import type { NameId, NameTable } from '../../dns/name-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { writtenTarget } from './pointer-words.ts';

/** The address that the target of a record is written as, without a final dot; undefined where it is another name. */
export function addressLiteral(
  record: ZoneRecord,
  ctx: RuleContext,
  target: (record: ZoneRecord) => string = writtenTarget,
): string | undefined {
  if (record.data < 0 || !mayBeAddress(ctx.store.names, record.data)) return undefined;
  const written = target(record).replace(/\.$/, '');
  return parseIp4(written) !== undefined || parseIp6(written) !== undefined ? written : undefined;
}

/** The fast filter of a rule: whether the target of one of a name's records of a type may be an address. */
export function mayLeadToAddress({ store, held }: RuleContext, owner: NameId, type: number): boolean {
  const { names, records } = store;
  for (let id = held.view.index.firstAt(owner); id >= 0; id = records.nextAt(id)) {
    const target = records.data[id] as number;
    if (records.type[id] === type && target >= 0 && mayBeAddress(names, target)) return true;
  }
  return false;
}

/** Whether a name may be an address in the place of one; judged by its labels alone, so that the text need not be read. */
export function mayBeAddress(names: NameTable, name: NameId): boolean {
  if (names.isHostName(name) && !isDigit(names.firstByte(name))) return false;
  const first = names.labelText(name);
  if (first.includes(':')) return true;
  let node = name;
  for (let i = 0; i < 4; i++) {
    if (node <= 0 || !/^\d{1,3}$/.test(names.labelText(node))) return false;
    node = names.parent(node);
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
