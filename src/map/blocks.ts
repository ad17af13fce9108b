import type { NameId, NameTable } from '../dns/name-table.ts';
import { NO_NAME } from '../dns/name-table.ts';
import {
  FAULT_BIT,
  faultStates,
  MAIL_BIT,
  mapStates,
  QUARTERS_SHIFT,
  STATE_BITS,
  stateNumber,
  stateOf,
} from '../shared/map-cells.ts';
import type { Judge } from './judge.ts';

const [FREE, NOT_HELD] = [stateNumber('free'), stateNumber('not-held')];

/** What the cells of the addresses of a block add up to. */
export class BlockSum {
  /** How many addresses are in each state. */
  readonly states = new Uint32Array(mapStates.length);
  /** Addresses that have a name or a PTR, and those of them that someone has to do something about. */
  used = 0;
  faulty = 0;
  mailHosts = 0;

  /** Takes the cell of an address. */
  add(cell: number): void {
    const state = cell & STATE_BITS;
    this.states[state] = (this.states[state] as number) + 1;
    if (isInUse(state)) this.used++;
    if ((cell & MAIL_BIT) !== 0) this.mailHosts++;
    if ((cell & FAULT_BIT) !== 0) this.faulty++;
  }

  /**
   * One cell for all: the most frequent fault where there is one, with the quarters of the addresses in use that are at
   * fault; else the most frequent state of those in use; `empty` where none is.
   */
  cell(empty: number): number {
    const mail = this.mailHosts > 0 ? MAIL_BIT : 0;
    if (this.faulty > 0) {
      const quarters = Math.ceil((this.faulty * 4) / Math.max(this.used, this.faulty)) - 1;
      return mostOf(this.states, isFault) | mail | FAULT_BIT | (quarters << QUARTERS_SHIFT);
    }
    if (this.used === 0) return empty | mail;
    return mostOf(this.states, isInUse) | mail;
  }
}

function isInUse(state: number): boolean {
  return state !== FREE && state !== NOT_HELD;
}

function isFault(state: number): boolean {
  return faultStates.has(stateOf(state).id);
}

/** The deepest name that is known at or above the network of an address. */
export function nameAbove(
  names: NameTable,
  address: number,
  prefixLength: 16 | 24,
): { readonly name: NameId; readonly isWhole: boolean } {
  let name: NameId = names.inAddrArpa;
  for (let shift = 24; shift >= 32 - prefixLength; shift -= 8) {
    const next = names.findChild(name, String((address >>> shift) & 255));
    if (next === NO_NAME) return { name, isWhole: false };
    name = next;
  }
  return { name, isWhole: true };
}

/**
 * Adds up the block of IPv4 addresses with a prefix of 16 or 24 bits, by the names that are known in it: an empty one costs
 * next to nothing. `yield`s after 256 addresses.
 */
export function* sumOfBlock(
  judge: Judge,
  { name, isWhole }: ReturnType<typeof nameAbove>,
  prefixLength: 16 | 24,
): Generator<void, BlockSum> {
  const { reverse } = judge.ctx.store.names;
  const sum = new BlockSum();
  if (!isWhole) return sum;
  for (const network of prefixLength === 24 ? [name] : reverse.octetsBelow(name)) {
    for (const address of reverse.octetsBelow(network)) sum.add(judge.cell(address));
    yield;
  }
  return sum;
}

/** The index of the greatest number, of those that are wanted; the first one where several are. */
function mostOf(counts: Uint32Array, isWanted: (index: number) => boolean): number {
  let most = -1;
  for (let i = 0; i < counts.length; i++)
    if (isWanted(i) && (most < 0 || (counts[i] as number) > (counts[most] as number))) most = i;
  return most;
}
