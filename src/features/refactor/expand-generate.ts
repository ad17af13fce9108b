import { phrase } from '../../language/phrase.ts';
import { hasComment } from '../../syntax/comment-start.ts';
import { fillTemplate, generationCount } from '../../zone/generate.ts';
import { parseGenerate } from '../../zone/generate-line.ts';
import { rowsIn } from '../row.ts';
import { lineEndOf, linesOf, rangeOfLines, textOfLines } from './lines.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** A line of more records stays a $GENERATE. */
const MOST = 4096;

/** Writes the records of a $GENERATE line out. */
export function expandGenerate({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const row = [...rowsIn(ctx.engine.store, file, range)].find(({ directive }) => directive === '$GENERATE');
  const [directive, ...words] = row?.tokens ?? [];
  const line = directive && parseGenerate(directive, words);
  if (!row || !line || 'rule' in line) return [];
  const count = generationCount(line.range);
  const draft = {
    id: 'expand-generate',
    title: phrase`Expand $GENERATE to ${count} records`,
    kind: 'rewrite',
  } as const;
  if (count > MOST) return [{ ...draft, changes: { refused: phrase`more than ${MOST} lines are too many` } }];
  const lines = linesOf(row);
  if (textOfLines(file, lines).some(hasComment))
    return [
      { ...draft, changes: { refused: phrase`the comment behind it would be lost: put it on a line of its own` } },
    ];
  const middle = row.text.slice(line.lhsToken.end, line.rhsToken.start);
  const quote = line.rhsToken.quoted ? '"' : '';
  const made: string[] = [];
  for (let value = line.range.start; value <= line.range.stop; value += line.range.step)
    made.push(fillTemplate(line.lhs, value) + middle + quote + fillTemplate(line.rhs, value) + quote);
  const end = lineEndOf(row.block);
  const edit = { range: rangeOfLines(file, lines), text: made.map((text) => text + end).join('') };
  return [{ ...draft, changes: [{ file, edit }] }];
}
