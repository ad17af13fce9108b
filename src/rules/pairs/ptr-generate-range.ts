import type { NameId } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { AddressCase } from '../facts/address-case.ts';
import { lacksPointer } from '../facts/missing.ts';
import { ownPointers } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { alignRanges } from '../fixes/generate-range-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Report, type RuleContext, type Say } from '../rule.ts';

/** Two $GENERATE lines, one for addresses and one for PTRs, that do not make the same pairs: one finding a line. */
export const ptrGenerateRange = defineRule({
  id: 'ptr-generate-range',
  scope: 'address',
  severity: 'error',
  summary: '$GENERATE lines for addresses and for PTR records disagree',
  check(address, ctx, report) {
    if (address.isMailHost) return;
    for (const pointer of ownPointers(address, ctx)) checkPointer(pointer, address, ctx, report);
    checkMissing(address, ctx, report);
  },
  fixes: (finding, ctx) => alignRanges(new Subject(finding, ctx)),
});

function checkPointer(pointer: ZoneRecord, address: AddressCase, ctx: RuleContext, report: Say): void {
  const line = ctx.network(pointer.owner).generatedWith(pointer);
  const [forward] = line?.forward ?? [];
  const [first] = line?.wrong ?? [];
  if (!line || !forward || !first || !line.wrong.some(({ id }) => id === pointer.id)) return;
  ctx.claim(pointer);
  if (first.id !== pointer.id) return;
  const last = line.wrong.at(-1) ?? first;
  report({
    at: pointer.at('rdata'),
    message:
      first === last
        ? phrase`1 PTR record of this $GENERATE line is not confirmed: ${place(first.owner, ctx)} (${shown(ctx, first.data)})`
        : phrase`${line.wrong.length} PTR records of this $GENERATE line are not confirmed, from ${place(first.owner, ctx)} (${shown(ctx, first.data)}) to ${place(last.owner, ctx)}`,
    ...otherLine(forward),
    claims: [pointer],
    data: { address: address.text, count: line.wrong.length },
  });
}

/** Addresses of a line that confirms its other ones have no PTR. Where the PTRs' line is at fault itself, that is said. */
function checkMissing(address: AddressCase, ctx: RuleContext, report: Say): void {
  if (!lacksPointer(address, ctx) || !address.hasRecord(({ generated }) => generated)) return;
  const [record] = address.records;
  if (!record?.generated) return;
  const network = ctx.network(address.address);
  const line = network.generatedFor(record);
  const pointer = line?.confirmed[0];
  if (!line) return;
  ctx.claim(record);
  const hosts = network.missingWith(record);
  if (!pointer || line.unconfirmed.length > 0 || hosts[0] !== address.address) return;
  const last = ctx.held.addressText(hosts.at(-1) ?? address.address) ?? '';
  report({
    at: record.at('rdata'),
    message:
      hosts.length === 1
        ? phrase`1 address of this $GENERATE line has no PTR record: ${address.text} (${shown(ctx, record.owner)})`
        : phrase`${hosts.length} addresses of this $GENERATE line have no PTR record, from ${address.text} (${shown(ctx, record.owner)}) to ${last}`,
    ...otherLine(pointer),
    claims: [record],
    data: { address: address.text, last, count: hosts.length },
  });
}

function otherLine(record: ZoneRecord): Pick<Report, 'related' | 'counterpart' | 'counterpartMessage'> {
  const { owner, rdata } = record.words();
  const message = record.isAddress
    ? phrase`The other $GENERATE line makes the addresses of ${record.range}, with the names ${owner?.text ?? ''}`
    : phrase`The other $GENERATE line makes the PTR records of ${record.range}, with the names ${rdata[0]?.text ?? ''}`;
  return {
    related: [{ at: record.at('rdata'), message }],
    counterpart: record.at('rdata'),
    counterpartMessage: phrase`The $GENERATE line of the other side does not make the same pairs as this one`,
  };
}

/** The address of an owner; the owner itself in a classless zone. */
function place(owner: NameId, ctx: RuleContext): string {
  return ctx.held.addressText(owner) ?? shown(ctx, owner);
}
