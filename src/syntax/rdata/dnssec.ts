import { phrase } from '../../language/phrase.ts';
import { encodeBase64, inChunks } from './binary.ts';
import { base64Kind, readData } from './data.ts';
import { type FieldKind, name } from './kinds.ts';
import { numberToWire, type RdataReader, WireReader } from './reader.ts';

/** A number or one of some words in any case; shown as a number, or as the word where `isShown`. */
function mnemonicKind(
  use: FieldKind['use'],
  size: 1 | 2,
  words: readonly (readonly [string, number])[],
  isShown: (value: number) => boolean,
): FieldKind {
  const valueOfWord = new Map(words);
  const wordOf = new Map([...words].reverse().map(([word, value]) => [value, word]));
  return {
    use,
    span: 'one',
    words: words.map(([word]) => word),
    read: (reader, fieldName) => {
      const token = reader.word(fieldName);
      if (!token) return false;
      const value = isNumber(token.text) ? Number(token.text) : valueOfWord.get(token.text.toUpperCase());
      const greatest = 256 ** size - 1;
      if (value !== undefined && value <= greatest) return reader.add(numberToWire(value, size));
      const expected = phrase`must be a number from 0 to ${greatest} or a known word such as ${words[0]?.[0]}`;
      const rule = value === undefined ? 'syntax-value' : 'syntax-number';
      return reader.fail(rule, token, phrase`${reader.typeName} ${fieldName} ${expected}, found "${token.text}"`);
    },
    show: (wire) => {
      const value = wire.number(size);
      if (value === undefined) return undefined;
      return (isShown(value) ? wordOf.get(value) : undefined) ?? String(value);
    },
  };
}

/** Where a word may stand instead, BIND takes up to twelve digits for a number. */
function isNumber(text: string): boolean {
  return /^[0-9]{1,12}$/.test(text);
}

const algorithms = [
  ['RSASHA256', 8],
  ['RSAMD5', 1],
  ['DH', 2],
  ['DSA', 3],
  ['RSASHA1', 5],
  ['NSEC3DSA', 6],
  ['NSEC3RSASHA1', 7],
  ['RSASHA512', 10],
  ['ECCGOST', 12],
  ['ECDSAP256SHA256', 13],
  ['ECDSA256', 13],
  ['ECDSAP384SHA384', 14],
  ['ECDSA384', 14],
  ['ED25519', 15],
  ['ED448', 16],
  ['INDIRECT', 252],
  ['PRIVATEDNS', 253],
  ['PRIVATEOID', 254],
] as const;

const never = () => false;
const always = () => true;

/** A signing algorithm (RFC 9904), shown as a number. */
export const algorithm = mnemonicKind('algorithm', 1, algorithms, never);

/** A signing algorithm as CERT shows it: by its word. */
export const algorithmWord = mnemonicKind('algorithm', 1, algorithms, always);

/** The kind of certificate (RFC 4398 section 2.1). */
export const certificateType = mnemonicKind(
  'mnemonic',
  2,
  [
    ['PKIX', 1],
    ['SPKI', 2],
    ['PGP', 3],
    ['IPKIX', 4],
    ['ISPKI', 5],
    ['IPGP', 6],
    ['ACPKIX', 7],
    ['IACPKIX', 8],
    ['URI', 253],
    ['OID', 254],
  ],
  always,
);

/** The hash of a DS record (RFC 9904). */
export const digestType = mnemonicKind(
  'digest-type',
  1,
  [
    ['SHA-256', 2],
    ['SHA256', 2],
    ['SHA-1', 1],
    ['SHA1', 1],
    ['GOST', 3],
    ['SHA-384', 4],
    ['SHA384', 4],
  ],
  never,
);

/** The hash of NSEC3 (RFC 5155 section 11). */
export const hashAlgorithm = mnemonicKind('mnemonic', 1, [['SHA-1', 1]], never);

/** The protocol of a key record (RFC 4034 section 2.1.2: always 3). */
export const keyProtocol = mnemonicKind(
  'mnemonic',
  1,
  [
    ['DNSSEC', 3],
    ['NONE', 0],
    ['TLS', 1],
    ['EMAIL', 2],
    ['IPSEC', 4],
    ['ALL', 255],
  ],
  never,
);

/** The scheme of DSYNC (RFC 9859 section 2.2). */
export const notifyScheme = mnemonicKind('mnemonic', 1, [['NOTIFY', 1]], always);

const flagWords: readonly (readonly [string, number])[] = [
  ['NOCONF', 0x4000],
  ['NOAUTH', 0x8000],
  ['NOKEY', 0xc000],
  ['FLAG2', 0x2000],
  ['EXTEND', 0x1000],
  ['FLAG4', 0x0800],
  ['FLAG5', 0x0400],
  ['USER', 0x0000],
  ['ZONE', 0x0100],
  ['HOST', 0x0200],
  ['NTYP3', 0x0300],
  ['FLAG8', 0x0080],
  ['FLAG9', 0x0040],
  ['FLAG10', 0x0020],
  ['FLAG11', 0x0010],
  ...Array.from({ length: 16 }, (_, i): [string, number] => [`SIG${i}`, i]),
  ['KSK', 0x0001],
];

/** The flags of a key record: a number, or words with `|` between them (RFC 2535 section 7.1). */
export const keyFlags: FieldKind = {
  use: 'number',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = keyFlagsOf(token.text);
    if (value !== undefined && value <= 0xffff) return reader.add(numberToWire(value, 2));
    const expected = phrase`must be a number from 0 to 65535 or known words such as ZONE`;
    return reader.fail(
      'syntax-number',
      token,
      phrase`${reader.typeName} ${fieldName} ${expected}, found "${token.text}"`,
    );
  },
  show: (wire) => wire.number(2)?.toString(),
};

/** The flags of RKEY: zero. */
export const zeroFlags: FieldKind = {
  ...keyFlags,
  read: (reader, fieldName) => {
    const token = reader.peek();
    if (!keyFlags.read(reader, fieldName)) return false;
    if (!token || reader.bytes === '\0\0') return true;
    return reader.fail(
      'syntax-number',
      token,
      phrase`${reader.typeName} ${fieldName} must be 0, found "${token.text}"`,
    );
  },
  show: (wire) => (wire.number(2) === 0 ? '0' : undefined),
};

function keyFlagsOf(text: string): number | undefined {
  if (isNumber(text)) return Number(text);
  if (/^[0-9](?:x|X)?[0-9a-fA-F]*$/.test(text) && text.length <= 12) return Number.parseInt(text, 16);
  let value = 0;
  // BIND takes any beginning of a word, and so the empty word as the first; a `|` at the end adds nothing.
  for (const word of text.replace(/\|$/, '').split('|')) {
    const flag = flagWords.find(([known]) => known.startsWith(word.toUpperCase()));
    if (!flag) return undefined;
    value |= flag[1];
  }
  return value;
}

/** A public key. */
export const publicKey: FieldKind = {
  use: 'base64',
  span: 'rest',
  read: (reader, fieldName) => readKeyData(reader, fieldName, reader.bytes.charCodeAt(3)),
  show: (wire) => {
    const data = wire.rest();
    if (data === '' || !isPrivateData(wire.bytes.charCodeAt(3), data)) return undefined;
    return inChunks(encodeBase64(data));
  },
};

/** The key of KEY: there is none with NOKEY in the flags (RFC 2535 section 3.1.2). */
export const optionalKey: FieldKind = {
  ...publicKey,
  read: (reader, fieldName) => isNoKey(reader.bytes) || publicKey.read(reader, fieldName),
  show: (wire) => (isNoKey(wire.bytes) ? '' : publicKey.show(wire)),
};

/** The key of KEYDATA, where no key is yet: then BIND writes zeros for all of it. */
export const managedKey: FieldKind = {
  ...base64Kind(1),
  read: (reader, fieldName) => {
    const head = reader.bytes.slice(12);
    return head === '\0\0\0\0' || isNoKey(head) || base64Kind(1).read(reader, fieldName);
  },
};

/** A signature; `algorithm` stands in the third byte. */
export const signature: FieldKind = {
  use: 'base64',
  span: 'rest',
  read: (reader, fieldName) => readKeyData(reader, fieldName, reader.bytes.charCodeAt(2)),
  show: (wire) => {
    const data = wire.rest();
    if (data === '' || !isPrivateData(wire.bytes.charCodeAt(2), data)) return undefined;
    return inChunks(encodeBase64(data));
  },
};

function isNoKey(bytes: string): boolean {
  return (bytes.charCodeAt(0) & 0xc0) === 0xc0;
}

function readKeyData(reader: RdataReader, fieldName: string, algorithmNumber: number): boolean {
  const data = readData(reader, fieldName, 'base64');
  if (data === undefined) return false;
  if (data === '') return reader.string(fieldName) !== undefined;
  if (isPrivateData(algorithmNumber, data)) return reader.add(data);
  const what = algorithmNumber === 253 ? phrase`a domain name` : phrase`an object identifier`;
  const place = reader.last ?? { start: 0, end: 0 };
  return reader.fail(
    'syntax-base64',
    place,
    phrase`${reader.typeName} ${fieldName} must begin with ${what} for algorithm ${algorithmNumber}`,
  );
}

/** Data of the private algorithms 253 and 254 begins with the name or the identifier of the algorithm (RFC 4034 A.1.1). */
function isPrivateData(algorithmNumber: number, data: string): boolean {
  if (algorithmNumber === 253) return new WireReader(data).name() !== undefined;
  if (algorithmNumber !== 254) return true;
  const length = data.charCodeAt(0);
  if (length + 1 > data.length || data.charCodeAt(1) !== 6 || data.charCodeAt(2) !== length - 2) return false;
  return length > 2 && data.charCodeAt(length) < 128;
}

/** The signer of RRSIG: the owner's zone, and so no longer than the owner, whose labels the fourth byte counts. */
export const signer: FieldKind = {
  ...name,
  read: (reader, fieldName) => {
    const start = reader.bytes.length;
    if (!name.read(reader, fieldName)) return false;
    const labels = reader.bytes.charCodeAt(3);
    const count = countLabels(reader.bytes.slice(start));
    if (count <= labels) return true;
    const message = phrase`${reader.typeName} ${fieldName} has ${count} labels, more than the owner with ${labels}`;
    return reader.fail('syntax-value', reader.last ?? { start: 0, end: 0 }, message);
  },
  show: (wire) => {
    const before = wire.remaining;
    const text = wire.name();
    const start = wire.bytes.length - before;
    if (text === undefined) return undefined;
    return countLabels(wire.bytes.slice(start)) <= wire.bytes.charCodeAt(3) ? text : undefined;
  },
};

function countLabels(bytes: string): number {
  let count = 0;
  for (let i = 0; bytes.charCodeAt(i) > 0; i += bytes.charCodeAt(i) + 1) count++;
  return count;
}
