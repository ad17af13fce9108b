import { originsOfFile } from '../features/zone-origin.ts';
import { phrase } from '../language/phrase.ts';
import type { ReadingResult } from '../shared/protocol.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { MOST_DIAGNOSTICS } from './reports.ts';
import type { Session } from './session.ts';

/** Files that are named in the log; the command line lists all. */
const MOST_NAMED = 50;
/** Files whose findings are counted: a person waits for it. */
const MOST_COUNTED = 500;
/** The longest that a person waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;
/** Milliseconds between looks whether files are still being read. */
const POLL = 20;

/** Logs what was read, and which file is which zone and why: when all is read, and when that has changed. */
export function logWhatIsRead(session: Session): void {
  let known = '';
  session.onQuiet(() => {
    const now = `${session.meaning} ${session.store.files.size}`;
    if (now === known || session.readings > 0) return;
    known = now;
    session.connection.console.info(readingText(session, MOST_NAMED));
  });
}

/**
 * What was read, for a person who looks for the reason of a silence: files, their zones and why, configurations, and how
 * many findings each rule has. It holds names of files and zones, and no record.
 */
export async function collectReading(session: Session): Promise<ReadingResult> {
  await whenRead(session);
  const counts = new Map<string, number>();
  const files = [...session.store.files.values()].slice(0, MOST_COUNTED);
  for (const file of files)
    for (const { rule, primary } of session.reporter.most(file, MOST_DIAGNOSTICS).picked)
      if (primary) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const found = [...counts].sort().map(([rule, count]) => `${rule}: ${count}`);
  const problems = session.project.configurations.map.problems.length;
  return {
    text: [
      readingText(session, Number.POSITIVE_INFINITY),
      '',
      phrase`Findings by rule`,
      ...(found.length === 0 ? [phrase`none`] : found),
      ...(problems > 0 ? ['', phrase`Problems in configurations: ${problems}`] : []),
    ].join('\n'),
  };
}

/** Waits until all that the client told of is read and checked, but not for ever. */
async function whenRead(session: Session): Promise<void> {
  const end = session.host.now() + PATIENCE;
  for (;;) {
    const left = end - session.host.now();
    await session.loop.whenSettled(Math.max(0, left));
    if (session.readings === 0 || left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

function readingText(session: Session, most: number): string {
  const files = [...session.store.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const configurations = [
    ...new Set(session.project.configurations.map.zones.map(({ config }) => session.label(config))),
  ];
  const named = files.slice(0, most).flatMap((file) => zoneLines(session, file));
  const left = files.length - Math.min(files.length, most);
  return [
    phrase`Zone files read: ${files.length}; configurations: ${configurations.length === 0 ? phrase`none` : configurations.join(', ')}`,
    ...named,
    ...(left > 0 ? [phrase`${left} more; "zonewright zones" lists all`] : []),
  ].join('\n');
}

function zoneLines(session: Session, file: SourceFile): string[] {
  return originsOfFile(session.features, file).map(({ path, zone, view, why }) => {
    const name = zone === undefined ? phrase`no zone that is known` : zone === '' ? '.' : zone;
    return `  ${session.label(path)}: ${name}${view === '' ? '' : ` (${view})`}, ${why}`;
  });
}
