import { classCode, typeCode } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { Fault, FaultFix, Token } from '../token.ts';
import type { SourceSlices } from './reader.ts';

/** What stands before the rdata. */
interface Before {
  readonly typeToken?: Token;
  readonly classNumber?: number;
  readonly source?: SourceSlices;
}

/** What is wrong with a first word of the rdata that is the type once more, or the class, which stands before a type. */
export function repeatedWord(
  type: number,
  word: Token,
  { typeToken, classNumber = 1, source }: Before,
): Pick<Fault, 'start' | 'end' | 'message' | 'fixes'> | undefined {
  if (!typeToken || word.quoted) return undefined;
  const { text, start, end } = word;
  const isType = typeCode(text) === type;
  if (!isType && classCode(text) !== classNumber) return undefined;
  return {
    start,
    end,
    message: isType
      ? phrase`"${text}" stands twice: behind the type come the data`
      : phrase`"${text}" stands behind the type: a class stands before it`,
    fixes: [withoutWord(word, typeToken.end, source)],
  };
}

/** Deletes a word, with the blanks before it where nothing else stands there. */
export function withoutWord({ text, start, end }: Token, behind: number, source?: SourceSlices): FaultFix {
  const isApart = source?.slice(behind, start).trim() === '';
  return { title: phrase`Delete "${text}"`, start: isApart ? behind : start, end, text: '' };
}
