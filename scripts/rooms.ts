/** A row of ARCHITECTURE.md's table of rooms. */
export interface Room {
  /** Folders below the root; `src/rules/FAMILY` stands for each family that has no row of its own. */
  readonly folders: readonly string[];
  /** Files and folders below the root that test it; `own path` is the same path below `test`. */
  readonly tests: readonly string[];
}

const OWN_PATH = 'own path';

/** The rooms that a text of ARCHITECTURE.md lists. */
export function roomsOf(architecture: string): readonly Room[] {
  return architecture
    .split('\n')
    .filter((line) => line.startsWith('| `src/'))
    .map((line) => {
      const [folders = '', , tests = ''] = line.split(' | ');
      const isOwn = /\btheir own paths\b|\bits own path\b/.test(tests);
      return { folders: quoted(folders), tests: [...(isOwn ? [OWN_PATH] : []), ...quoted(tests)] };
    });
}

/**
 * Says of each folder of `src` without a row in ARCHITECTURE.md, of each row without its folder, and of each place of
 * tests that is not there, what is wrong. `files` are all files below the root.
 */
export function roomFaults(architecture: string, files: readonly string[]): readonly string[] {
  const rooms = roomsOf(architecture);
  const named = new Set(rooms.flatMap(({ folders }) => folders));
  const isHeld = (path: string): boolean => files.some((file) => file === path || file.startsWith(`${path}/`));
  const folders = new Set(
    files.filter((file) => /^src\/.*\.ts$/.test(file)).map((file) => file.replace(/\/[^/]*$/, '')),
  );
  const families = [...folders].filter((folder) => /^src\/rules\/\w+$/.test(folder) && !named.has(folder));
  const all = rooms.flatMap(({ folders: own, tests }) =>
    own.flatMap((folder) => (folder === 'src/rules/FAMILY' ? families : [folder])).map((folder) => ({ folder, tests })),
  );
  const known = new Set(all.map(({ folder }) => folder));
  return [
    ...[...folders]
      .filter((folder) => !known.has(folder))
      .map((folder) => `${folder} has no row in ARCHITECTURE.md: say there what is in it, and where its tests are`),
    ...all
      .filter(({ folder }) => !folders.has(folder))
      .map(({ folder }) => `ARCHITECTURE.md has a row for ${folder}, where no source is`),
    ...all
      .filter(({ tests }) => tests.length === 0)
      .map(({ folder }) => `ARCHITECTURE.md does not say where ${folder} is tested`),
    ...all.flatMap(({ folder, tests }) =>
      tests
        .map((path) => (path === OWN_PATH ? folder.replace(/^src/, 'test') : path))
        .filter((path) => !isHeld(path))
        .map((path) => `ARCHITECTURE.md says that ${folder} is tested in ${path}, which is not there`),
    ),
  ];
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, path = '']) => path);
}
