import { hasLabel } from '../../dns/label-octets.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';

/** Endings that people write for those of the reverse tree. */
const WRONG: readonly (readonly [found: string, meant: string])[] = [
  ['ip6.int', 'ip6.arpa'],
  ['ipv6.arpa', 'ip6.arpa'],
  ['ip6.apra', 'ip6.arpa'],
  ['ip6.arp', 'ip6.arpa'],
  ['ip-6.arpa', 'ip6.arpa'],
  ['in6-addr.arpa', 'ip6.arpa'],
  ['in-addr6.arpa', 'ip6.arpa'],
  ['ip4.arpa', 'in-addr.arpa'],
  ['ipv4.arpa', 'in-addr.arpa'],
  ['in-addr.apra', 'in-addr.arpa'],
  ['in-addr.arp', 'in-addr.arpa'],
  ['in-addr.arpe', 'in-addr.arpa'],
  ['in-adr.arpa', 'in-addr.arpa'],
  ['inaddr.arpa', 'in-addr.arpa'],
  ['in.addr.arpa', 'in-addr.arpa'],
  ['in_addr.arpa', 'in-addr.arpa'],
  ['int-addr.arpa', 'in-addr.arpa'],
  ['in-addr-arpa', 'in-addr.arpa'],
  ['in-addr.int', 'in-addr.arpa'],
];

/** The wrong ending of a canonical name that means the reverse tree, without final dot; undefined for all others. */
export function wrongSuffix(name: string): { readonly found: string; readonly meant: string } | undefined {
  const dotted = `.${name}`;
  const at = ENDINGS.findIndex((ending) => dotted.endsWith(ending));
  const [found, meant] = WRONG[at] ?? [];
  return found !== undefined && meant !== undefined ? { found, meant } : undefined;
}

/** The wrong endings with the dots around them. */
const ENDINGS = WRONG.map(([found]) => `.${found}.`);

const LAST_LABELS: readonly string[] = [...new Set(WRONG.map(([found]) => found.slice(found.lastIndexOf('.') + 1)))];

/** Whether the last label of a name is that of a wrong ending. */
export function endsInWrongLabel(names: NameTable, name: NameId): boolean {
  let last = name;
  for (let node = name; node > ROOT; node = names.parent(node)) last = node;
  return LAST_LABELS.some((label) => hasLabel(names, last, label));
}
