import { NO_NAME, ROOT } from '../dns/name-table.ts';
import type { Token } from '../syntax/token.ts';
import { GENERATED, OUTSIDE, TYPE_UNREADABLE } from './draft.ts';
import {
  fillTemplate,
  GENERATE_LIMIT,
  type Generation,
  generationCount,
  isGenerateFault,
  overflowOf,
  parseRange,
  parseTemplate,
  type Template,
} from './generate.ts';
import type { RowReading } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';

/**
 * What a `$GENERATE` line that can't be read leaves open: where it tells which names it is for, something stands at each
 * of them from the number `first` on, but nobody knows what; else the zone may hold any name.
 */
export function leaveOpen(
  { reader, names }: RowResolver,
  { context, state, draft }: RowReading,
  row: number,
  line: { readonly words: readonly Token[]; readonly first?: number },
): void {
  const owners = ownersOf(line.words);
  if (!owners) {
    draft.hasGap = true;
    return;
  }
  const { range, lhs } = owners;
  for (let value = line.first ?? range.start; value <= range.stop; value += range.step) {
    const owner = reader.readText(fillTemplate(lhs, value), state.origin, context.encoding);
    if (typeof owner !== 'number') {
      draft.hasGap = true;
      return;
    }
    const isOutside = context.apex > ROOT && !names.isBelowOrAt(owner, context.apex);
    draft.push(row, owner, TYPE_UNREADABLE, 0, NO_NAME, GENERATED | (isOutside ? OUTSIDE : 0));
  }
}

/** The numbers and the owner of a line, where both are what was meant beyond doubt. */
function ownersOf([rangeToken, lhsToken]: readonly Token[]):
  | { readonly range: Generation; readonly lhs: Template }
  | undefined {
  if (!rangeToken || !lhsToken || rangeToken.quoted || lhsToken.quoted) return undefined;
  const range = parseRange(rangeToken.text);
  const lhs = parseTemplate(lhsToken.text);
  if (!range || isGenerateFault(lhs) || generationCount(range) > GENERATE_LIMIT) return undefined;
  // An owner without a number is one that is missing: a type or an address stands in its place.
  const isNumbered = lhs.parts.some((part) => typeof part !== 'string');
  return isNumbered && overflowOf(lhs, range) === undefined ? { range, lhs } : undefined;
}
