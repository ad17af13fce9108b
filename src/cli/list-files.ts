import type { FileEntry, ListBounds } from '../ports/file-system.ts';
import type { Project } from '../project/project.ts';
import { parentFolder, shownPath, withSlash } from './paths.ts';
import { selection } from './read-targets.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';

/** A folder with more files than are looked at. */
export interface CutFolder {
  readonly folder: string;
  /** Whether it was asked about. */
  readonly isAsked: boolean;
}

/** Makes the files of the workspace known, and those beside a configuration that is named; gives the folders that have more than the bounds take. */
export async function listFiles(
  project: Project,
  where: {
    readonly root: string;
    readonly bounds: ListBounds;
    readonly config: string | undefined;
    readonly targets: readonly Target[];
  },
  { around, problems }: { readonly around: Surroundings; readonly problems: string[] },
): Promise<readonly CutFolder[]> {
  const { bounds, targets } = where;
  const cut: CutFolder[] = [];
  const told = new Set<string>();
  const isSelected = selection(targets);
  const note = (folder: string, why: string): void => {
    if (!isSelected(folder) || told.has(folder)) return;
    told.add(folder);
    problems.push(`${shownPath(folder, around.directory)}: ${why}`);
  };
  const { root, config } = where;
  for (const folder of config === undefined ? [root] : [root, parentFolder(config)]) {
    // Where .gitignore leaves out the folder of the configuration, that is looked into all the same.
    if (project.paths.filesIn(folder).size > 0) continue;
    const entries = await around.files.list(folder, bounds, note);
    for (const entry of entries) addEntry(project, entry);
    const isAsked = targets.some(
      ({ path, bytes }) => bytes === undefined && withSlash(path).startsWith(withSlash(folder)),
    );
    if (entries.length >= bounds.files) cut.push({ folder, isAsked });
  }
  // A folder that is asked for is looked into, though .gitignore leaves it out.
  for (const { path, bytes } of targets) {
    if (bytes !== undefined || project.paths.filesIn(path).size > 0) continue;
    const entries = await around.files.list(path, bounds, note);
    for (const entry of entries) addEntry(project, entry);
    if (entries.length >= bounds.files) cut.push({ folder: path, isAsked: true });
  }
  return cut;
}

/** A link is no file of its own: what names it means the file that it leads to. */
function addEntry(project: Project, { path, target }: FileEntry): void {
  if (target === undefined) project.addPath(path);
  else project.paths.addLink(path, target);
}
