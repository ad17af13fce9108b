import type { FileEntry, ListBounds } from '../ports/file-system.ts';
import type { Project } from '../project/project.ts';
import { selection } from './read-targets.ts';
import { parentFolder, type Surroundings, shownPath, withSlash } from './surroundings.ts';
import type { Target } from './target.ts';

/** Makes the files of the workspace known, and those beside a configuration that lies elsewhere. */
export async function listFiles(
  project: Project,
  where: {
    readonly root: string;
    readonly bounds: ListBounds | undefined;
    readonly config: string | undefined;
    readonly targets: readonly Target[];
  },
  { around, problems }: { readonly around: Surroundings; readonly problems: string[] },
): Promise<void> {
  const told = new Set<string>();
  const isAsked = selection(where.targets);
  const note = (folder: string, why: string): void => {
    if (!isAsked(folder) || told.has(folder)) return;
    told.add(folder);
    problems.push(`${shownPath(folder, around.directory)}: ${why}`);
  };
  const folders = [where.root];
  if (where.config !== undefined && !where.config.startsWith(withSlash(where.root)))
    folders.push(parentFolder(where.config));
  for (const folder of folders) {
    for (const entry of await around.files.list(folder, where.bounds, note)) addEntry(project, entry);
  }
  // A folder that is asked for is looked into, though .gitignore leaves it out.
  for (const { path, bytes } of where.targets) {
    if (bytes !== undefined || project.paths.filesIn(path).size > 0) continue;
    for (const entry of await around.files.list(path, undefined, note)) addEntry(project, entry);
  }
}

/** A link is no file of its own: what names it means the file that it leads to. */
function addEntry(project: Project, { path, target }: FileEntry): void {
  if (target === undefined) project.addPath(path);
  else project.paths.addLink(path, target);
}
