import type { NameId } from '../../dns/name-table.ts';
import { sha1 } from '../../dns/sha1.ts';
import { sha256, sha384 } from '../../dns/sha2.ts';
import type { RuleContext } from '../rule.ts';
import type { KeyRecord } from './public-keys.ts';

/**
 * The digest of a key of a zone for its DS record (RFC 4034 section 5.1.4), in lower-case hexadecimal digits; undefined for
 * digest types that are not worked out here.
 */
export function digestOfKey(
  key: KeyRecord,
  apex: NameId,
  { type, ctx }: { readonly type: number; readonly ctx: RuleContext },
): string | undefined {
  if (type !== 1 && type !== 2 && type !== 4) return undefined;
  const { names } = ctx.store;
  const octets: number[] = [];
  for (let node = apex; node > 0; node = names.parent(node)) {
    const label = names.label(node);
    octets.push(label.length, ...label);
  }
  octets.push(0, key.flags >> 8, key.flags & 255, key.protocol, key.algorithm);
  for (let i = 0; i < key.key.length; i++) octets.push(key.key.charCodeAt(i));
  return [...digest(Uint8Array.from(octets), type)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

function digest(bytes: Uint8Array, type: 1 | 2 | 4): Uint8Array {
  if (type !== 1) return type === 2 ? sha256(bytes) : sha384(bytes);
  const into = new Uint8Array(20);
  sha1(bytes, bytes.length, into);
  return into;
}
