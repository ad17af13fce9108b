import type { CheckerName } from '../../ports/external-checkers.ts';
import { CHECKER_MESSAGES } from './messages.ts';

/** The rules that say here what a message of a checker says; none where nobody knows of one. */
export function rulesSaying(program: CheckerName, message: string): ReadonlySet<string> {
  const words = wordsOf(message);
  const rules = new Set<string>();
  for (const [of, pattern, ids] of CHECKER_MESSAGES)
    if (of === program && alternatives(pattern).some((alternative) => fits(alternative, words)))
      for (const id of ids.split(' ')) rules.add(id);
  return rules;
}

/** The wordings of a row of the table: `label too long / name too long`, without its remarks in parentheses. */
function alternatives(pattern: string): readonly (readonly string[])[] {
  return pattern
    .replace(/\([^)]*\)|^(?:apex|delegation|parser:?) |^\$GENERATE: /g, ' ')
    .split(/ \/ |; /)
    .map((alternative) => wordsOf(alternative).filter((word) => !PLACEHOLDERS.has(word)))
    .filter((words) => words.length > 0);
}

/** What stands in the table for names and numbers. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['x', 'y', 'n', 'alg']);

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[$\w-]+/g) ?? [];
}

/** Whether all words of one stand in the other, in the same order. */
function fits(pattern: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (word === pattern[at]) at++;
  return at === pattern.length;
}
