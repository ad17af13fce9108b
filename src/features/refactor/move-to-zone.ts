import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_CNAME, TYPE_DS, TYPE_NS, TYPE_PTR, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { type Change, isRefusal, type Refusal } from '../../edits/change.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { wildcardHidden, writtenWith } from '../../edits/insert-pointer.ts';
import { insertForward, insertInReverse } from '../../edits/insert-record.ts';
import { phrase } from '../../language/phrase.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { hasComment } from '../../syntax/comment-start.ts';
import type { Held } from '../../workspace/held.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { Store } from '../../workspace/store.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { fieldsOfRow, nameOfToken, type Row, rowsIn } from '../row.ts';
import { linesOf, textOfLines } from './lines.ts';
import type { RefactorDraft, RefactorPlace } from './refactoring.ts';

/** A record that stands in one zone's file and belongs to another zone that is held. */
interface Stray {
  readonly row: Row;
  readonly record: ZoneRecord;
  readonly zone: Zone;
}

/** More records are not moved at once. */
const MOST = 1000;

/** Moves records to the zone that answers for their owner: those outside their zone, and those below a held delegation. */
export function moveToZone({ ctx, file, range }: RefactorPlace): RefactorDraft[] {
  const { store } = ctx.engine;
  const byZone = new Map<Zone, Stray[]>();
  let count = 0;
  for (const row of rowsIn(store, file, range)) {
    if (++count > MOST) return [];
    const { instance } = row.block;
    const stray = strayOf(ctx.engine.context(instance.view).held, row);
    if (stray) byZone.set(stray.zone, [...(byZone.get(stray.zone) ?? []), stray]);
  }
  return [...byZone].map(([zone, strays]) => {
    const [first] = strays;
    const name = shownName(store.names, zone.apex);
    const title =
      first && strays.length === 1
        ? phrase`Move the ${typeName(first.record.type)} record of ${shownName(store.names, first.record.owner)} to ${name}`
        : phrase`Move ${strays.length} records to ${name}`;
    const changes = changesOf(ctx.engine.context(zone.view), zone, strays);
    const id = `move-to-zone ${zone.view.name} ${name}`;
    return { id, title, kind: 'rewrite', changesRecords: true, changes };
  });
}

function strayOf(held: Held, row: Row): Stray | undefined {
  const { zone: here } = row.block.instance;
  const [id, ...others] = row.records;
  if (!here || id === undefined || others.length > 0) return undefined;
  const record = new ZoneRecord(held.store, id);
  const { owner, type } = record;
  if (record.generated || owner === NO_NAME || type === TYPE_UNREADABLE || type === TYPE_SOA) return undefined;
  const zone = held.zoneOf(owner);
  if (!zone || zone === here) return undefined;
  const isBelow = held.store.names.isBelowOrAt(owner, here.apex);
  // A delegation belongs to the zone above, with the addresses of its servers.
  const isDelegation = isBelow && owner === zone.apex && (type === TYPE_NS || type === TYPE_DS);
  const isGlue = isBelow && record.isAddress && held.recordsTo(owner, TYPE_NS).some((one) => one.zone === here);
  return isDelegation || isGlue ? undefined : { row, record, zone };
}

function changesOf({ held, rows }: RuleContext, zone: Zone, strays: readonly Stray[]): readonly Change[] | Refusal {
  const changes: Change[] = [];
  for (const { row, record } of strays) {
    const rdata = dataOf(rows.store, row);
    const why = whyNotMoved(held, { row, record, zone }, rdata);
    if (why !== undefined) return { refused: why };
    const { comment, ttl } = writtenWith(rows, record);
    const moved = {
      owner: record.owner,
      type: typeName(record.type),
      rdata,
      ttl: ttl ?? { seconds: record.ttl, text: String(record.ttl) },
      ...(comment === undefined ? {} : { comment }),
    };
    const isReverse = record.type === TYPE_PTR && held.store.names.isBelowOrAt(zone.apex, held.store.names.arpa);
    const insertion = (isReverse ? insertInReverse : insertForward)(held, rows, zone, moved);
    if (isRefusal(insertion)) return insertion;
    changes.push(insertion.change);
  }
  const removal = deleteRecords(
    rows,
    strays.map(({ record }) => record),
  );
  return isRefusal(removal) ? removal : [...changes, ...removal];
}

function whyNotMoved(held: Held, { row, record, zone }: Stray, rdata: string): string | undefined {
  const { owner, type, data } = record;
  const lines = textOfLines(row.block.instance.file, linesOf(row));
  if (lines.length > 1 && lines.some(hasComment))
    return phrase`comments within its parentheses would be lost: take them out first`;
  const name = shownName(held.store.names, owner);
  const there = held.recordsAt(owner).filter((one) => one.zone === zone);
  const isSame = (one: ZoneRecord): boolean =>
    one.type === type &&
    (data === NO_NAME ? wordsOf(one) === rdata.toLowerCase() : one.data === data && one.words().rdata.length === 1);
  if (there.some(isSame))
    return phrase`${shownName(held.store.names, zone.apex)} has this record already: delete it here`;
  const alias = there.some((one) => one.type === TYPE_CNAME);
  if (alias) return phrase`${name} is an alias in ${shownName(held.store.names, zone.apex)} already`;
  if (type === TYPE_CNAME && there.length > 0)
    return phrase`${name} has records there, and an alias may have no others`;
  if (there.length === 0) return wildcardHidden(held, owner, zone);
  return undefined;
}

function wordsOf(record: ZoneRecord): string {
  return record
    .words()
    .rdata.map(({ text, quoted }) => (quoted ? `"${text}"` : text))
    .join(' ')
    .toLowerCase();
}

/** The data on one line, with names in full: they are relative to another origin there. */
function dataOf(store: Store, row: Row): string {
  const names = new Set<number>(
    fieldsOfRow(row).flatMap(({ use, token }) => (use === 'name' || use === 'host' ? [token] : [])),
  );
  return row.rdata
    .map((token, index) => {
      const written = row.text.slice(token.start, token.end);
      const name: NameId = names.has(index) && !token.quoted ? nameOfToken(store, row, token) : NO_NAME;
      return name === NO_NAME || written.endsWith('.') ? written : store.names.text(name);
    })
    .join(' ');
}
