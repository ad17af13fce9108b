import { typeCode } from '../dns/types.ts';
import { typeRow } from '../syntax/rdata/types.ts';

/**
 * Where a word of a record's head stands among those that are proposed, as text to be compared: the types in use, the
 * class IN, the other types by name, and last what is obsolete and the classes that nobody needs.
 */
export function typeOrder(word: string): string {
  if (word === 'IN') return '1';
  if (word === 'CH' || word === 'HS') return `3${word}`;
  const row = typeRow(typeCode(word) ?? -1, INTERNET);
  if (row?.place !== undefined) return `0${String(row.place).padStart(2, '0')}`;
  return `${row?.isObsolete ? 3 : 2}${word}`;
}

const INTERNET = 1;
