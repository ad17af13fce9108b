import { ARPA6 } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { type RangeKey, rangeKey } from '../../workspace/range.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { looksSelfAssigned } from '../facts/missing.ts';
import { isInNetworks, isPaired, mayHavePointer } from '../facts/pairing.ts';
import { recordsOfZone } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

type Networks = Map<RangeKey, { readonly first: ZoneRecord; count: number }>;

const ID = 'ptr-reverse-zone-missing';

/** Networks of a zone's addresses whose reverse zone no file of the workspace answers for: one finding each. */
export const ptrReverseZoneMissing = defineRule({
  id: ID,
  scope: 'sweep',
  sweptTypes: [TYPE_A, TYPE_AAAA],
  severity: 'off',
  summary: 'Reverse zone of an address is not held',
  sweeps: (zone, ctx) => !ctx.settings.isOff(ID) && isPaired(zone, ctx),
  *check(zone, ctx, report) {
    const networks: Networks = new Map();
    const { data } = ctx.store.records;
    const wants = (id: RecordId): boolean => !ctx.held.enclosingZone(data[id] as number);
    const wanted = { types: [TYPE_A, TYPE_AAAA], wants };
    for (const record of recordsOfZone(ctx, zone, wanted, new WeakSet())) {
      if (!record) yield;
      else if (isWanted(record, ctx)) count(record, ctx, networks);
    }
    for (const { first, count: addresses } of networks.values()) {
      const text = ctx.held.addressText(first.data) ?? '';
      const others = addresses > 1 ? phrase` and ${addresses - 1} more of its network` : '';
      report({
        at: first.at('rdata'),
        message: phrase`No reverse zone for ${text}${others} is among these files`,
        data: { address: text, count: addresses },
      });
    }
  },
});

function count(record: ZoneRecord, ctx: RuleContext, networks: Networks): void {
  const key = rangeKey(ctx.store.names, record.data);
  const known = networks.get(key);
  if (known) known.count++;
  else networks.set(key, { first: record, count: 1 });
}

function isWanted(record: ZoneRecord, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (record.data < 0 || !mayHavePointer(names, record.data)) return false;
  if (names.arpaKind(record.data) >= ARPA6 && looksSelfAssigned(names, record.data)) return false;
  if (!ctx.held.answers(record)) return false;
  const answer = ctx.held.pointers(record.data);
  if (answer.kind === 'loop' || ctx.held.enclosingZone(answer.name)) return false;
  return !isInNetworks(names, record.data, ctx.settings.externalNetworks);
}
