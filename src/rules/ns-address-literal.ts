import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';
import type { NameId, NameTable } from '../dns/name-table.ts';
import { TYPE_NS } from '../syntax/header.ts';
import { shown } from './pairing.ts';
import { writtenTarget } from './pointer-words.ts';
import { defineRule } from './rule.ts';

/** An address where the name of a server is meant: `NS 192.0.2.1`. */
export const nsAddressLiteral = defineRule({
  id: 'ns-address-literal',
  scope: 'name',
  severity: 'error',
  types: [TYPE_NS],
  summary: 'NS record holds an address instead of a name',
  check(_, records, ctx, report) {
    for (const server of records) {
      if (server.type !== TYPE_NS || server.data < 0 || !mayBeAddress(ctx.store.names, server.data)) continue;
      const written = writtenTarget(server).replace(/\.$/, '');
      if (parseIp4(written) === undefined && parseIp6(written) === undefined) continue;
      const name = shown(ctx, server.data);
      report({
        at: server.at('target'),
        message: `An NS record holds the name of a server, not its address: ${written} is read as the name ${name}`,
      });
    }
  },
});

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
