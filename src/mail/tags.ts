import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';

/** One `name=value` of a list. Offsets are in the joined text; `value` is without the blanks around it. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

/** A list of tags (RFC 6376 section 3.2), in their order. */
export interface TagList {
  readonly tags: readonly Tag[];
  readonly faults: readonly MailFault[];
}

/** Takes `name=value; name=value` apart. Empty places between semicolons are passed over, as receivers do. */
export function parseTags(text: string): TagList {
  const tags: Tag[] = [];
  const faults: MailFault[] = [];
  for (let start = 0; start <= text.length; ) {
    const semicolon = text.indexOf(';', start);
    const end = semicolon < 0 ? text.length : semicolon;
    const piece = trimmed(text, start, end);
    start = end + 1;
    if (piece.start === piece.end) continue;
    const tag = readTag(text, piece);
    if ('message' in tag) faults.push(tag);
    else tags.push(tag);
  }
  return { tags, faults };
}

/** The first tag of a name; names are told apart by case (RFC 6376 section 3.2). */
export function tagNamed(list: TagList, name: string): Tag | undefined {
  return list.tags.find((tag) => tag.name === name);
}

/** The words that a character parts, each with its place. */
export function wordsOf(tag: Tag, separator: string): readonly { readonly text: string; readonly start: number }[] {
  const words: { text: string; start: number }[] = [];
  let start = 0;
  for (const part of tag.value.split(separator)) {
    const lead = part.length - part.trimStart().length;
    words.push({ text: part.trim(), start: tag.valueStart + start + lead });
    start += part.length + separator.length;
  }
  return words;
}

/** The first tag that stands a second time: receivers pass over the record (RFC 6376 section 3.2). More follow where all was pasted twice. */
export function repeatedTags({ tags }: TagList): readonly MailFault[] {
  const again = tags.find(({ name }, place) => tags.findIndex((tag) => tag.name === name) < place);
  return again ? [{ start: again.start, end: again.end, message: phrase`"${again.name}" stands twice` }] : [];
}

/**
 * Where a semicolon is missing: a value with a blank and `name=` behind it, of one of the names that are known. Of values
 * that hold such a thing by themselves nothing is said.
 */
export function missingSemicolons(list: TagList, known: ReadonlySet<string>): readonly MailFault[] {
  const faults: MailFault[] = [];
  for (const { value, valueStart } of list.tags) {
    for (let at = value.indexOf(' '); at >= 0; at = value.indexOf(' ', at + 1)) {
      let from = at;
      while (value[from] === ' ') from++;
      const equals = value.indexOf('=', from);
      if (equals < 0 || equals - from > LONGEST_NAME) continue;
      const name = value.slice(from, equals).trim();
      if (!known.has(name) || at !== value.slice(0, from).trimEnd().length) continue;
      const end = valueStart + at;
      const meant = {
        // What stands in its place: "v=STSv1, id=1".
        start: /[,:.]/.test(value.charAt(at - 1)) ? end - 1 : end,
        end,
        text: ';',
        title: phrase`Add the semicolon before "${name}="`,
        isSure: true,
      } as const;
      faults.push({
        start: valueStart + from,
        end: valueStart + equals,
        message: phrase`";" is missing before "${name}="`,
        meant,
      });
    }
  }
  return faults;
}

const LONGEST_NAME = 16;

/** A text in which the semicolons that are missing stand, each in the place of one character. */
export function withSemicolons(text: string, missing: readonly MailFault[]): string {
  let whole = text;
  for (const { meant } of missing) if (meant) whole = `${whole.slice(0, meant.start)};${whole.slice(meant.start + 1)}`;
  return whole;
}

/** What is wrong where a record begins with its version, and not with `v=` before it; in place of that it is no tag. */
export function bareVersion(text: string, { faults, tags }: TagList, version: string): MailFault | undefined {
  const [first] = faults;
  if (!first || tags.some(({ start }) => start < first.start)) return undefined;
  const { start, end } = first;
  const word = text.slice(start, end);
  if (word.toLowerCase() !== version.toLowerCase()) return undefined;
  const meant = { start, end, text: `v=${version}`, title: phrase`Begin with "v=${version}"` };
  return { start, end, message: phrase`"v=" is missing before "${word}"`, meant };
}

/** The type once more before the text, unquoted: it became the beginning of the text. */
export function typeBefore(text: string, version: string): MailFault | undefined {
  if (!/^TXT\s{0,8}v=/i.test(text)) return undefined;
  const rest = text.slice(3).trimStart();
  if (!rest.toLowerCase().startsWith(`v=${version}`.toLowerCase())) return undefined;
  const title = phrase`Delete "${text.slice(0, 3)}"`;
  const message = phrase`"${text.slice(0, 3)}" stands twice, and is part of the text, which must begin with "v=${version}"`;
  return { start: 0, end: 3, message, meant: { start: 0, end: text.length, text: rest, title } };
}

/** The names that begin behind a semicolon that is missing: their tags are there, and told as that. */
export function gluedNames(text: string, faults: readonly MailFault[]): ReadonlySet<string> {
  return new Set(faults.map(({ start, end }) => text.slice(start, end).trim()));
}

function readTag(text: string, piece: { readonly start: number; readonly end: number }): Tag | MailFault {
  const { start, end } = piece;
  const equals = text.indexOf('=', start);
  if (equals < 0 || equals >= end)
    return { start, end, message: phrase`"${shortened(text.slice(start, end))}" is no tag: "name=value" is expected` };
  const value = trimmed(text, equals + 1, end);
  const name = text.slice(start, equals).trim();
  return { name, value: text.slice(value.start, value.end), start, end, valueStart: value.start };
}

function trimmed(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10;
}

/** A text as a message shows it: of a long one the beginning. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
