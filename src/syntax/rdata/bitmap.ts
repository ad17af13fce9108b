import { typeCode, typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { type FieldKind, signedNumber } from './kinds.ts';
import { numberToWire, type WireReader } from './reader.ts';

/** The type a signature covers: a type's name or its number. */
export const coveredType: FieldKind = {
  use: 'type',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = signedNumber(token.text) ?? knownType(token.text);
    if (value !== undefined && value >= 0 && value <= 0xffff) return reader.add(numberToWire(value, 2));
    return reader.fail(
      'syntax-value',
      token,
      phrase`${reader.typeName} ${fieldName} "${token.text}" is not a record type`,
    );
  },
  show: (wire) => {
    const value = wire.number(2);
    return value === undefined ? undefined : typeName(value);
  },
};

/** As `coveredType` in SIG, where BIND prints types without a name as bare numbers. */
export const oldCoveredType: FieldKind = {
  ...coveredType,
  show: (wire) => {
    const value = wire.number(2);
    return value === undefined ? undefined : oldTypeName(value);
  },
};

/** Record types up to the end of the record (RFC 4034 section 4.1.2). `least` is the fewest. */
export function typesKind(least: 0 | 1): FieldKind {
  return {
    use: 'type',
    span: 'rest',
    read: (reader, fieldName) => {
      const types = new Set<number>();
      if (least === 1 && reader.isAtEnd) return reader.word(fieldName) !== undefined;
      while (!reader.isAtEnd) {
        const token = reader.word(fieldName);
        if (!token) return false;
        const type = knownType(token.text);
        if (type === undefined) {
          return reader.fail(
            'syntax-value',
            token,
            phrase`${reader.typeName} ${fieldName} "${token.text}" is not a record type`,
          );
        }
        types.add(type);
      }
      return reader.add(typeBitmap([...types].sort((a, b) => a - b)));
    },
    show: (wire) => showBitmap(wire, least),
  };
}

function knownType(text: string): number | undefined {
  return text.toUpperCase() === 'ANY' ? 255 : typeCode(text);
}

function typeBitmap(types: readonly number[]): string {
  const windows = new Map<number, number[]>();
  for (const type of types) {
    const bits = windows.get(type >> 8) ?? [];
    const index = (type & 255) >> 3;
    while (bits.length <= index) bits.push(0);
    bits[index] = (bits[index] ?? 0) | (128 >> (type & 7));
    windows.set(type >> 8, bits);
  }
  let bytes = '';
  for (const [window, bits] of windows) bytes += String.fromCharCode(window, bits.length, ...bits);
  return bytes;
}

function showBitmap(wire: WireReader, least: number): string | undefined {
  const shown: string[] = [];
  let before = -1;
  while (wire.remaining > 0) {
    const window = wire.number(1);
    const bits = wire.string();
    if (window === undefined || window <= before || bits === undefined) return undefined;
    if (bits.length < 1 || bits.length > 32 || bits.charCodeAt(bits.length - 1) === 0) return undefined;
    before = window;
    shown.push(...bitsOf(bits).map((bit) => typeName(window * 256 + bit)));
  }
  return shown.length < least ? undefined : shown.join(' ');
}

function bitsOf(bytes: string): number[] {
  const bits: number[] = [];
  for (let i = 0; i < bytes.length * 8; i++) {
    if ((bytes.charCodeAt(i >> 3) & (128 >> (i & 7))) !== 0) bits.push(i);
  }
  return bits;
}

/** The types of NXT (RFC 2535 section 5.2): one bitmap of types 1 to 127. */
export const oldTypes: FieldKind = {
  use: 'type',
  span: 'rest',
  read: (reader, fieldName) => {
    const bits = new Array<number>(16).fill(0);
    let length = 0;
    while (!reader.isAtEnd) {
      const token = reader.word(fieldName);
      if (!token) return false;
      const type = signedNumber(token.text) ?? knownType(token.text);
      if (type === undefined || type < 1 || type > 127) {
        return reader.fail(
          'syntax-value',
          token,
          phrase`${reader.typeName} ${fieldName} "${token.text}" is not a record type from 1 to 127`,
        );
      }
      bits[type >> 3] = (bits[type >> 3] ?? 0) | (128 >> (type & 7));
      length = Math.max(length, (type >> 3) + 1);
    }
    return reader.add(String.fromCharCode(...bits.slice(0, length)));
  },
  show: (wire) => {
    const bytes = wire.rest();
    if (bytes.length > 16 || (bytes.charCodeAt(0) & 128) !== 0 || bytes.endsWith('\0')) return undefined;
    return bitsOf(bytes).map(oldTypeName).join(' ');
  },
};

function oldTypeName(type: number): string {
  return typeName(type).replace(/^TYPE/, '');
}
