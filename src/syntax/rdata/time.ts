import { phrase } from '../../language/phrase.ts';
import type { FieldKind } from './kinds.ts';
import { numberToWire } from './reader.ts';

/** A time of a signature (RFC 4034 section 3.2): YYYYMMDDHHmmSS or seconds since 1970 with at most ten digits. */
export const signatureTime: FieldKind = {
  use: 'time',
  span: 'one',
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const isSeconds = /^[0-9]{1,10}$/.test(token.text);
    const value = isSeconds ? Number(token.text) : dateSeconds(token.text);
    if (value !== undefined && value <= 0xffffffff) return reader.add(numberToWire(value, 4));
    const expected = phrase`must be a date YYYYMMDDHHmmSS or seconds since 1970, found`;
    return reader.fail('syntax-value', token, `${reader.typeName} ${fieldName} ${expected} "${token.text}"`);
  },
  show: (wire) => {
    const value = wire.number(4);
    return value === undefined ? undefined : dateText(value);
  },
};

/** A time of SIG and KEYDATA: YYYYMMDDHHmmSS only. */
export const dateTime: FieldKind = {
  ...signatureTime,
  read: (reader, fieldName) => {
    const token = reader.word(fieldName);
    if (!token) return false;
    const value = dateSeconds(token.text);
    if (value !== undefined) return reader.add(numberToWire(value, 4));
    const message = phrase`${reader.typeName} ${fieldName} must be a date YYYYMMDDHHmmSS, found "${token.text}"`;
    return reader.fail('syntax-value', token, message);
  },
};

/** The lower 32 bits of the seconds since 1970; undefined where the text is no date. A second 60 is fine. */
export function dateSeconds(text: string): number | undefined {
  if (text.length !== 14) return undefined;
  for (let i = 0; i < 14; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return undefined;
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const [year, month, day, hour] = [part(0, 4), part(4, 6), part(6, 8), part(8, 10)];
  const [minute, second] = [part(10, 12), part(12, 14)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const total = date.getTime() / 1000 + hour * 3600 + minute * 60 + second;
  return ((total % 0x100000000) + 0x100000000) % 0x100000000;
}

/** Times are 32 bits wide and wrap; this is the moment they are taken to be near (2026-01-01). */
const nearby = 1767225600;

function dateText(value: number): string {
  const total = value - nearby >= 0x80000000 ? value - 0x100000000 : value;
  const text = new Date(total * 1000).toISOString();
  return (
    text.slice(0, 4) +
    text.slice(5, 7) +
    text.slice(8, 10) +
    text.slice(11, 13) +
    text.slice(14, 16) +
    text.slice(17, 19)
  );
}
