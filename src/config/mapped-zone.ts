import type { ConfiguredZone } from './configuration.ts';

/** A zone of a server and the files of the workspace that hold it. */
export interface MappedZone {
  readonly zone: ConfiguredZone;
  /** Where the zone is declared; the ranges of `zone` are in this file. */
  readonly config: string;
  /** The first configuration file of the server: zones of different servers have nothing to do with each other. */
  readonly server: string;
  /** Mostly one. None where the workspace does not hold the file, several where nothing tells them apart. */
  readonly files: readonly string[];
  /** A journal lies beside the file: the server has changes that are not in it. */
  readonly hasJournal: boolean;
}
