import { phrase } from '../language/phrase.ts';

/** What the bytes of a public key are. Sizes are in bits; `wrong` says in a few words why they are none. */
export type PublicKey =
  | { readonly kind: 'rsa'; readonly bits: number }
  | { readonly kind: 'ed25519' }
  | { readonly kind: 'wrong'; readonly why: string };

/**
 * Reads the key of a DKIM record: for RSA a SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) or the RSAPublicKey in it
 * (RFC 8017 appendix A.1.1), which RFC 6376 errata allow; for Ed25519 32 bytes (RFC 8463 section 4).
 */
export function readPublicKey(bytes: Uint8Array, type: string): PublicKey {
  if (type === 'ed25519') return readEd25519(bytes);
  if (bytes.length === ED25519_LENGTH)
    return wrong(phrase`it has the 32 bytes of an Ed25519 key: "k=ed25519" is missing`);
  const outer = readElement(bytes, 0, SEQUENCE);
  if ('why' in outer) return { kind: 'wrong', why: outer.why };
  if (outer.end > bytes.length)
    return wrong(phrase`it is cut: it says that it has ${outer.end} bytes, and has ${bytes.length}`);
  if (outer.end < bytes.length)
    return wrong(
      phrase`${bytes.length - outer.end} bytes follow where it ends: two keys in one, or a part that stands twice`,
    );
  const algorithm = readElement(bytes, outer.start, SEQUENCE);
  if ('why' in algorithm) return readModulus(bytes, outer.start);
  const oid = readElement(bytes, algorithm.start, OBJECT_IDENTIFIER);
  if ('why' in oid) return wrong(phrase`it names no algorithm`);
  const name = [...bytes.slice(oid.start, oid.end)].join('.');
  if (name === ED25519_OID)
    return wrong(phrase`it is an Ed25519 key in the form of certificates: "p" takes its 32 bytes alone`);
  if (name !== RSA_OID) return wrong(phrase`it is no RSA key`);
  const held = readElement(bytes, algorithm.end, BIT_STRING);
  if ('why' in held || bytes[held.start] !== 0) return wrong(phrase`it holds no key`);
  const key = readElement(bytes, held.start + 1, SEQUENCE);
  return 'why' in key ? wrong(phrase`it holds no RSA key`) : readModulus(bytes, key.start);
}

const ED25519_LENGTH = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_IDENTIFIER = 0x06;
/** 1.2.840.113549.1.1.1 and 1.3.101.112 as their bytes. */
const RSA_OID = '42.134.72.134.247.13.1.1.1';
const ED25519_OID = '43.101.112';

function readEd25519(bytes: Uint8Array): PublicKey {
  if (bytes.length === ED25519_LENGTH) return { kind: 'ed25519' };
  if (bytes.length > 64)
    return wrong(phrase`an Ed25519 key has 32 bytes, this one has ${bytes.length}: it looks like an RSA key`);
  const isWrapped = bytes.length === 44 && bytes[0] === SEQUENCE;
  const how = isWrapped ? phrase`: "p" takes the last 32 of them alone` : '';
  return wrong(phrase`an Ed25519 key has 32 bytes, this one has ${bytes.length}${how}`);
}

function readModulus(bytes: Uint8Array, at: number): PublicKey {
  const modulus = readElement(bytes, at, INTEGER);
  if ('why' in modulus || modulus.end > bytes.length) return wrong(phrase`it holds no RSA key`);
  let { start } = modulus;
  while (start < modulus.end && bytes[start] === 0) start++;
  if (start === modulus.end) return wrong(phrase`it holds no RSA key`);
  const first = bytes[start] as number;
  return { kind: 'rsa', bits: (modulus.end - start) * 8 - (Math.clz32(first) - 24) };
}

interface Element {
  /** Where what it holds begins and ends; the end may lie behind the bytes that there are. */
  readonly start: number;
  readonly end: number;
}

/** One element of DER (X.690): tag, length, contents. */
function readElement(bytes: Uint8Array, at: number, tag: number): Element | { readonly why: string } {
  const length = bytes[at + 1];
  if (bytes[at] !== tag || length === undefined) return { why: phrase`it is no public key` };
  if (length < 0x80) return { start: at + 2, end: at + 2 + length };
  const count = length & 0x7f;
  if (count === 0 || count > 3) return { why: phrase`it is no public key` };
  let size = 0;
  for (let i = 0; i < count; i++) size = size * 256 + (bytes[at + 2 + i] ?? 0);
  return { start: at + 2 + count, end: at + 2 + count + size };
}

function wrong(why: string): PublicKey {
  return { kind: 'wrong', why };
}
