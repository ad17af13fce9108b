import { registry, ruleOf } from '../rules/registry.ts';
import { nearestWords } from './nearest.ts';

/** Says that no rule has an id, and which ones look like it: `there is no rule "ptr-mising", but there is ptr-missing`. */
export function noSuchRule(word: string): string {
  const near = nearestWords(
    word,
    registry.map(({ id }) => id),
  );
  const but = near.length === 0 ? '' : `, but there ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
  return `there is no rule "${word}"${but}`;
}

/** What is wrong with rules that are given by name; undefined where there are all of them. */
export function ruleProblem(rules: readonly string[]): string | undefined {
  const unknown = rules.find((rule) => ruleOf(rule) === undefined);
  return unknown === undefined ? undefined : noSuchRule(unknown);
}
