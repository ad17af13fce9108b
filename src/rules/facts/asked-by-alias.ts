import type { NameId } from '../../dns/name-table.ts';
import { UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_CNAME } from '../../dns/type-codes.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Whether an alias leads to a name from that of a service, a key or a policy, such as `_443._tcp.www` or
 * `s1._domainkey`: who asks there is answered with what stands here (RFC 1034 section 3.6.2, RFC 7671 section 7).
 */
export function isAskedByAlias(name: NameId, { held, store: { names } }: RuleContext): boolean {
  const begins = (owner: NameId): boolean => names.octetOf(owner, 0) === UNDERSCORE;
  return held.recordsTo(name, TYPE_CNAME).some(({ owner }) => begins(owner) || begins(names.parent(owner)));
}
