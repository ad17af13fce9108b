import type { NameId } from '../../dns/name-table.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { AddressCase, Standing } from './address-case.ts';
import type { AddressKinds } from './counted-addresses.ts';
import { EndlessAliases } from './endless-aliases.ts';
import type { SignatureBlock } from './signature-block.ts';
import type { KeptSignatures } from './signed-columns.ts';

/** What one view knows of a PTR and its target. */
export interface Verdict {
  readonly standing: Standing;
  /** The higher, the better it knows. */
  readonly rank: number;
  /** What it answers for the target, as text. */
  readonly target: string;
}

/** What the views that read the line of a PTR know of it. */
export interface Verdicts {
  readonly own: Verdict | undefined;
  readonly others: readonly { readonly view: string; readonly verdict: Verdict }[];
}

/** Whether a zone is for others, as of a count of changes and a version of the view. */
export interface PublicZone {
  readonly changeCount: number;
  readonly version: number;
  readonly isPublic: boolean;
}

/** A held zone whose hosts have PTR records below a name that no zone here has, one slip away. */
export interface MisspeltZone {
  readonly zone: Zone;
  /** The name in the PTR records. */
  readonly written: NameId;
  /** The first of them. */
  readonly pointer: RecordId;
}

/** Whether all is known of the mail domains in a zone, as of a count of changes and a version of the view. */
export interface PlainMailZone {
  readonly zone: Zone;
  readonly changeCount: number;
  readonly version: number;
  readonly isPlain: boolean;
}

/** What facts of one view were worked out and may be asked for again; it lives and dies with the view's context. */
export class Memory {
  /** Whether a zone's name says that it is a policy zone: asked for each of its records. */
  readonly policyZones = new WeakMap<Zone, boolean>();
  /** What was found of the PTRs of an address while it is checked, by their ids: many rules ask. */
  readonly verdicts = new WeakMap<AddressCase, Map<number, Verdicts>>();
  /** Whether zones are for others: asked for each domain that takes mail. */
  readonly publicZones = new WeakMap<Zone, PublicZone>();
  /** Zones that the PTR records of a reverse zone misspell, by the reverse zone. */
  readonly misspeltZones = new WeakMap<Zone, { readonly state: string; readonly found: MisspeltZone | undefined }>();
  /** The signatures of blocks, by their records, and of zones. */
  readonly signatureBlocks = new WeakMap<Int32Array, SignatureBlock>();
  readonly signedZones = new WeakMap<Zone, KeptSignatures>();
  /** Blocks of a zone in which no label begins `xn--` or has two hyphens where such labels have them. */
  readonly plainLabels = new WeakSet<Int32Array>();
  /** Blocks of a zone in which all owners of NSEC3 records are hashes, and those without signatures and proofs. */
  readonly hashOwners = new WeakSet<Int32Array>();
  readonly blocksWithoutSignatures = new WeakSet<Int32Array>();
  /** What kinds of addresses the blocks of a zone have, and the zone as of a count of changes. */
  readonly addressKinds = new WeakMap<Int32Array, AddressKinds>();
  readonly zoneKinds = new WeakMap<Zone, { readonly changeCount: number; readonly kinds: AddressKinds }>();
  /** What was asked last of a zone with mail domains: a million may follow each other. */
  plainMailZone: PlainMailZone | undefined;
  readonly endlessAliases = new EndlessAliases();
  #targets = new Map<NameId, boolean>();
  #version = -1;
  #changeCount = -1;

  /** Whether PTRs may lead to names with many records, as far as it is known; empty once a zone or a record changes. */
  targetsAt(version: number, changeCount: number): Map<NameId, boolean> {
    if (this.#version !== version || this.#changeCount !== changeCount) {
      this.#version = version;
      this.#changeCount = changeCount;
      this.#targets = new Map();
    }
    return this.#targets;
  }
}
