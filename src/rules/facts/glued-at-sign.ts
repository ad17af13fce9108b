import { TYPE_SOA } from '../../dns/type-codes.ts';
import { classCode, typeCode } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';

/** What stands behind the "@" that a word begins with, where that is a TTL, a class or a type. */
export function gluedBehind(text: string): string | undefined {
  const rest = /^@(.+)$/.exec(text)?.[1];
  if (rest === undefined) return undefined;
  return /^\d+[smhdw]?$/i.test(rest) || classCode(rest) !== undefined || typeCode(rest) === TYPE_SOA ? rest : undefined;
}

/** A word with an "@" inside, and the name that it is, in a sentence. */
export function atSignInWords(text: string, name: string): string {
  const blank = gluedBehind(text) === undefined ? '' : phrase`, and a blank is missing behind it`;
  return phrase`"${text}" is read as the name ${name}: only an "@" alone stands for the origin${blank}`;
}
