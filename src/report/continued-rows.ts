import type { Fault } from '../syntax/token.ts';
import type { InstanceBlock, SourceFile } from '../workspace/instance.ts';
import type { Places, RowPlace } from './place.ts';
import type { ShownFix } from './report-text.ts';

/** What reading a text found, and in which block. */
export interface RawFault {
  readonly block: InstanceBlock;
  readonly fault: Fault;
  /** A mend that may reach into other blocks. */
  readonly mend?: ShownFix;
  /** The first of those that follow from the fault. */
  readonly first?: RawFault;
}

/**
 * Without what is wrong with lines that only go on with a record which ends too early: an SOA without its parenthesis is
 * one mistake, though none of the lines with its numbers can be read. The record's own fault says what is missing.
 */
export function withoutContinuations(raw: readonly RawFault[], file: SourceFile, places: Places): readonly RawFault[] {
  if (raw.length < 2 || !raw.some(({ fault }) => mayGoOn(fault))) return raw;
  const kept: RawFault[] = [];
  let head = -1;
  let last: RowPlace | undefined;
  let isGoingOn = false;
  for (const item of [...raw].sort(byOffset)) {
    const text = file.document.blocks[item.block.index];
    const row = text && places.rowAt(text, item.fault.start);
    const isSameBlock = kept[head]?.block === item.block;
    const distance = row && last && isSameBlock ? row.index - last.index : -1;
    if (distance === 0 && isGoingOn) continue;
    if (row && distance === 1 && goesOn(row)) {
      const before = kept[head];
      if (before && !isGoingOn) kept[head] = { ...before, fault: endedEarly(before.fault) };
      last = row;
      isGoingOn = true;
      continue;
    }
    const before = kept[head];
    if (before && row && distance === 1 && isRestOfString(before.fault, row))
      kept[head] = { ...before, fault: unmended(before.fault) };
    kept.push(item);
    isGoingOn = false;
    last = mayGoOn(item.fault) ? row : undefined;
    head = kept.length - 1;
  }
  return kept;
}

/** A quotation mark in front of the parenthesis hides it. */
function mayGoOn({ rule, isUnclosed }: Fault): boolean {
  return isUnclosed ? rule === 'syntax-quote' : rule === 'syntax-field-missing';
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

function unmended({ fixes: _, ...fault }: Fault): Fault {
  return fault;
}

function endedEarly(fault: Fault): Fault {
  if (fault.isUnclosed) return fault;
  return { ...fault, message: `${fault.message}: a line goes on in the next one only in parentheses` };
}

/** Blocks of other instances stay apart. */
function byOffset(a: RawFault, b: RawFault): number {
  return a.block.id - b.block.id || a.fault.start - b.fault.start;
}
