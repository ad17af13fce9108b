import { counted, noun, phrase } from '../language/phrase.ts';

/** Whether an algorithm or a digest is in use, to be given up, or known to nobody (IANA, RFC 9904, RFC 9905, RFC 9906). */
export type Standing = 'used' | 'deprecated' | 'unknown';

const DEPRECATED_ALGORITHMS: ReadonlyMap<number, string> = new Map([
  [1, 'RSAMD5'],
  [3, 'DSA'],
  [5, 'RSASHA1'],
  [6, 'DSA-NSEC3-SHA1'],
  [7, 'RSASHA1-NSEC3-SHA1'],
  [12, 'ECC-GOST'],
]);
/** In use, and those of their owners' own (252 to 254). Zero stands in the records that delete all. */
const USED_ALGORITHMS: ReadonlySet<number> = new Set([0, 2, 8, 10, 13, 14, 15, 16, 17, 23, 252, 253, 254]);
const DEPRECATED_DIGESTS: ReadonlyMap<number, string> = new Map([
  [1, 'SHA-1'],
  [3, 'GOST R 34.11-94'],
]);
/** The octets of each digest; 5 and 6 are GOST R 34.11-2012 (RFC 9558) and SM3 (RFC 9563). */
const DIGEST_LENGTHS: ReadonlyMap<number, number> = new Map([
  [1, 20],
  [2, 32],
  [3, 32],
  [4, 48],
  [5, 32],
  [6, 32],
]);

/** How an algorithm of DNSKEY, DS and RRSIG stands. */
export function algorithmStanding(algorithm: number): Standing {
  if (DEPRECATED_ALGORITHMS.has(algorithm)) return 'deprecated';
  return USED_ALGORITHMS.has(algorithm) ? 'used' : 'unknown';
}

/** An algorithm in words. */
export function algorithmName(algorithm: number): string {
  const name = DEPRECATED_ALGORITHMS.get(algorithm);
  return name === undefined ? String(algorithm) : `${algorithm} (${name})`;
}

/** How a digest type of DS and CDS stands; 0 stands in the record that deletes all. */
export function digestStanding(type: number): Standing {
  if (DEPRECATED_DIGESTS.has(type)) return 'deprecated';
  return type === 0 || DIGEST_LENGTHS.has(type) ? 'used' : 'unknown';
}

/** A digest type in words. */
export function digestName(type: number): string {
  const name = DEPRECATED_DIGESTS.get(type);
  return name === undefined ? String(type) : `${type} (${name})`;
}

/** The octets that a digest of a type has; undefined for a type that is not known. */
export function digestLength(type: number): number | undefined {
  return DIGEST_LENGTHS.get(type);
}

/** A DNSKEY or CDNSKEY record; the key as bytes, one character an octet. */
export interface PublicKey {
  readonly flags: number;
  readonly protocol: number;
  readonly algorithm: number;
  readonly key: string;
}

/** The flag of a key that signs zones (RFC 4034 section 2.1.1). */
export const ZONE_KEY = 0x100;
/** The flag of a key that is to be trusted no more (RFC 5011 section 7). */
export const REVOKED = 0x80;
/** The flag of a key that signs keys. */
export const SECURE_ENTRY = 1;

/** A key tag and an algorithm as one number: what an RRSIG record names a key of its signer by (RFC 4034 section 3.1). */
export function keyId(tag: number, algorithm: number): number {
  return tag * 256 + algorithm;
}

/** The tag of a key (RFC 4034 appendix B); that of RSAMD5 is made otherwise. */
export function keyTag({ flags, protocol, algorithm, key }: PublicKey): number {
  if (algorithm === 1) return (key.charCodeAt(key.length - 3) << 8) | key.charCodeAt(key.length - 2);
  let sum = flags + (protocol << 8) + algorithm;
  for (let i = 0; i < key.length; i++) sum += i % 2 === 0 ? key.charCodeAt(i) << 8 : key.charCodeAt(i);
  return (sum + (sum >>> 16)) & 0xffff;
}

/** What is wrong with the length of a key; undefined where it fits its algorithm, or nobody knows. Lengths as of RFC 3110, 6605, 8080. */
export function keyLengthFault({ algorithm, key }: PublicKey): string | undefined {
  const fixed = FIXED_LENGTHS.get(algorithm);
  if (fixed !== undefined)
    return key.length === fixed
      ? undefined
      : phrase`has ${counted(key.length, noun`octet`)}, where algorithm ${algorithm} takes ${fixed}`;
  if (!RSA.has(algorithm)) return undefined;
  const modulus = rsaModulusBits(key);
  if (modulus === undefined) return phrase`is cut: its exponent is longer than the key`;
  const least = algorithm === 10 ? 1024 : 512;
  if (modulus < least)
    return phrase`has a modulus of ${modulus} bits, where algorithm ${algorithm} takes ${least} at least`;
  return modulus > 4096
    ? phrase`has a modulus of ${modulus} bits, where algorithm ${algorithm} takes 4096 at most`
    : undefined;
}

const FIXED_LENGTHS: ReadonlyMap<number, number> = new Map([
  [13, 64],
  [14, 96],
  [15, 32],
  [16, 57],
]);
const RSA: ReadonlySet<number> = new Set([5, 7, 8, 10]);

/** The bits of an RSA key's modulus (RFC 3110 section 2); undefined where the key is cut. */
function rsaModulusBits(key: string): number | undefined {
  const first = key.charCodeAt(0);
  const isLong = first === 0;
  const exponent = isLong ? (key.charCodeAt(1) << 8) | key.charCodeAt(2) : first;
  let at = (isLong ? 3 : 1) + exponent;
  if (!(exponent > 0) || at >= key.length) return undefined;
  while (at < key.length - 1 && key.charCodeAt(at) === 0) at++;
  return (key.length - at - 1) * 8 + (32 - Math.clz32(key.charCodeAt(at)));
}
