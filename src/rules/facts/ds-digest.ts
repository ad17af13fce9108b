import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import type { NameId } from '../../dns/name-table.ts';
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
  const hash = HASHES[type];
  if (!hash) return undefined;
  const { names } = ctx.store;
  const octets: number[] = [];
  for (let node = apex; node > 0; node = names.parent(node)) {
    const label = names.label(node);
    octets.push(label.length, ...label);
  }
  octets.push(0, key.flags >> 8, key.flags & 255, key.protocol, key.algorithm);
  for (let i = 0; i < key.key.length; i++) octets.push(key.key.charCodeAt(i));
  return [...hash(Uint8Array.from(octets))].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** The hashes of digest types (https://www.iana.org/assignments/ds-rr-types). */
const HASHES: Readonly<Record<number, (bytes: Uint8Array) => Uint8Array>> = { 1: sha1, 2: sha256, 4: sha384 };
