import { isNameFault, parseName } from '../../dns/name.ts';
import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { placeOf } from '../../edits/rows.ts';
import { originBefore } from '../../edits/state-at.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { canonicalRdata } from './canonical-rdata.ts';

/**
 * The fields of a record as BIND prints them, split at blanks; undefined where it can't be read or $GENERATE makes it. For
 * types whose data are numbers, names, hexadecimal or base64 digits; strings may hold blanks.
 */
export function rdataFields(record: ZoneRecord, ctx: RuleContext): readonly string[] | undefined {
  return canonicalRdata(record, ctx)?.split(' ');
}

/** The absolute name that a word of the rdata spells; -1 where it spells none, or a template fills it in. */
export function nameInRdata(record: ZoneRecord, place: number, ctx: RuleContext): NameId {
  const word = record.generated ? undefined : record.rdata()[place]?.text;
  if (word === undefined || holdsPlaceholder(word)) return NO_NAME;
  const originHere = (): NameId => originBefore(ctx.rows, placeOf(record));
  if (word === '@') return originHere();
  const name = parseName(word, record.block.instance.file.document.encoding);
  if (isNameFault(name)) return NO_NAME;
  let node: NameId = name.absolute ? ROOT : originHere();
  for (let i = name.labels.length - 1; i >= 0 && node !== NO_NAME; i--)
    node = ctx.store.names.childText(node, name.labels[i] ?? '');
  return node;
}
