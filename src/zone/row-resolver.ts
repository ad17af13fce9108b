import type { NameFault } from '../dns/name.ts';
import type { NameId, NameTable } from '../dns/name-table.ts';
import type { Header } from '../syntax/header.ts';
import type { Token } from '../syntax/token.ts';
import type { NameReader } from './name-reader.ts';
import type { RdataReader } from './rdata-reader.ts';
import type { RowReading } from './row-reading.ts';

/** What the readers of special rows (directives, `$GENERATE`, owners in the wrong place) ask of the resolver of all rows. */
export interface RowResolver {
  readonly names: NameTable;
  readonly reader: NameReader;
  /** The header of the row that is being read. */
  readonly header: Header;
  /** An `$ORIGIN` can't be read: nobody knows what the names below are under. */
  loseOrigin(scan: RowReading, tokens: readonly Token[], isBlankOwner?: boolean): void;
  readonly rdata: RdataReader;
  /** The name that a token is under an origin, or what is wrong with it. */
  readName(scan: RowReading, token: number, origin: NameId): NameId | NameFault;
}
