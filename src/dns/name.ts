import type { Encoding } from '../text/source.ts';

/** How the bytes of a text became characters; names keep bytes. */
export type { Encoding } from '../text/source.ts';

/** A domain name as labels, leftmost first. A label is a string of bytes: one character code from 0 to 255 each. */
export interface Name {
  readonly labels: readonly string[];
  readonly absolute: boolean;
}

/** Why a text is no domain name; `offset` and `length` tell the place in the text. */
export interface NameFault {
  readonly error: 'label-empty' | 'label-length' | 'name-length' | 'escape';
  readonly offset: number;
  readonly length: number;
}

/** The root as a canonical text. */
export const rootName = '.';

/**
 * Reads a domain name in the form of zone files (RFC 1035 section 5.1). `@` alone is the origin itself: a relative name
 * without labels. A label that begins with `\[` is refused as BIND does (the bit strings of RFC 2673).
 */
export function parseName(text: string, encoding: Encoding = 'utf8'): Name | NameFault {
  if (text === '@') return { labels: [], absolute: false };
  if (text === '.') return { labels: [], absolute: true };
  if (text.length === 0) return { error: 'label-empty', offset: 0, length: 0 };
  const labels: string[] = [];
  let wireLength = 0;
  let label = '';
  let labelStart = 0;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === dot) {
      if (label.length === 0) return { error: 'label-empty', offset: i, length: 1 };
      labels.push(label);
      label = '';
      i++;
      labelStart = i;
      continue;
    }
    if (code === backslash) {
      const value = readEscape(text, i, i === labelStart);
      if (typeof value === 'object') return value;
      if (value < 0) {
        label += String.fromCharCode(-value - 1);
        i += 4;
        wireLength++;
      } else {
        const bytes = bytesAt(text, i + 1, encoding);
        label += bytes;
        wireLength += bytes.length;
        i += 1 + widthAt(text, i + 1);
      }
    } else {
      const bytes = code < 128 ? String.fromCharCode(code) : bytesAt(text, i, encoding);
      label += bytes;
      wireLength += bytes.length;
      i += code < 128 ? 1 : widthAt(text, i);
    }
    if (label.length > maxLabel) {
      return { error: 'label-length', offset: labelStart, length: endOfLabel(text, i) - labelStart };
    }
    if (wireLength + labels.length + 2 > maxName) return { error: 'name-length', offset: 0, length: text.length };
  }
  const absolute = label.length === 0;
  if (!absolute) labels.push(label);
  return { labels, absolute };
}

/** Whether the result of reading a name is a fault. */
export function isNameFault(name: Name | NameFault): name is NameFault {
  return 'error' in name;
}

/** The name made absolute under an absolute origin; a fault where that is longer than 255 bytes. */
export function joinName(name: Name, origin: Name): Name | NameFault {
  if (name.absolute) return name;
  const labels = [...name.labels, ...origin.labels];
  if (wireLengthOf(labels) > maxName) return { error: 'name-length', offset: 0, length: 0 };
  return { labels, absolute: true };
}

/** The bytes a name takes in a message, its root label included. */
function wireLengthOf(labels: readonly string[]): number {
  let length = 1;
  for (const label of labels) length += label.length + 1;
  return length;
}

/** The name in the form of zone files, escaped exactly as BIND prints it, letters as written. */
export function nameToText(name: Name): string {
  if (name.labels.length === 0) return name.absolute ? '.' : '@';
  let text = '';
  for (const label of name.labels) text += text === '' ? labelToText(label) : `.${labelToText(label)}`;
  return name.absolute ? `${text}.` : text;
}

/** A label with BIND's escapes: a backslash before `" $ ( ) . ; @ \`, `\DDD` for what is not printable ASCII. */
export function labelToText(label: string): string {
  if (/^[a-z0-9_*-]*$/i.test(label)) return label;
  let text = '';
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i);
    if (code <= 32 || code >= 127) text += `\\${String(code).padStart(3, '0')}`;
    else text += needsBackslash(code) ? `\\${label.charAt(i)}` : label.charAt(i);
  }
  return text;
}

/**
 * The canonical text of a name: absolute, lower case, escaped as BIND does. Two names are the same exactly where these
 * texts are. Undefined where the text is no name, or too long under the origin. `origin` is such a text itself.
 */
export function nameKey(text: string, origin: string, encoding: Encoding = 'utf8'): string | undefined {
  const absolute = absoluteText(text, origin, encoding);
  return absolute === undefined ? undefined : lowerName(absolute);
}

/** As `nameKey`, with letters as written. */
export function absoluteText(text: string, origin: string, encoding: Encoding = 'utf8'): string | undefined {
  if (text === '@') return origin;
  if (isPlain(text)) {
    if (text.charCodeAt(text.length - 1) === dot) return text;
    const joined = origin === rootName ? `${text}.` : `${text}.${origin}`;
    if (joined.length < maxName) return joined;
  }
  const name = parseName(text, encoding);
  if (isNameFault(name)) return undefined;
  if (name.absolute) return nameToText(name);
  const parsedOrigin = parseName(origin);
  if (isNameFault(parsedOrigin)) return undefined;
  const joined = joinName(name, parsedOrigin);
  return isNameFault(joined) ? undefined : nameToText(joined);
}

/** An absolute text in lower case; only ASCII letters have case in a name (RFC 4343). */
export function lowerName(absoluteName: string): string {
  return absoluteName.toLowerCase();
}

/** Whether a canonical name is the other or lies below it, by whole labels. */
export function isSubdomain(name: string, ancestor: string): boolean {
  if (ancestor === rootName || name === ancestor) return true;
  if (!name.endsWith(ancestor)) return false;
  return isSeparator(name, name.length - ancestor.length - 1);
}

/** A canonical name as written under an origin: `@`, the labels before the origin, or the whole name if not below it. */
export function relativeTo(name: string, origin: string): string {
  if (name === origin) return '@';
  if (!isSubdomain(name, origin)) return name;
  return origin === rootName ? name.slice(0, -1) : name.slice(0, name.length - origin.length - 1);
}

/** The canonical name one label up; undefined for the root. */
export function parentName(name: string): string | undefined {
  if (name === rootName) return undefined;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === dot) return i === name.length - 1 ? rootName : name.slice(i + 1);
  }
  return rootName;
}

/** The labels of a canonical name as they stand in its text, escapes kept; none for the root. */
export function labelsOf(name: string): string[] {
  const labels: string[] = [];
  let start = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === dot) {
      if (i > start) labels.push(name.slice(start, i));
      start = i + 1;
    }
  }
  if (start < name.length) labels.push(name.slice(start));
  return labels;
}

/** The bytes a text stands for, one character code each; escapes are not looked at. */
export function bytesOf(text: string, encoding: Encoding): string {
  let bytes = '';
  for (let i = 0; i < text.length; i += widthAt(text, i)) bytes += bytesAt(text, i, encoding);
  return bytes;
}

const dot = 46;
const backslash = 92;
const maxLabel = 63;
const maxName = 255;

/** The bytes of the character at `index`. Lone surrogates count as U+FFFD. */
function bytesAt(text: string, index: number, encoding: Encoding): string {
  let code = text.codePointAt(index) ?? 0xfffd;
  if (code < 0x80 || (encoding === 'latin1' && code < 0x100)) return String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
  if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
  if (code < 0x10000) {
    return String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  const low = [0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  return String.fromCharCode(0xf0 | (code >> 18), ...low);
}

function widthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** For `\DDD` the value as `-value - 1`, for `\X` zero, else a fault. */
function readEscape(text: string, at: number, atLabelStart: boolean): number | NameFault {
  const next = text.charCodeAt(at + 1);
  if (Number.isNaN(next)) return { error: 'escape', offset: at, length: 1 };
  if (next === 0x5b && atLabelStart) return { error: 'escape', offset: at, length: 2 };
  if (next < 48 || next > 57) return 0;
  let value = 0;
  for (let i = 1; i <= 3; i++) {
    const digit = text.charCodeAt(at + i) - 48;
    if (!(digit >= 0 && digit <= 9)) return { error: 'escape', offset: at, length: i };
    value = value * 10 + digit;
  }
  return value > 255 ? { error: 'escape', offset: at, length: 4 } : -value - 1;
}

function endOfLabel(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === dot) return i;
  }
  return text.length;
}

function needsBackslash(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case 0x24: // $
    case 0x28: // (
    case 0x29: // )
    case 0x2e: // .
    case 0x3b: // ;
    case 0x40: // @
    case 0x5c: // \
      return true;
    default:
      return false;
  }
}

/** Whether a text is its own canonical form but for case, and within the limits: the common names, told in one pass. */
function isPlain(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > 254) return false;
  let labelStart = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === dot) {
      if (i === labelStart || i - labelStart > maxLabel) return false;
      labelStart = i + 1;
    } else if (code <= 32 || code >= 127 || needsBackslash(code)) return false;
  }
  return length - labelStart <= maxLabel;
}

/** Whether the character at `index` is a dot that no backslash precedes. */
function isSeparator(name: string, index: number): boolean {
  if (name.charCodeAt(index) !== dot) return false;
  let backslashes = 0;
  for (let i = index - 1; i >= 0 && name.charCodeAt(i) === backslash; i--) backslashes++;
  return backslashes % 2 === 0;
}
