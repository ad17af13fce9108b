/** A word of a text and where it stands there. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text that blanks part; a tab parts none (RFC 7208 section 4.5). */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const blank = text.indexOf(' ', start);
    const end = blank < 0 ? text.length : blank;
    if (end > start) words.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return words;
}

/**
 * Words, with those made one that a blank parts by mistake (`ip4: 192.0.2.1`, `- all`), so that they are told once: the
 * first one ends in what asks for more, and both make a term together.
 */
export function sharedWords(words: readonly Word[], isTerm: (word: Word) => boolean): Word[] {
  const shared: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const next = words[i + 1];
    const joined = next ? joinedText(word.text, next.text) : undefined;
    if (next && joined !== undefined && !isTerm(word) && isTerm({ ...word, text: joined })) {
      shared.push({
        text: `${word.text}${' '.repeat(next.start - word.end)}${next.text}`,
        start: word.start,
        end: next.end,
      });
      i++;
    } else shared.push(word);
  }
  return shared;
}

/** What two words are together, where a blank may part them, or stand in the place of a colon; undefined where not. */
function joinedText(text: string, next: string): string | undefined {
  if (isParted(text, next)) return text.replace(DASH, '-') + next;
  if (!NAME_ALONE.test(text) || !/[.:]/.test(next)) return undefined;
  return `${text}${text.toLowerCase() === 'redirect' ? '=' : ':'}${next}`;
}

/** What names something that stands behind it, and is nothing by itself. */
const NAME_ALONE = /^(?:[-~?+]?(?:ip4|ip6|include|exists)|redirect)$/i;

/** Whether a blank may part a term behind its sign or its colon, or before the colon. */
function isParted(text: string, next: string): boolean {
  return OPEN.test(text) || (/^[:=]/.test(next) && OPEN.test(`${text}:`));
}

const OPEN = /^(?:[-~?+\u2010-\u2015\u2212]|[-~?+]?[a-z0-9]{1,8}[:=])$/i;
/** Dashes that editors put in the place of a hyphen. */
const DASH = /^[\u2010-\u2015\u2212]/;
