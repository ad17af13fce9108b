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
import { filesOf, isOurs, readFile } from './file-access.ts';
import type { Session } from './session.ts';
import { isInside, type Path, pathOfUri, schemeOf } from './uri.ts';
import { readSettings } from './workspace-settings.ts';

/** Files that are read at the same time. */
const READERS = 16;
/** Files that are made known before messages are looked at. */
const ADDED_AT_ONCE = 500;
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
  for (const path of [...session.project.paths.all()])
    if (isInside(path, removed) && !isInside(path, session.folders) && !session.open.has(path))
      session.project.removePath(path);
  session.changed();
  await session.loop.holdWhile(async () => {
    await readSettings(session);
    await readFolders(session, added);
  });
}

/** Files have changed outside the editor. Open documents win over them. */
export async function filesChanged(session: Session, params: DidChangeWatchedFilesParams): Promise<void> {
  const { project } = session;
  const last = new Map<Path, FileChangeType>();
  for (const { uri, type } of params.changes) last.set(pathOfUri(uri), type);
  for (const path of last.keys()) if (SKIPPED.test(path)) last.delete(path);
  for (const path of await newFiles(session, last)) if (!SKIPPED.test(path)) last.set(path, FileChangeType.Created);
  const paths = [...last.keys()];
  if (paths.some((path) => path.endsWith(IGNORE_FILE))) await ignoreAgain(session, paths);
  project.filesRemoved(new Set(paths.filter((path) => last.get(path) === FileChangeType.Deleted)));
  for (const path of paths) {
    if (last.get(path) === FileChangeType.Deleted) continue;
    if (project.paths.has(path) || (isInside(path, session.folders) && !session.ignored.ignores(path)))
      project.fileChanged(path);
  }
  if (paths.some((path) => path.endsWith(`/${settingsFileName}`))) await readSettings(session);
  session.changed();
  await readWanted(session);
}

/**
 * The files of folders that have come as a whole: of one that is renamed editors tell nothing but its name. What is no
 * plain file leaves the changes.
 */
async function newFiles(session: Session, changes: Map<Path, FileChangeType>): Promise<readonly Path[]> {
  const found: Path[] = [];
  for (const [path, type] of [...changes]) {
    if (type === FileChangeType.Deleted || session.project.paths.has(path) || !isInside(path, session.folders))
      continue;
    const files = filesOf(session, schemeOf(path));
    const kind = await files?.kindOf(path);
    if (kind === 'file') continue;
    changes.delete(path);
    if (!files || kind !== 'folder' || type !== FileChangeType.Created) continue;
    for (const file of await files.list(path, { most: session.bounds.budget.limits.files }))
      if (!session.project.paths.has(file)) found.push(file);
  }
  return found;
}

/** A .gitignore has changed: folders that it leaves out now go, those that it no longer does come. */
async function ignoreAgain(session: Session, changed: readonly Path[]): Promise<void> {
  await readIgnored(session, changed);
  for (const path of [...session.project.paths.all()])
    if (session.ignored.ignores(path) && !session.open.has(path)) session.project.removePath(path);
  for (const folder of session.folders) await addListed(session, folder);
}

/** The text on disk counts again; a file that is not in the workspace's folders is forgotten. */
export async function readAgain(session: Session, path: Path): Promise<void> {
  if (!session.project.paths.has(path)) return;
  const isThere = (await filesOf(session, schemeOf(path))?.kindOf(path)) !== 'other';
  if (session.open.has(path)) return;
  if (isInside(path, session.folders) && isThere) session.project.fileChanged(path);
  else if (!session.project.isOutside(path)) session.project.removePath(path);
  session.changed();
  await readWanted(session);
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
  const listed = (await filesOf(session, schemeOf(folder))?.list(folder, { most, onLink, onProblem })) ?? [];
  if (listed.length >= most) session.bounds.tellFiles(folder);
  await readIgnored(session, listed);
  // The folder may have left the workspace meanwhile.
  for (let at = 0; at < listed.length && session.folders.some((one) => isWithin(folder, one)); at += ADDED_AT_ONCE) {
    for (const path of listed.slice(at, at + ADDED_AT_ONCE))
      if (!session.ignored.ignores(path)) session.project.addPath(path);
    await new Promise<void>((resolve) => session.host.soon(resolve));
  }
}

/** Reads the .gitignore files among some files. */
async function readIgnored(session: Session, paths: readonly Path[]): Promise<void> {
  for (const path of paths) {
    if (!path.endsWith(IGNORE_FILE) || !isInside(path, session.folders)) continue;
    const bytes = await readFile(session, path);
    session.ignored.set(path.slice(0, -IGNORE_FILE.length), bytes && new TextDecoder().decode(bytes));
  }
}

/** Reads files and puts them into the project, some at a time. Documents that are opened meanwhile win. */
async function putAll(session: Session, paths: readonly Path[], report?: (count: number) => void): Promise<void> {
  let next = 0;
  const reader = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      put(session, path, await inTime(session, path, readWhereWanted(session, path)));
      report?.(next);
    }
  };
  await Promise.all(Array.from({ length: Math.min(READERS, paths.length) }, reader));
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

/** Milliseconds that a file is waited for before the work goes on without it. */
const READ_PATIENCE = 20_000;

/** The file's bytes; of a drive that does not answer nothing for now, and what it says in the end when it does. */
async function inTime(session: Session, path: Path, reading: Promise<Read>): Promise<Read> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), session.host.readPatience ?? READ_PATIENCE);
  });
  const bytes = await Promise.race([reading, late]);
  clearTimeout(timer);
  if (bytes !== 'late') return bytes;
  session.unreadable.note(path, phrase`its drive does not answer`);
  reading
    .then((at) => {
      put(session, path, at);
      session.changed();
    })
    .catch((error) => session.log(`reading ${path}`, error));
  return undefined;
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
