import { mayBeConfiguration } from '../config/dialect.ts';
import type { FileContent } from '../ports/file-system.ts';
import type { ReadBudget } from '../ports/read-budget.ts';
import type { Project } from '../project/project.ts';
import { type SourceText, sourceOfBytes } from '../text/source.ts';
import { shownPath } from './paths.ts';
import type { Surroundings } from './surroundings.ts';

/** How files are read: what can't be read is told of what was asked about, and of what is a zone file or a configuration. */
export interface Reading {
  readonly around: Surroundings;
  readonly problems: string[];
  readonly isSelected: (path: string) => boolean;
  /** What bounds it all. */
  readonly budget: ReadBudget;
}

/** Files say in several steps which files they need; more than this no honest workspace takes. */
export const MOST_ROUNDS = 100;
const TOO_MANY_ROUNDS = `configurations and zones name others in more than ${MOST_ROUNDS} steps: not all of them were read`;
const READERS = 16;

/** Reads what the project wants until it wants nothing more: configurations, then zones, then what those include. */
export async function readWanted(project: Project, reading: Reading): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = project.wanted();
    if (wanted.length > 0) await readFiles(project, wanted, reading);
    else {
      const changed = project.associate();
      project.store.step(() => false);
      if (!changed && !project.needsAssociation && project.wanted().length === 0) return;
    }
  }
  reading.problems.push(TOO_MANY_ROUNDS);
}

/** Reads server configurations and what they include, and no zone. */
export async function readConfigurations(project: Project, reading: Omit<Reading, 'isSelected'>): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = project.wanted().filter(mayBeConfiguration);
    if (wanted.length === 0) return;
    await readFiles(project, wanted, { ...reading, isSelected: () => true });
  }
  reading.problems.push(TOO_MANY_ROUNDS);
}

/** What was asked about comes first, as there may not be room for all. */
async function readFiles(project: Project, wanted: readonly string[], reading: Reading): Promise<void> {
  const { around, problems, isSelected } = reading;
  const inOrder = [...wanted.filter(isSelected), ...wanted.filter((path) => !isSelected(path))];
  for (let at = 0; at < inOrder.length; at += READERS) {
    around.progress?.tick();
    const paths = inOrder.slice(at, at + READERS);
    const contents = await Promise.all(paths.map((path) => readFile(project, path, reading)));
    const sources = contents.map((content) =>
      content?.kind === 'bytes' ? sourceOfBytes(content.bytes, content.isAscii) : undefined,
    );
    // The first ones tell about how many records all of them have.
    project.store.expect(
      sources.filter((source) => source !== undefined),
      at === 0 ? inOrder.length / paths.length : 1,
    );
    paths.forEach((path, i) => {
      const content = contents[i];
      const isTold = isSelected(path) || project.isZone(path) || mayBeConfiguration(path);
      const why = take(project, path, content, sources[i]);
      if (why !== undefined && (isTold || content?.kind === 'bytes'))
        problems.push(`${shownPath(path, around.directory)}: ${why}`);
    });
  }
}

/** Gives the project what was read; says why it is not taken, where that is to be told. */
function take(
  project: Project,
  path: string,
  content: FileContent | undefined,
  source: SourceText | undefined,
): string | undefined {
  if (!content) project.passOver(path);
  else if (content.kind === 'bytes') return project.put(path, source);
  else if (content.problem === 'no-room') project.leaveOut(path);
  // It has gone since it was listed: what names it finds it missing.
  else if (content.problem === 'missing') project.removePath(path);
  else {
    project.put(path, undefined);
    return content.message;
  }
  return undefined;
}

async function readFile(project: Project, path: string, { around, budget }: Reading): Promise<FileContent | undefined> {
  const takes = (size: number): boolean => budget.takes(path, size);
  const content = project.isZone(path)
    ? await around.files.read(path, takes)
    : await around.files.readWanted(path, (head) => project.isWantedWhole(path, head), takes);
  // Not every system knows sizes beforehand.
  if (content?.kind === 'bytes' && !takes(content.bytes.length))
    return { kind: 'problem', problem: 'no-room', message: '' };
  return content;
}
