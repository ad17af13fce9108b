import { phrase } from '../language/phrase.ts';
import type { Fault } from '../syntax/token.ts';

const BLOCKS_TOLD_WHOLE = 1024;
const MOST_IN_BLOCK = 1000;
const MOST_IN_LATER_BLOCK = 8;
const LONGEST_MESSAGE = 400;

/** Whether all that is wrong in a block is told one by one, as at the beginning of a text: nobody reads more. */
export function isToldWhole(blockIndex: number): boolean {
  return blockIndex < BLOCKS_TOLD_WHOLE;
}

/**
 * The faults that are kept of a block at an index of its text: all, or the first one of each rule where a text is
 * broken in more places than anybody reads, such as a program's output by the name of a zone. Of a word that is shown in
 * a message and is very long the beginning is enough.
 */
export function limitedFaults(faults: readonly Fault[], blockIndex: number): readonly Fault[] {
  return firstOfEach(faults, blockIndex).map(withShortMessage);
}

function firstOfEach(faults: readonly Fault[], blockIndex: number): readonly Fault[] {
  if (faults.length <= (isToldWhole(blockIndex) ? MOST_IN_BLOCK : MOST_IN_LATER_BLOCK)) return faults;
  const kinds = new Map<string, { readonly first: Fault; count: number }>();
  for (const fault of faults) {
    const { outside } = fault;
    const told = outside ? ` ${outside.isSoa} ${outside.isOfOrigin}` : '';
    const kind = `${fault.severity === undefined ? fault.rule : `${fault.rule} ${fault.severity}`}${told}`;
    const known = kinds.get(kind);
    if (!known) kinds.set(kind, { first: fault, count: 1 });
    else {
      known.count++;
      if (known.first.outside && outside) known.first.outside.count += outside.count;
    }
  }
  return [...kinds.values()].map(({ first, count }) =>
    count === 1
      ? first
      : { ...first, message: phrase`${first.message} (${count - 1} more like it stand in the lines below)` },
  );
}

function withShortMessage(fault: Fault): Fault {
  if (fault.message.length <= LONGEST_MESSAGE) return fault;
  return { ...fault, message: `${fault.message.slice(0, 200)}...${fault.message.slice(-100)}` };
}
