import type { Dialect } from '../config/configuration.ts';
import type { ZoneBounds } from '../config/zone-bounds.ts';
import type { NameId } from '../dns/name-table.ts';
import type { Fault, Stretch } from '../syntax/token.ts';
import type { BlockDocument } from '../text/document.ts';
import type { SourceText } from '../text/source.ts';
import type { UnreadText } from '../text/unread.ts';
import type { IncludeSite } from '../zone/draft.ts';
import type { StateId } from '../zone/state-id.ts';
import type { View } from './view.ts';

/** What a configuration says of a zone beyond its name. */
export interface ZoneTraits extends ZoneBounds {
  readonly role: 'primary' | 'secondary' | 'hint' | 'forward' | 'other';
  /** The server writes the zone's file. */
  readonly dynamic: boolean;
  readonly signed: boolean;
  /** The zone is signed in a file beside it, by the server (inline signing) or before it loads that: this one may have neither keys nor signatures. */
  readonly signedBeside?: true;
  readonly responsePolicy: boolean;
  readonly catalog: boolean;
  /** The zone is declared by a configuration file or a setting, not found by its file alone. */
  readonly declared: boolean;
  /** The kind of server whose configuration declares it. */
  readonly dialect?: Dialect;
}

/** A zone that a file of the workspace answers for. */
export interface Zone {
  readonly apex: NameId;
  readonly view: View;
  readonly root: Instance;
  readonly traits: ZoneTraits;
  /** Blocks with an $INCLUDE that could not be followed, or more than could be made by $GENERATE. */
  readonly gaps: Set<InstanceBlock>;
  /** Of these the ones where nothing is missing but what an $ORIGIN near the zone's name puts outside: servers know that it is not there. */
  readonly astray: Set<InstanceBlock>;
}

/** A file's text, with the instances in which it is read. */
export interface SourceFile {
  readonly path: string;
  readonly document: BlockDocument;
  readonly instances: Instance[];
  /** Counts the changes of the text. */
  version: number;
  /** The text as it was put, or as somebody asked for it since; undefined where it was edited after that. */
  source: SourceText | undefined;
  /** What is still to be cut into blocks; undefined once all is. */
  pending: UnreadText | undefined;
}

/**
 * A file in a context: as the file of a zone, or included by another instance. Its blocks stand beside the file's.
 * `staleTo` is the index behind the last block that must be read again; 0 where none must.
 */
export interface Instance {
  readonly file: SourceFile;
  readonly zone: Zone | undefined;
  readonly view: View;
  readonly apex: NameId;
  readonly zoneClass: number;
  /** The view is another site's: the zone answers there, and nothing is said of the file. */
  readonly isGuest: boolean;
  parent: InstanceBlock | undefined;
  entry: StateId;
  readonly blocks: (InstanceBlock | undefined)[];
  staleFrom: number;
  staleTo: number;
}

/** A block of a file in an instance: its records and what the rows above and below inherit. */
export interface InstanceBlock {
  /** Index in the store's list of blocks. */
  id: number;
  readonly instance: Instance;
  /** Index in the file. */
  index: number;
  entry: StateId;
  exit: StateId;
  stale: boolean;
  /** The records in the order of the rows. */
  records: Int32Array;
  /** Those of them that take part in the zone: all that are not outside it. The same array where all do. */
  inside: Int32Array;
  /** The bits of the records' types (see `typeBit`). */
  types: number;
  /** The same of those that are not sound (see `SOUND`). */
  unsoundTypes: number;
  /** What kinds the addresses of its records may be (see `address-kind.ts`). */
  addressKinds: number;
  /** The highest TTL of its records, in seconds. */
  highestTtl: number;
  faults: readonly Fault[];
  /** The name of its last $ORIGIN. */
  originAt: Stretch | undefined;
  children: readonly Child[];
}

/** An $INCLUDE of a block: the instance of its file, or why there is none. */
export interface Child {
  readonly site: IncludeSite;
  readonly instance: Instance | undefined;
  readonly problem: 'missing' | 'loop' | 'depth' | 'budget' | undefined;
}
