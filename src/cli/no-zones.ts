import { shownPath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';
import type { Workspace } from './workspace.ts';

/**
 * Why no zone file was looked at, a line for each path that was asked about: nothing is at fault then, but a slip in a path
 * must not pass for a check.
 */
export function whyNoZones(workspace: Workspace, around: Surroundings): string[] {
  return workspace.targets.map((target) => `no zone file was checked: ${reasonOf(target, workspace, around)}`);
}

function reasonOf({ path, bytes }: Target, { project }: Workspace, around: Surroundings): string {
  const shown = shownPath(path, around.directory);
  if (bytes !== undefined)
    return project.configurations.has(path)
      ? `${shown} is a server's configuration; name the folder of its zone files to check them`
      : `${shown} is none`;
  const folder = path.endsWith('/') ? path : `${path}/`;
  let count = 0;
  for (const file of project.paths.all()) if (file.startsWith(folder)) count++;
  if (count === 0) return `there is no file to look at below ${path}`;
  return count === 1 ? `the one file below ${path} is none` : `none of the ${count} files below ${path} is one`;
}
