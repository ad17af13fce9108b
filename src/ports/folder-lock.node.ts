import { link, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

/** The file that says that a run writes in its folder; the name is one that no zone has. */
const LOCK_NAME = '.zonewright.lock';
/** What the names of files end with that a run makes beside those that it writes. */
const OWN_NAME = /^\..*\.zonewright-(new|old|kept)-(\d+)~$/;
const LOCK_PART = /^\.zonewright\.lock-(\d+)(?:-old)?~$/;
const WAIT_MS = 10_000;
const LOOK_MS = 50;

/** What a run calls its files: `new` is a text on its way, `old` another name of the file, `kept` the only copy of its old text. */
export type OwnKind = 'new' | 'old' | 'kept';

/** The name of a file that this run makes beside another one. */
export function ownName(path: string, kind: OwnKind): string {
  return join(path, '..', `.${basename(path)}.zonewright-${kind}-${process.pid}~`);
}

/** What came of asking for a folder: the lock's release, or why there is none. */
export type Locked = { readonly release: () => Promise<void> } | { readonly refused: string };

/**
 * Waits until no other run writes in a folder, at most ten seconds. What a run left that was killed is cleared away, but
 * for the old text of a file that it may have left half written: then the folder is refused, and the two are named.
 */
export async function lockFolder(folder: string, wait = WAIT_MS): Promise<Locked> {
  const lock = join(folder, LOCK_NAME);
  const own = `${process.pid} ${hostname()}\n`;
  for (let waited = 0; ; waited += LOOK_MS) {
    const made = await makeLock(lock, own);
    if (made === 'made') {
      await clearLocks(folder);
      return { release: () => unlink(lock).catch(() => {}) };
    }
    if (made !== 'there') return { refused: made };
    const holder = (await readFile(lock, 'utf8').catch(() => '')).trim();
    if (isOver(holder)) {
      const kept = await clear(folder, Number.parseInt(holder, 10));
      if (kept !== undefined) return { refused: kept };
      await removeStale(lock, holder);
    } else if (waited >= wait)
      return { refused: `another run writes in its folder (process ${holder}): if there is none, remove ${lock}` };
    else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** The lock comes with its text at once, so that nobody sees it empty: it is a second name of a file that is whole. */
async function makeLock(lock: string, text: string): Promise<string> {
  const whole = `${lock}-${process.pid}~`;
  try {
    const file = await open(whole, 'w', 0o644);
    await file.writeFile(text).finally(() => file.close());
    await link(whole, lock).catch(async (error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error;
      // A file system without hard links.
      const plain = await open(lock, 'wx', 0o644);
      await plain.writeFile(text).finally(() => plain.close());
    });
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'there';
    return `its folder takes no new file, so it can't be replaced as a whole: ${messageOf(error)}`;
  } finally {
    await unlink(whole).catch(() => {});
  }
}

/** Whether the process that holds a lock ran on this machine and is gone. */
function isOver(holder: string): boolean {
  const [pid = '', host] = holder.split(' ');
  if (!/^\d{1,10}$/.test(pid) || host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Removes what a killed run left in a folder; what must be looked at first, where there is such a thing. */
async function clear(folder: string, pid: number): Promise<string | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  const own = names.filter((name) => OWN_NAME.exec(name)?.[2] === String(pid));
  for (const name of own) {
    const target = name.replace(/^\./, '').replace(/\.zonewright-[a-z]+-\d+~$/, '');
    if (name.includes('.zonewright-kept-') && !(await areEqual(join(folder, name), join(folder, target))))
      return `a run that was killed may have left ${target} half written: its text from before is in ${join(folder, name)}; put right what is wrong, then remove that file`;
    await unlink(join(folder, name)).catch(() => {});
  }
  return undefined;
}

/** Removes what runs left that were killed while they asked for the lock. */
async function clearLocks(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const pid = LOCK_PART.exec(name)?.[1];
    if (pid !== undefined && isOver(`${pid} ${hostname()}`)) await unlink(join(folder, name)).catch(() => {});
  }
}

async function areEqual(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([readFile(a), readFile(b)]).catch(() => []);
  return first !== undefined && second !== undefined && first.equals(second);
}

/** Only one of several runs that wait takes the old lock away: it is put back where it is another by now. */
async function removeStale(lock: string, holder: string): Promise<void> {
  const aside = `${lock}-${process.pid}-old~`;
  try {
    await rename(lock, aside);
    if ((await readFile(aside, 'utf8')).trim() !== holder) await link(aside, lock);
    await unlink(aside);
  } catch {
    // Another run was faster.
  }
}

/** The code of an error of the system, such as `ENOSPC`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What an error of the system says to a person. */
export function messageOf(error: unknown): string {
  const said = PLAIN.get(codeOf(error));
  if (said !== undefined) return said;
  return error instanceof Error ? error.message : String(error);
}

/** Why a file could not be written at its path, which may have been none before: then its folder is what is missing. */
export function savingFailed(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'there is no such folder' : messageOf(error);
}

const PLAIN = new Map([
  ['ENOSPC', 'no space is left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EFBIG', 'it would be larger than the limit on file sizes'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EBUSY', 'another program has it open'],
  ['EROFS', 'the file system is read-only'],
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EISDIR', 'it is a folder'],
  ['EIO', 'the disk reports an error'],
]);
