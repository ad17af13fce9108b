import { absoluteText, type Encoding } from '../dns/name.ts';
import { rdataText } from '../syntax/rdata/rdata.ts';
import { fillTemplate, GENERATE_LIMIT, generationCount } from '../zone/generate.ts';
import { type GenerateLine, parseGenerate, wordsOf } from '../zone/generate-line.ts';
import type { Lexeme } from './lexer.ts';
import type { SetRecord } from './sets.ts';

/** What the words of a $GENERATE line say; undefined where they can't be read. The TTL and class may be left out. */
export function generateLine(words: readonly Lexeme[]): GenerateLine | undefined {
  const [directive, ...rest] = words.map(({ kind, ...word }) => ({ ...word, quoted: kind === 'quoted' }));
  const line = directive && parseGenerate(directive, rest);
  return !line || 'rule' in line ? undefined : line;
}

/** The owner of the first record that the line makes. */
export function firstOwner(line: GenerateLine, origin: string, encoding: Encoding): string | undefined {
  return absoluteText(fillTemplate(line.lhs, line.range.start), origin, encoding);
}

/** The records that the line makes, each with its owner; none of a line that makes more than are looked at. */
export function* generatedRecords(
  line: GenerateLine,
  origin: string,
  context: { readonly encoding: Encoding; readonly classNumber: number },
): Generator<readonly [owner: string, record: SetRecord], void> {
  const { range, lhs, rhs, type } = line;
  if (generationCount(range) > GENERATE_LIMIT) return;
  for (let value = range.start; value <= range.stop; value += range.step) {
    const owner = absoluteText(fillTemplate(lhs, value), origin, context.encoding);
    const words = wordsOf(fillTemplate(rhs, value));
    const rdata = words && rdataText(type, words, origin, context);
    if (owner === undefined || rdata === undefined) return;
    yield [owner, { type, covers: 0, rdata }];
  }
}
