import { octetOf } from '../../dns/arpa.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';

/** The labels of a name from the left, without those of an ancestor. */
export function labelsBelow(names: NameTable, name: NameId, ancestor: NameId): string[] {
  const labels: string[] = [];
  for (let node = name; node > ROOT && node !== ancestor; node = names.parent(node)) labels.push(names.labelText(node));
  return labels;
}

/** The reverse name of an IPv4 address that octets spell, the highest first; -1 where they don't. */
export function ip4Named(names: NameTable, octets: readonly string[]): NameId {
  if (octets.length !== 4 || octets.some((octet) => octetOf(octet) === undefined)) return -1;
  return names.reverse.ip4Key(octets.reduce((sum, octet) => sum * 256 + Number(octet), 0));
}

/** The reverse name of an IPv6 address that nibbles spell, the highest first; -1 where they don't. */
export function ip6Named(names: NameTable, nibbles: readonly string[]): NameId {
  if (nibbles.length !== 32 || nibbles.some((nibble) => !isNibble(nibble))) return -1;
  const words = new Uint32Array(4);
  nibbles.forEach((nibble, i) => {
    words[i >> 3] = (((words[i >> 3] as number) << 4) | Number.parseInt(nibble, 16)) >>> 0;
  });
  return names.reverse.ip6Key(words);
}

/** Whether a label is one hexadecimal digit, as in ip6.arpa (RFC 3596 section 2.5); lower case only. */
export function isNibble(label: string): boolean {
  return /^[0-9a-f]$/.test(label);
}

/** Whether all of `part` stands in `whole`, in this order. */
export function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const label of whole) if (part[at] === label) at++;
  return at === part.length;
}
