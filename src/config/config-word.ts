import type { ConfigurationFault, Located } from './configuration.ts';

/** One word of nsd.conf or a Corefile. The range leaves quotation marks out, `start` and `end` include them. */
export interface ConfigWord extends Located {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly quoted: boolean;
}

/** How words are read that begin at an offset. */
export interface WordReader {
  quotedAt(text: string, start: number, line: number, faults: ConfigurationFault[]): ConfigWord;
  bareAt(text: string, start: number, line: number): ConfigWord;
}

/** The words of a configuration, quoted or ended by blanks; `#` begins a comment where a word could begin. */
export function scanWords(text: string, reader: WordReader, faults: ConfigurationFault[]): ConfigWord[] {
  const words: ConfigWord[] = [];
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '\n') {
      line++;
      at++;
    } else if (isBlank(character)) {
      at++;
    } else if (character === '#') {
      at = lineEnd(text, at);
    } else {
      const word = character === '"' ? reader.quotedAt(text, at, line, faults) : reader.bareAt(text, at, line);
      words.push(word);
      at = word.end;
    }
  }
  return words;
}

/** The word from `start` to the next blank, line end or character of `ends`. */
export function bareWord(text: string, start: number, line: number, ends = ''): ConfigWord {
  let end = start + 1;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (isBlank(character) || character === '\n' || ends.includes(character)) break;
  }
  return { text: text.slice(start, end), range: { start, end }, start, end, line, quoted: false };
}

/** Whether a character parts words as blanks do; a byte order mark and NUL count as blanks. */
export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\ufeff' || character === '\0';
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
