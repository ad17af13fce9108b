import { phrase } from '../language/phrase.ts';
import type { Token } from '../syntax/token.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { fillTemplate } from '../zone/generate.ts';
import { type GenerateLine, parseGenerate } from '../zone/generate-line.ts';
import { tokensOf } from '../zone/row-words.ts';
import { type Change, isRefusal, type Refusal, replaceInBlock } from './change.ts';
import { placeOf, type Rows } from './rows.ts';

/** One record of a $GENERATE line, to be written as a line of its own. */
export interface GeneratedLine {
  /** The record's line with other rdata. */
  readonly recordWith: (rdata: string) => string;
}

/**
 * Splits the range of a $GENERATE line around one of its records: the numbers below it, the record's own line (none
 * where `lineOf` gives none), the numbers above it.
 */
export function splitGenerate(
  rows: Rows,
  record: ZoneRecord,
  lineOf: (line: GeneratedLine) => string | undefined,
): readonly Change[] | Refusal {
  const place = placeOf(record);
  const scanned = rows.of(place.block);
  const [directive, ...words] = tokensOf(scanned, scanned.tape.rowToken[place.row] as number, place.row);
  const line = directive && parseGenerate(directive, words);
  if (!directive || !line || 'rule' in line) return { refused: phrase`the $GENERATE line can not be read` };
  if (rows.isInherited(place))
    return { refused: phrase`lines below this $GENERATE take their owner from above it: split the range by hand` };
  const value = numberOfRecord(rows, record, line);
  if (value === undefined) return { refused: phrase`the $GENERATE line does not make this record` };
  const { start, stop, step } = line.range;
  const { start: rowStart, end: rowEnd } = rows.linesOf(place);
  const text = (from: Token, to: Token): string => scanned.block.slice(from.start, to.end);
  const lead = scanned.block.slice(rowStart, line.rangeToken.start);
  const rest = scanned.block.slice(line.rangeToken.end, line.rhsToken.end);
  const own = lineOf({
    recordWith: (rdata) =>
      fillTemplate(line.lhs, value) +
      text(line.lhsToken, line.rhsToken).slice(
        line.lhsToken.end - line.lhsToken.start,
        line.rhsToken.start - line.lhsToken.start,
      ) +
      rdata,
  });
  const below = value > start ? rangeText(start, value - step, line) : undefined;
  const above = value + step <= stop ? rangeText(value + step, stop, line) : undefined;
  if (below === undefined && above === undefined) {
    if (own === undefined) return [replaceInBlock(place.block, rowStart, rowEnd, '')];
    return [replaceInBlock(place.block, directive.start, line.rhsToken.end, own)];
  }
  const kept = replaceInBlock(place.block, line.rangeToken.start, line.rangeToken.end, below ?? above ?? '');
  if (below === undefined) return own === undefined ? [kept] : [rows.insertBefore(place, own), kept];
  const tail = above === undefined ? undefined : lead + above + rest;
  const added = [own, tail].filter((one) => one !== undefined).join(rows.lineEndOf(place.block));
  if (added === '') return [kept];
  const inserted = rows.insertBehind(place, added);
  return isRefusal(inserted) ? inserted : [kept, inserted];
}

/** The number from which the record was made: a line makes its records in the order of its range. */
function numberOfRecord(rows: Rows, record: ZoneRecord, line: GenerateLine): number | undefined {
  const { records } = rows.store;
  const made = [...record.block.records].filter((id) => records.row[id] === record.row);
  const index = made.indexOf(record.id);
  return index < 0 ? undefined : line.range.start + index * line.range.step;
}

function rangeText(from: number, to: number, line: GenerateLine): string {
  const step = /\/.*$/.exec(line.rangeToken.text)?.[0] ?? '';
  return `${from}-${to}${step}`;
}
