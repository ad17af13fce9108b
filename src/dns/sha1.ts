/** Octets that are hashed at a time. */
const BLOCK = 64;
/** What each twenty steps add. */
const [ROUND_1, ROUND_2, ROUND_3, ROUND_4] = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc | 0, 0xca62c1d6 | 0] as const;

/**
 * SHA-1 (FIPS 180-4) of texts of few octets, one after the other in the same room: NSEC3 has hundreds of thousands of names
 * hashed, and most of the time of a hash for all went into its objects.
 */
export class Sha1 {
  readonly #words = new Int32Array(80);
  readonly #state = new Int32Array(5);
  readonly #last = new Uint8Array(2 * BLOCK);

  /** Writes the 20 octets of the hash of the first `length` octets into an array, which may be the same. */
  digest(bytes: Uint8Array, length: number, into: Uint8Array): void {
    const state = this.#state;
    state[0] = 0x67452301;
    state[1] = 0xefcdab89;
    state[2] = 0x98badcfe;
    state[3] = 0x10325476;
    state[4] = 0xc3d2e1f0;
    let at = 0;
    for (; at + BLOCK <= length; at += BLOCK) this.#take(bytes, at);
    const end = this.#writeLast(bytes, at, length);
    for (let from = 0; from < end; from += BLOCK) this.#take(this.#last, from);
    for (let i = 0; i < 20; i++) into[i] = (state[i >> 2] as number) >>> (24 - 8 * (i & 3));
  }

  /** Writes what is left, and the padding; returns how many octets that are. */
  #writeLast(bytes: Uint8Array, from: number, length: number): number {
    const last = this.#last.fill(0);
    const count = length - from;
    for (let i = 0; i < count; i++) last[i] = bytes[from + i] as number;
    last[count] = 0x80;
    const end = count + 9 > BLOCK ? 2 * BLOCK : BLOCK;
    for (let i = 1; i <= 4; i++) last[end - i] = (length * 8) >>> (8 * (i - 1));
    return end;
  }

  #take(bytes: Uint8Array, from: number): void {
    const words = this.#words;
    for (let i = 0, at = from; i < 16; i++, at += 4)
      words[i] =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
    for (let i = 16; i < 80; i++) {
      const word =
        (words[i - 3] as number) ^ (words[i - 8] as number) ^ (words[i - 14] as number) ^ (words[i - 16] as number);
      words[i] = (word << 1) | (word >>> 31);
    }
    const state = this.#state;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    for (let i = 0; i < 80; i++) {
      const mixed =
        i < 20
          ? ((b & c) | (~b & d)) + ROUND_1
          : i < 40
            ? (b ^ c ^ d) + ROUND_2
            : i < 60
              ? ((b & c) | (b & d) | (c & d)) + ROUND_3
              : (b ^ c ^ d) + ROUND_4;
      const next = (((a << 5) | (a >>> 27)) + mixed + e + (words[i] as number)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
  }
}
