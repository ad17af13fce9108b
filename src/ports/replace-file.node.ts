import { execFile } from 'node:child_process';
import { type BigIntStats, constants, existsSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  copyFile,
  type FileHandle,
  link,
  open,
  readFile,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, ownName } from './folder-lock.node.ts';
import type { FileChange } from './write-files.ts';

/** A file whose new text stands ready beside it. */
export interface Prepared {
  /** The file itself, where `change.path` leads through links. */
  readonly path: string;
  readonly change: FileChange;
  /** The new text, on the disk. */
  readonly fresh: string;
  /** Other names of the file, or what only its owner may give, are lost if another file takes its place. */
  readonly isInPlace: boolean;
}

/** Thrown where a file is not what a change was worked out from. */
class ChangedMeanwhile extends Error {
  constructor() {
    super('it has changed since it was read: run fix again');
  }
}

/** Writes the new text of a file beside it, with the file's owner, mode and attributes. The file itself stays as it is. */
export async function prepare(path: string, change: FileChange): Promise<Prepared> {
  await access(path, constants.W_OK);
  await assertUnchanged(path, change.before);
  const fresh = ownName(path, 'new');
  const before = await stat(path, { bigint: true });
  try {
    const isAlike = before.nlink === 1n && (await copyAttributes(path, fresh, before));
    const file = await open(fresh, isAlike ? 'r+' : 'w', 0o600);
    await inFile(file, async () => {
      await file.truncate(0);
      await writeAll(file, change.after, 0);
      await file.sync();
    });
    return { path, change, fresh, isInPlace: !isAlike };
  } catch (error) {
    await unlink(fresh).catch(() => {});
    throw error;
  }
}

/** How a file that has its new text gets the old one back, and what is cleared away once all files are written. */
export interface Replaced {
  readonly undo: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** Puts the new text in the place of the old one: at once, but for files that must be written in place. */
export async function replace(prepared: Prepared): Promise<Replaced> {
  const { path, fresh, change } = prepared;
  if (prepared.isInPlace) return writeInPlace(prepared);
  const old = ownName(path, 'old');
  // Another name of the old file: it comes back as it was, and tells whether somebody wrote into it at the last moment.
  const isLinked = await link(path, old).then(
    () => true,
    () => false,
  );
  if (!isLinked) await copyFile(path, old, constants.COPYFILE_EXCL);
  const undo = () => rename(old, path);
  try {
    const before = await stat(path, { bigint: true });
    await assertUnchanged(path, change.before);
    await rename(fresh, path);
    if (isLinked && !isSame(before, await stat(old, { bigint: true }))) {
      await undo();
      throw new ChangedMeanwhile();
    }
    await syncFolder(dirname(path));
    return { undo, clear: () => unlink(old) };
  } catch (error) {
    await unlink(old).catch(() => {});
    // A file that is mounted by itself can't be replaced, nor on Windows one that another program has open.
    if (['EBUSY', 'EPERM'].includes(codeOf(error))) return writeInPlace(prepared);
    throw error;
  }
}

/**
 * The same in the file itself: its old text is kept beside it until the new one is on the disk, and comes back where
 * that fails. What is longer is written first, as that is what a full disk refuses.
 */
async function writeInPlace({ path, change, fresh }: Prepared): Promise<Replaced> {
  const kept = ownName(path, 'kept');
  const copy = await open(kept, 'wx', 0o600);
  await inFile(copy, async () => {
    await writeAll(copy, change.before, 0);
    await copy.sync();
  }).catch(async (error: unknown) => {
    await unlink(kept).catch(() => {});
    throw error;
  });
  const undo = async () => {
    await overwrite(await open(path, 'r+'), change.before);
    await unlink(kept);
  };
  let file: FileHandle;
  try {
    await assertUnchanged(path, change.before);
    file = await open(path, 'r+');
  } catch (error) {
    await unlink(kept);
    throw error;
  }
  try {
    await overwrite(file, change.after);
  } catch (error) {
    await undo();
    throw error;
  }
  await unlink(fresh).catch(() => {});
  return { undo, clear: () => unlink(kept) };
}

/** Writes a file anew, and closes it. */
async function overwrite(file: FileHandle, bytes: Uint8Array): Promise<void> {
  await inFile(file, async () => {
    const { size } = await file.stat();
    if (bytes.length > size) {
      await writeAll(file, bytes.subarray(size), size).catch(async (error: unknown) => {
        await file.truncate(size);
        throw error;
      });
      await file.sync();
    }
    await writeAll(file, bytes.subarray(0, size), 0);
    await file.truncate(bytes.length);
    await file.sync();
  });
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, Math.min(bytes.length - at, 2 ** 30), position + at);
    at += bytesWritten;
  }
}

async function inFile(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await file.close();
  }
}

async function assertUnchanged(path: string, before: Uint8Array): Promise<void> {
  if (!(await readFile(path)).equals(before)) throw new ChangedMeanwhile();
}

function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

/** A name is on the disk when its folder is; not every system can tell folders that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

const COPY_PROGRAMS = ['/bin/cp', '/usr/bin/cp'];

/**
 * Makes a file with the owner, mode, access lists and extended attributes of another one; false where that can't be
 * done. Node has no call for the last two: macOS and Windows copy them with the file, on Linux `cp` does.
 */
async function copyAttributes(path: string, copy: string, from: BigIntStats): Promise<boolean> {
  if (process.platform === 'linux') {
    const program = COPY_PROGRAMS.find((candidate) => existsSync(candidate));
    const made = await open(copy, 'wx', 0o600);
    await made.close();
    if (program === undefined) return false;
    const args = ['--attributes-only', '--preserve=mode,ownership,xattr', '--', path, copy];
    const isCopied = await new Promise<boolean>((resolve) => {
      execFile(program, args, { timeout: 10_000, env: {} }, (error) => resolve(error === null));
    });
    if (!isCopied) return false;
  } else {
    await copyFile(path, copy, constants.COPYFILE_EXCL);
    if (process.platform === 'win32') return true;
    await chown(copy, Number(from.uid), Number(from.gid)).catch(() => {});
    await chmod(copy, Number(from.mode & 0o7777n));
  }
  const now = await stat(copy, { bigint: true });
  return now.uid === from.uid && now.gid === from.gid && now.mode === from.mode;
}
