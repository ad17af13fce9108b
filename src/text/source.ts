/**
 * How a file's bytes became text: decides which bytes a character beyond ASCII stands for in a name or a string.
 * Files are read as UTF-8, and as Latin-1 where they are not valid UTF-8.
 */
export type Encoding = 'utf8' | 'latin1';

/**
 * Text as the scanner reads it: one code an UTF-16 unit. Where all is ASCII the codes are the text and no string is
 * kept; elsewhere `text` has it and the codes stand for it (see `codeOf`).
 */
export interface SourceText {
  readonly codes: Uint8Array;
  readonly text: string | undefined;
  readonly encoding: Encoding;
}

/** Bytes of the largest text beyond ASCII that is read: more no string holds. */
export const LARGEST_TEXT = 2 ** 29 - 24;

/** Codes for characters beyond ASCII that the scanner tells apart. */
const OTHER_CHARACTER = 0x80;
/** The class of a byte order mark. */
export const BYTE_ORDER_MARK = 0x81;
const NO_BREAK_SPACE = 0x82;
const TYPOGRAPHIC_QUOTE = 0x83;

/** Whether bytes are a zone in BIND's raw format, as secondaries keep it where nobody says otherwise: there is no text to read. */
export function isRawZone(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0 && bytes[3] === 2;
}

/**
 * Reads bytes as UTF-8; where they are not valid UTF-8, as Latin-1, so that what is written back is what was read.
 * `isKnownAscii` says whether all are ASCII, where somebody has looked.
 */
export function sourceOfBytes(bytes: Uint8Array, isKnownAscii?: boolean): SourceText {
  // A subclass such as Node's Buffer would make the hot loops see two kinds of arrays.
  const codes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isKnownAscii ?? isAscii(codes)) return { codes, text: undefined, encoding: 'utf8' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { codes: codesOf(text), text, encoding: 'utf8' };
  } catch {
    const text = latin1(bytes);
    return { codes: codesOf(text), text, encoding: 'latin1' };
  }
}

/** The same for text that is held already, such as an editor's; `isStart` where it is the start of a file. */
export function sourceOfText(text: string, encoding: Encoding = 'utf8', isStart = true): SourceText {
  const bytes = new Uint8Array(text.length);
  const { read, written } = new TextEncoder().encodeInto(text, bytes);
  // Whatever is not ASCII takes more bytes than units.
  if (read === text.length && written === text.length) return { codes: bytes, text: undefined, encoding };
  return { codes: codesOf(text, isStart), text, encoding };
}

/** Texts of one encoding, one behind the other. */
export function joinedSource(sources: readonly [SourceText, ...SourceText[]]): SourceText {
  const codes = new Uint8Array(sources.reduce((sum, source) => sum + source.codes.length, 0));
  let at = 0;
  for (const source of sources) {
    codes.set(source.codes, at);
    at += source.codes.length;
  }
  const isAscii = sources.every(({ text }) => text === undefined);
  const text = isAscii ? undefined : sources.map((source) => source.text ?? asciiText(source.codes)).join('');
  return { codes, text, encoding: sources[0].encoding };
}

/** Part of a text. */
export function partOfSource({ codes, text, encoding }: SourceText, start: number, end = codes.length): SourceText {
  return { codes: codes.subarray(start, end), text: text?.slice(start, end), encoding };
}

/** Below so many characters a decoder takes longer to call than to do without. */
const SHORT = 16;

/** The text of codes from one offset to another, which are all ASCII; of a line that no string holds its beginning. */
export function asciiText(codes: Uint8Array, start = 0, end = codes.length): string {
  if (end - start > SHORT) return ASCII.decode(codes.subarray(start, Math.min(end, start + LARGEST_TEXT)));
  let text = '';
  let at = start;
  for (; at + 4 <= end; at += 4)
    text += String.fromCharCode(
      codes[at] as number,
      codes[at + 1] as number,
      codes[at + 2] as number,
      codes[at + 3] as number,
    );
  for (; at < end; at++) text += String.fromCharCode(codes[at] as number);
  return text;
}

const ASCII = new TextDecoder('utf-8');

function isAscii(bytes: Uint8Array): boolean {
  // So few may end before a word begins, where none can be read.
  if (bytes.length < 4) return bytes.every((code) => code < 128);
  const head = (4 - (bytes.byteOffset & 3)) & 3;
  for (let i = 0; i < head; i++) if ((bytes[i] as number) > 127) return false;
  const wordCount = (bytes.length - head) >> 2;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + head, wordCount);
  for (let i = 0; i < wordCount; i++) if (((words[i] as number) & 0x80808080) !== 0) return false;
  for (let i = head + wordCount * 4; i < bytes.length; i++) if ((bytes[i] as number) > 127) return false;
  return true;
}

/** Whether two texts are the same, and were read in the same way. */
export function isSameSource(a: SourceText, b: SourceText): boolean {
  if (a === b) return true;
  if (a.encoding !== b.encoding || a.text !== b.text) return false;
  return a.text !== undefined || areSameCodes(a.codes, b.codes);
}

/** Whether a text is that of a source, without making another one of it: a large one would take its memory once more. */
export function isTextOf(text: string, source: SourceText): boolean {
  if (source.text !== undefined || text.length !== source.codes.length) return source.text === text;
  const bytes = new Uint8Array(Math.min(text.length, COMPARED_AT_ONCE));
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; at += COMPARED_AT_ONCE) {
    const end = Math.min(at + COMPARED_AT_ONCE, text.length);
    const { written } = encoder.encodeInto(text.slice(at, end), bytes);
    if (written < end - at || !areSameCodes(bytes.subarray(0, end - at), source.codes.subarray(at, end))) return false;
  }
  return true;
}

/** Units of a text: they stay in the processor's cache. A multiple of four. */
const COMPARED_AT_ONCE = 64 * 1024;

/** Whether codes are the same: four at a time where they lie so. */
export function areSameCodes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  // Fewer than four may end before a word begins, and words are read from the beginning of one only.
  if (a.length > 3 && ((a.byteOffset ^ b.byteOffset) & 3) === 0) {
    for (; at < a.length && ((a.byteOffset + at) & 3) !== 0; at++) if (a[at] !== b[at]) return false;
    const wordCount = (a.length - at) >> 2;
    const wordsA = new Int32Array(a.buffer, a.byteOffset + at, wordCount);
    const wordsB = new Int32Array(b.buffer, b.byteOffset + at, wordCount);
    for (let i = 0; i < wordCount; i++) if (wordsA[i] !== wordsB[i]) return false;
    at += wordCount * 4;
  }
  for (; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The bytes of a text, in the encoding it was read in. */
export function bytesOf(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A byte order mark is one at the start of a file only. */
function codesOf(text: string, isStart = true): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    codes[i] = codeOf(unit);
  }
  if (isStart && text.charCodeAt(0) === 0xfeff) codes[0] = BYTE_ORDER_MARK;
  return codes;
}

/** The code that stands for a unit within a text. */
export function codeOf(unit: number): number {
  if (unit < 128) return unit;
  if (unit === 0xa0) return NO_BREAK_SPACE;
  return unit >= 0x2018 && unit <= 0x201f ? TYPOGRAPHIC_QUOTE : OTHER_CHARACTER;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
