import type { NameId } from '../dns/name-table.ts';
import type { EdgeState } from '../zone/state.ts';
import type { SourceFile, ZoneTraits } from './instance.ts';

/** Where a file is to be read: the zone it is for. */
export interface Mount {
  /** The zone's apex; -1 where it is not known. */
  readonly apex: NameId;
  /** What relative names stand under; the apex where it is not given. */
  readonly origin?: NameId;
  /** What stands above the file's first line; nothing where it is not given. */
  readonly above?: EdgeState;
  readonly view: string;
  /** The site that the view is of, where copies of zones are told apart by their folders. */
  readonly site?: string;
  /** Whether the file lies outside of that site: the zone answers, and nothing is said of it. */
  readonly isGuest?: boolean;
  readonly zoneClass: number;
  readonly traits: ZoneTraits;
  /** False for a file that several zones load or whose zone is not known: it is read, but answers for nothing. */
  readonly held: boolean;
}

/** Finds the file that an $INCLUDE names, among those that are in the workspace. */
export type FindInclude = (path: string, from: SourceFile) => string | undefined;
