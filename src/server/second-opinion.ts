import type { CancellationToken } from 'vscode-languageserver';
import { NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { readOutput } from '../features/second-opinion/read-output.ts';
import { type SecondOpinion, SecondOpinions } from '../features/second-opinion/second-opinion.ts';
import { checkerTexts } from '../features/second-opinion/texts.ts';
import { phrase } from '../language/phrase.ts';
import { type CheckerAnswer, type CheckerName, checkerNames, type RunChecker } from '../ports/external-checkers.ts';
import type { SecondOpinionParams, SecondOpinionResult } from '../shared/checkers-protocol.ts';
import { printable } from '../text/printable.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import { rootsOf } from '../workspace/roots.ts';
import type { Session } from './session.ts';
import type { Path } from './uri.ts';

/** The longest that is waited for the analysis, in milliseconds. */
const PATIENCE = 30_000;
/** Milliseconds that a checker may take for a zone. */
const CHECKER_PATIENCE = 30_000;
/** Zones that are checked where a file is part of more. */
const MOST_ZONES = 8;

/** Asks other checkers about the zones of a file that was saved, and gives what they say and is not found here. */
export async function secondOpinion(
  session: Session,
  { uri, programs }: SecondOpinionParams,
  token: CancellationToken,
): Promise<SecondOpinionResult> {
  const run = await session.host.checkers?.();
  if (!run) return nothing(phrase`Not here: other checkers are run by the editor on the desktop only`);
  if (!session.client.isTrusted) return nothing(phrase`Other checkers are not run: the workspace is not trusted`);
  await session.loop.whenSettled(PATIENCE);
  const file = session.file(uri);
  const roots = file ? zonesToCheck(file) : [];
  const wanted = checkerNames.filter((name) => programs.includes(name));
  const result = new Map<Path, SecondOpinion[]>();
  const problems = new Set<string>();
  for (const root of roots)
    for (const program of wanted) {
      if (token.isCancellationRequested) break;
      const { files, opinions, problem } = await ask(session, { root, program, run, token });
      for (const path of files) if (!result.has(path)) result.set(path, []);
      for (const one of opinions) result.get(one.path as Path)?.push(one);
      if (problem !== undefined) problems.add(problem);
    }
  return {
    files: [...result].map(([path, opinions]) => ({
      uri: session.uri(path),
      opinions: opinions.map(({ program, range, severity, message }) => ({
        program,
        range,
        severity,
        message: printable(message),
      })),
    })),
    problems: [...problems],
  };
}

interface Asking {
  readonly root: Instance;
  readonly program: CheckerName;
  readonly run: RunChecker;
  readonly token: CancellationToken;
}

interface Answer {
  readonly files: readonly Path[];
  readonly opinions: readonly SecondOpinion[];
  readonly problem?: string;
}

async function ask(session: Session, { root, program, run, token }: Asking): Promise<Answer> {
  const zone = undotted(session.store.names.text(root.apex));
  const texts = checkerTexts(root);
  const files = texts ? [...texts.files.values()].map(({ path }) => path as Path) : [root.file.path as Path];
  if (!texts || zone.startsWith('-'))
    return {
      files,
      opinions: [],
      problem: phrase`${program} is not asked about ${zone}: its $INCLUDE lines can not all be followed`,
    };
  const versions = [...texts.files.values()].map(({ version }) => version);
  const answer = await run({
    program,
    zone,
    files: texts.bytes,
    folders: session.folders,
    patience: CHECKER_PATIENCE,
    onCancelled: (stop) => {
      token.onCancellationRequested(stop);
    },
  });
  if (answer.kind !== 'said') return { files, opinions: [], ...problemOf(answer, program, zone) };
  await session.loop.whenSettled(PATIENCE);
  // What was said of an older text is of other lines; the next save asks again.
  if ([...texts.files.values()].some(({ version }, i) => version !== versions[i])) return { files, opinions: [] };
  const messages = readOutput(program, answer.text, answer.isRefused);
  return { files, opinions: new SecondOpinions(session.reporter, root, texts.files).unsaid(program, messages) };
}

function problemOf(
  answer: Exclude<CheckerAnswer, { kind: 'said' }>,
  program: string,
  zone: string,
): { problem?: string } {
  switch (answer.kind) {
    case 'absent':
      return {
        problem: phrase`${program} is not installed here: it is looked for on PATH, and never in the workspace`,
      };
    case 'late':
      return {
        problem: phrase`${program} was stopped: it took more than ${CHECKER_PATIENCE / 1000} seconds for ${zone}`,
      };
    case 'failed':
      return { problem: phrase`${program} could not be run for ${zone}: ${answer.message}` };
    case 'cancelled':
      return {};
  }
}

function nothing(problem: string): SecondOpinionResult {
  return { files: [], problems: [problem] };
}

/** What is checked of a file's zones: of one that several views read from the same file the first. */
function zonesToCheck(file: SourceFile): readonly Instance[] {
  const roots = new Map<string, Instance>();
  for (const root of rootsOf(file)) {
    const key = `${root.apex} ${root.file.path}`;
    if (root.apex !== NO_NAME && root.zoneClass === 1 && !root.isGuest && !roots.has(key)) roots.set(key, root);
  }
  return [...roots.values()].slice(0, MOST_ZONES);
}
