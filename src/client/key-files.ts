/** Files for private keys, as a host has them that has files of its own. */
export interface KeyFiles {
  /** The home folder of the person, an absolute path. */
  readonly home: () => string;
  /** Writes a file that nobody but its owner may read. Throws where there is one already. */
  readonly write: (path: string, text: string) => Promise<void>;
}
