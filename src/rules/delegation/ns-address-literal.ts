import { parseIp4 } from '../../dns/ip4.ts';
import { parseIp6 } from '../../dns/ip6.ts';
import type { NameId, NameTable } from '../../dns/name-table.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { writtenTarget } from '../facts/pointer-words.ts';
import { addressesIn } from '../facts/server-in-zone.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An address where the name of a server is meant: `NS 192.0.2.1`. */
export const nsAddressLiteral = defineRule({
  id: 'ns-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_NS],
  summary: 'NS record holds an address instead of a name',
  check(_, records, ctx, report) {
    for (const server of records) {
      if (server.type !== TYPE_NS || !isAddressLiteral(server, ctx)) continue;
      const written = writtenTarget(server).replace(/\.$/, '');
      const name = shown(ctx, server.data);
      const { zone } = server;
      const isRefused = zone !== undefined && server.owner === zone.apex && lacksAddress(zone, server.data, ctx);
      report({
        at: server.at('target'),
        message: `An NS record holds the name of a server, not its address: ${written} is read as the name ${name}`,
        // Servers take the name, and refuse the zone where it is one of the zone's that has no address.
        data: { refused: isRefused },
      });
    }
  },
});

/** Whether the target of a record is written as an address. */
export function isAddressLiteral(record: ZoneRecord, ctx: RuleContext, target = writtenTarget(record)): boolean {
  if (record.data < 0 || !mayBeAddress(ctx.store.names, record.data)) return false;
  const written = target.replace(/\.$/, '');
  return parseIp4(written) !== undefined || parseIp6(written) !== undefined;
}

function lacksAddress(zone: Zone, name: NameId, ctx: RuleContext): boolean {
  if (!ctx.store.names.isBelowOrAt(name, zone.apex)) return false;
  const { kind } = addressesIn(zone, name, ctx);
  return kind === 'none' || kind === 'renamed';
}

/** Judged by the labels alone, so that the text need not be read for every NS record. */
function mayBeAddress(names: NameTable, name: NameId): boolean {
  const first = names.labelText(name);
  if (first.includes(':')) return true;
  let node = name;
  for (let i = 0; i < 4; i++) {
    if (node <= 0 || !/^\d{1,3}$/.test(names.labelText(node))) return false;
    node = names.parent(node);
  }
  return true;
}
