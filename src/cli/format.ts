import { type FormattedFile, formatFile } from '../format/format-file.ts';
import { spliced } from '../format/splices.ts';
import { counted, noun } from '../language/phrase.ts';
import type { FileChange } from '../ports/write-files.ts';
import { finished } from '../text/finished.ts';
import { bytesOf, type SourceText } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { type CommandRow, usage } from './arguments.ts';
import { fileCount } from './check.ts';
import { whyNoZones } from './no-zones.ts';
import { CONFIG } from './options.ts';
import { printPatch } from './patch.ts';
import { relativePath, shownPath } from './paths.ts';
import { printed } from './printed.ts';
import { sayProblems } from './say.ts';
import { spliceDiff } from './splice-diff.ts';
import { EXIT_FINDINGS, EXIT_FINE, EXIT_TROUBLE, type Surroundings } from './surroundings.ts';
import { openWorkspace, settle, type Workspace } from './workspace.ts';

/** What `format` is asked. */
export interface FormatCommand {
  readonly kind: 'format';
  /** Names what is to be done and changes nothing. */
  readonly check: boolean;
  readonly write: boolean;
  readonly config: string | undefined;
  readonly paths: readonly string[];
}

/** The command `format`. */
export const formatRow: CommandRow<FormatCommand> = {
  name: 'format',
  operands: '[PATH...]',
  about: 'Lays out zone files in columns, and changes no record; prints a unified diff.',
  options: [
    { name: 'check', about: 'names the files that are to be formatted, and changes nothing' },
    { name: 'write', about: 'writes the files; without it, a unified diff is printed' },
    CONFIG,
  ],
  exit: '0 done, 1 --check finds something to do, 2 wrong usage, or something could not be read',
  read: (words) => {
    const [check, write] = [words.has('check'), words.has('write')];
    if (check && write) return usage('--check changes nothing: it does not go with --write');
    if (words.paths.includes('-')) return usage('format does not read standard input');
    return { kind: 'format', check, write, config: words.last('config'), paths: words.paths };
  },
  run: format,
};

/** `zonewright format`: lays out zone files; prints a unified diff, names the files, or writes them. */
export async function format(command: FormatCommand, around: Surroundings): Promise<number> {
  const workspace = await openWorkspace(command, [], around);
  settle(workspace);
  const changes: FileChange[] = [];
  let changedCount = 0;
  for (const file of filesAskedAbout(workspace)) {
    const path = shownPath(file.path, around.directory);
    const formatted = formattedOf(workspace, file);
    for (const left of leftOf(formatted)) around.complain(`left: ${path}${left}`);
    if ('refused' in formatted || formatted.splices.length === 0) continue;
    changedCount++;
    if (command.check) await around.print(`${printed(path)}\n`);
    else if (!command.write) await printPatch(spliceDiff(relativePath(file.path, around.directory), formatted), around);
    else {
      const { text, encoding } = file.document;
      changes.push({ path: file.path, before: bytesOf(text, encoding), after: resultOf(formatted) });
    }
  }
  const problems = await around.writeFiles(changes);
  if (problems.length === 0)
    for (const { path } of changes) await around.print(`${printed(shownPath(path, around.directory))}\n`);
  const failures = problems.map(({ path, message }) => `${shownPath(path, around.directory)}: ${message}`);
  sayProblems([...workspace.problems, ...failures], around);
  if (changedCount > 0)
    around.complain(`${counted(failures.length > 0 ? 0 : changedCount, noun`file`)} ${doneText(command)}`);
  else if (fileCount(workspace) === 0) sayProblems(whyNoZones(workspace, around), around);
  else if (workspace.problems.length === 0) around.complain('Nothing to format');
  if (workspace.problems.length + failures.length > 0) return EXIT_TROUBLE;
  return command.check && changedCount > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

/** Zone files and what they include, and files that are asked about by name, in the order of their paths. */
function filesAskedAbout({ store, project, isSelected, targets }: Workspace): SourceFile[] {
  const named = new Set(targets.flatMap(({ path, bytes }) => (bytes ? [path] : [])));
  return [...store.files.values()]
    .filter(({ path, instances }) => isSelected(path) && (instances.length > 0 || named.has(path)))
    .filter(({ path }) => !project.configurations.has(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function formattedOf({ store, settings }: Workspace, file: SourceFile): FormattedFile {
  return finished(formatFile(store, { file, style: settings.format }));
}

/** What was not formatted of a file, behind its path. */
function leftOf(formatted: FormattedFile): string[] {
  if ('refused' in formatted) return [`: ${formatted.refused}`];
  const { leftCount, stop, source } = formatted;
  const left: string[] = [];
  if (stop !== undefined) {
    const line = lineAt(source, stop);
    left.push(`:${line}: a "(" or quotation mark is not closed: what follows stays as it is`);
  }
  if (leftCount > 0)
    left.push(
      `: ${counted(leftCount, noun`record`)} with errors ${leftCount === 1 ? 'stays as it is' : 'stay as they are'}`,
    );
  return left;
}

function lineAt({ codes }: SourceText, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (codes[at] === 10 || (codes[at] === 13 && codes[at + 1] !== 10)) line++;
  return line;
}

function resultOf({ source, splices }: Exclude<FormattedFile, { refused: string }>): Uint8Array {
  const result = spliced(source, splices);
  return result.text === undefined ? result.codes : bytesOf(result.text, source.encoding);
}

function doneText({ check, write }: FormatCommand): string {
  if (write) return 'formatted';
  return check ? 'to be formatted' : 'to be formatted: --write does it';
}
