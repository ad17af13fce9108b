import { lstat, realpath } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { GitBaseline } from '../ports/baseline.node.ts';
import type { FileContent, FileSystem } from '../ports/file-system.ts';
import type { Commits, Files } from './host.ts';
import { type Path, pathOfUri, uriOfPath } from './uri.ts';

/** The files of a file system, by URI. A link to a file of the same folder tree is that file: it is listed once. */
export function filesOn(fileSystem: FileSystem): Files {
  return {
    async list(folder, onLink, onProblem) {
      const files: Path[] = [];
      const note = (path: string, why: string): void => onProblem?.(pathOfNative(path), why);
      for (const { path, target } of await fileSystem.list(nativePath(folder), undefined, note)) {
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
    async read(path, onProblem) {
      return bytesOf(await fileSystem.read(nativePath(path)), onProblem);
    },
    async readWanted(path, isWanted, onProblem) {
      const content = await fileSystem.readWanted(nativePath(path), isWanted);
      return content ? bytesOf(content, onProblem) : 'unwanted';
    },
  };
}

/** What is gone, or has become a folder, is no problem: its place in the workspace tells that. */
function bytesOf(content: FileContent, onProblem: ((why: string) => void) | undefined): Uint8Array | undefined {
  if (content.kind === 'bytes') return content.bytes;
  if (content.problem !== 'missing' && content.problem !== 'folder') onProblem?.(content.message);
  return undefined;
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
