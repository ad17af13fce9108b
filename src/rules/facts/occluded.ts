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

/** Answers `isOccluded` once for all names below one parent that are no delegations themselves. */
export class OccludedBelow {
  readonly #zone: Zone;
  readonly #ctx: RuleContext;
  readonly #known = new Map<NameId, boolean>();

  constructor(zone: Zone, ctx: RuleContext) {
    this.#zone = zone;
    this.#ctx = ctx;
  }

  /** Whether a name below a parent is occluded. */
  has(parent: NameId, name: NameId): boolean {
    let isBelow = this.#known.get(parent);
    if (isBelow === undefined) {
      isBelow = isOccluded(name, this.#zone, this.#ctx);
      this.#known.set(parent, isBelow);
    }
    return isBelow;
  }
}
