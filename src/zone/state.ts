import type { NameId } from '../dns/name-table.ts';

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
}

/** The owner above is no domain name: nobody knows what the lines below it are for. */
export const UNREADABLE_OWNER: NameId = -2;

export type StateId = number;

/** The states at block edges: equal states have equal ids, so that a change that does not reach further is seen. */
export class StateTable {
  readonly #ids = new Map<string, StateId>();
  readonly #states: EdgeState[] = [];

  id(state: EdgeState): StateId {
    const key = `${state.origin} ${state.owner} ${state.defaultTtl} ${state.lastTtl} ${state.ttlReported} ${state.isOriginNew}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#states.push({ ...state }) - 1;
    this.#ids.set(key, id);
    return id;
  }

  get(id: StateId): EdgeState {
    const state = this.#states[id];
    if (!state) throw new Error(`no state ${id}`);
    return state;
  }
}
