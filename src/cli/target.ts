/** A file or folder that was asked about. */
export interface Target {
  readonly path: string;
  /** The folder itself, or the file's. */
  readonly folder: string;
  /** Undefined for a folder. */
  readonly bytes: Uint8Array | undefined;
}
