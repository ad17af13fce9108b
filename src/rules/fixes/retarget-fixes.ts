import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR } from '../../dns/type-codes.ts';
import { pointerCandidates } from '../../edits/candidates.ts';
import { type Change, isRefusal } from '../../edits/change.ts';
import { insertAddress } from '../../edits/insert-pointer.ts';
import { retarget } from '../../edits/rewrite.ts';
import { genericName } from '../../generic/generic.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { inView, otherReaders, whyNeeded } from '../facts/shared-line.ts';
import type { Fix } from '../rule.ts';
import { inTitle, type Subject } from './subject.ts';

/** The names that have the address, one fix each, the mail host first. */
export function retargetToOwners(subject: Subject): readonly Fix[] {
  return retargetTo(subject, pointerCandidates(subject.ctx, subject.address));
}

/** ptr-generic: the names that have the address and do not look made from it. */
export function retargetFromGeneric(subject: Subject): readonly Fix[] {
  const text = subject.ctx.held.addressText(subject.address) ?? '';
  const chosen = pointerCandidates(subject.ctx, subject.address).filter(
    (name) => genericName(text, subject.name(name)) === undefined,
  );
  return retargetTo(subject, chosen);
}

/** ptr-not-mail-host: the names that make the address a mail host. */
export function retargetToMailHost(subject: Subject): readonly Fix[] {
  const { ctx, address } = subject;
  const hosts = new Set(ctx.mail.reasons(address).map(({ host }) => host));
  return retargetTo(
    subject,
    pointerCandidates(ctx, address).filter((name) => hosts.has(name)),
  );
}

/** ptr-target-cname: the name behind the alias, where it has the address. */
export function retargetToCanonical(subject: Subject): readonly Fix[] {
  const { ctx, record, address } = subject;
  if (!record || record.data === NO_NAME) return [];
  const addressCase = new AddressCase(ctx.held, ctx.mail, address, record.owner);
  const answer = addressCase.targetAnswer(record);
  if (answer.kind !== 'records' || addressCase.standing(record) !== 'confirmed') return [];
  return retargetTo(subject, [answer.name]);
}

/** ptr-stale: the new name in the PTRs of all addresses of the renamed host. */
export function retargetRenamed(subject: Subject): readonly Fix[] {
  const { ctx, record, rows, finding } = subject;
  const [renamed] = pointerCandidates(ctx, subject.address);
  if (!record || renamed === undefined) return [];
  if (subject.number('count', 1) < 2) return retargetTo(subject, [renamed]);
  const all = ctx.held
    .recordsTo(record.data, TYPE_PTR)
    .filter((pointer) => belongsTo(subject, pointer, renamed) && !ctx.isSilenced(finding.rule, pointer));
  const changes = all.map((pointer) => retarget(rows, pointer, renamed));
  const refusal = changes.find((change) => isRefusal(change));
  const title = phrase`Change ${all.length} PTR records from ${subject.name(record.data)} to ${subject.name(renamed)}`;
  if (finding.data?.target !== undefined && finding.data.target !== subject.name(renamed)) return [];
  return [
    subject.fix(title, refusal ?? changes.flatMap((change) => (isRefusal(change) ? [] : change)), { preferred: true }),
  ];
}

/** ptr-crossed: each of the two PTRs gets the target of the other. */
export function swapTargets(subject: Subject): readonly Fix[] {
  const { ctx, record, rows, address, finding } = subject;
  const { names } = ctx.store;
  const other = typeof finding.data?.other === 'string' ? names.reverse.keyOf(finding.data.other) : NO_NAME;
  const counterpart = finding.counterpart?.kind === 'record' ? finding.counterpart.record : undefined;
  const answer = other === NO_NAME ? undefined : ctx.held.pointers(other);
  const partner = answer?.kind === 'records' ? answer.records.find(({ id }) => id === counterpart) : undefined;
  if (!record || !partner) return [];
  const one = retarget(rows, record, partner.data);
  const two = retarget(rows, partner, record.data);
  const changes = isRefusal(one) ? one : isRefusal(two) ? two : [...one, ...two];
  const title = phrase`Swap the PTRs: ${subject.text(address)} to ${subject.name(partner.data)}, ${subject.text(other)} to ${subject.name(record.data)}`;
  return [subject.fix(title, changes, { preferred: true })];
}

/** The A or AAAA record that makes the target confirm the PTR. */
export function addAddress(subject: Subject): readonly Fix[] {
  const { ctx, record, rows, address } = subject;
  if (!record || record.data === NO_NAME || !ctx.store.names.isAddress(address)) return [];
  const type = ctx.store.names.isBelowOrAt(address, ctx.store.names.ip6Arpa) ? TYPE_AAAA : TYPE_A;
  const answer = ctx.held.lookup(record.data, type);
  if (answer.kind === 'unknown' || answer.kind === 'loop' || !ctx.store.names.isHostName(answer.name)) return [];
  const host = answer.kind === 'records' ? (answer.records[0]?.owner ?? answer.name) : answer.name;
  if (ctx.store.names.isWildcard(host)) return [];
  const insertion = insertAddress(ctx.held, rows, host, address);
  if (isRefusal(insertion))
    return [subject.fix(phrase`Add the address ${subject.text(address)} to ${subject.name(host)}`, insertion)];
  const title = phrase`Add "${inTitle(insertion.line)}" to ${subject.zoneName(insertion.zone.apex)}${whichView(subject, record, insertion.zone)}`;
  return [subject.fix(title, [insertion.change])];
}

/** In views that read the line of the PTR in common the names may stand in zones of their own. */
export function whichView({ ctx }: Subject, pointer: ZoneRecord, { apex, root }: Zone): string {
  const isSeveral = otherReaders(pointer, ctx).some(
    ({ held }) => (held.view.zoneAt(apex)?.root.file ?? root.file) !== root.file,
  );
  return isSeveral ? ` ${inView(ctx)}` : '';
}

/** A finding that stands for many records of a $GENERATE line: one record of them taken out changes nothing. */
export function isOneOfMany(subject: Subject): boolean {
  return subject.record?.generated === true && subject.number('count', 1) > 1;
}

/** One fix for each name, without the one that is there. */
export function retargetTo(subject: Subject, candidates: readonly NameId[]): readonly Fix[] {
  const { record, ctx, rows, address } = subject;
  if (!record || isOneOfMany(subject)) return [];
  const others = candidates.filter((name) => !hasPointerTo(subject, record, name));
  const isMail = ctx.mail.reasons(address).some(({ host }) => host === others[0]);
  return others.map((name, index) => {
    const needed = whyNeeded(record, { address, instead: name }, ctx);
    const changes = needed === undefined ? retarget(rows, record, name) : { refused: needed };
    return subject.fix(retargetTitle(subject, record, name, changes), changes, {
      preferred: index === 0 && (isMail || others.length === 1),
    });
  });
}

/** Whether a PTR of the same owner names a host: that is no PTR to be made a second time. */
function hasPointerTo({ ctx }: Subject, record: ZoneRecord, name: NameId): boolean {
  return ctx.held.recordsAt(record.owner, TYPE_PTR).some(({ data }) => data === name);
}

function retargetTitle(
  subject: Subject,
  record: ZoneRecord,
  name: NameId,
  changes: readonly Change[] | { readonly refused: string },
): string {
  const split = record.generated && !isRefusal(changes) ? phrase`, taken out of its $GENERATE line` : '';
  const [address, target] = [subject.text(subject.address), subject.name(name)];
  return record.data === NO_NAME
    ? phrase`Change the PTR of ${address} to ${target}${split}`
    : phrase`Change the PTR of ${address} from ${subject.name(record.data)} to ${target}${split}`;
}

function belongsTo({ ctx }: Subject, pointer: ZoneRecord, name: NameId): boolean {
  if (pointer.generated || !ctx.store.names.isAddress(pointer.owner)) return false;
  const owners = new Set(ctx.held.addressRecords(pointer.owner).map(({ owner }) => owner));
  if (owners.size !== 1 || !owners.has(name)) return false;
  return whyNeeded(pointer, { address: pointer.owner, instead: name }, ctx) === undefined;
}
