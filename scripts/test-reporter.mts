import { inspect } from 'node:util';

/** What the name of a test begins with that only says which file the next tests come from. */
export const fileMark = 'file:';

/** What the last line of a report begins with; a Tally as JSON follows. */
export const tallyMark = 'tally:';

/** How many tests passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The tally of a process that ran test files, and how those stand in it of which a test failed. */
export interface FilesTally extends Tally {
  readonly failing: Readonly<Record<string, Tally>>;
}

/** The part of node:test's events that the report is made of. */
interface TestEvent {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly nesting?: number;
    readonly skip?: string | boolean;
    readonly todo?: string | boolean;
    readonly message?: string;
    readonly details?: { readonly type?: string; readonly error?: unknown; readonly duration_ms?: number };
  };
}

/** Reports failures and slow tests only, then a tally. A skipped test counts as failed, and so does a file without a test. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const tallies = new Map<string, { passed: number; failed: number }>();
  // Tests before the first mark are of a file that has no name.
  let file = '';
  let tally = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message ?? '';
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    const name = data.name ?? '';
    if (name.startsWith(fileMark)) {
      file = name.slice(fileMark.length);
      tally = { passed: 0, failed: 0 };
      tallies.set(file, tally);
      continue;
    }
    if (file === '') tallies.set(file, tally);
    const ok = type === 'test:pass' && !data.skip && !data.todo;
    if (ok) tally.passed += 1;
    else tally.failed += 1;
    if (!ok) yield failure(`${file}: ${name}`, data.details?.error ?? 'skipped');
    const seconds = (data.details?.duration_ms ?? 0) / 1000;
    if (ok && seconds > 1) yield `  ${seconds.toFixed(1)} s  ${file}: ${name}\n`;
  }
  for (const [name, one] of tallies) {
    if (one.passed + one.failed > 0) continue;
    yield failure(name, 'it holds no test');
    one.failed = 1;
  }
  const failing = Object.fromEntries([...tallies].filter(([, one]) => one.failed > 0));
  yield `${tallyMark}${JSON.stringify({ ...sum([...tallies.values()]), failing })}\n`;
}

function failure(title: string, error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text =
    cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause === 'string' ? cause : inspect(cause);
  // The frames of the test runner itself say nothing.
  const lines = text.split('\n').filter((line) => !/^ +at .*\bnode:/.test(line));
  return `  FAILED ${title}\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** The tally at the end of a report; one failure, of no file, where the process did not get that far. */
export function tallyOf(output: string): FilesTally {
  const line = output
    .split('\n')
    .reverse()
    .find((candidate) => candidate.startsWith(tallyMark));
  if (!line) return { passed: 0, failed: 1, failing: {} };
  const tally: Partial<FilesTally> = JSON.parse(line.slice(tallyMark.length));
  return { passed: tally.passed ?? 0, failed: tally.failed ?? 1, failing: tally.failing ?? {} };
}

/** The sum of tallies. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}
