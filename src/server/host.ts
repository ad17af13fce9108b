import type { Bundle } from '../language/phrase.ts';
import type { RunChecker } from '../ports/external-checkers.ts';
import type { TakesSize } from '../ports/file-system.ts';
import type { Resolver, ResolverLimits, ServerAddress } from '../ports/resolver.ts';
import type { SignatureChecker } from '../ports/signature-checker.ts';
import type { Path } from './uri.ts';

/** `other`: a link, a device, or nothing. */
export type FileKind = 'file' | 'folder' | 'other';

/** How a folder is listed. */
export interface ListFiles {
  /** At most so many files, the nearest first. */
  readonly most: number;
  readonly onLink?: (path: Path, target: Path) => void;
  /** Folders below it that can't be looked into, of hosts that know why. */
  readonly onProblem?: (folder: Path, why: string) => void;
}

/** The files of the workspace's folders. */
export interface Files {
  /**
   * All files below a folder, in any order; folders that no zone is kept in (`.git`, `node_modules`) are left out. Hosts
   * that know of symbolic links tell those to files below it.
   */
  list(folder: Path, how: ListFiles): Promise<readonly Path[]>;
  /** What there is at a path. Links are no files of their own: what they lead to is listed where it is. */
  kindOf(path: Path): Promise<FileKind>;
  /** Where a path leads through all links, of hosts that know of links; undefined where it leads nowhere. */
  realPath?(path: Path): Promise<Path | undefined>;
  /** A path as the disk spells it, of hosts where capital and small letters may be the same there. */
  spelled?(path: Path): Path;
  /** A file's bytes; undefined where it can't be read, is no plain file or is too large, or where its size is not taken. */
  read(path: Path, takes?: TakesSize): Promise<Uint8Array | undefined>;
  /** The same of hosts that can read a part: where the beginning of the file is not wanted, the rest is left unread. */
  readWanted?(
    path: Path,
    isWanted: (head: Uint8Array) => boolean,
    takes?: TakesSize,
  ): Promise<Uint8Array | 'unwanted' | undefined>;
  /** Why a file could not be read when it was tried last, of hosts that know; undefined where it could, or is not there. */
  whyNot?(path: Path): string | undefined;
}

/** Files as they were in the last commit. */
export interface Commits {
  /** The bytes; undefined where nobody knows. */
  read(path: Path): Promise<Uint8Array | undefined>;
  close(): void;
}

/** The way to the DNS that a host has: sockets, or a server for DNS over HTTPS. */
export type LivePort =
  | {
      readonly kind: 'sockets';
      readonly resolver: (limits: ResolverLimits) => Resolver;
      /** The servers that the system asks. */
      readonly systemServers: () => readonly ServerAddress[];
    }
  | { readonly kind: 'https'; readonly resolver: (url: string, limits: ResolverLimits) => Resolver };

/** What the server needs of the process or worker that it runs in. */
export interface ServerHost {
  /** The files that the host can read by itself, by scheme; the others are asked from the client. */
  readonly files: ReadonlyMap<string, Files>;
  /** Opens the repository around a folder, for clients that do not know of commits themselves. */
  readonly commits?: (folder: Path) => Commits | undefined;
  /** What asks the DNS; loaded when it is called for. Without it nothing is asked. */
  readonly live?: () => Promise<LivePort>;
  /** What runs other checkers; loaded when it is called for. Without it none are run. */
  readonly checkers?: () => Promise<RunChecker>;
  /** What checks signatures; loaded when it is called for. Without it none are verified. */
  readonly signatures?: () => Promise<SignatureChecker>;
  /** The texts of a language (`de`), for clients that bring none along; undefined where there are none. */
  readonly translations?: (language: string) => Bundle | undefined;
  /** The address of a rule's page, for clients that have none themselves; undefined where there is none. */
  readonly rulePage?: (rule: string) => string | undefined;
  /** Runs something after the messages that have come in, without a delay. */
  readonly soon: (run: () => void) => void;
  /** Milliseconds from some moment on, never going back. */
  readonly now: () => number;
  /** How long typing rests before something is said of the line, in milliseconds; 0 never waits. A second where it is left out. */
  readonly typingPause?: number;
  /** Milliseconds after which the work goes on without a file that is not answered; twenty seconds where it is left out. */
  readonly readPatience?: number;
  /** Documents that are taken in together when they are opened; more of them at once are a flood. Sixteen where it is left out. */
  readonly openedAtOnce?: number;
  /** Milliseconds that a question for diagnostics waits until all is checked; a second where it is left out. */
  readonly checkPatience?: number;
  /** Seconds since 1970. */
  readonly clock: () => number;
}
