import { counted, type Noun, phrase } from '../../language/phrase.ts';

/** `and 3 more` behind the first of several; nothing where it is the only one. */
export function andMore(count: number, what: Noun): string {
  if (count <= 1) return '';
  return phrase`, and ${counted(count - 1, what)} too`;
}
