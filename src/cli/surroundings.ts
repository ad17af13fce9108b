import type { Baseline } from '../ports/baseline.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileSystem } from '../ports/file-system.ts';
import type { Resolver, ResolverLimits, ServerAddress } from '../ports/resolver.ts';
import type { SignatureChecker } from '../ports/signature-checker.ts';
import type { WriteFiles } from '../ports/write-files.ts';
import type { RowsAhead } from '../syntax/plain-rows.ts';

/** The way to the DNS. */
export interface LivePort {
  readonly resolver: (limits: ResolverLimits) => Resolver;
  /** The servers that the system asks. */
  readonly systemServers: () => readonly ServerAddress[];
}

/** A line on a terminal that says what is being done, where that takes long. */
export interface Progress {
  /** Called often: shows where the work is, from time to time. Gives false, so that it may say when time is up: never. */
  readonly tick: () => false;
  /** What is being done, and takes the line away before anything is printed. */
  readonly begin: (what: () => string) => void;
  readonly end: () => void;
}

/** The files of a git repository as they are in one revision. */
export interface Revision {
  /** The repository's folder. */
  readonly root: string;
  readonly files: FileSystem;
  readonly close: () => void;
}

/** What a command of the command line works with. */
export interface Surroundings {
  /** The working directory, with slashes. */
  readonly directory: string;
  /** A path as the disk spells it; absent where each spelling is a file of its own. */
  readonly spelled?: (path: string) => string;
  readonly files: FileSystem;
  /** Reads large files of these ahead. */
  readonly rowsAhead?: RowsAhead;
  readonly clock: Clock;
  /** The last commit of the files below a folder. */
  readonly baseline: (folder: string) => Baseline | Promise<Baseline>;
  readonly readInput: () => Promise<Uint8Array>;
  readonly writeFiles: WriteFiles;
  /** Standard output; resolves when more may be written. */
  readonly print: (text: string) => Promise<void>;
  /** Says one line on standard error; what is not printable in it is replaced. */
  readonly complain: (line: string) => void;
  readonly hasColors: boolean;
  /** What the terminal is like; absent where nobody knows. */
  readonly terminal?: {
    /** Whether standard output is one. */
    readonly isOutput: boolean;
    readonly environment: Readonly<Record<string, string | undefined>>;
  };
  /** Tells of long work on a terminal; absent where there is none. */
  readonly progress?: Progress;
  /** Writes a file of results that the user names; the reason where that fails. */
  readonly saveFile?: (path: string, bytes: Uint8Array) => Promise<string | undefined>;
  /** The files of a revision, of the git repository around a folder. */
  readonly revision?: (folder: string, revision: string) => Promise<Revision | { readonly problem: string }>;
  /** What checks signatures; loaded when it is called for. */
  readonly signatures?: () => Promise<SignatureChecker>;
  readonly version: string;
  /** The page of a rule in Markdown; undefined where it has none. */
  readonly rulePage: (rule: string) => Promise<string | undefined>;
  /** What asks the DNS; loaded when it is called for. */
  readonly live: () => Promise<LivePort>;
  /** Runs the language server on standard input and output until the client leaves. */
  readonly serve: () => Promise<void>;
}

/** The exit statuses. */
export const EXIT_FINE = 0;
/** Exit status: findings of the severity that a run fails for, or differences. */
export const EXIT_FINDINGS = 1;
/** Exit status: wrong usage, or something that could not be read or written. */
export const EXIT_TROUBLE = 2;
/** Of `live`: nothing worse than that some answers are not known. */
export const EXIT_UNKNOWN = 3;
