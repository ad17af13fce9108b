const WORDS = new Int32Array(80);

/**
 * SHA-1 (RFC 3174), for the hashed names of NSEC3 (RFC 5155 section 5), which know no other. Twenty octets, written over
 * `into`; `length` of `bytes` are read.
 */
export function sha1(bytes: Uint8Array, length: number, into: Uint8Array): void {
  const state = new Int32Array([0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0]);
  const blockCount = ((length + 8) >> 6) + 1;
  for (let block = 0; block < blockCount; block++) {
    for (let word = 0; word < 16; word++) {
      let value = 0;
      for (let i = 0; i < 4; i++) value = (value << 8) | octetAt(bytes, length, block * 64 + word * 4 + i);
      WORDS[word] = value;
    }
    if (block === blockCount - 1) WORDS[15] = length * 8;
    mix(state);
  }
  for (let i = 0; i < 20; i++) into[i] = ((state[i >> 2] as number) >>> (24 - 8 * (i & 3))) & 255;
}

/** The octets with the one bit behind them that tells where they end. */
function octetAt(bytes: Uint8Array, length: number, at: number): number {
  return at < length ? (bytes[at] as number) : at === length ? 0x80 : 0;
}

function mix(state: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    if (i >= 16)
      WORDS[i] = turned(
        (WORDS[i - 3] as number) ^ (WORDS[i - 8] as number) ^ (WORDS[i - 14] as number) ^ (WORDS[i - 16] as number),
        1,
      );
    const next = (turned(a, 5) + chosen(i, b, c, d) + e + (WORDS[i] as number)) | 0;
    e = d;
    d = c;
    c = turned(b, 30);
    b = a;
    a = next;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
}

function chosen(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + (0x8f1bbcdc | 0);
  return (b ^ c ^ d) + (0xca62c1d6 | 0);
}

function turned(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
