import type { Encoding } from '../../dns/name.ts';
import { isNameFault, joinName, labelToText, type Name, type NameFault, parseName } from '../../dns/name.ts';
import { phrase } from '../../language/phrase.ts';
import type { Fault, FaultFix, Token } from '../token.ts';

/** A text of which stretches can be had. */
export interface SourceSlices {
  slice(start: number, end: number): string;
}

/** What surrounds a record's rdata, as far as it matters for reading it. */
export interface RdataSurroundings {
  /** The record type's word, for fixes that change it. */
  readonly typeToken?: Token | undefined;
  readonly encoding: Encoding;
  /** The text that the words were read from, for what stands between them. */
  readonly source?: SourceSlices | undefined;
  /** The absolute name that relative ones are under. */
  readonly origin: Name;
}

/**
 * Turns the words of one rdata into its bytes, one field after another. Invariant: after the first fault nothing more
 * is read, and `bytes` is then meaningless.
 */
export class RdataReader {
  readonly typeName: string;
  readonly surroundings: RdataSurroundings;
  /** The bytes so far, one character code each. */
  bytes = '';
  fault: Fault | undefined;
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(typeName: string, tokens: readonly Token[], end: number, surroundings: RdataSurroundings) {
    this.typeName = typeName;
    this.surroundings = surroundings;
    this.#tokens = tokens;
    this.#end = end;
  }

  /** Whether there is no word left. */
  get isAtEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** The next word, or one of those behind it, without taking it. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** The last word taken. */
  get last(): Token | undefined {
    return this.#tokens[this.#next - 1];
  }

  /** The next word, quoted or not; a fault where there is none. */
  string(fieldName: string): Token | undefined {
    const token = this.#tokens[this.#next];
    if (!token) {
      this.fail(
        'syntax-field-missing',
        { start: this.#end, end: this.#end },
        isPlural(fieldName)
          ? phrase`${this.typeName} ${fieldName} are missing`
          : phrase`${this.typeName} ${fieldName} is missing`,
      );
      return undefined;
    }
    this.#next++;
    return token;
  }

  /** The next word, which must stand without quotes; a fault otherwise. */
  word(fieldName: string): Token | undefined {
    const token = this.string(fieldName);
    if (!token?.quoted) return token;
    const bare = /^[^\s"();]+$/.test(token.text);
    const fixes = bare
      ? [{ title: phrase`Remove the quotes`, start: token.start, end: token.end, text: token.text }]
      : [];
    this.fail('syntax-quote', token, phrase`${this.typeName} ${fieldName} must stand without quotes`, fixes);
    return undefined;
  }

  /** Puts bytes behind those so far; always true, for the end of a field's reader. */
  add(bytes: string): true {
    this.bytes += bytes;
    return true;
  }

  /** Notes the fault that ends the reading; always false, for the end of a field's reader. */
  fail(
    rule: string,
    place: { readonly start: number; readonly end: number },
    message: string,
    fixes: readonly FaultFix[] = [],
  ): false {
    const { start, end } = place;
    this.fault ??= fixes.length === 0 ? { rule, start, end, message } : { rule, start, end, message, fixes };
    return false;
  }

  /** The bytes of the name a word stands for, made absolute; undefined after noting a fault. */
  nameBytes(token: Token, fieldName: string): string | undefined {
    const { encoding, origin } = this.surroundings;
    const name = parseName(token.text, encoding);
    const absolute = isNameFault(name) ? name : joinName(name, origin);
    if (!isNameFault(absolute)) return nameToWire(absolute);
    this.#failName(token, fieldName, absolute);
    return undefined;
  }

  #failName(token: Token, fieldName: string, fault: NameFault): void {
    const shift = token.quoted ? 1 : 0;
    const start = token.start + shift + fault.offset;
    const place = fault.length === 0 ? token : { start, end: start + fault.length };
    this.fail(`syntax-${fault.error}`, place, `${this.typeName} ${fieldName} ${explainName(token.text, fault)}`);
  }
}

/** Whether the name of a field is a plural, as flags are. */
export function isPlural(fieldName: string): boolean {
  return /[^s]s$/.test(fieldName);
}

/** Says what is wrong with a name, to stand after what it is called: `has an empty label`. */
export function explainName(text: string, fault: NameFault): string {
  const place = text.slice(fault.offset, fault.offset + fault.length);
  switch (fault.error) {
    case 'label-empty':
      if (text === '') return phrase`is empty`;
      return phrase`"${text}" has an empty label${text.startsWith('.') ? phrase`: it begins with a dot` : phrase`: two dots in a row`}`;
    case 'label-length':
      return phrase`has a label of more than 63 bytes, "${place.slice(0, 20)}..."`;
    case 'name-length':
      return phrase`is longer than 255 bytes`;
    case 'escape':
      if (place === '\\[') return phrase`"${text}" begins a label with "\\[", which no server reads`;
      return phrase`has the escape "${place}"; a backslash takes three digits up to 255 or one other character`;
  }
}

/** Walks over the bytes of a stored rdata. Reading past the end gives undefined. */
export class WireReader {
  readonly bytes: string;
  #at = 0;

  constructor(bytes: string) {
    this.bytes = bytes;
  }

  get remaining(): number {
    return this.bytes.length - this.#at;
  }

  /** An unsigned number of `size` bytes, highest first. */
  number(size: number): number | undefined {
    if (this.remaining < size) return undefined;
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + this.bytes.charCodeAt(this.#at++);
    return value;
  }

  /** The next `length` bytes. */
  take(length: number): string | undefined {
    if (this.remaining < length) return undefined;
    this.#at += length;
    return this.bytes.slice(this.#at - length, this.#at);
  }

  /** All bytes that are left. */
  rest(): string {
    const rest = this.bytes.slice(this.#at);
    this.#at = this.bytes.length;
    return rest;
  }

  /** A name without compression, as canonical text. */
  name(): string | undefined {
    let text = '';
    let wireLength = 1;
    for (;;) {
      const length = this.number(1);
      if (length === undefined || length > 63) return undefined;
      if (length === 0) return text === '' ? '.' : text;
      const label = this.take(length);
      wireLength += length + 1;
      if (label === undefined || wireLength > 255) return undefined;
      text += `${labelToText(label)}.`;
    }
  }

  /** A string with its length before it. */
  string(): string | undefined {
    const length = this.number(1);
    return length === undefined ? undefined : this.take(length);
  }
}

/** The bytes of an absolute name. */
function nameToWire(name: Name): string {
  let bytes = '';
  for (const label of name.labels) bytes += String.fromCharCode(label.length) + label;
  return `${bytes}\0`;
}

/** A number as `size` bytes, highest first. */
export function numberToWire(value: number, size: number): string {
  let bytes = '';
  for (let i = size - 1; i >= 0; i--) bytes += String.fromCharCode(Math.floor(value / 256 ** i) % 256);
  return bytes;
}
