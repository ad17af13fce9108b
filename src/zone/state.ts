import type { NameId, NameTable } from '../dns/name-table.ts';
import { UNDOTTED } from './draft.ts';
import type { StateId } from './state-id.ts';

/** What a record inherits from the lines above it. Times are in seconds, -1 where none was given yet. */
export interface EdgeState {
  readonly origin: NameId;
  /** The owner that a line with a blank in column 0 takes; -1 before the first record, or UNREADABLE_OWNER. */
  readonly owner: NameId;
  /** Set by $TTL, or by the SOA where no TTL is given at all (RFC 2308 section 4). */
  readonly defaultTtl: number;
  /** The last TTL that counted, which BIND takes where there is no $TTL (RFC 1035 section 5.1). */
  readonly lastTtl: number;
  /** Whether a missing $TTL has been reported. */
  readonly ttlReported: boolean;
  /** Whether an $ORIGIN has been given since the last owner: a line without one is not of the new origin then. */
  readonly isOriginNew: boolean;
  /** Whether the origin has its zone's name twice, as the final dot of an $ORIGIN is missing. */
  readonly isOriginUndotted: boolean;
}

/** The state while rows are read; the same fields as at a block's edge. */
export type MutableState = { -readonly [Key in keyof EdgeState]: EdgeState[Key] };

/** The owner above is no domain name: nobody knows what the lines below it are for. */
export const UNREADABLE_OWNER: NameId = -2;

/** The states at block edges: equal states have equal ids, so that a change that does not reach further is seen. */
export class StateTable {
  readonly #states: EdgeState[] = [];
  /** By hash the state that came last, and for each state the one that came before it with the same hash. */
  readonly #lastOf = new Map<number, StateId>();
  readonly #before: StateId[] = [];

  id(state: EdgeState): StateId {
    const hash = hashOf(state);
    const last = this.#lastOf.get(hash) ?? NO_STATE;
    for (let id = last; id !== NO_STATE; id = this.#before[id] as StateId)
      if (isEqual(this.#states[id] as EdgeState, state)) return id;
    const id = this.#states.push(copyOf(state)) - 1;
    this.#before.push(last);
    this.#lastOf.set(hash, id);
    return id;
  }

  get(id: StateId): EdgeState {
    const state = this.#states[id];
    if (!state) throw new Error(`no state ${id}`);
    return state;
  }
}

const NO_STATE: StateId = -1;

/** A copy that may be changed. All are of one shape: millions of rows ask them. */
export function copyOf({
  origin,
  owner,
  defaultTtl,
  lastTtl,
  ttlReported,
  isOriginNew,
  isOriginUndotted,
}: EdgeState): MutableState {
  return { origin, owner, defaultTtl, lastTtl, ttlReported, isOriginNew, isOriginUndotted };
}

/** A small integer; the owner is what most states differ in. */
function hashOf({ origin, owner, defaultTtl, lastTtl }: EdgeState): number {
  let hash = Math.imul(origin, 0x9e3779b1) ^ owner;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ defaultTtl;
  return (Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ lastTtl) >> 1;
}

function isEqual(a: EdgeState, b: EdgeState): boolean {
  return (
    a.owner === b.owner &&
    a.origin === b.origin &&
    a.defaultTtl === b.defaultTtl &&
    a.lastTtl === b.lastTtl &&
    a.ttlReported === b.ttlReported &&
    a.isOriginNew === b.isOriginNew &&
    a.isOriginUndotted === b.isOriginUndotted
  );
}

/** The flag of a record whose owner is of an origin without its final dot; none where it took the owner from before it. */
export function undottedFlag(names: NameTable, state: EdgeState, owner: NameId): number {
  return state.isOriginUndotted && names.isBelowOrAt(owner, state.origin) ? UNDOTTED : 0;
}
