import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { isSpoken } from './mail-text.ts';

/** A record and the words of its rdata. */
export interface FieldsOf {
  readonly record: ZoneRecord;
  readonly fields: readonly Token[];
}

/** The records of a type that servers of a zone of hosts answer with, with their words; not those in the form of RFC 3597. */
export function fieldsAt(records: readonly ZoneRecord[], type: number, ctx: RuleContext): readonly FieldsOf[] {
  return records
    .filter((record) => record.type === type && !ctx.isClaimed(record.id) && isSpoken(record, ctx))
    .map((record) => ({ record, fields: record.rdata() }))
    .filter(({ fields }) => fields[0]?.text !== '\\#');
}

/** A whole number as written in decimal; NaN for other words. */
export function numberIn(field: Token | undefined): number {
  return field && /^[0-9]{1,5}$/.test(field.text) ? Number(field.text) : Number.NaN;
}
