import { lstat, realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { GitBaseline } from '../ports/baseline.node.ts';
import { slashed } from '../ports/disk-spelling.node.ts';
import { EVERYWHERE, type FileContent, type FileProblem, type FileSystem } from '../ports/file-system.ts';
import type { Commits, Files } from './host.ts';
import { type Path, pathOfNative, uriOfPath } from './uri.ts';

/**
 * The files of a file system, by URI. A link to a file of the same folder tree is that file: it is listed once. `spelled`
 * is how the disk spells a path, where capital and small letters may be the same there.
 */
export function filesOn(fileSystem: FileSystem, spelled?: (path: string) => string): Files {
  const failed = new Map<Path, string>();
  const noted = (path: Path, content: FileContent): Uint8Array | undefined => {
    failed.delete(path);
    if (content.kind === 'bytes') return content.bytes;
    if (!TOLD_BY_OTHERS.has(content.problem)) failed.set(path, content.message);
    return undefined;
  };
  return {
    async list(folder, { most, onLink, onProblem }) {
      const files: Path[] = [];
      const note = (path: string, why: string): void => onProblem?.(pathOfNative(path), why);
      const bounds = { ...EVERYWHERE, files: most };
      for (const { path, target } of await fileSystem.list(nativePath(folder), bounds, note)) {
        if (target === undefined) files.push(pathOfNative(path));
        else onLink?.(pathOfNative(path), pathOfNative(target));
      }
      return files;
    },
    async kindOf(path) {
      const stats = await lstat(nativePath(path)).catch(() => undefined);
      return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'other';
    },
    async realPath(path) {
      const real = await realpath(nativePath(path)).catch(() => undefined);
      return real === undefined ? undefined : pathOfNative(real);
    },
    ...(spelled && { spelled: (path) => pathOfNative(spelled(slashed(nativePath(path)))) }),
    async read(path, takes) {
      return noted(path, await fileSystem.read(nativePath(path), takes));
    },
    async readWanted(path, isWanted, takes) {
      const content = await fileSystem.readWanted(nativePath(path), isWanted, takes);
      return content ? noted(path, content) : 'unwanted';
    },
    whyNot(path) {
      return failed.get(path);
    },
  };
}

/** What is gone, has become a folder, or is left out for its size is no problem of the file: others tell of that. */
const TOLD_BY_OTHERS: ReadonlySet<FileProblem> = new Set(['missing', 'folder', 'no-room']);

/** The repository around a folder, read by a git process that starts with the first question. */
export function commitsOf(folder: Path): Commits {
  const baseline = new GitBaseline(nativePath(folder));
  return { read: (path) => baseline.read(nativePath(path)), close: () => baseline.close() };
}

/** A path that the system can't have, as one of a server has to be on Linux, is one that no file has. */
function nativePath(path: Path): string {
  try {
    return fileURLToPath(uriOfPath(path));
  } catch {
    return '\0';
  }
}
