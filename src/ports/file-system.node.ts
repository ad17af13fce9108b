import { isAscii } from 'node:buffer';
import {
  closeSync,
  type Dirent,
  lstatSync,
  openSync,
  promises,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  watch,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { phrase } from '../language/phrase.ts';
import { LARGEST_TEXT } from '../text/source.ts';
import { slashed } from './disk-spelling.node.ts';
import {
  EVERYWHERE,
  type FileChanges,
  type FileContent,
  type FileEntry,
  type FileProblem,
  type FileSystem,
  type ListBounds,
  type TakesSize,
} from './file-system.ts';
import { IgnoredFolders } from './ignored-folders.ts';

/** Larger files are not read: no server loads them either. */
const LARGEST_FILE = 1024 ** 3;
const IGNORE_FILE = '.gitignore';
const SKIPPED = new Set(['.git', '.hg', '.svn', 'node_modules']);
const HEAD_LENGTH = 65_536;
const LARGEST_IGNORE_FILE = 1024 ** 2;
const DEEPEST_FOLDER = 64;
const WIDEST: ListBounds = { ...EVERYWHERE, files: Number.POSITIVE_INFINITY };
const WATCH_DELAY_MS = 100;

/** Where the bytes of files are. */
export interface FileMemory {
  /** Room for so many bytes of one. */
  readonly allocate: (size: number) => Uint8Array;
  /** What is kept of the bytes of one: the same ones, there or elsewhere. */
  readonly keep: (bytes: Uint8Array) => Uint8Array;
}

const OWN_MEMORY: FileMemory = { allocate: Buffer.allocUnsafeSlow, keep: (bytes) => bytes };

/** A file that is open. */
interface OpenFile {
  read(
    bytes: Uint8Array,
    at: number,
    length: number,
  ): { readonly bytesRead: number } | Promise<{ readonly bytesRead: number }>;
  close(): void | Promise<void>;
}

/** How the system is asked. */
interface Calls {
  readonly stat: (path: string) => Stats | Promise<Stats>;
  readonly lstat: (path: string) => Stats | Promise<Stats>;
  readonly realpath: (path: string) => string | Promise<string>;
  readonly readdir: (path: string) => Dirent[] | Promise<Dirent[]>;
  readonly open: (path: string) => OpenFile | Promise<OpenFile>;
}

/**
 * Others have the thread while the system is at work, which takes several times as long for a small file. Node loads what
 * does this with the first call: who never waits never loads it.
 */
const LETTING_OTHERS: Calls = {
  stat: (path) => promises.stat(path),
  lstat: (path) => promises.lstat(path),
  realpath: (path) => promises.realpath(path),
  readdir: (path) => promises.readdir(path, { withFileTypes: true }),
  open: (path) => promises.open(path),
};
/** For a thread that has nothing else to do. */
const AT_ONCE: Calls = {
  stat: (path) => statSync(path),
  lstat: (path) => lstatSync(path),
  realpath: (path) => realpathSync.native(path),
  readdir: (path) => readdirSync(path, { withFileTypes: true }),
  open: (path) => {
    const file = openSync(path, 'r');
    return {
      read: (bytes, at, length) => ({ bytesRead: readSync(file, bytes, at, length, null) }),
      close: () => closeSync(file),
    };
  },
};

/** The files of this machine, for a thread that does nothing while it waits for them. */
export function fileSystemAtOnce(memory: FileMemory): FileSystem {
  return fileSystem(memory, AT_ONCE);
}

function fileSystem(memory: FileMemory, calls: Calls): FileSystem {
  const read = (path: string, takes?: TakesSize) => readWholeFile(path, LARGEST_FILE, { memory, takes, calls });
  return {
    list: (folder, bounds = WIDEST, onProblem = silent) => listFolder(folder, bounds, onProblem, calls),
    read,
    async readWanted(path, isWanted, takes) {
      const head = await readAs(path, calls, (stats, opened) => readHead(opened, stats));
      if (head.kind === 'problem') return head;
      if (!isWanted(head.bytes)) return undefined;
      if (head.bytes.length >= HEAD_LENGTH) return read(path, takes);
      return takes && !takes(head.bytes.length) ? noRoom(head.bytes.length) : wholeContent(memory.keep(head.bytes));
    },
    watch: watchFolder,
  };
}

/** The files of this machine. */
export const nodeFileSystem = fileSystem(OWN_MEMORY, LETTING_OTHERS);

/** Reads a file of at most so many bytes. */
export function readWholeFile(
  path: string,
  largest: number,
  {
    memory = OWN_MEMORY,
    takes,
    calls = LETTING_OTHERS,
  }: { memory?: FileMemory; takes?: TakesSize | undefined; calls?: Calls } = {},
): Promise<FileContent> {
  return readAs(path, calls, ({ size }, opened) => {
    if (size > largest) return problem('too-large', phrase`it has ${size} bytes, more than ${largest}`);
    return takes && !takes(size) ? noRoom(size) : readPlainFile(opened, size, { largest, memory });
  });
}

function noRoom(size: number): FileContent {
  return problem('no-room', phrase`there is no room for its ${size} bytes`);
}

type Opened = () => OpenFile | Promise<OpenFile>;
type Reads = (stats: Stats, opened: Opened) => FileContent | Promise<FileContent>;

/** What is no plain file is not opened: a pipe would wait for ever. Large files take their time in any case. */
async function readAs(path: string, calls: Calls, read: Reads): Promise<FileContent> {
  try {
    const stats = await calls.stat(path);
    if (stats.isDirectory()) return problem('folder', phrase`it is a folder`);
    if (!stats.isFile()) return problem('special', phrase`it is a device, pipe or socket, and no file`);
    const { open } = stats.size < HEAD_LENGTH ? calls : LETTING_OTHERS;
    return await read(stats, () => open(path));
  } catch (error) {
    return problemOf(error);
  }
}

/** The first bytes of a file; fewer than the length of a head where there are no more. */
async function readHead(opened: Opened, { size }: Stats): Promise<FileContent> {
  const file = await opened();
  try {
    const room = Buffer.allocUnsafeSlow(size > 0 ? Math.min(size + 1, HEAD_LENGTH) : HEAD_LENGTH);
    return { kind: 'bytes', bytes: await bytesOf(file, room, { most: HEAD_LENGTH, size }) };
  } finally {
    await file.close();
  }
}

async function readPlainFile(
  opened: Opened,
  size: number,
  { largest, memory: { allocate, keep } }: { readonly largest: number; readonly memory: FileMemory },
): Promise<FileContent> {
  const file = await opened();
  try {
    const bytes = await bytesOf(file, allocate(size > 0 ? size + 1 : HEAD_LENGTH), { most: largest + 1, size });
    return bytes.length > largest
      ? problem('too-large', phrase`it has more than ${largest} bytes`)
      : wholeContent(keep(bytes));
  } finally {
    await file.close();
  }
}

/**
 * Reads into the room to the end of the file, but no more than `most` bytes. Files without a size (below /proc) get more
 * room, and end where nothing more comes; others where as much as their size has come, and less than was asked for.
 */
async function bytesOf(
  file: OpenFile,
  room: Uint8Array,
  { most, size }: { readonly most: number; readonly size: number },
): Promise<Uint8Array> {
  let bytes = room;
  let length = 0;
  while (length < most) {
    if (length === bytes.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    const asked = Math.min(bytes.length - length, most - length, 2 ** 30);
    const { bytesRead } = await file.read(bytes, length, asked);
    length += bytesRead;
    if (bytesRead === 0 || (size > 0 && length >= size && bytesRead < asked)) break;
  }
  return bytes.subarray(0, length);
}

function wholeContent(bytes: Uint8Array): FileContent {
  const ascii = isAscii(bytes);
  if (!ascii && bytes.length > LARGEST_TEXT)
    return problem(
      'too-large',
      phrase`it has characters beyond ASCII and ${bytes.length} bytes, more than ${LARGEST_TEXT}`,
    );
  return { kind: 'bytes', bytes, isAscii: ascii };
}

function problem(kind: FileProblem, message: string): FileContent {
  return { kind: 'problem', problem: kind, message };
}

function problemOf(error: unknown): FileContent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('missing', phrase`there is no such file`);
  if (code === 'EACCES' || code === 'EPERM') return problem('denied', phrase`permission is denied`);
  if (code === 'ELOOP') return problem('missing', phrase`its symbolic links lead in a circle`);
  return problem('failed', error instanceof Error ? error.message : String(error));
}

interface Walk {
  /** The real path of the folder that was asked for. */
  readonly root: string;
  readonly ignored: IgnoredFolders;
  readonly found: FileEntry[];
  readonly links: { readonly path: string; readonly shown: string }[];
  readonly onProblem: OnProblem;
  readonly calls: Calls;
}

type OnProblem = (folder: string, why: string) => void;

function silent(): void {}

async function listFolder(
  folder: string,
  bounds: ListBounds,
  onProblem: OnProblem,
  calls: Calls,
): Promise<readonly FileEntry[]> {
  const root = await settled(
    () => calls.realpath(folder),
    () => folder,
  );
  const ignored = await ignoredAround(resolve(folder), calls);
  const walk: Walk = { root, ignored, found: [], links: [], onProblem, calls };
  let level = [resolve(folder)];
  for (let depth = 0; depth <= bounds.levels && level.length > 0; depth++) {
    const below: string[][] = [];
    await inGroups(level, async (path) => {
      if (walk.found.length + walk.links.length < bounds.files) below.push(await walkFolder(walk, path));
    });
    level = below.flat().sort().slice(0, bounds.folders);
  }
  const found = walk.found.slice(0, bounds.files);
  for (const link of walk.links.slice(0, bounds.files - found.length)) {
    const entry = await linkedFile(walk, link, resolve(folder));
    if (entry) found.push(entry);
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Notes the files and links of a folder, and gives its folders. */
async function walkFolder(walk: Walk, folder: string): Promise<string[]> {
  const entries = await settled(
    () => walk.calls.readdir(folder),
    (error): Dirent[] => {
      const why = problemOf(error);
      // It may have gone since its name was read.
      if (why.kind === 'problem' && why.problem !== 'missing') walk.onProblem(slashed(folder), why.message);
      return [];
    },
  );
  if (entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile()))
    await readIgnoreFile(walk.ignored, folder, walk.calls);
  const folders: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) walk.links.push({ path, shown: slashed(path) });
    else if (entry.isFile()) walk.found.push({ path: slashed(path) });
    else if (entry.isDirectory() && !SKIPPED.has(entry.name) && !walk.ignored.ignoresFolder(slashed(path)))
      folders.push(path);
  }
  return folders;
}

const GROUP = 32;

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += GROUP) await Promise.all(items.slice(at, at + GROUP).map(work));
}

/** A link to a file of the same tree. Links to folders are left out: what they lead to is listed where it is. */
async function linkedFile(
  walk: Walk,
  link: { readonly path: string; readonly shown: string },
  folder: string,
): Promise<FileEntry | undefined> {
  try {
    const target = await walk.calls.realpath(link.path);
    const stats = await walk.calls.stat(target);
    const inside = relative(walk.root, target);
    if (!stats.isFile() || inside.startsWith('..') || resolve(inside) === inside) return undefined;
    return { path: link.shown, target: slashed(join(folder, inside)) };
  } catch {
    return undefined;
  }
}

async function readIgnoreFile(ignored: IgnoredFolders, folder: string, calls: Calls): Promise<void> {
  const content = await readWholeFile(join(folder, IGNORE_FILE), LARGEST_IGNORE_FILE, { calls });
  if (content.kind === 'bytes') ignored.set(slashed(folder), new TextDecoder().decode(content.bytes));
}

/** What is ignored in a folder by what stands above it; a folder that is asked for is not left out as a whole. */
async function ignoredAround(folder: string, calls: Calls): Promise<IgnoredFolders> {
  const ignored = new IgnoredFolders();
  for (const above of await foldersAbove(folder, calls))
    if (await exists(join(above, IGNORE_FILE), calls)) await readIgnoreFile(ignored, above, calls);
  return ignored.ignoresFolder(slashed(folder)) ? new IgnoredFolders() : ignored;
}

/** The folders above one, up to that with `.git`; none where no repository is around it. */
async function foldersAbove(folder: string, calls: Calls): Promise<string[]> {
  const above: string[] = [];
  for (let at = folder; above.length < DEEPEST_FOLDER; at = above.at(-1) ?? at) {
    if (await exists(join(at, '.git'), calls)) return above;
    const parent = resolve(at, '..');
    if (parent === at) return [];
    above.push(parent);
  }
  return [];
}

async function exists(path: string, calls: Calls): Promise<boolean> {
  const stats = await settled<Stats | undefined>(
    () => calls.lstat(path),
    () => undefined,
  );
  return stats !== undefined;
}

/** What a call comes to, or what stands for it where it fails, at once or later. */
async function settled<T>(call: () => T | Promise<T>, otherwise: (error: unknown) => T): Promise<T> {
  try {
    return await call();
  } catch (error) {
    return otherwise(error);
  }
}

/** Changes are gathered for a moment, so that a checkout of many files comes as one. */
function watchFolder(folder: string, onChange: (changes: FileChanges) => void): () => void {
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    timer = undefined;
    const paths = [...touched];
    touched.clear();
    const changed: string[] = [];
    const removed: string[] = [];
    for (const path of paths) ((await exists(path, LETTING_OTHERS)) ? changed : removed).push(slashed(path));
    onChange({ changed, removed });
  };
  const watcher = watch(folder, { recursive: true, persistent: false }, (_, name) => {
    if (name === null || name.split(sep).some((part) => SKIPPED.has(part))) return;
    touched.add(join(folder, name));
    timer ??= setTimeout(() => void tell(), WATCH_DELAY_MS);
  });
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
