import { MOST_SLIPS, slips } from '../dns/slip.ts';
import { phrase } from '../language/phrase.ts';
import { suppressionUnknownRule } from '../rules/text/text-rules.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Faulted } from './fault-types.ts';
import { knownRule, ruleIds } from './known-rule.ts';
import type { Suppressions } from './suppress.ts';

/** Rule ids in suppression comments that no rule has: such a comment silences nothing, and nobody would notice. */
export function unknownRules(file: SourceFile, suppressions: Suppressions): readonly Faulted[] {
  const faults: Faulted[] = [];
  for (const { line, rules, columns } of suppressions.comments(file)) {
    rules.forEach((id, i) => {
      if (knownRule(id)) return;
      const start = columns[i] ?? 0;
      const range = { start: { line, character: start }, end: { line, character: start + id.length } };
      const near = nearestId(id);
      const hint = near === undefined ? '' : phrase`: did you mean ${near}?`;
      faults.push({
        rule: suppressionUnknownRule.id,
        severity: undefined,
        message: phrase`There is no rule "${id}", so this comment silences nothing${hint}`,
        path: file.path,
        range,
        related: [],
        fixes: near === undefined ? [] : [{ title: phrase`Change to ${near}`, range, text: near }],
        instance: file.instances[0],
      });
    });
  }
  return faults;
}

/** The id that is the fewest slips away from a word, where only one is. */
function nearestId(word: string): string | undefined {
  let best: string | undefined;
  let least = MOST_SLIPS + 1;
  for (const id of ruleIds()) {
    const count = Math.abs(id.length - word.length) > MOST_SLIPS ? least + 1 : slips(word.toLowerCase(), id);
    if (count === least) best = undefined;
    if (count >= least) continue;
    least = count;
    best = id;
  }
  return best;
}
