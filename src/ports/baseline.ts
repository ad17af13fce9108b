/** What a file was before the changes at hand. */
export interface Baseline {
  /** Begins before the first question, so that its answer is there sooner; false where no question will have one. */
  begin(): boolean;
  /** The bytes of a file at the last commit; undefined where nobody knows, or where it was not there. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Lets go of what it holds (a process); it can't be asked afterwards. */
  close(): void;
}

/** Nobody knows what was before. */
export const NO_BASELINE: Baseline = { begin: () => false, read: async () => undefined, close: () => {} };
