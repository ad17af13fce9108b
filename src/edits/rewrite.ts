import type { NameId } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';
import type { Token } from '../syntax/token.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import { type Change, type Refusal, replaceInBlock } from './change.ts';
import type { Rows } from './rows.ts';
import { splitGenerate } from './split-generate.ts';

/** Replaces the name in a record's rdata and nothing else. Of a generated record: the range is split around it. */
export function retarget(rows: Rows, record: ZoneRecord, target: NameId): readonly Change[] | Refusal {
  const text = rows.store.names.text(target);
  if (record.generated) return splitGenerate(rows, record, (line) => line.recordWith(text));
  const token = record.words().rdata.at(-1);
  if (!token) return { refused: phrase`the record has no data` };
  return [replaceToken(record, token, text)];
}

/** Replaces one word of a record. */
export function replaceToken(record: ZoneRecord, token: Token, text: string): Change {
  return replaceInBlock(record.block, token.start, token.end, text);
}

/** Replaces the owner as written; refused where the record takes it from the line above, or a $GENERATE makes it. */
export function replaceOwner(record: ZoneRecord, text: string): readonly Change[] | Refusal {
  if (record.generated) return { refused: phrase`a $GENERATE line makes this owner: change its template` };
  const { owner } = record.words();
  if (!owner) return { refused: phrase`the record takes its owner from the line above: change it there` };
  return [replaceToken(record, owner, text)];
}

/** Adds the final dot to a name as written. */
export function addDot(record: ZoneRecord, token: Token): readonly Change[] {
  return [replaceInBlock(record.block, token.end, token.end, '.')];
}
