import { phrase } from '../../language/phrase.ts';
import { isOfOtherZone } from '../other-zone.ts';
import type { ShownContext } from '../pass.ts';
import type { Shown } from '../shown.ts';

/** Says of an SOA that is another zone's than the file is read for how many records are outside with it. */
export function othersOutside(shown: readonly Shown[], _: ShownContext): readonly Shown[] {
  if (!shown.some(isOfOtherZone)) return shown;
  return shown.map((item) => (isOfOtherZone(item) ? withOthers(item, shown) : item));
}

function withOthers(shown: Shown, all: readonly Shown[]): Shown {
  const { line } = shown.range.start;
  const count = all.find(({ outside }) => outside?.isSoa && outside.firstLine === line)?.outside?.count ?? 1;
  if (count === 1) return shown;
  const others = count === 2 ? phrase`another record` : phrase`${count - 1} other records`;
  return { ...shown, message: phrase`${shown.message}, and would drop ${others} of the file as well` };
}
