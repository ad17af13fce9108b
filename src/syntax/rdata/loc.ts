import { phrase } from '../../language/phrase.ts';
import { type FieldKind, readNumber } from './kinds.ts';
import { numberToWire, type RdataReader, type WireReader } from './reader.ts';

/**
 * A place on Earth (RFC 1876 section 3): degrees, minutes, seconds and direction twice, altitude, size and precisions.
 * Minutes, seconds and all after the altitude may be left out.
 */
export const location: FieldKind = {
  use: 'coordinate',
  span: 'rest',
  read: (reader) => {
    const latitude = readCoordinate(reader, { what: 'latitude', greatest: 90, plus: 'N', minus: 'S' });
    if (latitude === undefined) return false;
    const longitude = readCoordinate(reader, { what: 'longitude', greatest: 180, plus: 'E', minus: 'W' });
    if (longitude === undefined) return false;
    const altitude = readAltitude(reader);
    if (altitude === undefined) return false;
    let sizes = '';
    for (const [what, byDefault] of [
      ['size', 0x12],
      ['horizontal precision', 0x16],
      ['vertical precision', 0x13],
    ] as const) {
      const size = reader.isAtEnd ? byDefault : readSize(reader, what);
      if (size === undefined) return false;
      sizes += String.fromCharCode(size);
    }
    return reader.add(
      `\0${sizes}${numberToWire(latitude, 4)}${numberToWire(longitude, 4)}${numberToWire(altitude, 4)}`,
    );
  },
  show: (wire) => {
    if (wire.number(1) !== 0) return undefined;
    const sizes = [showSize(wire), showSize(wire), showSize(wire)];
    const latitude = showCoordinate(wire, { greatest: 90, plus: 'N', minus: 'S' });
    const longitude = showCoordinate(wire, { greatest: 180, plus: 'E', minus: 'W' });
    const altitude = wire.number(4);
    if (latitude === undefined || longitude === undefined || altitude === undefined || sizes.includes(undefined)) {
      return undefined;
    }
    const centimetres = altitude - 10000000;
    const sign = centimetres < 0 ? '-' : '';
    return `${latitude} ${longitude} ${sign}${decimal(Math.abs(centimetres), 2)}m ${sizes.join(' ')}`;
  },
};

/** The names of LOC's words, one each, for hover and hints: which word is what depends on what is left out. */
export function locationFields(words: readonly string[]): string[] {
  const names: string[] = [];
  let parts = ['latitude degrees', 'latitude minutes', 'latitude seconds'];
  let sides = 0;
  for (const word of words) {
    if (sides < 2 && /^[NSEW]$/.test(word)) {
      names.push(sides === 0 ? 'north or south' : 'east or west');
      parts = ['longitude degrees', 'longitude minutes', 'longitude seconds'];
      if (++sides === 2) parts = ['altitude', 'size', 'horizontal precision', 'vertical precision'];
    } else {
      names.push(parts.shift() ?? 'extra');
    }
  }
  return names;
}

interface Axis {
  readonly greatest: number;
  readonly plus: string;
  readonly minus: string;
}

/** Thousandths of a second from the equator or the prime meridian, 2^31 added. */
function readCoordinate(reader: RdataReader, axis: Axis & { readonly what: string }): number | undefined {
  const { what, greatest } = axis;
  let total = 0;
  for (const [part, unit, limit] of [
    ['degrees', 3600000, greatest],
    ['minutes', 60000, 59],
    ['seconds', 1, 59],
  ] as const) {
    const token = reader.peek();
    const fieldName = `${what} ${part}`;
    const value = part === 'seconds' ? readSeconds(reader, fieldName) : readNumber(reader, fieldName, limit);
    if (value === undefined) return undefined;
    total += value * unit;
    if (total > greatest * 3600000 && token) {
      reader.fail('syntax-number', token, phrase`${reader.typeName} ${what} is over ${greatest} degrees`);
      return undefined;
    }
    const side = reader.peek();
    if (side && !side.quoted && (side.text === axis.plus || side.text === axis.minus)) {
      reader.string(what);
      return 0x80000000 + (side.text === axis.plus ? total : -total);
    }
  }
  const token = reader.word(`${what} direction`);
  if (token) {
    const expected = phrase`must be ${axis.plus} or ${axis.minus} in upper case, found "${token.text}"`;
    reader.fail('syntax-value', token, `${reader.typeName} ${what} direction ${expected}`);
  }
  return undefined;
}

/** Thousandths of a second. */
function readSeconds(reader: RdataReader, fieldName: string): number | undefined {
  const token = reader.word(fieldName);
  if (!token) return undefined;
  const value = decimalOf(token.text, 3);
  if (value !== undefined && value < 60000) return value;
  const expected = phrase`must be a number from 0 to 59.999, found "${token.text}"`;
  reader.fail('syntax-number', token, `${reader.typeName} ${fieldName} ${expected}`);
  return undefined;
}

function readAltitude(reader: RdataReader): number | undefined {
  const token = reader.word('altitude');
  if (!token) return undefined;
  const isBelow = token.text.startsWith('-');
  const value = decimalOf(token.text.slice(isBelow ? 1 : 0).replace(/m$/, ''), 2);
  const centimetres = isBelow ? -(value ?? 0) : (value ?? 0);
  if (value !== undefined && centimetres >= -10000000 && centimetres <= 4284967295) return centimetres + 10000000;
  const expected = phrase`must be metres from -100000.00 to 42849672.95, found "${token.text}"`;
  reader.fail('syntax-number', token, `${reader.typeName} altitude ${expected}`);
  return undefined;
}

/** A size as one byte: a digit and the power of ten of centimetres it is multiplied by. */
function readSize(reader: RdataReader, what: string): number | undefined {
  const token = reader.word(what);
  if (!token) return undefined;
  const value = decimalOf(token.text.replace(/m$/, ''), 2);
  if (value === undefined || value >= 9000000100) {
    reader.fail(
      'syntax-number',
      token,
      phrase`${reader.typeName} ${what} must be metres from 0 to 90000000, found "${token.text}"`,
    );
    return undefined;
  }
  let exponent = 0;
  let mantissa = value;
  while (mantissa >= 10) {
    mantissa = Math.floor(mantissa / 10);
    exponent++;
  }
  return mantissa * 16 + exponent;
}

/**
 * A decimal number as a whole number of its last allowed place: `1.5` with two places is 150. As in BIND (strtoul) a sign
 * may stand before the digits, a minus only before zeros and without any effect.
 */
function decimalOf(text: string, places: number): number | undefined {
  const match = /^(?:[\v\f]*(\+?[0-9]+|-0+))?(?:\.([0-9]*))?$/.exec(text);
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || (whole === '' && fraction === '') || fraction.length > places) return undefined;
  return Number(whole) * 10 ** places + Number(fraction.padEnd(places, '0'));
}

function showCoordinate(wire: WireReader, axis: Axis): string | undefined {
  const value = wire.number(4);
  if (value === undefined) return undefined;
  const total = Math.abs(value - 0x80000000);
  if (total > axis.greatest * 3600000) return undefined;
  const degrees = Math.floor(total / 3600000);
  const minutes = Math.floor(total / 60000) % 60;
  return `${degrees} ${minutes} ${decimal(total % 60000, 3)} ${value >= 0x80000000 ? axis.plus : axis.minus}`;
}

function showSize(wire: WireReader): string | undefined {
  const byte = wire.number(1);
  if (byte === undefined) return undefined;
  const mantissa = byte >> 4;
  const exponent = byte & 15;
  if (byte !== 0 && (mantissa > 9 || mantissa === 0 || exponent > 9)) return undefined;
  return exponent > 1 ? `${mantissa * 10 ** (exponent - 2)}m` : `${decimal(mantissa * 10 ** exponent, 2)}m`;
}

function decimal(value: number, places: number): string {
  const scale = 10 ** places;
  return `${Math.floor(value / scale)}.${String(value % scale).padStart(places, '0')}`;
}
