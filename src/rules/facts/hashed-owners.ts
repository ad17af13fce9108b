import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NSEC3 } from '../../dns/type-codes.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';
import type { RuleContext } from '../rule.ts';
import { proofsOf } from './proofs.ts';
import type { SignedZone } from './signed-columns.ts';

/** The NSEC3 records of a zone by their owners: of two at one name the second in the text. */
export class HashedOwners {
  /** All records, in the order of the text. */
  readonly records: readonly RecordId[];
  /** How many names have one. */
  readonly size: number;
  /** By the names from the lowest on: the record, and 1; below 0 once it is used. */
  readonly #byName: Int32Array;
  readonly #lowest: NameId;

  constructor(records: readonly RecordId[], { store }: RuleContext) {
    const { owner } = store.records;
    let lowest = Number.POSITIVE_INFINITY;
    let highest = -1;
    for (const record of records) {
      lowest = Math.min(lowest, owner[record] as NameId);
      highest = Math.max(highest, owner[record] as NameId);
    }
    this.records = records;
    this.#lowest = lowest;
    this.#byName = new Int32Array(Math.max(0, highest - lowest + 1));
    let size = 0;
    for (const record of records) {
      const place = (owner[record] as NameId) - lowest;
      if (this.#byName[place] === 0) size++;
      this.#byName[place] = record + 1;
    }
    this.size = size;
  }

  /** The record of a hash; undefined where there is none. */
  get(hashed: NameId): RecordId | undefined {
    const record = Math.abs(this.#byName[hashed - this.#lowest] ?? 0);
    return record > 0 ? record - 1 : undefined;
  }

  /** Notes that a name has this hash. */
  use(hashed: NameId): void {
    const place = hashed - this.#lowest;
    this.#byName[place] = -Math.abs(this.#byName[place] as number);
  }

  isUsed(hashed: NameId): boolean {
    return (this.#byName[hashed - this.#lowest] ?? 0) < 0;
  }
}

/** Finds the NSEC3 records of a zone; each `yield` is a place to stop. */
export function* hashedOwners(signed: SignedZone, ctx: RuleContext): Generator<void, HashedOwners> {
  const records: RecordId[] = [];
  for (const record of proofsOf(signed, TYPE_NSEC3, ctx)) {
    if (record === NO_RECORD) yield;
    else records.push(record);
  }
  return new HashedOwners(records, ctx);
}
