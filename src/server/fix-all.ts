import { EditSet } from '../edits/edit-set.ts';
import { counted, laterPhrase, noun, phrase, translated } from '../language/phrase.ts';
import { fixesOf } from '../report/fixes.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { MOST_DIAGNOSTICS } from './reports.ts';
import type { Session } from './session.ts';

/** The safe fixes of a file, how many findings they fix, and what they leave, as a sentence. */
export interface AllFixes {
  readonly edits: Fix['edits'];
  readonly count: number;
  readonly said: string;
}

/** The safe fixes of a file that do not touch each other: applied again, the others follow. */
export function allFixes(session: Session, file: SourceFile): AllFixes {
  const taken = new EditSet();
  const left = new Map<string, string[]>();
  const leave = (why: string, rule: string): void => void left.set(why, [...(left.get(why) ?? []), rule]);
  let count = 0;
  // Both sides of a pair may stand in the file: it is one finding.
  const seen = new Set<Finding>();
  for (const shown of session.reporter.most(file, MOST_DIAGNOSTICS).picked) {
    if (shown.finding && seen.has(shown.finding)) continue;
    if (shown.finding) seen.add(shown.finding);
    const fixes = fixesOf(session.engine, shown);
    const fix = fixes.find((fix) => fix.safe && fix.refused === undefined);
    const isTaken = fix !== undefined && (taken.add(fix.edits) || fix.edits.length === 0);
    if (isTaken) count++;
    else if (shown.primary) leave(whyLeft(fixes, fix), shown.rule);
  }
  return { edits: taken.edits, count, said: sentence(count, left) };
}

function whyLeft(fixes: readonly Fix[], safe: Fix | undefined): string {
  if (safe) return phrase`touch what is fixed, and follow when this is run again`;
  if (fixes.length === 0) return phrase`have no fix`;
  const [refused] = fixes.flatMap((fix) => (fix.refused === undefined ? [] : [fix.refused]));
  if (refused !== undefined && fixes.every((fix) => fix.refused !== undefined)) return phrase`are refused: ${refused}`;
  return phrase`want a choice`;
}

/** Said of a file without findings. */
export const NOTHING_FOUND = laterPhrase`Nothing is found in this file`;

/** `Fixed 3 findings; left 2 that want a choice (ptr-missing)`. */
function sentence(count: number, left: ReadonlyMap<string, readonly string[]>): string {
  if (count === 0 && left.size === 0) return translated(NOTHING_FOUND);
  const fixed = count === 0 ? phrase`Nothing is safe to fix` : phrase`Fixed ${counted(count, noun`finding`)}`;
  const parts = [...left].map(([why, rules]) => {
    const ids = [...new Set(rules)];
    const named = ids.slice(0, 3).join(', ') + (ids.length > 3 ? phrase` and ${ids.length - 3} more rules` : '');
    return phrase`${rules.length} that ${rules.length === 1 ? why.replace(/^(\w+)/, (verb) => SINGULAR[verb] ?? verb) : why} (${named})`;
  });
  return parts.length === 0 ? fixed : phrase`${fixed}; left ${parts.join(', ')}`;
}

const SINGULAR: Readonly<Record<string, string>> = { touch: 'touches', have: 'has', are: 'is', want: 'wants' };
