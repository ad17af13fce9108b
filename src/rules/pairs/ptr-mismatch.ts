import type { NameId } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { listed, mailNote, REFUSED_UNCONFIRMED } from '../facts/mail-note.ts';
import { type Cause, causeOf } from '../facts/other-address.ts';
import { forwardSide } from '../facts/other-side.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { isPaired, mayHavePointer, namesNetwork, shown } from '../facts/pairing.ts';
import { viewNote } from '../facts/shared-line.ts';
import { fixMismatch } from '../fixes/delete-fixes.ts';
import { insertMissing } from '../fixes/insert-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Report, type RuleContext } from '../rule.ts';

/** A PTR to a host that has addresses of the family, but not this one. */
export const ptrMismatch = defineRule({
  id: 'ptr-mismatch',
  scope: 'address',
  severity: 'warning',
  summary: 'PTR record names a host that has other addresses',
  check(address, ctx, report) {
    const wildcard = wildcardOf(address, ctx);
    if (wildcard) report(wildcard);
    if (namesNetwork(address, ctx)) return;
    for (const pointer of ownPointers(address, ctx)) {
      if (address.standing(pointer) !== 'mismatch') continue;
      const wrong = ctx.network(pointer.owner).generatedWith(pointer)?.wrong ?? [pointer];
      if (wrong[0]?.id !== pointer.id) continue;
      const records = targetRecords(pointer, address);
      const cause = wrong.length > 1 ? undefined : causeOf(pointer, address, ctx);
      const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
      const side = forwardSide(address, note, ctx);
      const view = viewNote(pointer, address, ctx);
      const others =
        wrong.length > 1 ? phrase`; ${wrong.length} PTR records of this $GENERATE line are not confirmed` : '';
      report({
        at: pointer.at('target'),
        message: `${fault(pointer, address, cause, ctx)}${others}${view}${note.text}`,
        claims: [pointer],
        data: { address: address.text, count: wrong.length },
        ...side,
        related: [
          ...records.slice(0, 3).map((record) => ({
            at: record.at('rdata'),
            message: phrase`${shown(ctx, record.owner)} has ${ctx.held.addressText(record.data)}`,
          })),
          ...side.related,
        ],
        ...(records[0]
          ? {
              counterpart: records[0].at('rdata'),
              counterpartMessage: phrase`The PTR record of ${address.text} names this host, which does not have that address`,
            }
          : {}),
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    return finding.data?.isWildcard === true ? insertMissing(subject) : fixMismatch(subject);
  },
});

/** Where the host is, and what that tells of the PTR. */
function fault(pointer: ZoneRecord, address: AddressCase, cause: Cause | undefined, ctx: RuleContext): string {
  const host = shown(ctx, pointer.data);
  const found = listed(targetRecords(pointer, address), ({ data }) => ctx.held.addressText(data) ?? '');
  switch (cause?.kind) {
    case 'left-over':
      return phrase`${host} has ${found} now, with a PTR record there: that of ${address.text} is left over`;
    case 'shared':
      return phrase`${host} has ${found}, not ${address.text}: the PTR record of ${found} names ${shown(ctx, cause.host)}`;
    default:
      return phrase`${host} has ${found}, not ${address.text}`;
  }
}

/** A mail host without a PTR of its own, while that of a wildcard names a host that does not have the address. */
function wildcardOf(address: AddressCase, ctx: RuleContext): Report | undefined {
  const { answer } = address;
  if (answer.kind !== 'records' || !answer.wildcard || !address.isMailHost) return undefined;
  for (const { data } of answer.records) ctx.watch(data);
  const [pointer] = answer.records;
  if (!pointer?.zone || !isPaired(pointer.zone, ctx) || !mayHavePointer(ctx.store.names, address.address))
    return undefined;
  const standings = answer.records.map((record) => address.standing(record));
  if (standings.some((standing) => standing === 'confirmed' || standing === 'unknown')) return undefined;
  const note = mailNote(address, REFUSED_UNCONFIRMED, ctx);
  return {
    at: pointer.at('target'),
    message: phrase`${address.text} has no PTR but that of this wildcard, and ${shown(ctx, pointer.data)} does not have the address${note.text}`,
    data: { address: address.text, isWildcard: true },
    ...forwardSide(address, note, ctx),
  };
}

/** One record for each address that the target has: the same one may stand there twice. */
function targetRecords(pointer: ZoneRecord, address: AddressCase): readonly ZoneRecord[] {
  const answer = address.targetAnswer(pointer);
  const first = new Map<NameId, ZoneRecord>();
  if (answer.kind === 'records')
    for (const record of answer.records) if (!first.has(record.data)) first.set(record.data, record);
  return [...first.values()];
}
