import type { Range } from '../../text/block.ts';
import type { Proposal } from './proposal.ts';

/** The rest of a word: up to a blank, a comment, the end of a string, or what parts values. */
const REST = /^(?:\\.|[^\s()";,\\])*/;
/** The rest of a key, its sign included, without the value. */
const REST_OF_KEY = /^[^\s()";,=:\\]*[=:]?/;

/**
 * What a proposal takes the place of where the whole word is to go, and not only its part before the cursor. `behind` is
 * what stands behind the cursor on the line. A key (`alpn=`, `include:`) leaves the value that it has.
 */
export function replacedBy({ range, text, label }: Proposal, behind: string): Range {
  const rest = /[=:]$/.test(text ?? label) ? REST_OF_KEY : REST;
  const { line, character } = range.end;
  return { start: range.start, end: { line, character: character + (rest.exec(behind)?.[0].length ?? 0) } };
}
