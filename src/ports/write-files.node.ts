import { realpath, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Locked, lockFolder, messageOf, ownName } from './folder-lock.node.ts';
import { type Prepared, prepare, type Replaced, replace } from './replace-file.node.ts';
import type { FileChange, WriteProblem } from './write-files.ts';

/** Writes files of this machine, all or none; one run at a time in a folder. */
export async function writeFiles(changes: readonly FileChange[]): Promise<readonly WriteProblem[]> {
  const found: { readonly path: string; readonly change: FileChange }[] = [];
  for (const change of changes) {
    const path = await realpath(change.path).catch((error: unknown) => ({ message: messageOf(error) }));
    if (typeof path !== 'string') return [{ path: change.path, ...path }];
    found.push({ path, change });
  }
  const locks: Extract<Locked, { release: unknown }>[] = [];
  try {
    // Always in the same order, so that no two runs wait for each other.
    for (const folder of [...new Set(found.map(({ path }) => dirname(path)))].sort()) {
      const locked = await lockFolder(folder);
      if ('refused' in locked)
        return found
          .filter(({ path }) => dirname(path) === folder)
          .map(({ change }) => ({ path: change.path, message: locked.refused }));
      locks.push(locked);
    }
    return await writeLocked(found);
  } finally {
    for (const { release } of locks) await release();
  }
}

async function writeLocked(
  found: readonly { readonly path: string; readonly change: FileChange }[],
): Promise<readonly WriteProblem[]> {
  const ready: Prepared[] = [];
  const problems: WriteProblem[] = [];
  for (const { path, change } of found) {
    try {
      ready.push(await prepare(path, change));
    } catch (error) {
      problems.push({ path: change.path, message: messageOf(error) });
    }
  }
  if (problems.length === 0) problems.push(...(await replaceAll(ready)));
  for (const { fresh } of ready) await unlink(fresh).catch(() => {});
  return problems;
}

async function replaceAll(ready: readonly Prepared[]): Promise<readonly WriteProblem[]> {
  const done: { readonly path: string; readonly replaced: Replaced }[] = [];
  for (const prepared of ready) {
    try {
      done.push({ path: prepared.path, replaced: await replace(prepared) });
    } catch (error) {
      return [{ path: prepared.change.path, message: messageOf(error) }, ...(await undoAll(done))];
    }
  }
  for (const { replaced } of done) await replaced.clear().catch(() => {});
  return [];
}

/** The old texts come back, the last one first. What can't be undone is told, with the place of its old text. */
async function undoAll(
  done: readonly { readonly path: string; readonly replaced: Replaced }[],
): Promise<readonly WriteProblem[]> {
  const problems: WriteProblem[] = [];
  for (const { path, replaced } of [...done].reverse())
    await replaced.undo().catch((error: unknown) => {
      const places = `${ownName(path, 'old')} or ${ownName(path, 'kept')}`;
      problems.push({
        path,
        isLeftWritten: true,
        message: `it has its new text and could not get the old one back (${messageOf(error)}): that is in ${places}`,
      });
    });
  return problems;
}
