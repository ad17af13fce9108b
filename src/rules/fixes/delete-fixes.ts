import { NO_NAME } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_KEY, TYPE_PTR } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { isRefusal } from '../../edits/change.ts';
import { deleteRecords } from '../../edits/delete-record.ts';
import { insertMoved } from '../../edits/insert-pointer.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import { byPlace, type ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { mayStandBesideAlias } from '../facts/beside-alias.ts';
import { misplacedAddress } from '../facts/misplaced-address.ts';
import { causeOf } from '../facts/other-address.ts';
import { isKnownToAll, whyNeeded } from '../facts/shared-line.ts';
import type { Fix } from '../rule.ts';
import { addressesForAlias } from './alias-fixes.ts';
import { moveOwner } from './owner-fixes.ts';
import { addAddress, isOneOfMany, retargetToOwners, whichView } from './retarget-fixes.ts';
import { inTitle, type Subject } from './subject.ts';

/**
 * ptr-target-no-address: no PTR where the address keeps one that is confirmed; the names that have the address, the
 * address for the name, or no PTR where nothing has the address.
 */
export function retargetAddOrDelete(subject: Subject): readonly Fix[] {
  if (isOneOfMany(subject)) return [];
  if (isBesideConfirmed(subject))
    return [...deletePointer(subject), ...retargetToOwners(subject), ...addAddress(subject)];
  const { ctx, address } = subject;
  const isWanted = address !== NO_NAME && ctx.held.addressRecords(address).length > 0;
  const deletion = isWanted ? [] : deletePointer(subject);
  return [...retargetToOwners(subject), ...addAddress(subject), ...deletion];
}

/**
 * ptr-mismatch: no PTR where the address keeps one that is confirmed; the names that have the address; what its cause
 * tells, and no PTR where this one is left over; the address for the name, which undoes a change of the host's address; no
 * PTR where nothing tells more, but nothing has the address.
 */
export function fixMismatch(subject: Subject): readonly Fix[] {
  const { record, ctx, address, finding } = subject;
  if (isOneOfMany(subject) || !record) return [];
  const owner = ctx.store.names.isAddress(finding.key) ? address : finding.key;
  const addressCase = new AddressCase(ctx.held, ctx.mail, address, owner);
  const cause = causeOf(record, addressCase, ctx);
  const isBeside = isBesideConfirmed(subject);
  const isNeedless = cause?.kind === 'left-over' || cause?.kind === 'shared';
  const mayBeLeftOver = !cause && !addressCase.hasRecord(() => true) && isKnownToAll(record, addressCase, ctx);
  return [
    ...(isBeside ? deletePointer(subject) : []),
    ...retargetToOwners(subject),
    ...(cause?.kind === 'misplaced' ? [moveTo(subject, record, cause.address)] : []),
    ...(cause?.kind === 'shared' ? changeAddress(subject, record, cause.record) : []),
    ...(isNeedless && !isBeside ? deletePointer(subject) : []),
    ...addAddress(subject),
    ...(mayBeLeftOver && !isBeside ? deletePointer(subject) : []),
  ];
}

/** Writes the owner that belongs to the target's address. */
function moveTo(subject: Subject, record: ZoneRecord, { answer, address }: AddressCase): Fix {
  const { origin } = stateBefore(subject.rows, placeOf(record));
  return moveOwner(subject, record, answer.kind === 'none' ? answer.name : address, { safe: false, origin });
}

/** Writes the address of the PTR into the address record of its target. */
function changeAddress(subject: Subject, pointer: ZoneRecord, record: ZoneRecord): readonly Fix[] {
  const [token] = record.words().rdata;
  if (!token) return [];
  const text = subject.text(subject.address);
  const view = record.zone ? whichView(subject, pointer, record.zone) : '';
  const title = phrase`Change ${subject.zoneName(pointer.data)}'s address to ${text}${view}`;
  return [subject.fix(title, [replaceToken(record, token, text)])];
}

/** The deletion of a PTR; refused where another view or address needs it. */
export function deletePointer(subject: Subject): readonly Fix[] {
  const { record, rows, address, ctx } = subject;
  if (!record) return [];
  const needed = whyNeeded(record, { address, instead: NO_NAME }, ctx);
  const changes = needed === undefined ? deleteRecords(rows, [record]) : { refused: needed };
  return [subject.fix(deletionTitle(subject, record), changes)];
}

/** Whether the address keeps a PTR that its target confirms when the one of the finding goes. */
function isBesideConfirmed({ record, ctx, address }: Subject): boolean {
  if (!record || !ctx.store.names.isAddress(address)) return false;
  const addressCase = new AddressCase(ctx.held, ctx.mail, address, record.owner);
  return ctx.held
    .recordsAt(record.owner, TYPE_PTR)
    .some((other) => other.id !== record.id && addressCase.standing(other) === 'confirmed');
}

/** ptr-multiple: one fix for each name, which keeps it and deletes the others; the best name first. */
export function keepOne(subject: Subject): readonly Fix[] {
  const { ctx, rows, address } = subject;
  const answer = ctx.held.pointers(address);
  if (answer.kind !== 'records') return [];
  const pointers = [...answer.records].sort(byPlace);
  const addressCase = new AddressCase(ctx.held, ctx.mail, address);
  const candidates = pointerCandidates(ctx, address);
  const rank = ({ data }: ZoneRecord): number => {
    const at = candidates.indexOf(data);
    return at < 0 ? candidates.length : at;
  };
  const kept = [...new Map([...pointers].reverse().map((pointer) => [pointer.data, pointer])).values()]
    .reverse()
    .sort((a, b) => rank(a) - rank(b) || standingRank(addressCase, a) - standingRank(addressCase, b));
  return kept.map((pointer) => {
    const others = pointers.filter(({ id }) => id !== pointer.id);
    const names = others.map(({ data }) => subject.name(data)).join(phrase` and `);
    const title = phrase`Keep ${subject.name(pointer.data)} as the only PTR of ${subject.text(address)}, delete ${names}`;
    const instead = pointer.data;
    const needed = others.map((other) => whyNeeded(other, { address, instead }, ctx)).find(isText);
    return subject.fix(title, needed === undefined ? deleteRecords(rows, others) : { refused: needed });
  });
}

/** record-duplicate: deletes the record that stands there a second time. */
export function deleteDuplicate(subject: Subject): readonly Fix[] {
  const { record, rows } = subject;
  if (!record || record.generated) return [];
  return [subject.fix(deletionTitle(subject, record), deleteRecords(rows, [record]))];
}

/**
 * cname-other-data: one fix deletes the alias, the other what stands beside it; beside mail records the addresses of the
 * alias's target come before both.
 */
export function deleteAliasOrOthers(subject: Subject): readonly Fix[] {
  const { ctx, record, rows } = subject;
  if (!record) return [];
  const all = ctx.held.recordsAt(record.owner).filter(({ zone }) => zone === record.zone);
  const aliases = all.filter(({ type }) => type === TYPE_CNAME);
  const refused = all.filter(({ type }) => !mayStandBesideAlias(type));
  const others = refused.length > 0 ? refused : all.filter(({ type }) => type === TYPE_KEY);
  const deletions = [aliases, others].flatMap((records) =>
    records.length === 0 ? [] : [subject.fix(deletionOf(subject, records), deleteRecords(rows, records))],
  );
  return [...addressesForAlias(subject, aliases, others), ...deletions];
}

/** `Delete the A and TXT records of www.example.com` where it is more than one. */
function deletionOf(subject: Subject, records: readonly ZoneRecord[]): string {
  const [first] = records;
  if (first && records.length === 1) return deletionTitle(subject, first);
  const types = [...new Set(records.map(({ type }) => typeName(type)))];
  const listed = types.length > 1 ? phrase`${types.slice(0, -1).join(', ')} and ${types.at(-1)}` : types[0];
  const count = types.length > 1 ? '' : `${records.length} `;
  return phrase`Delete the ${count}${listed} records of ${first ? subject.zoneName(first.owner) : ''}`;
}

/** ptr-outside-arpa: the PTR goes into the held reverse zone of its address. */
export function moveToReverseZone(subject: Subject): readonly Fix[] {
  const { ctx, record, rows } = subject;
  if (!record || record.data === NO_NAME) return [];
  const address = misplacedAddress(ctx, record);
  if (address === NO_NAME) return [];
  const insertion = insertMoved(ctx.held, rows, address, record);
  const removal = deleteRecords(rows, [record]);
  const zone = isRefusal(insertion) ? phrase`its reverse zone` : subject.zoneName(insertion.zone.apex);
  const title = phrase`Move the PTR of ${subject.text(address)} to ${zone}`;
  if (isRefusal(insertion)) return [subject.fix(title, insertion)];
  return [subject.fix(title, isRefusal(removal) ? removal : [insertion.change, ...removal])];
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function standingRank(address: AddressCase, pointer: ZoneRecord): number {
  return address.standing(pointer) === 'confirmed' ? 0 : 1;
}

/** `Delete "30 IN PTR backup.example.com." from 2.0.192.in-addr.arpa`. */
function deletionTitle(subject: Subject, record: ZoneRecord): string {
  const { owner, ttl, class: zoneClass, rdata } = record.words();
  const words = record.generated
    ? [subject.name(record.owner), typeName(record.type), subject.dataText(record)]
    : [
        owner?.text ?? subject.name(record.owner),
        ttl?.text,
        zoneClass?.text,
        typeName(record.type),
        ...rdata.map((token) => (token.quoted ? `"${token.text}"` : token.text)),
      ].filter((word) => word !== undefined);
  const zone = record.zone ? phrase` from ${subject.zoneName(record.zone.apex)}` : '';
  return phrase`Delete "${inTitle(words.join(' '))}"${zone}`;
}
