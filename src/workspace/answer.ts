import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_DNAME } from '../dns/type-codes.ts';
import type { ZoneRecord } from './zone-record.ts';

/**
 * What the held zones answer for a name and type, as a server would: the aliases that were followed, then records, or
 * that there are none, or that nobody here knows.
 */
export type Answer =
  | {
      readonly kind: 'records';
      readonly name: NameId;
      readonly records: readonly ZoneRecord[];
      readonly aliases: readonly ZoneRecord[];
      readonly wildcard: boolean;
    }
  | { readonly kind: 'none'; readonly name: NameId; readonly exists: boolean; readonly aliases: readonly ZoneRecord[] }
  | { readonly kind: 'loop'; readonly aliases: readonly ZoneRecord[] }
  | {
      readonly kind: 'unknown';
      readonly name: NameId;
      readonly aliases: readonly ZoneRecord[];
      /** Servers know that there is nothing; a record that may be meant for the name stands elsewhere. */
      readonly isAstray?: true;
    };

/**
 * The names that an answer came from: that of the question, and those that aliases led to. What stands behind a DNAME is
 * not among them unless it is the last one or an alias itself: nothing between two DNAMEs is asked.
 */
export function namesAsked(name: NameId, answer: Answer): readonly NameId[] {
  const found = [name];
  for (const { owner, data, type } of answer.aliases) found.push(owner, ...(type === TYPE_DNAME ? [] : [data]));
  if (answer.kind !== 'loop') found.push(answer.name);
  return found.filter((asked) => asked !== NO_NAME);
}
