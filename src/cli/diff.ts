import { changeJson, changeMarkdown, changeText } from '../compare/change-text.ts';
import { zoneRecords } from '../compare/record-sets.ts';
import { type ComparedZone, type ZoneChange, zoneChanges } from '../compare/zone-change.ts';
import { NOT_LOADED } from '../project/claim.ts';
import { type CommandRow, usage } from './arguments.ts';
import { CONFIG, ORIGIN } from './options.ts';
import { absolutePath, givenPath, parentFolder, shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { sayProblems } from './say.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle, type Workspace } from './workspace.ts';

const diffFormats = ['text', 'markdown', 'json'] as const;

/** What `diff` is asked. */
export interface DiffCommand {
  readonly kind: 'diff';
  readonly format: (typeof diffFormats)[number];
  readonly config: string | undefined;
  readonly origin: string | undefined;
  readonly old: string;
  readonly new: string;
}

/** The command `diff`. */
export const diffRow: CommandRow<DiffCommand> = {
  name: 'diff',
  operands: 'OLD NEW',
  about: `Compares zones by their records: order, layout and comments count for nothing, serials and TTLs are told apart.
OLD and NEW are files or folders, or REV:PATH for those of a revision of git (PATH from the repository's root, or ./PATH).
One of the two may be - for standard input.`,
  options: [
    {
      name: 'format',
      value: diffFormats.join('|'),
      words: diffFormats,
      about: 'text for people (the default), markdown for the comment of a pull request, or json',
    },
    ORIGIN,
    CONFIG,
  ],
  exit: '0 the records are the same, 1 they differ, 2 wrong usage, or something could not be read',
  read: (words) => {
    const [old, fresh, extra] = words.paths;
    if (old === undefined || fresh === undefined || extra !== undefined)
      return usage('diff takes two files or folders, the old one first');
    if (old === '-' && fresh === '-') return usage('only one of the two is standard input');
    const format = words.oneOf('format', diffFormats);
    return { kind: 'diff', format, config: words.last('config'), origin: words.last('origin'), old, new: fresh };
  },
  run: diff,
};

/** `zonewright diff`: which records differ. */
export async function diff(command: DiffCommand, around: Surroundings): Promise<number> {
  const [one, other] = await Promise.all([
    openSide(command.old, command, around),
    openSide(command.new, command, around),
  ]);
  try {
    const old = await withZoneOf(other, one, around);
    const fresh = await withZoneOf(one, other, around);
    around.progress?.end();
    const problems = [...old.problems, ...fresh.problems];
    sayProblems(problems, around);
    if (problems.length > 0) return EXIT_TROUBLE;
    const changes = zoneChanges(zonesOf(old), zonesOf(fresh));
    await around.print(textOf(command, changes));
    return changes.length > 0 ? EXIT_FINDINGS : EXIT_FINE;
  } finally {
    one.close();
    other.close();
  }
}

function textOf({ format }: DiffCommand, changes: readonly ZoneChange[]): string {
  if (format === 'json') return changeJson(changes);
  return printed((format === 'text' ? changeText : changeMarkdown)(changes), '\n');
}

/** One side of the comparison. */
interface Side {
  readonly workspace: Workspace | undefined;
  /** The file or folder. */
  readonly path: string;
  readonly problems: readonly string[];
  readonly close: () => void;
  /** The same with a zone that is given. */
  readonly again: (origin: string) => Promise<Side>;
}

type Given = Pick<DiffCommand, 'config' | 'origin'>;

async function openSide(word: string, given: Given, around: Surroundings): Promise<Side> {
  const place = await placeOf(word, around);
  if ('problem' in place)
    return { ...place, workspace: undefined, path: word, problems: [place.problem], close: () => {}, again: never };
  const { path, close } = place;
  const isFile = word === '-' || (await place.around.files.read(path)).kind === 'bytes';
  const open = async ({ config, origin }: Given): Promise<Side> => {
    const request = { paths: [word === '-' ? '-' : path], config, origin: isFile ? origin : undefined };
    const workspace = await openWorkspace(request, [], place.around);
    settle(workspace);
    const problems = workspace.problems.map((problem) => (place.revision ? `${place.revision}: ${problem}` : problem));
    return { workspace, path, problems, close, again: (zone) => open({ config, origin: zone }) };
  };
  return open(given);
}

async function never(): Promise<never> {
  throw new Error('a side that could not be opened has no zones');
}

interface Place {
  readonly around: Surroundings;
  readonly path: string;
  readonly revision: string | undefined;
  readonly close: () => void;
}

/** Where a side lies: on the disk where there is such a path, else in a revision. */
async function placeOf(word: string, around: Surroundings): Promise<Place | { readonly problem: string }> {
  const path = givenPath(word, around);
  // A side may be opened twice, and standard input is read once.
  const input = word === '-' ? await around.readInput() : new Uint8Array();
  const here = { around: { ...around, readInput: async () => input }, path, revision: undefined, close: () => {} };
  const colon = word.indexOf(':');
  if (word === '-' || (await isThere(path, around))) return here;
  if (colon < 1) return (await isRevision(word, around)) ? { problem: noColon(word) } : here;
  const name = word.slice(0, colon);
  const inside = word.slice(colon + 1);
  const revision = await around.revision?.(around.directory, name);
  if (!revision) return here;
  if ('problem' in revision) return { problem: `${word}: ${revision.problem}` };
  const from = /^\.\.?(\/|$)/.test(inside) ? around.directory : revision.root;
  const { rowsAhead, spelled, ...plain } = around;
  const files = revision.files;
  return {
    around: { ...plain, files },
    path: absolutePath(inside === '' ? '.' : inside, from),
    revision: name,
    close: revision.close,
  };
}

/** Whether git knows a word as a revision. */
async function isRevision(word: string, around: Surroundings): Promise<boolean> {
  const revision = await around.revision?.(around.directory, word);
  if (!revision || 'problem' in revision) return false;
  revision.close();
  return true;
}

function noColon(word: string): string {
  return `${word}: there is no such file; the revision of git is written ${word}: with a colon`;
}

async function isThere(path: string, around: Surroundings): Promise<boolean> {
  const content = await around.files.read(path);
  return content.kind === 'bytes' || content.problem !== 'missing';
}

/** A file whose zone nobody knows is that of the file that it is compared with. */
async function withZoneOf(other: Side, side: Side, around: Surroundings): Promise<Side> {
  if (!side.workspace || !other.workspace || zoneInstances(side.workspace).length > 0) return side;
  const [zone, ...more] = zoneInstances(other.workspace);
  const isFile = side.workspace.targets.some(({ bytes }) => bytes !== undefined);
  if (isFile && zone && more.length === 0) return side.again(other.workspace.store.names.text(zone.apex));
  if (!isFile) return side;
  const what = `${shownPath(side.path, around.directory)}: the name of the zone is not known: give it with --origin`;
  return { ...side, problems: [...side.problems, what] };
}

function zonesOf({ workspace, path }: Side): ComparedZone[] {
  if (!workspace) return [];
  const { store, targets } = workspace;
  const folder = targets[0]?.bytes === undefined ? path : parentFolder(path);
  return zoneInstances(workspace).map((instance) => ({
    zone: store.names.text(instance.apex),
    view: viewName(instance.view),
    file: shownPath(instance.file.path, folder),
    records: zoneRecords(store, instance),
  }));
}

/** The zones that were asked about; what others include is a part of theirs. */
function zoneInstances({ store, isSelected }: Workspace) {
  return [...store.files.values()]
    .filter(({ path }) => isSelected(path))
    .flatMap(({ instances }) => instances)
    .filter(({ parent, isGuest, apex }) => !parent && !isGuest && apex >= 0);
}

function viewName({ name, site }: { readonly name: string; readonly site: string }): string {
  const own = site === '' ? name : name.slice(site.length).trim();
  return own === NOT_LOADED ? '' : own;
}
