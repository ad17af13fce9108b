/** One character-string of rdata as written (RFC 1035 section 5.1). Offsets include quotation marks, `text` does not. */
export interface StringWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** A stretch of joined text in the words it comes from: word numbers, and offsets from the start of each of the two. */
export interface JoinedPlace {
  readonly first: number;
  readonly from: number;
  readonly last: number;
  readonly to: number;
}

/**
 * The strings of a record as one text, without blanks between them (RFC 7208 section 3.3, RFC 6376 section 3.6.2.2), with
 * the way back to what is written. Escapes are read; octets above 127 that are escaped stand as one character each.
 */
export class JoinedText {
  readonly words: readonly StringWord[];
  readonly text: string;
  /** Where the second string and those behind it begin. */
  readonly joints: readonly number[];
  #sources: Sources | undefined;

  constructor(words: readonly StringWord[]) {
    this.words = words;
    const joints: number[] = [];
    let text = '';
    for (const word of words) {
      if (word !== words[0]) joints.push(text.length);
      text += word.text.includes('\\') ? decoded(word.text) : word.text;
    }
    this.text = text;
    this.joints = joints;
  }

  /** Where a stretch of the text is written; an empty one behind the character before it. */
  place(start: number, end: number): JoinedPlace {
    const { starts, ends, wordOf } = this.#source();
    const { length } = this.text;
    if (length === 0 || (start >= end && start === 0)) {
      const from = this.words[0]?.quoted ? 1 : 0;
      return { first: 0, from, last: 0, to: from };
    }
    const at = (index: number): number => Math.min(Math.max(index, 0), length - 1);
    const isEmpty = start >= end;
    const [one, other] = isEmpty ? [at(start - 1), at(start - 1)] : [at(start), at(end - 1)];
    const from = (isEmpty ? ends : starts)[one] as number;
    return { first: wordOf[one] as number, from, last: wordOf[other] as number, to: ends[other] as number };
  }

  #source(): Sources {
    this.#sources ??= sourcesOf(this.words, this.text.length);
    return this.#sources;
  }
}

/** By character of the joined text: where it begins and ends in its word, and which word that is. */
interface Sources {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly wordOf: Int32Array;
}

function sourcesOf(words: readonly StringWord[], length: number): Sources {
  const sources = { starts: new Int32Array(length), ends: new Int32Array(length), wordOf: new Int32Array(length) };
  let count = 0;
  words.forEach(({ text, quoted }, index) => {
    const inner = quoted ? 1 : 0;
    for (let i = 0; i < text.length; count++) {
      const unit = unitLength(text, i);
      sources.starts[count] = inner + i;
      sources.ends[count] = inner + i + unit;
      sources.wordOf[count] = index;
      i += unit;
    }
  });
  return sources;
}

function decoded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; ) {
    const unit = unitLength(text, i);
    if (unit === 4) out += String.fromCharCode(Number(text.slice(i + 1, i + 4)) & 255);
    else out += text.charAt(i + unit - 1);
    i += unit;
  }
  return out;
}

/** How many characters write the one at `i`: `\DDD` four, `\X` two. */
function unitLength(text: string, i: number): number {
  if (text.charCodeAt(i) !== BACKSLASH || i + 1 === text.length) return 1;
  for (let digit = 1; digit <= 3; digit++) if (!isDigit(text.charCodeAt(i + digit))) return 2;
  return 4;
}

const BACKSLASH = 92;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
