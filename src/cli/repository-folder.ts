import type { FileSystem } from '../ports/file-system.ts';
import { parentFolder, withSlash } from './paths.ts';

/** The nearest folder from one upwards that has a `.git`; undefined where there is none. */
export async function repositoryFolder(from: string, files: FileSystem): Promise<string | undefined> {
  for (let folder = from; ; folder = parentFolder(folder)) {
    const mark = await files.read(`${withSlash(folder)}.git`);
    if (mark.kind === 'bytes' || mark.problem === 'folder') return folder;
    if (parentFolder(folder) === folder) return undefined;
  }
}
