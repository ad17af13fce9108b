import { QUOTED } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';

/** Rdata holds 65535 octets at most, each of which is four characters as an escape: a longer word is none. */
export const LONGEST_WORD = 4 * 65_535;
/** Each word of rdata is at least one hexadecimal digit, half an octet. */
export const MOST_WORDS = 2 * 65_535;

/** The words of a text on their tape, and what gives their texts. */
export interface WordsScanned extends Pick<RowReading, 'tape'> {
  readonly block: Pick<RowReading['block'], 'slice'>;
}

/** One token with its text. */
export function tokenAt(scan: WordsScanned, token: number): Token {
  const { tape, block } = scan;
  const start = tape.tokenStart[token] as number;
  const end = tape.tokenEnd[token] as number;
  const quoted = ((tape.tokenFlags[token] as number) & QUOTED) !== 0;
  const text = block.slice(start, end);
  if (!quoted) return { text, start, end, quoted };
  return { text: isClosed(text) ? text.slice(1, -1) : text.slice(1), start, end, quoted };
}

function isClosed(text: string): boolean {
  if (text.length < 2 || !text.endsWith('"')) return false;
  let backslash = text.length - 2;
  while (backslash > 0 && text[backslash] === '\\') backslash--;
  return (text.length - backslash) % 2 === 0;
}

/** The tokens of a row from `first` on, of which more than any rdata have are left out. */
export function tokensOf(scan: WordsScanned, first: number, row: number): Token[] {
  const tokens: Token[] = [];
  const end = Math.min(scan.tape.rowToken[row + 1] as number, first + MOST_WORDS);
  for (let token = first; token < end; token++) tokens.push(tokenAt(scan, token));
  return tokens;
}
