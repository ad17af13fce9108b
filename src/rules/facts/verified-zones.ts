import type { NameId } from '../../dns/name-table.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { allRecordsOf } from './zone-records.ts';

/** A signature that does not fit what it signs. */
export interface BadSignature {
  readonly record: RecordId;
  readonly owner: NameId;
  /** The type that it covers. */
  readonly type: number;
  /** The key that it names: its tag and its algorithm. */
  readonly tag: number;
  readonly algorithm: number;
  /** Another signature of the same records is good: validators take that one. */
  readonly hasOther: boolean;
}

/** What verifying the signatures of a zone came to. */
export interface VerifiedZone {
  /** The signatures that were verified, good and bad, by key (`tag * 256 + algorithm`). */
  readonly byKey: ReadonlyMap<number, number>;
  readonly checked: number;
  readonly bad: readonly BadSignature[];
  /** Signatures of algorithms that can't be verified here, by algorithm. */
  readonly unknown: ReadonlyMap<number, number>;
  /** Signatures by keys that the zone does not have. */
  readonly noKey: number;
  /** Sets of which a record can't be read, or is made by $GENERATE. */
  readonly unclear: number;
}

/** The zones whose signatures were verified because a person asked, as long as their records are the same. */
export class VerifiedZones {
  readonly #kept = new WeakMap<Zone, { readonly result: VerifiedZone; readonly records: readonly Int32Array[] }>();

  put(zone: Zone, result: VerifiedZone): void {
    this.#kept.set(zone, { result, records: recordsNow(zone) });
  }

  /** Undefined where nobody asked, or the zone has changed since. */
  of(zone: Zone): VerifiedZone | undefined {
    const kept = this.#kept.get(zone);
    if (!kept) return undefined;
    if (isSame(kept.records, recordsNow(zone))) return kept.result;
    this.#kept.delete(zone);
    return undefined;
  }
}

/** The lists of a zone's records: a list is another one once its block is read again. */
export function recordsNow(zone: Zone): readonly Int32Array[] {
  return [...allRecordsOf(zone)].filter((records) => records !== undefined);
}

/** Whether the records of a zone are still those. */
export function isSame(before: readonly Int32Array[], now: readonly Int32Array[]): boolean {
  return before.length === now.length && before.every((records, i) => records === now[i]);
}
