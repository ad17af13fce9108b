import type { CheckCommand } from './check-command.ts';
import { givenPath, parentFolder, withSlash } from './paths.ts';
import { repositoryFolder } from './repository-folder.ts';
import type { Surroundings } from './surroundings.ts';

/** The longest time that a timer takes, in milliseconds. */
const LONG = 2 ** 31 - 1;

type CheckOnce = (command: CheckCommand, around: Surroundings) => Promise<number>;

/** Checks, and checks again after each change of a file below what is looked at, until the program is ended. */
export async function checkAgain(command: CheckCommand, around: Surroundings, checkOnce: CheckOnce): Promise<number> {
  let wake = (): void => {};
  let hasChanged = false;
  const isOutput = outputTest(command, around);
  const folders = await watchedFolders(command, around);
  for (const folder of folders)
    around.files.watch(folder, ({ changed, removed }) => {
      if ([...changed, ...removed].every(isOutput)) return;
      hasChanged = true;
      wake();
    });
  // Watching alone keeps no program running.
  setInterval(() => {}, LONG);
  for (;;) {
    hasChanged = false;
    await checkOnce(command, around);
    if (!command.quiet) around.complain('zonewright: waiting for changes (Ctrl+C ends)');
    if (!hasChanged) await new Promise<void>((resolve) => (wake = resolve));
    if (!command.quiet) around.complain('');
  }
}

/** What a check writes itself is no reason to check. */
function outputTest({ outputFile }: CheckCommand, around: Surroundings): (path: string) => boolean {
  const own = outputFile === undefined ? undefined : givenPath(outputFile, around);
  return (path) => path === own;
}

/** The repository around what is asked about, else the folders of the paths; none that lies in another one. */
async function watchedFolders({ paths }: CheckCommand, around: Surroundings): Promise<readonly string[]> {
  const asked = paths.length === 0 ? [around.directory] : paths.map((path) => givenPath(path, around));
  const folders = await Promise.all(
    asked.map(async (path) => {
      const content = await around.files.read(path);
      const folder = content.kind === 'bytes' ? parentFolder(path) : path;
      return (await repositoryFolder(folder, around.files)) ?? folder;
    }),
  );
  const all = [...new Set(folders)];
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(withSlash(other))));
}
