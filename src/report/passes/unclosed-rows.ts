import type { Fault } from '../../syntax/token.ts';
import type { RawFault } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';

/**
 * Where a record has a parenthesis or quotation mark that nothing closes, what it lacks is no fault of its own, nor is it
 * that such a string is one too many.
 */
export function unclosedRows(raw: readonly RawFault[], { file, places, taken }: PassContext): readonly RawFault[] {
  if (!raw.some(({ fault }) => fault.isUnclosed) || !raw.some(({ fault }) => mayFollow(fault))) return raw;
  const rowOf = ({ block, fault }: RawFault): string => {
    const text = file.document.blocks[block.index];
    return `${block.index} ${(text && places.rowAt(text, fault.start)?.start) ?? ''}`;
  };
  const openings = new Map<string, RawFault>();
  for (const item of raw) if (item.fault.isUnclosed) openings.set(rowOf(item), item);
  return raw.filter((item) => {
    if (!mayFollow(item.fault)) return true;
    const opening = openings.get(rowOf(item));
    if (!opening || !follows(item.fault, opening.fault)) return true;
    taken?.(item, opening);
    return false;
  });
}

function mayFollow({ isUnclosed, rule }: Fault): boolean {
  return !isUnclosed && knownRule(rule)?.followsUnclosed !== undefined;
}

function follows({ rule, start }: Fault, opening: Fault): boolean {
  switch (knownRule(rule)?.followsUnclosed) {
    case 'anywhere':
      return true;
    case 'at-mark':
      return start === opening.start;
    case 'from-mark':
      return start >= opening.start;
    default:
      return false;
  }
}
