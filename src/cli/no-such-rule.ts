import { MOST_SLIPS, slips } from '../dns/slip.ts';
import { registry } from '../rules/registry.ts';

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
