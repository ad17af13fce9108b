import { phrase } from '../language/phrase.ts';

/** What a $GENERATE line says: the numbers it runs through and the texts it fills in. */
export interface Generation {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** Why a part of a `$GENERATE` line can not be read. */
export interface GenerateFault {
  readonly message: string;
  /** Offset of the fault in the text read. */
  readonly offset: number;
}

/** Numbers that one $GENERATE line may make in the index; beyond it the zone counts as not wholly known. */
export const GENERATE_LIMIT = 65_536;
const MAXIMUM_NUMBER = 0x7fffffff;

/** Reads `start-stop[/step]` as BIND does. */
export function parseRange(text: string): Generation | undefined {
  // BIND stops reading where it has its numbers; behind a slash it wants one.
  const match = /^[+]?(\d{1,10})-[+]?(\d{1,10})(?:\/[+]?(\d{1,10})|(?![/\d]))/.exec(text);
  if (!match) return undefined;
  const start = Number(match[1]);
  const stop = Number(match[2]);
  const step = match[3] === undefined ? 1 : Number(match[3]);
  if (start > MAXIMUM_NUMBER || stop > MAXIMUM_NUMBER || step > MAXIMUM_NUMBER || step < 1 || start > stop)
    return undefined;
  return { start, stop, step };
}

/** How many records the line makes. */
export function generationCount(range: Generation): number {
  return Math.floor((range.stop - range.start) / range.step) + 1;
}

type Part = string | { readonly offset: number; readonly width: number; readonly mode: string };

/** A template of $GENERATE, read once and filled in for each number. */
export interface Template {
  readonly parts: readonly Part[];
}

/** The widest number that BIND prints. */
const WIDEST = 127;

/** Reads a template: `$`, `$$`, `\$` and `${offset[,width[,base]]}`. A `$` alone has the offset of the one before it. */
export function parseTemplate(text: string): Template | GenerateFault {
  const parts: Part[] = [];
  let literal = '';
  let offset = 0;
  const flush = (): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\') {
      literal += text.slice(at, at + 2);
      at++;
      continue;
    }
    if (character !== '$') {
      literal += character;
      continue;
    }
    if (text[at + 1] === '$') {
      // BIND puts the second one into the name as it is.
      literal += '$';
      at++;
      continue;
    }
    flush();
    if (text[at + 1] !== '{') {
      parts.push({ offset, width: 0, mode: 'd' });
      continue;
    }
    const match = /^\{\s*([+-]?\d+)(?:,\s*(\+?\d+)(?:,([doxXnN]))?)?\}/.exec(text.slice(at + 1));
    if (!match)
      return {
        message: phrase`"${text.slice(at, at + 16)}" is not of the form \${offset,width,base} with base d, o, x, X, n or N`,
        offset: at,
      };
    // BIND reads 32 bits of it.
    offset = Number(match[1]) | 0;
    const width = Number(match[2] ?? 0);
    if (width > WIDEST) return { message: phrase`the width ${width} is more than ${WIDEST}`, offset: at };
    parts.push({ offset, width, mode: match[3] ?? 'd' });
    at += match[0].length;
  }
  flush();
  return { parts };
}

/** Whether a template could not be read. */
export function isGenerateFault(template: Template | GenerateFault): template is GenerateFault {
  return 'message' in template;
}

/** The first number for which an offset leads over 2147483647; undefined where none does. */
export function overflowOf(template: Template, { start, stop, step }: Generation): number | undefined {
  const offset = Math.max(0, ...template.parts.map((part) => (typeof part === 'string' ? 0 : part.offset)));
  const first = Math.max(start, start + Math.ceil((MAXIMUM_NUMBER - offset + 1 - start) / step) * step);
  return first <= stop ? first : undefined;
}

/** Characters that stand for themselves in names and addresses alike, without a meaning of their own in the text of a zone. */
const PLAIN = /^[\w.*:-]*$/;
/** No name and no address has as many of them. */
const MOST_PLAIN = 1024;

/** Room for what a template makes of any number, as codes; undefined where other characters than plain ones are in it, or many. */
export function plainRoom({ parts }: Template): Uint8Array | undefined {
  let length = 0;
  for (const part of parts) {
    if (typeof part === 'string' && !PLAIN.test(part)) return undefined;
    length += typeof part === 'string' ? part.length : WIDEST + 1;
  }
  return length <= MOST_PLAIN ? new Uint8Array(length) : undefined;
}

/** Fills a template in for one number, as codes, into the room that `plainRoom` made for it; returns the length. */
export function fillPlain({ parts }: Template, value: number, codes: Uint8Array): number {
  let at = 0;
  for (const part of parts) {
    const isText = typeof part === 'string';
    if (!isText && part.mode === 'd' && part.width === 0 && value + part.offset >= 0)
      at = putDigits(value + part.offset, codes, at);
    else {
      const text = isText ? part : formatted(value + part.offset, part.width, part.mode);
      for (let i = 0; i < text.length; i++) codes[at++] = text.charCodeAt(i);
    }
  }
  return at;
}

/** Writes a number that is not negative in decimal; returns the offset behind it. */
function putDigits(value: number, codes: Uint8Array, start: number): number {
  let end = start + 1;
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end++;
  let rest = value;
  for (let at = end - 1; at >= start; at--) {
    codes[at] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return end;
}

/** The text for one number. */
export function fillTemplate(template: Template, value: number): string {
  let text = '';
  for (const part of template.parts)
    text += typeof part === 'string' ? part : formatted(value + part.offset, part.width, part.mode);
  return text;
}

function formatted(value: number, width: number, mode: string): string {
  if (mode === 'n' || mode === 'N') return nibbles(value >>> 0, width, mode === 'N');
  // BIND prints with C's %0*d, %0*o and %0*x: a sign counts into the width, the other bases are unsigned.
  if (mode === 'd')
    return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
  const digits = (value >>> 0).toString(mode === 'o' ? 8 : 16).padStart(width, '0');
  return mode === 'X' ? digits.toUpperCase() : digits;
}

/** Nibbles from the lowest, with dots between them; the width counts the dots. */
function nibbles(value: number, width: number, upper: boolean): string {
  const digits = upper ? '0123456789ABCDEF' : '0123456789abcdef';
  let text = '';
  let rest = value;
  let left = width;
  do {
    text += digits[rest & 15] ?? '';
    rest >>>= 4;
    if (left > 0) left--;
    if (left > 0 || rest !== 0) {
      text += '.';
      if (left > 0) left--;
    }
  } while (rest !== 0 || left > 0);
  return text;
}
