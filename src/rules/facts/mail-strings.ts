import { LONGEST_STRING } from '../../syntax/split-string.ts';

/** A text as one or more strings in quotation marks, each of at most 255 octets. The text is plain ASCII. */
export function quotedStrings(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&');
  const strings: string[] = [];
  for (let start = 0; start < escaped.length || strings.length === 0; ) {
    let end = Math.min(start + LONGEST_STRING, escaped.length);
    if (end < escaped.length && escaped[end - 1] === '\\' && escaped[end - 2] !== '\\') end--;
    strings.push(`"${escaped.slice(start, end)}"`);
    start = end;
  }
  return strings.join(' ');
}
