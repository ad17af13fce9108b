import type { NameId } from '../../dns/name-table.ts';
import type { RecordId, RecordTable } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import type { HeadId, SignatureHeads } from '../../zone/signature-heads.ts';
import type { SignatureBlock } from './signature-block.ts';

/**
 * What the signatures and proofs of a zone say: of most records the columns of the table tell it, of those that are written
 * in another way what was read of their text.
 */
export class SignedRecords {
  readonly heads: SignatureHeads;
  readonly #table: RecordTable;
  readonly #heads = new Map<RecordId, HeadId>();
  readonly #following = new Map<RecordId, NameId>();
  readonly #types = new Map<RecordId, number>();

  constructor({ heads, records }: Store) {
    this.heads = heads;
    this.#table = records;
  }

  /** Takes what was read of a block. */
  add({ signatures, heads, proofs, following, types }: SignatureBlock): void {
    signatures.forEach((record, i) => {
      this.#heads.set(record, heads[i] as HeadId);
    });
    proofs.forEach((record, i) => {
      this.#following.set(record, following[i] as NameId);
      this.#types.set(record, types[i] as number);
    });
  }

  /** What an RRSIG record says before its signature. */
  head(signature: RecordId): HeadId {
    return (this.#table.mark[signature] as HeadId) || (this.#heads.get(signature) as HeadId);
  }

  /** The type that an RRSIG record covers. */
  covered(signature: RecordId): number {
    return this.heads.covered[this.head(signature)] as number;
  }

  originalTtl(signature: RecordId): number {
    return this.heads.originalTtl[this.head(signature)] as number;
  }

  /** The name that an NSEC or NSEC3 record leads to: of the second a hash below the apex. */
  following(proof: RecordId): NameId {
    const following = this.#table.following[proof] as number;
    return following > 0 ? following - 1 : (this.#following.get(proof) as NameId);
  }

  /** The sum of the types that an NSEC or NSEC3 record lists (see `type-sums.ts`). */
  types(proof: RecordId): number {
    if ((this.#table.following[proof] as number) > 0) return this.#table.mark[proof] as number;
    return this.#types.get(proof) as number;
  }
}
