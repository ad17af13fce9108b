import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_CNAME } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import { LONGEST_ALIAS_CHAIN } from '../../workspace/network.ts';

/**
 * Which names have aliases that lead in a circle, or on for longer than a look-up follows them. In a long chain each name is
 * asked about after the one that leads to it: all of its steps but the last are known then.
 *
 * Invariant: no look-up from `#next` ends before `#end`, as of `#version` and `#changeCount` of the view.
 */
export class EndlessAliases {
  #next: NameId = NO_NAME;
  #end: NameId = NO_NAME;
  #version = -1;
  #changeCount = -1;

  /** Whether a look-up of an alias ends nowhere. */
  has(name: NameId, held: Held): boolean {
    const { version, changeCount } = held.view;
    const isKnown = name === this.#next && version === this.#version && changeCount === this.#changeCount;
    let end = isKnown ? this.#end : name;
    for (let step = isKnown ? LONGEST_ALIAS_CHAIN : 0; step <= LONGEST_ALIAS_CHAIN; step++) {
      end = targetOf(end, held);
      if (end === NO_NAME) return held.lookup(name, TYPE_A).kind === 'loop';
    }
    this.#next = targetOf(name, held);
    this.#end = end;
    this.#version = version;
    this.#changeCount = changeCount;
    return true;
  }
}

/** Where the alias leads that stands alone at a name, which each look-up follows; -1 where that is not all there is to know. */
function targetOf(name: NameId, held: Held): NameId {
  const { store, view } = held;
  const { records } = store;
  const id = view.index.firstAt(name);
  if (view.dnameCount > 0 || id < 0 || records.type[id] !== TYPE_CNAME || records.nextAt(id) >= 0) return NO_NAME;
  const zone = store.blockOf(id)?.instance.zone;
  return zone && held.zoneOf(name) === zone ? (records.data[id] as number) : NO_NAME;
}
