import type { NameId } from '../../dns/name-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from './address-case.ts';

/** The PTRs that one $GENERATE line makes in a network, by how they stand to their addresses; mail hosts left out. */
export interface GeneratedRow {
  readonly confirmed: readonly ZoneRecord[];
  /** Those whose target has no address or another one. */
  readonly unconfirmed: readonly { readonly pointer: ZoneRecord; readonly address: AddressCase }[];
  /** Of these the ones that no other view speaks of. */
  readonly wrong: readonly ZoneRecord[];
  /** The A and AAAA records that $GENERATE makes for the same addresses or targets: one of each line. */
  readonly forward: readonly ZoneRecord[];
}

/** What is to be said of 256 neighbouring addresses together (see `NetworkCase`, which works it out). */
export interface NetworkFacts {
  /** The name above the reverse names. */
  readonly network: NameId;
  /** The addresses as people write them: `192.0.2.0/24`. */
  readonly text: string;
  /** The reverse names that are known, in the order of the addresses. */
  readonly names: readonly NameId[];
  /**
   * The addresses that lack a PTR, where the whole network has none; empty elsewhere. Mail hosts are not among them, nor
   * those at which a comment silences that: each is said by itself.
   */
  readonly bareHosts: readonly NameId[];
  /** Of these addresses those at which a comment silences it. */
  readonly silencedHosts: ReadonlySet<NameId>;
  /** The addresses that lack a PTR and that the same $GENERATE line makes as this record. */
  missingWith(record: ZoneRecord): readonly NameId[];
  /** All that the $GENERATE line of a PTR makes in this network; undefined for other PTRs and for mail hosts'. */
  generatedWith(pointer: ZoneRecord): GeneratedRow | undefined;
  /** What the $GENERATE line of PTRs makes that belongs to an A or AAAA record's own $GENERATE line; best one that confirms some. */
  generatedFor(record: ZoneRecord): GeneratedRow | undefined;
}
