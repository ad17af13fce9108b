import { parseIp6 } from '../dns/ip6.ts';
import { ARPA4_ADDRESS, type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';

/**
 * The known addresses that an owner in the reverse tree was meant for, though its zone's name makes it another name:
 * those that its first labels spell as a whole, and that of octets with leading zeros.
 */
export function addressesSpelled(names: NameTable, owner: NameId): NameId[] {
  const labels: string[] = [];
  const isIp6 = names.isBelowOrAt(owner, names.ip6Arpa);
  const base = isIp6 ? names.ip6Arpa : names.inAddrArpa;
  if (!isIp6 && !names.isBelowOrAt(owner, base)) return [];
  for (let node = owner; node !== base; node = names.parent(node)) labels.push(names.labelText(node));
  const readings = isIp6 ? nibblesSpelled(labels) : octetsSpelled(labels);
  return readings.flatMap((reading) => {
    const node = names.findBelow(base, reading);
    return node === NO_NAME || node === owner ? [] : [node];
  });
}

/** The known owners below a reverse zone's apex that spell an address as a whole. */
export function ownersSpelling(names: NameTable, address: NameId, apex: NameId): NameId[] {
  const labels: string[] = [];
  for (let node = address; names.parent(node) > names.arpa; node = names.parent(node))
    labels.push(names.labelText(node));
  const isIp4 = names.arpaKind(address) === ARPA4_ADDRESS;
  const tree = [isIp4 ? 'in-addr' : 'ip6', 'arpa'];
  const forms = [labels, [...labels].reverse(), [...labels, ...tree]];
  const found = forms.map((form) => names.findBelow(apex, form.toReversed()));
  const [last = ''] = labels;
  if (isIp4)
    for (const zeros of ['0', '00'].slice(0, 3 - last.length))
      found.push(names.findChild(names.parent(address), zeros + last));
  return found.filter((node) => node > ROOT);
}

/** From the top of the tree down. */
function octetsSpelled(labels: readonly string[]): string[][] {
  const octets = labels.slice(0, 4).map((label) => (/^\d{1,3}$/.test(label) ? String(Number(label)) : ''));
  if (octets.length < 4 || octets.includes('')) return [];
  return labels.length === 4 ? [[...octets].reverse()] : [octets, [...octets].reverse()];
}

function nibblesSpelled(labels: readonly string[]): string[][] {
  const literal = parseIp6(labels[0] ?? '');
  if (literal) return [literal.flatMap((group) => [...group.toString(16).padStart(4, '0')])];
  const nibbles = labels.slice(0, 32);
  if (labels.length <= 32 || nibbles.some((label) => !/^[0-9a-f]$/.test(label))) return [];
  return [nibbles, [...nibbles].reverse()];
}
