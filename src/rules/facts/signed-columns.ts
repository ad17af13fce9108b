import type { InstanceBlock, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { HeadId } from '../../zone/signature-heads.ts';
import type { SignedRecords } from './signed-records.ts';

/** Signatures of a zone that say the same before what was signed (see `SignatureHeads`). */
export interface SignaturesAlike {
  readonly head: HeadId;
  /** The first of them in the text. */
  readonly first: RecordId;
  readonly count: number;
}

/** A zone whose file has signatures of its data. */
export interface SignedZone {
  readonly zone: Zone;
  readonly blocks: readonly InstanceBlock[];
  /** What its signatures and proofs say. */
  readonly records: SignedRecords;
  /** Its signatures, in the order of the first of each. */
  readonly signatures: readonly SignaturesAlike[];
  /** The last records of names at which anything differs from what a signer makes: rules look at these alone. */
  readonly suspects: readonly RecordId[];
  /** Its proofs are NSEC3 records. */
  readonly isHashed: boolean;
  /** NSEC3 records pass over delegations that are not signed (RFC 5155 section 6). */
  readonly isOptOut: boolean;
  /** The file is all that servers answer with: nobody signs it again behind it, and nothing of it is missing. */
  readonly isWhole: boolean;
}

/** What was read of a zone, and when. */
export interface KeptSignatures {
  readonly version: number;
  readonly changeCount: number;
  readonly signed: SignedZone | undefined;
}
