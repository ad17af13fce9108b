import { counted, type Noun, phrase } from '../../language/phrase.ts';
import type { HeadId } from '../../zone/signature-heads.ts';
import type { SignaturesAlike, SignedZone } from './signed-columns.ts';

/** The first signatures of a zone, in the order of the text, of which one is to speak, and how many there are in all. */
export function signaturesThat(
  { signatures }: SignedZone,
  isMeant: (head: HeadId) => boolean,
): { readonly first: SignaturesAlike | undefined; readonly count: number } {
  const meant = signatures.filter(({ head }) => isMeant(head));
  return { first: meant[0], count: meant.reduce((sum, { count }) => sum + count, 0) };
}

/** `and 3 more` behind the first of several; nothing where it is the only one. */
export function andMore(count: number, what: Noun): string {
  if (count <= 1) return '';
  return phrase`, and ${counted(count - 1, what)} too`;
}
