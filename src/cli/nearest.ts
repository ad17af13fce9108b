import { MOST_SLIPS, slips } from '../dns/slip.ts';

const MOST_SHOWN = 5;
const SHORTEST_PART = 3;

/** Words that a wrong one may have been meant for, the likeliest first: a few letters are others, or it is a part of them. */
export function nearestWords(wrong: string, words: readonly string[]): string[] {
  const asked = wrong.toLowerCase();
  const near = words.flatMap((word) => {
    const count = slips(asked, word);
    const isSlip = count <= Math.min(MOST_SLIPS, Math.ceil(word.length / 2) - 1);
    return isSlip || (asked.length >= SHORTEST_PART && word.includes(asked)) ? [{ word, count }] : [];
  });
  return near
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_SHOWN)
    .map(({ word }) => word);
}

/** `; did you mean --format?`, or nothing where no option has such a name. */
export function meantOption(wrong: string, names: readonly string[]): string {
  const [nearest] = nearestWords(wrong, names);
  return nearest === undefined ? '' : `; did you mean --${nearest}?`;
}
