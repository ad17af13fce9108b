import type { NameId } from '../../dns/name-table.ts';
import { TYPE_AAAA } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import type { Zone } from '../../workspace/instance.ts';
import { type RangeKey, rangeKey } from '../../workspace/range.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { AddressCase } from '../facts/address-case.ts';
import { listed, mailNote, REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { isSelfAssigned, lacksPointer, looksSelfAssigned, missingRecords } from '../facts/missing.ts';
import { shown } from '../facts/pairing.ts';
import { recordsOfZone } from '../facts/zone-records.ts';
import { insertMissing, missingGroup } from '../fixes/insert-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Related, type Report, type RuleContext } from '../rule.ts';

/** So many addresses of a network without any PTR are one finding. */
const LEAST_NETWORK = 4;

/** An address that the held reverse zone has no PTR for. */
export const ptrMissing = defineRule({
  id: 'ptr-missing',
  scope: 'address',
  severity: 'warning',
  summary: 'Address has no PTR record in its held reverse zone',
  findsMissingPointers: true,
  check(address, ctx, report) {
    if (!lacksPointer(address, ctx)) return;
    const network = ctx.network(address.address);
    const hosts = network.bareHosts;
    // Of most addresses of a network nothing is said, so what all their names are is not asked.
    const isOfNetwork = hosts.length >= LEAST_NETWORK && !network.silencedHosts.has(address.address);
    if (!address.isMailHost && isOfNetwork && hosts[0] !== address.address) return;
    const records = missingRecords(address, ctx);
    const [record] = records;
    const zone = address.reverseZone;
    const isClaimed = ({ id }: ZoneRecord): boolean => ctx.isClaimed(id);
    if (!record || !zone || records.some(isClaimed) || address.answer.aliases.some(isClaimed)) return;
    if (address.isMailHost) {
      report(missingAt({ record, address, records, zone }, ctx));
      return;
    }
    if (isSelfAssigned(address, ctx)) return;
    if (isOfNetwork) {
      const text = phrase`${hosts.length} addresses of ${network.text} have no PTR record: ${shown(ctx, zone.apex)} has none there`;
      report(groupAt({ record, zone, hosts }, text, ctx));
      return;
    }
    const group = record.generated ? network.missingWith(record) : [];
    if (group.length < 2) report(missingAt({ record, address, records, zone }, ctx));
    else if (group[0] === address.address) {
      const text = phrase`${group.length} addresses of this $GENERATE line have no PTR record in ${shown(ctx, zone.apex)}`;
      report(groupAt({ record, zone, hosts: group }, text, ctx));
    }
  },
  sweptTypes: [TYPE_AAAA],
  *sweep(zone, ctx, report) {
    const networks = new Map<RangeKey, { first: ZoneRecord; zone: Zone; count: number }>();
    const alone: { first: ZoneRecord; zone: Zone; count: number }[] = [];
    const { names, records: table } = ctx.store;
    const wants = (id: RecordId): boolean =>
      (table.data[id] ?? -1) >= 0 && looksSelfAssigned(names, table.data[id] ?? 0);
    for (const record of recordsOfZone(ctx, zone, { types: [TYPE_AAAA], wants }, ctx.blocksWithoutSelfAssigned)) {
      if (!record) {
        yield;
        continue;
      }
      const address = new AddressCase(ctx.held, ctx.mail, record.data);
      const records = missingRecords(address, ctx);
      if (records[0]?.id !== record.id || !address.reverseZone || !isSelfAssigned(address, ctx)) continue;
      const first = { first: record, zone: address.reverseZone, count: 1 };
      // What a comment silences is said by itself, so that it stands for no other.
      if (ctx.isSilenced('ptr-missing', record, { zone })) {
        alone.push(first);
        continue;
      }
      const key = rangeKey(names, record.data);
      const known = networks.get(key);
      if (known) known.count++;
      else networks.set(key, first);
    }
    for (const { first, zone: reverse, count } of [...networks.values(), ...alone]) {
      const text = ctx.held.addressText(first.data) ?? '';
      const others = count === 1 ? '' : phrase`, and none for ${count - 1} more of its /64`;
      report({
        at: first.at('rdata'),
        severity: 'information',
        message: phrase`No PTR record for ${text} in ${shown(ctx, reverse.apex)}${others}: its host took it itself`,
        related: [
          { at: { kind: 'file', file: reverse.root.file }, message: phrase`The zone ${shown(ctx, reverse.apex)}` },
        ],
        data: { address: text, zone: ctx.held.text(reverse.apex), count, isSelfAssigned: true },
      });
    }
  },
  // What is said of a mail host is more than that it is one of these.
  members(finding, ctx) {
    const { severity, key, data } = finding;
    if (severity === 'error' || data?.isSelfAssigned === true) return [];
    const group = missingGroup(new Subject(finding, ctx));
    return group.length > 1 ? group : [key];
  },
  fixes: (finding, ctx) => insertMissing(new Subject(finding, ctx)),
});

/** An address without a PTR record, and the records that have it; the finding stands at one of them. */
interface Missing {
  readonly record: ZoneRecord;
  readonly records: readonly ZoneRecord[];
  readonly address: AddressCase;
  /** The reverse zone that would have it. */
  readonly zone: Zone;
}

/** Addresses without PTR records that are one finding. */
interface MissingGroup {
  readonly record: ZoneRecord;
  readonly hosts: readonly NameId[];
  readonly zone: Zone;
}

function missingAt({ record, address, records, zone }: Missing, ctx: RuleContext): Report {
  const note = mailNote(address, REFUSED_WITHOUT_POINTER, ctx);
  const owners = [...new Set(records.map(({ owner }) => owner))];
  const of = owners.length > 1 ? ` (${listed(owners, (owner) => shown(ctx, owner))})` : '';
  return {
    at: record.at('rdata'),
    message: phrase`No PTR record for ${address.text}${of} in ${shown(ctx, zone.apex)}${note.text}`,
    related: [
      ...records.slice(1, 4).map((other) => ({
        at: other.at('rdata'),
        message: phrase`${shown(ctx, other.owner)} has the ${typeName(other.type)} record too`,
      })),
      reverseZone(zone, ctx),
      ...note.related,
    ],
    counterpart: { kind: 'file', file: zone.root.file },
    counterpartMessage: phrase`${address.text} has no PTR record here`,
    claims: records,
    data: { address: address.text, zone: ctx.held.text(zone.apex), count: 1 },
    ...(note.severity ? { severity: note.severity } : {}),
  };
}

function groupAt({ record, zone, hosts }: MissingGroup, message: string, ctx: RuleContext): Report {
  return {
    at: record.at('rdata'),
    message,
    related: [reverseZone(zone, ctx)],
    counterpart: { kind: 'file', file: zone.root.file },
    counterpartMessage: phrase`${hosts.length} addresses have no PTR record here`,
    claims: [record],
    data: {
      address: ctx.held.addressText(record.data) ?? '',
      last: ctx.held.addressText(hosts.at(-1) ?? record.data) ?? '',
      zone: ctx.held.text(zone.apex),
      count: hosts.length,
    },
  };
}

function reverseZone(zone: Zone, ctx: RuleContext): Related {
  return { at: { kind: 'file', file: zone.root.file }, message: phrase`The zone ${shown(ctx, zone.apex)}` };
}
