/** A file of a folder. Paths are absolute, with slashes on every system. */
export interface FileEntry {
  readonly path: string;
  /** For a symbolic link, the file that it leads to; it lies in the same folder tree. */
  readonly target?: string;
}

/** What reading a file gives: its bytes, or why there are none. */
export type FileContent =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      /** Whether all bytes are ASCII, where the system has found out. */
      readonly isAscii?: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: FileProblem; readonly message: string };

/** `special`: a device, pipe or socket, which is never opened. `folder`: no file. `no-room`: nobody took its size. */
export type FileProblem = 'missing' | 'denied' | 'folder' | 'special' | 'too-large' | 'no-room' | 'failed';

/** Says of a file's size in bytes, before the file is read, whether that is to be read. */
export type TakesSize = (size: number) => boolean;

/** Files that have come, changed or gone. */
export interface FileChanges {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** How far a folder is looked into. */
export interface ListBounds {
  /** How deep folders in folders; 0 is the folder alone. */
  readonly levels: number;
  /** How many folders of a level. */
  readonly folders: number;
  /** How many files and links in all. */
  readonly files: number;
}

/** Bounds that no folder of people reaches. */
export const EVERYWHERE: Omit<ListBounds, 'files'> = { levels: 64, folders: Number.POSITIVE_INFINITY };

/** The files of the workspace. */
export interface FileSystem {
  /**
   * All files below a folder, in the order of their paths; `.git`, `node_modules` and what .gitignore names as a
   * folder are left out. Links that lead out of the folder are not followed. Where bounds are given what is nearest to
   * the folder comes first. Folders below it that can't be looked into are told, each once.
   */
  list(
    folder: string,
    bounds?: ListBounds,
    onProblem?: (folder: string, why: string) => void,
  ): Promise<readonly FileEntry[]>;
  read(path: string, takes?: TakesSize): Promise<FileContent>;
  /** The same where the beginning of the file is wanted, at most 64 KiB; where it is not, the rest is left unread. */
  readWanted(
    path: string,
    isWanted: (head: Uint8Array) => boolean,
    takes?: TakesSize,
  ): Promise<FileContent | undefined>;
  /** Tells of changes below a folder until the returned function is called. */
  watch(folder: string, onChange: (changes: FileChanges) => void): () => void;
}
