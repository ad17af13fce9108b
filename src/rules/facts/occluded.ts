import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_DNAME } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';

/** Whether a name stands below a delegation or a DNAME of its zone: servers answer with nothing that stands there but glue. */
export function isOccluded(name: NameId, zone: Zone, { held, store }: RuleContext): boolean {
  if (name === zone.apex) return false;
  const cut = held.cutAbove(name, zone);
  if (cut >= 0 && cut !== name) return true;
  const { names } = store;
  for (let node = names.up(name, zone.apex); node !== NO_NAME; node = names.up(node, zone.apex))
    if (held.recordsAt(node, TYPE_DNAME).some((record) => record.zone === zone)) return true;
  return false;
}
