import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';
import { byPlace, ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import { type Change, isRefusal, type Refusal, replaceInBlock } from './change.ts';
import { placeOf, type RowPlace, type Rows, rowKey } from './rows.ts';
import { splitGenerate } from './split-generate.ts';
import { isTtlInherited, stateBefore, writtenUnder } from './state-at.ts';

/**
 * Deletes the lines of records. Where a line below takes its owner from a deleted one, and what stands above has another,
 * the owner is written there; a generated record is cut out of its range.
 */
export function deleteRecords(rows: Rows, records: readonly ZoneRecord[]): readonly Change[] | Refusal {
  const changes: Change[] = [];
  const written = records.filter((record) => !record.generated).sort(byPlace);
  const deleted = new Set(written.map(rowKey));
  const handedOver = new Set<string>();
  for (const record of written) {
    const place = placeOf(record);
    const why = whyNotWithout(rows, record, deleted);
    if (why !== undefined) return { refused: why };
    const { start, end } = rows.linesOf(place);
    changes.push(replaceInBlock(place.block, start, end, ''));
    const heir = rows.isBlankOwner(place) ? undefined : heirOf(rows, place, deleted);
    if (heir === undefined || ownerAbove(rows, place, deleted) === record.owner) continue;
    if (heir.kind === 'include-of-blank')
      return { refused: phrase`an included file takes its owner from this record: give its first line an owner` };
    if (!recordAt(rows, heir.place))
      return {
        refused: phrase`the line below takes its owner from this record and can't be read: fix that line first`,
      };
    const key = rowKey(heir.place);
    if (!handedOver.has(key)) changes.push(writeOwner(rows, heir.place, record));
    handedOver.add(key);
  }
  for (const record of records.filter((one) => one.generated)) {
    const split = splitGenerate(rows, record, () => undefined);
    if (isRefusal(split)) return split;
    changes.push(...split);
  }
  return changes;
}

/** The first line that is left of those that take their owner from a row. */
function heirOf(rows: Rows, place: RowPlace, deleted: ReadonlySet<string>) {
  for (const next of rows.behind(place)) {
    if (next.kind === 'owner') return undefined;
    if (next.kind !== 'directive' && !deleted.has(rowKey(next.place))) return next;
  }
  return undefined;
}

/**
 * The owner that a line with a blank in its place takes where the rows from there on up to the next one that is left are
 * gone; -1 where nothing tells.
 */
function ownerAbove(rows: Rows, { block, row }: RowPlace, deleted: ReadonlySet<string>): NameId {
  for (let above = row - 1; above >= 0; above--) {
    const place = { block, row: above };
    // What an included file or a $GENERATE does to the owner is not worth knowing here.
    if (rows.isDirective(place)) return NO_NAME;
    if (rows.isBlankOwner(place) || deleted.has(`${block.id} ${above}`)) continue;
    return recordAt(rows, place)?.owner ?? NO_NAME;
  }
  // The owner that the block begins with may be that of a row that goes too.
  return deleted.size > 1 ? NO_NAME : rows.store.states.get(block.entry).owner;
}

/** The readable record of a row; undefined where it has none. */
function recordAt({ store }: Rows, { block, row }: RowPlace): ZoneRecord | undefined {
  const { records } = store;
  const id = [...block.records].find((one) => records.row[one] === row && records.type[one] !== TYPE_UNREADABLE);
  return id === undefined ? undefined : new ZoneRecord(store, id);
}

/** Writes the owner of a deleted record into a line that began with a blank, in the place of blanks where there is room. */
function writeOwner(rows: Rows, place: RowPlace, record: ZoneRecord): Change {
  const { start } = rows.linesOf(place);
  const { block } = rows.of(place.block);
  const owner = writtenUnder(rows.store, record.owner, stateBefore(rows, place).origin);
  const blanks = /^[ \t]*/.exec(block.slice(start, block.length))?.[0] ?? '';
  const room = /^ *$/.test(blanks) ? Math.min(owner.length, blanks.length - 1) : 0;
  return replaceInBlock(place.block, start, start + room, owner);
}

/**
 * Without a $TTL, a TTL counts for the lines below too: the record can not go where they would get another one. `deleted`
 * has the other records that go.
 */
export function whyNotWithout(rows: Rows, record: ZoneRecord, deleted: ReadonlySet<string>): string | undefined {
  const place = placeOf(record);
  const state = stateBefore(rows, place);
  if (state.defaultTtl >= 0 || state.lastTtl === record.ttl || !record.words().ttl) return undefined;
  const isInherited = isTtlInherited(rows, place, ({ block, row }) => deleted.has(`${block.id} ${row}`));
  return isInherited ? phrase`there is no $TTL here, and the lines below take their TTL from this one` : undefined;
}
