import { registry } from './registry.ts';

/** So many letters of a word may be wrong, missing or too many where a rule is meant. */
export const MOST_SLIPS = 2;
const MOST_RULES = 5;
const SHORTEST_PART = 3;

/** Says that no rule has an id, and which ones look like it: `there is no rule "ptr-mising", but there is ptr-missing`. */
export function noSuchRule(word: string): string {
  const near = nearRules(word);
  const but = near.length === 0 ? '' : `, but there ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
  return `there is no rule "${word}"${but}`;
}

/** Ids that a wrong one may have been meant for, the likeliest first: a few letters are others, or it is a part of them. */
function nearRules(word: string): string[] {
  const asked = word.toLowerCase();
  const near = registry.flatMap(({ id }) => {
    const count = slips(asked, id);
    return count <= MOST_SLIPS || (asked.length >= SHORTEST_PART && id.includes(asked)) ? [{ id, count }] : [];
  });
  return near
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_RULES)
    .map(({ id }) => id);
}

/** How many letters are to be changed, added or taken away to make one word of the other (Levenshtein). */
export function slips(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (above[j] ?? 0) + Number(a[i] !== b[j]);
      row.push(Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
