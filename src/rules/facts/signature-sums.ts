import { phrase } from '../../language/phrase.ts';

/** `and 3 more` behind the first of several; nothing where it is the only one. */
export function andMore(count: number, what: string): string {
  if (count <= 1) return '';
  return count === 2 ? phrase`, and 1 other ${what} too` : phrase`, and ${count - 1} other ${what}s too`;
}
