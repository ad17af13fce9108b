import type { NameId } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_DNAME, TYPE_MX, TYPE_SOA, TYPE_SPF, TYPE_TXT } from '../dns/type-codes.ts';
import { bitsOfTypes, GENERATED, OUTSIDE, SPF } from '../zone/draft.ts';
import { hasLoopbacks, isLocalhost } from './localhost.ts';
import type { RecordId } from './record-table.ts';
import type { Tables } from './tables.ts';
import { isMark, isVersion } from './zone-kind.ts';

/** Flags of records that the zone or mail domains are to hear of. */
const NOTED_FLAGS = SPF | GENERATED | OUTSIDE;
/** Types of records of which some are noted, whatever their names are. */
const NOTED_TYPES = bitsOfTypes([TYPE_CNAME, TYPE_TXT, TYPE_MX, TYPE_SPF, TYPE_DNAME, TYPE_SOA]);

/** Whether `isNoted` may be true of a record among some that have these types (by `typeBit`) and flags. */
export function mayBeNoted({ names }: Tables, types: number, flags: number): boolean {
  if ((types & NOTED_TYPES) !== 0 || (flags & NOTED_FLAGS) !== 0) return true;
  return names.hasWildcard || names.hasLocalhost || hasLoopbacks(names);
}

/** Whether of a record that is added so only the mail domain is to be noted. */
export function isOfMailOnly(store: Tables, record: RecordId, apex: NameId): boolean {
  const { names, records } = store;
  const flags = records.flags[record] as number;
  if (records.type[record] !== TYPE_MX && (flags & SPF) === 0) return false;
  if ((flags & (GENERATED | OUTSIDE)) !== 0 || names.isWildcard(records.owner[record] as number)) return false;
  return !isVersion(store, record, apex);
}

/** Whether anything is to be noted of a record that is added while all of its view is to be checked, but that it is there. */
export function isNoted(store: Tables, record: RecordId, apex: NameId): boolean {
  const { names, records } = store;
  const owner = records.owner[record] as number;
  const data = records.data[record] as number;
  if (((records.flags[record] as number) & NOTED_FLAGS) !== 0 || names.isWildcard(owner)) return true;
  switch (records.type[record]) {
    case TYPE_A:
      return names.ip4Of(data) >>> 24 === 127 || isLocalhost(names, owner);
    case TYPE_AAAA:
      return isLocalhost(names, owner);
    case TYPE_CNAME:
      return names.isAddress(data) || isMark(store, record, apex);
    case TYPE_TXT:
      return isVersion(store, record, apex);
    case TYPE_MX:
    case TYPE_SPF:
    case TYPE_DNAME:
    case TYPE_SOA:
      return true;
    default:
      return false;
  }
}
