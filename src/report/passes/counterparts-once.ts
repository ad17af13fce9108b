import { phrase } from '../../language/phrase.ts';
import type { EditorContext } from '../pass.ts';
import { isSameRange } from '../place.ts';
import type { Shown, ShownRelated } from '../shown.ts';

/** So many places on the other side are named. */
const MOST_NAMED = 20;

/**
 * What other files are at fault for is told once a place and rule, by its own words and as lightly as the settings say:
 * the finding itself counts where it stands.
 */
export function counterpartsOnce(shown: readonly Shown[], { counterparts, taken }: EditorContext): readonly Shown[] {
  if (!shown.some(({ primary }) => !primary)) return shown;
  const told: Shown[] = [];
  // Of the place at hand, by rule: where it stands in `told`, and how many there are.
  const known = new Map<string, { readonly at: number; count: number }>();
  let last: Shown | undefined;
  for (const item of shown) {
    if (last && !isSameRange(last, item)) known.clear();
    last = item;
    if (item.primary) {
      told.push(item);
      continue;
    }
    if (counterparts === 'off') {
      taken?.(item, 'the setting counterparts is off');
      continue;
    }
    const same = known.get(item.rule);
    const first = same && told[same.at];
    if (!first || !same) {
      known.set(item.rule, { at: told.length, count: 1 });
      told.push({ ...item, message: item.ownWords ?? item.message, severity: counterparts });
      continue;
    }
    taken?.(item, first);
    same.count++;
    told[same.at] = joined(first, item, same.count);
  }
  return told;
}

function joined(first: Shown, item: Shown, count: number): Shown {
  const own = count === 2 ? first.message : first.message.slice(0, -andMore(count - 2).length);
  const message = own + andMore(count - 1);
  const related: ShownRelated[] = [...first.related];
  for (const other of item.related.slice(0, 1))
    if (related.length < MOST_NAMED && !related.some((known) => isSameRange(known, other))) related.push(other);
  return { ...first, message, related };
}

function andMore(count: number): string {
  return phrase` (and ${count} more)`;
}
