import { ARPA6, type NameId, type NameTable } from '../../dns/name-table.ts';

/** Orders addresses: IPv4 before IPv6, then by number. */
export function byAddress(names: NameTable, a: NameId, b: NameId): number {
  const isIp6 = names.arpaKind(a) >= ARPA6;
  if (isIp6 !== names.arpaKind(b) >= ARPA6) return isIp6 ? 1 : -1;
  if (!isIp6) return names.ip4Of(a) - names.ip4Of(b);
  const wordsA = names.reverse.ip6Of(a);
  const wordsB = names.reverse.ip6Of(b);
  for (let i = 0; i < 4; i++) {
    const difference = (wordsA[i] ?? 0) - (wordsB[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
