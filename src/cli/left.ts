import { counted, noun } from '../language/phrase.ts';
import type { Shown } from '../report/shown.ts';

/**
 * Why a finding is left: it has no fix, none that may be made unseen, one that came to nothing, it was not there before
 * the others were fixed, or its fix is refused.
 */
export type Left = 'no fix' | 'to be looked at' | 'still there' | 'new' | { readonly refused: string };

/** So many reasons are named; of the others their number. */
const MOST_REASONS = 10;

/** What `fix` leaves, and why: a line for each reason. */
export function leftLines(left: ReadonlyMap<Shown, Left>): string[] {
  const reasons = new Map<string, string[]>();
  for (const [{ rule }, why] of left) {
    const text = reasonText(why);
    const rules = reasons.get(text);
    if (rules) rules.push(rule);
    else reasons.set(text, [rule]);
  }
  const lines = [...reasons].map(
    ([text, rules]) => `left: ${counted(rules.length, noun`finding`)} (${named(rules)}): ${text}`,
  );
  const more = lines.length - MOST_REASONS;
  if (more <= 0) return lines;
  return [...lines.slice(0, MOST_REASONS), `left: others, for ${counted(more, noun`more reason`)}`];
}

function reasonText(why: Left): string {
  switch (why) {
    case 'no fix':
      return 'no fix is known';
    case 'to be looked at':
      return 'no fix that is safe to make unseen: --rule makes the first one of each';
    case 'still there':
      return 'a fix was made, and the finding stayed';
    case 'new':
      return 'it came with the fixes: look at them, then run fix again';
    default:
      return why.refused;
  }
}

/** The rules by name, each once, the most frequent first. */
function named(rules: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.map(([rule, count]) => (count === 1 || sorted.length === 1 ? rule : `${count} ${rule}`)).join(', ');
}
