import { phrase } from '../../language/phrase.ts';
import type { Fault } from '../../syntax/token.ts';
import type { RawFault } from '../fault-types.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';
import type { RowPlace } from '../place.ts';
import { inTextOrder } from '../text-order.ts';

/**
 * Without what is wrong with lines that only go on with a record which ends too early: an SOA without its parenthesis is
 * one mistake, though none of the lines with its numbers can be read. The record's own fault says what is missing.
 */
export function continuedRows(raw: readonly RawFault[], { file, places, taken }: PassContext): readonly RawFault[] {
  if (raw.length < 2 || !raw.some(({ fault }) => mayGoOn(fault))) return raw;
  const kept: RawFault[] = [];
  let head = -1;
  let last: RowPlace | undefined;
  let isGoingOn = false;
  for (const item of inTextOrder(raw)) {
    const text = file.document.blocks[item.block.index];
    const row = text && places.rowAt(text, item.fault.start);
    const isSameBlock = kept[head]?.block === item.block;
    const distance = row && last && isSameBlock ? row.index - last.index : -1;
    if (distance === 0 && isGoingOn) {
      taken?.(item, kept[head] ?? item);
      continue;
    }
    if (row && distance === 1 && goesOn(row)) {
      const before = kept[head];
      if (before && !isGoingOn) kept[head] = { ...before, fault: endedEarly(before.fault) };
      taken?.(item, kept[head] ?? item);
      last = row;
      isGoingOn = true;
      continue;
    }
    const before = kept[head];
    if (before && row && distance === 1 && isRestOfString(before.fault, row))
      kept[head] = { ...before, fault: withoutFixes(before.fault) };
    kept.push(item);
    isGoingOn = false;
    last = mayGoOn(item.fault) ? row : undefined;
    head = kept.length - 1;
  }
  return kept;
}

/** A quotation mark in front of the parenthesis hides it. */
function mayGoOn({ rule, isUnclosed }: Fault): boolean {
  return knownRule(rule)?.mayGoOn === (isUnclosed ? 'unclosed' : 'closed');
}

/** Whether a line that can't be read has no more than numbers, or a word or two as the rest of a record. */
function goesOn(row: RowPlace): boolean {
  if (!row.hasBlankOwner) return false;
  const words = row.text().split(/[ \t]+/);
  const [first = ''] = words;
  return words.length === 1 || (words.length === 2 && /^\d+$/.test(first)) || words.every((word) => /^\d/.test(word));
}

/** A word as long as a key's lines are: a string that is closed above it would lack its end. */
function isRestOfString(fault: Fault, row: RowPlace): boolean {
  return fault.isUnclosed === true && fault.fixes !== undefined && /^[A-Za-z0-9+/=]{32,}"?$/.test(row.text().trim());
}

function withoutFixes({ fixes: _, ...fault }: Fault): Fault {
  return fault;
}

function endedEarly(fault: Fault): Fault {
  if (fault.isUnclosed) return fault;
  return { ...fault, message: phrase`${fault.message}: a line goes on in the next one only in parentheses` };
}
