/** The key of a DNSKEY record, ready to check signatures with. */
export interface CheckingKey {
  /** Whether a signature is one of these data by this key. Data and signature are as DNSSEC has them (RFC 4034 section 3.1.8.1). */
  readonly verify: (data: Uint8Array, signature: Uint8Array) => Promise<boolean>;
}

/** Checks signatures of DNSSEC. */
export interface SignatureChecker {
  /** Whether signatures of an algorithm can be checked (https://www.iana.org/assignments/dns-sec-alg-numbers). */
  readonly knows: (algorithm: number) => boolean;
  /** A key as its DNSKEY record has it; undefined where it is no key of its algorithm, so that it fits no signature. */
  readonly key: (algorithm: number, publicKey: Uint8Array) => CheckingKey | undefined;
}
