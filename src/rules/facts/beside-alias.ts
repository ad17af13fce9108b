import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';

/** SIG, KEY, RRSIG, NSEC and NSEC3 may stand beside an alias (RFC 2181 section 10.1, RFC 4035 section 2.5). */
const BESIDE: ReadonlySet<number> = new Set([24, 25, 46, 47, 50, TYPE_CNAME, TYPE_UNREADABLE]);

/** Whether a record of a type is an alias, or may stand beside one; of one that can't be read nobody knows. */
export function mayStandBesideAlias(type: number): boolean {
  return BESIDE.has(type);
}
