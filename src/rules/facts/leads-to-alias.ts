import type { NameId } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_DNAME } from '../../dns/type-codes.ts';
import type { RuleContext } from '../rule.ts';

/** The fast filter of rules on aliases of aliases: whether an alias of the name leads to one, or a DNAME stands there. */
export function leadsToAlias({ store, held }: RuleContext, name: NameId): boolean {
  const { records } = store;
  const { index } = held.view;
  for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] === TYPE_DNAME) return true;
    if (records.type[id] !== TYPE_CNAME) continue;
    for (let to = index.firstAt(records.data[id] as number); to >= 0; to = records.nextAt(to))
      if (records.type[to] === TYPE_CNAME) return true;
  }
  return false;
}
