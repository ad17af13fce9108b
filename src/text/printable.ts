/**
 * Text of others as a terminal or a notice may have it: control characters could do anything there, and what turns the
 * direction of writing, or has no width, shows another text than there is. Those in `kept` stay.
 */
export function printable(text: string, kept = ''): string {
  return text.replace(UNPRINTABLE, (character) => (kept.includes(character) ? character : '\ufffd'));
}

/**
 * JSON on several lines that a terminal and the log of a CI run may have: what is not printable, or begins a command there
 * (`##vso[`), is escaped, and reads as the same value.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(
    UNPRINTABLE_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.includes('##') ? text.replace(/#(?=#[a-z]*\[)/gi, '\\u0023') : text;
}

// Of what is below U+0020 JSON leaves only the ends of its own lines, a million of them.
const UNPRINTABLE_IN_JSON = /[\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;
const UNPRINTABLE = new RegExp(`[\\0-\\x1f]|${UNPRINTABLE_IN_JSON.source}`, 'g');
