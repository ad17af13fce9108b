import type { NameId } from '../../dns/name-table.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { recordsNow } from './root-sets.ts';

/** The rule that tells of such signatures: what others find of the same records follows from the same change. */
export const WRONG_SIGNATURE = { id: 'rrsig-invalid' } as const;

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
  /** The signatures that were verified, good and bad, by key (`keyId`). */
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

/** The files of zones whose signatures were verified because a person asked, as long as their records are the same. */
export class VerifiedZones {
  readonly #kept = new WeakMap<Instance, { readonly result: VerifiedZone; readonly records: readonly Int32Array[] }>();

  put(root: Instance, result: VerifiedZone): void {
    this.#kept.set(root, { result, records: recordsNow(root) });
  }

  /** Undefined where nobody asked, or the zone has changed since. */
  of(root: Instance): VerifiedZone | undefined {
    const kept = this.#kept.get(root);
    if (!kept) return undefined;
    if (isSame(kept.records, recordsNow(root))) return kept.result;
    this.#kept.delete(root);
    return undefined;
  }
}

/** Whether the lists of records (see `recordsNow`) are still those. */
export function isSame(before: readonly Int32Array[], now: readonly Int32Array[]): boolean {
  return before.length === now.length && before.every((records, i) => records === now[i]);
}
