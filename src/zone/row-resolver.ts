import type { NameFault } from '../dns/name.ts';
import type { NameId, NameTable } from '../dns/name-table.ts';
import type { Header } from '../syntax/header.ts';
import type { Token } from '../syntax/token.ts';
import type { NameReader } from './name-reader.ts';
import type { RowReading } from './row-reading.ts';

/** What the readers of special rows (directives, `$GENERATE`, owners in the wrong place) ask of the resolver of all rows. */
export interface RowResolver {
  readonly names: NameTable;
  readonly reader: NameReader;
  /** The header of the row that is being read. */
  readonly header: Header;
  /** An `$ORIGIN` can't be read: nobody knows what the names below are under. */
  loseOrigin(scan: RowReading, tokens: readonly Token[], isBlankOwner?: boolean): void;
  /** The address or name that codes without a meaning of their own spell; -1 where the type has another rdata, or it is wrong. */
  plainData(scan: RowReading, type: number, codes: Uint8Array, start: number, end: number): NameId;
  /** The rdata of a record as the index keeps it: a name, an address, or -1. */
  readAnyData(scan: RowReading, type: number, tokens: readonly Token[], end: number, typeToken?: Token): number;
  /** The name that a token is under an origin, or what is wrong with it. */
  readName(scan: RowReading, token: number, origin: NameId): NameId | NameFault;
}
