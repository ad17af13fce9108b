/** How SHA-256, SHA-384 and SHA-512 differ (FIPS 180-4 sections 4, 5 and 6): the width of a word in bits, rounds, and rotations. */
interface Kind {
  readonly width: number;
  readonly rounds: number;
  readonly schedule: readonly [Rotations, Rotations];
  readonly mixing: readonly [Rotations, Rotations];
  readonly firstPrime: number;
  readonly length: number;
}

/** Two rotations and a third one, which is a shift in the schedule. */
type Rotations = readonly [number, number, number];

const SHA256: Kind = {
  width: 32,
  rounds: 64,
  schedule: [
    [7, 18, 3],
    [17, 19, 10],
  ],
  mixing: [
    [2, 13, 22],
    [6, 11, 25],
  ],
  firstPrime: 0,
  length: 32,
};
const SHA384: Kind = {
  width: 64,
  rounds: 80,
  schedule: [
    [1, 8, 7],
    [19, 61, 6],
  ],
  mixing: [
    [28, 34, 39],
    [14, 18, 41],
  ],
  firstPrime: 8,
  length: 48,
};

const SHA512: Kind = { ...SHA384, firstPrime: 0, length: 64 };

/** SHA-256 of some octets. For single keys: it works with large integers, and is slow. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return sha2(bytes, SHA256);
}

/** SHA-384 of some octets; as slow. */
export function sha384(bytes: Uint8Array): Uint8Array {
  return sha2(bytes, SHA384);
}

/** SHA-512 of some octets; as slow. */
export function sha512(bytes: Uint8Array): Uint8Array {
  return sha2(bytes, SHA512);
}

function sha2(bytes: Uint8Array, kind: Kind): Uint8Array {
  const { width, rounds, firstPrime, length } = kind;
  const primes = firstPrimes(80);
  const cubes = primes.slice(0, rounds).map((prime) => fraction(prime, 3, width));
  let state = primes.slice(firstPrime, firstPrime + 8).map((prime) => fraction(prime, 2, width));
  for (const block of blocksOf(bytes, width)) state = mixed(state, block, { kind, cubes });
  const octets = state.flatMap((word) =>
    Array.from({ length: width / 8 }, (_, i) => Number((word >> BigInt(width - 8 * (i + 1))) & 255n)),
  );
  return Uint8Array.from(octets.slice(0, length));
}

/** One block's rounds (section 6.2.2 and 6.4.2). */
function mixed(
  state: readonly bigint[],
  block: readonly bigint[],
  { kind, cubes }: { readonly kind: Kind; readonly cubes: readonly bigint[] },
): bigint[] {
  const { width, rounds, schedule, mixing } = kind;
  const cut = (value: bigint): bigint => BigInt.asUintN(width, value);
  const turned = (value: bigint, by: number): bigint => (value >> BigInt(by)) | cut(value << BigInt(width - by));
  const words = [...block];
  for (let t = 16; t < rounds; t++) {
    const [small, large] = [words[t - 15] as bigint, words[t - 2] as bigint].map((word, i) => {
      const [first, second, shift] = schedule[i as 0 | 1];
      return turned(word, first) ^ turned(word, second) ^ (word >> BigInt(shift));
    }) as [bigint, bigint];
    words.push(cut(large + (words[t - 7] as bigint) + small + (words[t - 16] as bigint)));
  }
  const sum = (value: bigint, [first, second, third]: Rotations): bigint =>
    turned(value, first) ^ turned(value, second) ^ turned(value, third);
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  for (let t = 0; t < rounds; t++) {
    const chosen = (e & f) ^ (BigInt.asUintN(width, ~e) & g);
    const first = h + sum(e, mixing[1]) + chosen + (cubes[t] as bigint) + (words[t] as bigint);
    const second = sum(a, mixing[0]) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [cut(first + second), a, b, c, cut(d + first), e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => cut(word + (state[i] as bigint)));
}

/** The octets with the padding behind them (section 5.1), as blocks of 16 words. */
function blocksOf(bytes: Uint8Array, width: number): bigint[][] {
  const size = width * 2;
  const whole = new Uint8Array(Math.ceil((bytes.length + 1 + width / 4) / size) * size);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  for (let i = 1, bits = bytes.length * 8; bits > 0; i++, bits = Math.floor(bits / 256))
    whole[whole.length - i] = bits & 255;
  const words = Array.from({ length: whole.length / (width / 8) }, (_, i) =>
    whole.slice((i * width) / 8, ((i + 1) * width) / 8).reduce((word, octet) => (word << 8n) | BigInt(octet), 0n),
  );
  return Array.from({ length: words.length / 16 }, (_, i) => words.slice(i * 16, i * 16 + 16));
}

function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = [];
  for (let number = 2n; primes.length < count; number++)
    if (primes.every((prime) => number % prime !== 0n)) primes.push(number);
  return primes;
}

/** The first bits of the fraction of a number's square or cube root, which the standard's constants are. */
function fraction(number: bigint, degree: 2 | 3, width: number): bigint {
  const wanted = number << BigInt(width * degree);
  let low = 0n;
  let high = 1n << BigInt(width + 6);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= wanted) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(width, low);
}
