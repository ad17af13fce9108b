import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { ZoneMap } from '../config/map.ts';
import { phrase } from '../language/phrase.ts';
import { settingsFileName } from '../settings/settings.ts';
import { sourceOfBytes } from '../text/source.ts';
import { answerOf } from './client-answers.ts';
import type { Look } from './disk-news.ts';
import { filesOf, isOurs, readFile } from './file-access.ts';
import type { Session } from './session.ts';
import { isInside, type Path, pathOfUri, schemeOf, uriOfPath } from './uri.ts';

/** Files that are read at the same time. */
const READERS = 16;
/** Milliseconds that files are made known at a stretch before messages are looked at: patterns of settings take time. */
const SLICE = 8;
/** Folders that hold no zone files of people. */
const SKIPPED = /\/(?:\.git|\.hg|\.svn|node_modules)(?:\/|$)/;
const IGNORE_FILE = '/.gitignore';

/** Lists the workspace's folders, reads what is wanted of them, and begins to watch them. */
export async function readWorkspace(session: Session): Promise<void> {
  if (session.client.watchesFiles) {
    // Reading does not wait for it.
    const { client } = session.connection;
    const watchers = [{ globPattern: '**/*' }];
    void answerOf(session, 'watching files', () =>
      client.register(DidChangeWatchedFilesNotification.type, { watchers }),
    );
  }
  await readFolders(session, session.folders);
}

/** Folders have been added to the workspace or taken out of it. */
export async function foldersChanged(session: Session, event: WorkspaceFoldersChangeEvent): Promise<void> {
  const removed = event.removed.map((folder) => folderPath(folder.uri));
  const added = event.added.map((folder) => folderPath(folder.uri));
  session.folders = [...session.folders.filter((folder) => !removed.includes(folder)), ...added];
  for (const path of [...session.project.paths.all()]) {
    if (!isInside(path, removed) || isInside(path, session.folders)) continue;
    session.openings.take(path);
    if (!session.open.has(path)) session.project.removePath(path);
  }
  session.changed();
  await session.loop.holdWhile(async () => {
    await session.readSettings();
    await readFolders(session, added);
  });
}

/**
 * Files have changed outside the editor. Open documents win over them. What is known of a file counts at once, in the
 * order of the messages; what is not known has to be looked at, and a later message overtakes that.
 */
export async function filesChanged(session: Session, params: DidChangeWatchedFilesParams): Promise<void> {
  const { project, news } = session;
  const last = new Map<Path, FileChangeType>();
  for (const { uri, type } of params.changes) last.set(pathOfUri(uri), type);
  for (const path of last.keys()) session.openings.take(path);
  for (const path of last.keys()) if (SKIPPED.test(path)) last.delete(path);
  const gone = new Set<Path>();
  for (const [path, type] of last) if (type === FileChangeType.Deleted) gone.add(path);
  const there = [...last.keys()].filter((path) => !gone.has(path));
  for (const path of gone) news.gone(path);
  for (const path of there) news.come(path);
  project.filesRemoved(gone);
  // What is open in a folder that is left out is no part of the workspace, whatever the disk has.
  for (const path of there)
    if (project.paths.has(path) && !(session.open.has(path) && session.ignored.ignores(path)))
      project.fileChanged(path);
  await whileReading(session, async () => {
    await news.look((look) => takeNew(session, last, look));
    if ([...last.keys()].some((path) => path.endsWith(`/${settingsFileName}`))) await session.readSettings();
    const open = [...last.keys()].filter((path) => session.open.has(path));
    await Promise.all(open.map((path) => session.baselines.changedOnDisk(path)));
    session.changed();
    await readWanted(session);
  });
}

/** Takes in files that were not known, and what a .gitignore says by now. */
async function takeNew(session: Session, changes: ReadonlyMap<Path, FileChangeType>, look: Look): Promise<void> {
  const { project } = session;
  const found = await newFiles(session, changes);
  const paths = [...changes.keys(), ...found];
  if (paths.some((path) => path.endsWith(IGNORE_FILE))) await ignoreAgain(session, paths);
  for (const path of found)
    if (isInside(path, session.folders) && !session.ignored.ignores(path) && !look.isGone(path))
      project.fileChanged(path);
}

/**
 * The files among changes that are not known, and those of folders that have come as a whole: of one that is renamed
 * editors tell nothing but its name.
 */
async function newFiles(session: Session, changes: ReadonlyMap<Path, FileChangeType>): Promise<readonly Path[]> {
  const { project, folders } = session;
  const unknown = [...changes].filter(
    ([path, type]) => type !== FileChangeType.Deleted && !project.paths.has(path) && isInside(path, folders),
  );
  const found: Path[] = [];
  await someAtATime(unknown, async ([path, type]) => {
    try {
      for (const file of await filesAt(session, path, type))
        if (!SKIPPED.test(file) && (!project.paths.has(file) || session.open.has(file))) found.push(file);
    } catch (error) {
      session.log(`looking at ${path}`, error);
    }
  });
  return found;
}

/** The file at a path, or all those in a folder that has come there; what a drive says late is taken then. */
async function filesAt(session: Session, path: Path, type: FileChangeType): Promise<readonly Path[]> {
  const files = filesOf(session, schemeOf(path));
  if (!files) return [];
  const asked = files.kindOf(path);
  const kind = await inTime(session, asked);
  if (kind === 'file') return [path];
  if (kind === 'folder' && type === FileChangeType.Created)
    return files.list(path, { most: session.bounds.budget.limits.files });
  if (kind === 'late')
    asked
      .then(() => filesChanged(session, { changes: [{ uri: uriOfPath(path), type }] }))
      .catch((error) => session.log(`looking at ${path}`, error));
  return [];
}

/** A .gitignore has changed: folders that it leaves out now go, but for what is open, and those that it no longer does come. */
async function ignoreAgain(session: Session, changed: readonly Path[]): Promise<void> {
  await readIgnored(session, changed);
  for (const folder of session.folders) await addListed(session, folder);
}

/** The text on disk counts again; a file that is not in the workspace's folders, or that they leave out, is forgotten. */
export async function readAgain(session: Session, path: Path): Promise<void> {
  const { project, news } = session;
  if (!project.paths.has(path)) return;
  news.again(path);
  await whileReading(session, async () => {
    await news.look(async (look) => {
      const asked = filesOf(session, schemeOf(path))?.kindOf(path);
      const isThere = (asked && (await inTime(session, asked))) !== 'other';
      if (session.open.has(path) || look.isGone(path)) return;
      const isOfWorkspace = isInside(path, session.folders) && !session.ignored.ignores(path);
      // Who has told of it since looks at it too.
      if (isOfWorkspace && look.isOld(path)) return;
      if (isOfWorkspace && isThere) project.fileChanged(path);
      else if (!project.isOutside(path)) project.removePath(path);
      session.changed();
    });
    await readWanted(session);
  });
}

/** A folder's path, without a final slash. */
export function folderPath(uri: string): Path {
  return pathOfUri(uri).replace(/\/+$/, '');
}

/**
 * Reads what the project wants until it wants nothing more: configurations first, then the zones they name, then what
 * those include. Nothing outside the workspace's folders is wanted, unless the settings name it.
 */
export async function readWanted(session: Session, report?: (count: number, all: number) => void): Promise<void> {
  const asked = new Set<Path>();
  const isNew = (path: Path) => !asked.has(path) && !session.open.has(path);
  session.bounds.budget.keep((path) => session.project.paths.has(path));
  session.readings++;
  try {
    for (let wanted = session.project.wanted().filter(isNew); wanted.length > 0; ) {
      const { length } = wanted;
      for (const path of wanted) asked.add(path);
      await putAll(session, wanted, (count) => report?.(count, length));
      session.changed();
      await session.loop.whenIdle(60_000);
      wanted = session.project.wanted().filter(isNew);
    }
  } finally {
    session.readings--;
    if (asked.size > 0) session.changed();
    session.bounds.tellBytes();
  }
}

/** Counts some work among the readings: what it will bring is not known yet. */
async function whileReading(session: Session, work: () => Promise<void>): Promise<void> {
  session.readings++;
  try {
    await work();
  } finally {
    session.readings--;
    session.changed();
  }
}

/** Reads what edits make wanted: a new $INCLUDE, or a zone in a configuration that is being written. */
export function readOnDemand(session: Session): void {
  let known: ZoneMap | undefined;
  session.onQuiet(() => {
    const { project } = session;
    const hasRoom = session.bounds.takeRoom();
    if (!hasRoom && project.configurations.map === known && project.wantedIncludes().length === 0) return;
    known = project.configurations.map;
    readWanted(session).catch((error) => session.log('reading files', error));
  });
}

async function readFolders(session: Session, folders: readonly Path[]): Promise<void> {
  const { window } = session.connection;
  const isShown = session.client.progress;
  const progress = isShown
    ? await answerOf(session, 'showing progress', () => window.createWorkDoneProgress())
    : undefined;
  progress?.begin('Zonewright', 0, phrase`Looking for zone files`);
  try {
    for (const folder of folders) await addListed(session, folder);
    await readWanted(session, (count, all) => {
      if (count % 100 === 0) progress?.report(Math.floor((100 * count) / all), phrase`${count} of ${all} files`);
    });
  } finally {
    progress?.done();
    session.changed();
  }
}

async function addListed(session: Session, folder: Path): Promise<void> {
  const { paths } = session.project;
  const most = session.bounds.budget.limits.files;
  const onLink = (path: Path, target: Path): void => paths.addLink(path, target);
  const onProblem = (path: Path, why: string): void => session.unreadable.tell(path, why);
  await session.news.look(async (look) => {
    const listed = (await filesOf(session, schemeOf(folder))?.list(folder, { most, onLink, onProblem })) ?? [];
    if (listed.length >= most) session.bounds.tellFiles(folder);
    await readIgnored(session, listed);
    let end = 0;
    for (const path of listed) {
      if (session.host.now() >= end) {
        await new Promise<void>((resolve) => session.host.soon(resolve));
        // The folder may have left the workspace meanwhile.
        if (!session.folders.some((one) => isWithin(folder, one))) return;
        end = session.host.now() + SLICE;
      }
      if (!session.ignored.ignores(path) && !look.isGone(path)) session.project.addPath(path);
    }
  });
}

/** Reads the .gitignore files among some files. What they leave out goes, which may have come before they were read. */
async function readIgnored(session: Session, paths: readonly Path[]): Promise<void> {
  for (const path of paths) {
    if (!path.endsWith(IGNORE_FILE) || !isInside(path, session.folders)) continue;
    await session.news.look(async (look) => {
      const bytes = await readFile(session, path);
      if (look.isOld(path)) return;
      session.ignored.set(path.slice(0, -IGNORE_FILE.length), bytes && new TextDecoder().decode(bytes));
    });
  }
  const { project, ignored } = session;
  project.filesRemoved(new Set([...project.paths.all()].filter((path) => ignored.ignores(path))));
}

/** Reads files and puts them into the project, some at a time. Documents that are opened meanwhile win. */
async function putAll(session: Session, paths: readonly Path[], report?: (count: number) => void): Promise<void> {
  let count = 0;
  await someAtATime(paths, async (path) => {
    await readInTime(session, path);
    report?.(++count);
  });
}

async function someAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(READERS, items.length) }, worker));
}

type Read = Uint8Array | 'unwanted' | undefined;

/** What was read of a file counts, unless it was opened or has gone meanwhile. */
function put(session: Session, path: Path, bytes: Read): void {
  const { project, unreadable, bounds } = session;
  if (bytes === 'unwanted') project.passOver(path);
  else if (!bytes && bounds.budget.leftOut.has(path)) project.leaveOut(path);
  else if (!session.open.has(path) && project.paths.has(path)) {
    const refusal = project.put(path, bytes && sourceOfBytes(bytes));
    const why = bytes ? refusal : filesOf(session, schemeOf(path))?.whyNot?.(path);
    if (why !== undefined) unreadable.note(path, why);
    else if (bytes) unreadable.forget(path);
  }
  session.baselines.read(path);
}

/** Puts a file; of a drive that does not answer nothing for now, and what it says in the end when it does. */
async function readInTime(session: Session, path: Path): Promise<void> {
  const { news } = session;
  const look = news.begin();
  const putIfNew = (bytes: Read): void => {
    if (!look.isOld(path)) put(session, path, bytes);
  };
  const reading = readWhereWanted(session, path)
    .then(putIfNew)
    .finally(() => news.end(look));
  if ((await inTime(session, reading)) !== 'late') return;
  session.unreadable.note(path, phrase`its drive does not answer`);
  putIfNew(undefined);
  reading.then(
    () => session.changed(),
    (error) => session.log(`reading ${path}`, error),
  );
}

/** Milliseconds that a file is waited for before the work goes on without it. */
const READ_PATIENCE = 20_000;

/** What comes of some work on a file in time. */
async function inTime<T>(session: Session, work: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), session.host.readPatience ?? READ_PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A file that only its content could make one that counts is read as far as that takes, where the host can do that. */
async function readWhereWanted(session: Session, path: Path): Promise<Uint8Array | 'unwanted' | undefined> {
  if (!(await isOurs(session, path))) return undefined;
  const bytes = await readWholeWhereWanted(session, path);
  // Not every host knows sizes beforehand.
  return bytes instanceof Uint8Array && !session.bounds.budget.takes(path, bytes.length) ? undefined : bytes;
}

async function readWholeWhereWanted(session: Session, path: Path): Promise<Uint8Array | 'unwanted' | undefined> {
  const { project, bounds } = session;
  const files = filesOf(session, schemeOf(path));
  const takes = (size: number): boolean => bounds.budget.takes(path, size);
  if (!files?.readWanted || project.isZone(path)) return files?.read(path, takes);
  const bytes = await files.readWanted(path, (head) => project.isWantedWhole(path, head), takes);
  // Something may have named the file meanwhile.
  return bytes === 'unwanted' && project.isZone(path) ? files.read(path, takes) : bytes;
}

function isWithin(folder: Path, other: Path): boolean {
  return folder === other || folder.startsWith(`${other}/`);
}
