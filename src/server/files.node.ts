import { lstat, realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GitBaseline } from '../ports/baseline.node.ts';
import { EVERYWHERE, type FileSystem } from '../ports/file-system.ts';
import type { Commits, Files } from './host.ts';
import { type Path, pathOfUri, uriOfPath } from './uri.ts';

/** The files of a file system, by URI. A link to a file of the same folder tree is that file: it is listed once. */
export function filesOn(fileSystem: FileSystem): Files {
  return {
    async list(folder, { most, onLink }) {
      const files: Path[] = [];
      for (const { path, target } of await fileSystem.list(nativePath(folder), { ...EVERYWHERE, files: most })) {
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
    async read(path, takes) {
      const content = await fileSystem.read(nativePath(path), takes);
      return content.kind === 'bytes' ? content.bytes : undefined;
    },
    async readWanted(path, isWanted, takes) {
      const content = await fileSystem.readWanted(nativePath(path), isWanted, takes);
      if (!content) return 'unwanted';
      return content.kind === 'bytes' ? content.bytes : undefined;
    },
  };
}

/** The repository around a folder, read by a git process that starts with the first question. */
export function commitsOf(folder: Path): Commits {
  const baseline = new GitBaseline(nativePath(folder));
  return { read: (path) => baseline.read(nativePath(path)), close: () => baseline.close() };
}

function nativePath(path: Path): string {
  return fileURLToPath(uriOfPath(path));
}

function pathOfNative(path: string): Path {
  return pathOfUri(pathToFileURL(path).href);
}
