import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_DNAME, TYPE_NS, TYPE_PTR } from '../../dns/type-codes.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import type { FieldUse } from '../../syntax/rdata/kinds.ts';
import { fieldTable, rdataText } from '../../syntax/rdata/rdata.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';

/** Types whose rdata is one name or address, which the index has already. */
const ONE_NAME: ReadonlySet<number> = new Set([TYPE_A, TYPE_NS, TYPE_CNAME, TYPE_PTR, TYPE_AAAA, TYPE_DNAME]);

/**
 * A text that is the same for two records of a type exactly where servers take them for the same record; undefined for
 * records that $GENERATE makes, unless their rdata is one name.
 */
export function canonicalRdata(record: ZoneRecord, ctx: RuleContext): string | undefined {
  if (record.data !== NO_NAME && ONE_NAME.has(record.type)) return String(record.data);
  if (record.generated) return undefined;
  const { origin } = stateBefore(ctx.rows, placeOf(record));
  const { instance } = record.block;
  const text = rdataText(record.type, record.rdata(), ctx.store.names.text(origin), {
    classNumber: instance.zoneClass,
    encoding: instance.file.document.encoding,
  });
  return text === undefined || hasStrings(record.type) ? text : text.toLowerCase();
}

/** Names are the same in either case, strings are not. */
function hasStrings(type: number): boolean {
  return fieldTable(type).some(({ use }) => CASED.has(use));
}

const CASED: ReadonlySet<FieldUse> = new Set<FieldUse>(['string', 'base64', 'parameter', 'other']);
