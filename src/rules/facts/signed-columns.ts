import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { SignatureBlock } from './signature-block.ts';

/** A zone whose file has signatures of its data, in columns by record id. */
export interface SignedZone {
  readonly zone: Zone;
  readonly blocks: readonly InstanceBlock[];
  readonly signatures: readonly SignatureBlock[];
  /** The type that an RRSIG record covers; 0 for all other records. */
  readonly covered: Uint16Array;
  /** The original TTL of an RRSIG record. */
  readonly originalTtl: Int32Array;
  /** Of NSEC and NSEC3 records: the name that follows and the sum of their types (see `mixedType`). */
  readonly next: Int32Array;
  readonly types: Int32Array;
  /** The first records of names at which anything differs from what a signer makes: rules look at these alone. */
  readonly suspects: readonly RecordId[];
  /** Its proofs are NSEC3 records. */
  readonly isHashed: boolean;
  /** The file is all that servers answer with: nobody signs it again behind it, and nothing of it is missing. */
  readonly isWhole: boolean;
}

/** What was read of a zone, and when. */
export interface KeptSignatures {
  readonly version: number;
  readonly changeCount: number;
  readonly signed: SignedZone | undefined;
}
