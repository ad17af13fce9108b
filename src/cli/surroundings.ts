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

/** What CI takes for a command to itself where a line begins so. */
const COMMAND = /^\s*(?:::|##)/;

/** A path from the working directory, as it is shown and as SARIF wants it; absolute where it lies elsewhere. */
export function shownPath(path: string, directory: string): string {
  const shown = relativePath(path, directory);
  return COMMAND.test(shown) ? `./${shown}` : shown;
}

/** The root that an absolute path begins with: `/`, and on Windows a drive (`C:/`) or a folder of a server (`//server/share/`). */
const ROOT = /^(?:[A-Za-z]:|\/\/[^/]+\/[^/]+)?\//;

/** A path from a folder, as patches want it; absolute where it lies elsewhere. */
export function relativePath(path: string, directory: string): string {
  const base = withSlash(directory);
  if (path.startsWith(base)) return path.slice(base.length);
  const target = `${path}/`;
  let common = 0;
  for (let at = 0; at < base.length && base[at] === target[at]; at++) if (base[at] === '/') common = at + 1;
  if (common <= rootOf(base).length) return path;
  let up = '';
  for (let at = base.indexOf('/', common); at >= 0; at = base.indexOf('/', at + 1)) up += '../';
  return (up + target.slice(common)).slice(0, -1) || '.';
}

/** The absolute path of a file or folder that the user gave, as the disk spells it. */
export function givenPath(path: string, { directory, spelled }: Surroundings): string {
  const whole = absolutePath(path, directory);
  return spelled?.(whole) ?? whole;
}

/** An absolute path for one that the user gave. */
export function absolutePath(path: string, directory: string): string {
  const whole = isWindows(directory)
    ? wholeOnWindows(path, directory)
    : (path.startsWith('/') ? path : `${directory}/${path}`).replace(/^\/+/, '/');
  const root = rootOf(whole);
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return root.replace(/^[a-z]:/, (drive) => drive.toUpperCase()) + parts.join('/');
}

/** Whether paths are those of Windows, where each working directory has a drive or a server. */
export function isWindows(directory: string): boolean {
  return /^(?:[A-Za-z]:|[/\\]{2})/.test(directory);
}

/** A path of Windows with its drive or server, where back-slashes are slashes, and `//?/` does no more than switch limits off. */
function wholeOnWindows(given: string, directory: string): string {
  const path = given
    .replaceAll('\\', '/')
    .replace(/^\/\/\?(?:\/UNC(?=\/)|\/)/i, (start) => (start.length > 4 ? '/' : ''));
  const [, drive = '', rest = ''] = /^([A-Za-z]:)?(.*)$/s.exec(path) ?? [];
  const own = rootOf(directory);
  const isOther = `${drive}/`.toUpperCase() !== own.toUpperCase();
  if (drive !== '' && (isOther || rest.startsWith('/'))) return `${drive}/${rest}`;
  if (rest.startsWith('//')) return `${rest}/`;
  return rest.startsWith('/') ? own + rest : `${directory}/${rest}`;
}

function rootOf(path: string): string {
  return ROOT.exec(path)?.[0] ?? '';
}

/** The folder of a path. */
export function parentFolder(path: string): string {
  const root = rootOf(path) || '/';
  return path.slice(root.length).includes('/') ? path.slice(0, path.lastIndexOf('/')) : root;
}

/** A folder's path with its final slash. */
export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
