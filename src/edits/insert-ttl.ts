import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Instance } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { tokenAt } from '../zone/row-words.ts';
import type { Change, Refusal } from './change.ts';
import { placeOf, type RowPlace, type Rows } from './rows.ts';
import { stateBefore } from './state-at.ts';

/** Directives that make no record: what is put above the first record may stand behind them. */
const WITHOUT_RECORDS: ReadonlySet<string> = new Set(['$ORIGIN', '$TTL', '$DATE']);

/** Puts a `$TTL` above the first record of a zone, in the zone's own file; an $INCLUDE or $GENERATE counts as records. */
export function insertTtl(rows: Rows, instance: Instance, seconds: number): readonly Change[] | Refusal {
  let root = instance;
  while (root.parent) root = root.parent.instance;
  const first = firstRecordIn(rows, root);
  return first ? [rows.insertBefore(first, `$TTL ${seconds}`)] : { refused: phrase`${root.file.path} has no record` };
}

function firstRecordIn(rows: Rows, { blocks }: Instance): RowPlace | undefined {
  for (const block of blocks) {
    // What is not read yet may hold the first record.
    if (!block) return undefined;
    const scanned = rows.of(block);
    for (let row = 0; row < scanned.tape.rowCount; row++) {
      const place = { block, row };
      const word = tokenAt(scanned, scanned.tape.rowToken[row] as number).text;
      if (!rows.isDirective(place) || !WITHOUT_RECORDS.has(word.toUpperCase())) return place;
    }
  }
  return undefined;
}

/** The SOA's minimum where it is the TTL of all records that have none, since none is given up to the SOA (RFC 2308 section 4). */
export function ttlOfMinimum(rows: Rows, { apex, view, zone }: Instance): number | undefined {
  const { store } = rows;
  for (let id = view.index.firstAt(apex); id >= 0; id = store.records.nextAt(id)) {
    const record = new ZoneRecord(store, id);
    if (record.type !== TYPE_SOA || record.zone !== zone) continue;
    const { defaultTtl, lastTtl } = stateBefore(rows, placeOf(record));
    return defaultTtl < 0 && lastTtl < 0 && !record.words().ttl ? record.ttl : undefined;
  }
  return undefined;
}
