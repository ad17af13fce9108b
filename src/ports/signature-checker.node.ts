import { createPublicKey, generateKeyPairSync, getCurves, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { CheckingKey, SignatureChecker } from './signature-checker.ts';

/** How signatures of an algorithm are checked. */
interface Algorithm {
  /** The hash; null where the algorithm has its own. */
  readonly hash: string | null;
  /** The key as a JSON web key (RFC 7518); undefined where the bytes are none. */
  readonly jwk: (key: Uint8Array) => JsonWebKey | undefined;
  /** Whether this Node has it: that of VS Code lacks Ed448. */
  readonly isHere: () => boolean;
}

/** Checks signatures with Node's crypto, in threads beside the one that asks. */
export function nodeSignatureChecker(): SignatureChecker {
  const known = new Map<number, boolean>();
  const knows = (number: number): boolean => {
    let isKnown = known.get(number);
    if (isKnown === undefined) {
      isKnown = ALGORITHMS.get(number)?.isHere() ?? false;
      known.set(number, isKnown);
    }
    return isKnown;
  };
  return { knows, key: (number, bytes) => (knows(number) ? checkingKey(number, bytes) : undefined) };
}

function checkingKey(number: number, bytes: Uint8Array): CheckingKey | undefined {
  const algorithm = ALGORITHMS.get(number);
  const jwk = algorithm?.jwk(bytes);
  if (!algorithm || !jwk) return undefined;
  let key: KeyObject;
  try {
    key = createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
  const { hash } = algorithm;
  return {
    verify: (data, signature) =>
      new Promise((resolve) => {
        verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature, (error, isGood) => resolve(!error && isGood));
      }),
  };
}

/** An RSA key: the length of the exponent in one octet, or in two behind a zero, the exponent, the modulus (RFC 3110 section 2). */
function rsa(key: Uint8Array): JsonWebKey | undefined {
  const isLong = key[0] === 0;
  const start = isLong ? 3 : 1;
  const length = isLong ? ((key[1] ?? 0) << 8) | (key[2] ?? 0) : (key[0] ?? 0);
  if (length === 0 || start + length >= key.length) return undefined;
  return { kty: 'RSA', e: base64Url(key.subarray(start, start + length)), n: base64Url(key.subarray(start + length)) };
}

/** A point of a curve: its two coordinates (RFC 6605 section 4). */
function ec(crv: string, size: number): Algorithm['jwk'] {
  return (key) =>
    key.length === 2 * size
      ? { kty: 'EC', crv, x: base64Url(key.subarray(0, size)), y: base64Url(key.subarray(size)) }
      : undefined;
}

/** A key of an Edwards curve (RFC 8080 section 3). */
function edwards(crv: string, size: number): Algorithm['jwk'] {
  return (key) => (key.length === size ? { kty: 'OKP', crv, x: base64Url(key) } : undefined);
}

function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

const always = (): boolean => true;

const ALGORITHMS: ReadonlyMap<number, Algorithm> = new Map([
  [5, { hash: 'sha1', jwk: rsa, isHere: always }],
  [7, { hash: 'sha1', jwk: rsa, isHere: always }],
  [8, { hash: 'sha256', jwk: rsa, isHere: always }],
  [10, { hash: 'sha512', jwk: rsa, isHere: always }],
  [13, { hash: 'sha256', jwk: ec('P-256', 32), isHere: () => getCurves().includes('prime256v1') }],
  [14, { hash: 'sha384', jwk: ec('P-384', 48), isHere: () => getCurves().includes('secp384r1') }],
  [15, { hash: null, jwk: edwards('Ed25519', 32), isHere: () => makesKeys('ed25519') }],
  [16, { hash: null, jwk: edwards('Ed448', 57), isHere: () => makesKeys('ed448') }],
]);

function makesKeys(curve: 'ed25519' | 'ed448'): boolean {
  try {
    // The two have signatures of their own in the types.
    if (curve === 'ed448') generateKeyPairSync('ed448');
    else generateKeyPairSync('ed25519');
    return true;
  } catch {
    return false;
  }
}
