import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileSystem } from '../ports/file-system.ts';
import type { Files } from './host.ts';
import { type Path, pathOfUri, uriOfPath } from './uri.ts';

/** The files of a file system, by URI. A link to a file of the same folder tree is that file: it is listed once. */
export function filesOn(fileSystem: FileSystem): Files {
  return {
    async list(folder) {
      const entries = await fileSystem.list(nativePath(folder));
      return entries.filter((entry) => entry.target === undefined).map((entry) => pathOfNative(entry.path));
    },
    async read(path) {
      const content = await fileSystem.read(nativePath(path));
      return content.kind === 'bytes' ? content.bytes : undefined;
    },
  };
}

function nativePath(path: Path): string {
  return fileURLToPath(uriOfPath(path));
}

function pathOfNative(path: string): Path {
  return pathOfUri(pathToFileURL(path).href);
}
