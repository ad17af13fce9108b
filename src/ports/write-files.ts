/** A file that gets another text. */
export interface FileChange {
  readonly path: string;
  /** The bytes that the change was worked out from: the file is left alone where it has others by now. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Why a file was not written. */
export interface WriteProblem {
  readonly path: string;
  readonly message: string;
  /** It has its new text and could not get the old one back. */
  readonly isLeftWritten?: boolean;
}

/**
 * Writes all files or none: where one can't be written, those before it get their old text again. Gives what stood in
 * the way; nothing where all is written and on the disk.
 */
export type WriteFiles = (changes: readonly FileChange[]) => Promise<readonly WriteProblem[]>;
