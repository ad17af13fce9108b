import type { NameId } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_CNAME } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { type Change, isRefusal, type Refusal } from '../../edits/change.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { wildcardHidden } from '../../edits/insert-pointer.ts';
import { insertForward } from '../../edits/insert-record.ts';
import { replaceOwner } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore, writtenUnder } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { Fix } from '../rule.ts';
import { inTitle, type Subject } from './subject.ts';

/** A record of mail that is to be added. */
export interface MailRecord {
  readonly owner: NameId;
  readonly type: 'TXT' | 'MX';
  readonly rdata: string;
}

/** Adds records to the held zones that answer for their owners, all or none. */
export function addRecords(
  subject: Subject,
  records: readonly MailRecord[],
  how: { readonly safe?: boolean } = {},
): Fix {
  const { ctx, rows } = subject;
  const changes: Change[] = [];
  const said: string[] = [];
  for (const record of records) {
    const fallback = phrase`Add ${record.type} ${record.rdata} at ${shownName(ctx.store.names, record.owner)}`;
    const zone = ctx.held.zoneOf(record.owner);
    if (!zone) return subject.fix(fallback, { refused: phrase`no zone that is held here answers for that name` });
    const why = whyNotAt(record.owner, subject) ?? wildcardHidden(ctx.held, record.owner, zone);
    if (why !== undefined) return subject.fix(fallback, { refused: why });
    const insertion = insertForward(ctx.held, rows, zone, record);
    if (isRefusal(insertion)) return subject.fix(fallback, insertion);
    changes.push(insertion.change);
    said.push(phrase`"${inTitle(insertion.line)}" to ${shownName(ctx.store.names, zone.apex)}`);
  }
  return subject.fix(phrase`Add ${said.join(phrase` and `)}`, changes, { preferred: true, ...how });
}

/** Gives a record another owner: in its own line, or where other lines take the old one from it, in a line of its own. */
export function moveRecord(subject: Subject, record: ZoneRecord, owner: NameId): Fix {
  const { ctx, rows } = subject;
  const place = placeOf(record);
  const { origin } = stateBefore(rows, place);
  const text = writtenUnder(ctx.store, owner, origin);
  const title = phrase`Change the owner to ${text}`;
  const zone = ctx.held.zoneOf(owner);
  if (!zone || zone !== record.zone) return subject.fix(title, { refused: phrase`that name is not in this zone` });
  const why = whyNotAt(owner, subject) ?? wildcardHidden(ctx.held, owner, zone);
  if (why !== undefined) return subject.fix(title, { refused: why });
  const isAlone = !rows.isBlankOwner(place) && !rows.isInherited(place);
  const changes = isAlone ? replaceOwner(record, text) : moved(subject, record, owner);
  return subject.fix(title, changes, { preferred: true });
}

function moved(subject: Subject, record: ZoneRecord, owner: NameId): readonly Change[] | Refusal {
  const { ctx, rows } = subject;
  const { block, zone } = record;
  const { rdata } = record.words();
  const [first, last] = [rdata[0], rdata.at(-1)];
  const text = block.instance.file.document.blocks[block.index]?.slice(first?.start ?? 0, last?.end ?? 0) ?? '';
  if (!zone || text === '' || /[\r\n]/.test(text))
    return { refused: phrase`the record takes more than one line: give it the owner by hand` };
  const insertion = insertForward(ctx.held, rows, zone, { owner, type: typeName(record.type), rdata: text });
  if (isRefusal(insertion)) return insertion;
  const deletion = deleteRecords(rows, [record]);
  return isRefusal(deletion) ? deletion : [insertion.change, ...deletion];
}

function whyNotAt(owner: NameId, { ctx }: Subject): string | undefined {
  if (ctx.held.recordsAt(owner, TYPE_CNAME).length === 0) return undefined;
  return phrase`${shownName(ctx.store.names, owner)} is an alias, and has no other records`;
}
