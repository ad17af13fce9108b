/** What a file was before the changes at hand. */
export interface Baseline {
  /** The bytes of a file at the last commit; undefined where nobody knows, or where it was not there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Lets go of what it holds (a process); it can't be asked afterwards. */
  close(): void;
}
