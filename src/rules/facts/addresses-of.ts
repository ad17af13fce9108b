import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import type { RuleContext } from '../rule.ts';

/** The addresses of both families that the held zones answer for a name. */
export function addressesOf({ held }: RuleContext, name: NameId): NameId[] {
  if (name === NO_NAME) return [];
  return [TYPE_A, TYPE_AAAA].flatMap((type) => {
    const answer = held.lookup(name, type);
    return answer.kind === 'records' ? answer.records.map(({ data }) => data) : [];
  });
}
