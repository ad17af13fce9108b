import { parseIp4 } from '../dns/ip4.ts';
import { parseIp6 } from '../dns/ip6.ts';

/** The most that is read of a paste, in characters: a bounce with its whole message is smaller, and the reply stands first. */
export const MOST_TEXT = 1 << 20;

/**
 * A paste as the servers wrote it, as far as that can be told: line ends that were escaped, quoting of replies, numbers
 * before lines, quoted-printable, HTML and disguised addresses are undone. Lines stay lines. Never throws.
 */
export function unwrap(paste: string): string {
  let text = paste.length > MOST_TEXT ? paste.slice(0, MOST_TEXT) : paste;
  text = withoutControls(text);
  text = withoutEscapes(withoutJson(text));
  text = fromQuotedPrintable(fromEncodedWords(fromBase64(withoutMargins(text))));
  text = fromQuotedPrintable(withoutMargins(fromHtml(text)));
  text = fromQmailLog(text);
  text = undisguised(text);
  return joinedAddresses(withoutTerminal(text));
}

/** Terminal colours, invisible characters and the different line ends and blanks of the world. */
function withoutControls(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
      .replace(/\u001b\[[0-9;]{0,20}[A-Za-z]/g, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Line ends as logs (`\n` of Exim, `#012` of rsyslog) and JSON write them; one at the end of a line is that end. */
function withoutEscapes(text: string): string {
  return text
    .replace(/(?:(?:\\r)?\\n|\\r|#015#012|#012)\n?/g, '\n')
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\t/g, ' ')
    .replace(/\\(["'/])/g, '$1');
}

/** The long texts among the values of JSON begin lines of their own, as a log entry or a header field does. */
function withoutJson(text: string): string {
  if (!/^\s{0,80}[[{]/.test(text)) return text;
  return text.replace(/("[\w-]{1,40}" ?: ?)(?="[^"]{60})/g, '$1\n\n');
}

/** RFC 2045 section 6.7. What looks like a code is only read as one where soft line breaks, or letters of UTF-8 in codes, show that the text has them. */
function fromQuotedPrintable(text: string): string {
  if (!/=\n|=3D|(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}){2}/.test(text)) return text;
  // A log line ends in an empty `helo=` too.
  const joined = text.replace(/(\b(?:helo|from|to|proto|sasl_username))?=\n/gi, (whole, key) => (key ? whole : ''));
  if (!/=3D|=20|=[C-F][0-9A-F]=|[A-Za-z]=[C-F][0-9A-F][a-z]/.test(joined)) return joined;
  return fromCodes(joined);
}

function fromCodes(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2}){1,400}/g, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split('='), (code) => Number.parseInt(code, 16));
    return textOfBytes(bytes);
  });
}

/** Most mail is UTF-8; what is not was written in a western code page before that. */
function textOfBytes(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

const BASE64_FIELD = /^content-transfer-encoding:[ \t]{0,10}base64[ \t]{0,10}$/gim;
const BASE64_LINES = /^\s{0,20}(?:[A-Za-z0-9+/]{1,1000}={0,2}(?:\n|$)){0,2000}/;
const MOST_BASE64 = 1 << 17;
/** Characters in which the other fields of a part stand. */
const MOST_FIELDS = 2000;

/** The parts of a mail that are text in base64 (RFC 2045 section 6.8); others are left as they stand. */
function fromBase64(text: string): string {
  let read = '';
  let last = 0;
  for (const { index } of text.matchAll(BASE64_FIELD)) {
    const from = Math.max(last, index - MOST_FIELDS);
    const end = text.slice(index, index + MOST_FIELDS).indexOf('\n\n');
    if (index < last || end < 0) continue;
    const blank = index + end;
    const fields = text.slice(from, blank).split('\n\n').at(-1) ?? '';
    if (/^content-type:(?![ \t]{0,10}(?:text|message)\/)/im.test(fields)) continue;
    const [body = ''] = BASE64_LINES.exec(text.slice(blank, blank + MOST_BASE64)) ?? [];
    read += `${text.slice(last, blank)}\n\n${textOfBase64(body)}\n`;
    last = blank + body.length;
  }
  return read + text.slice(last);
}

/** What is not ASCII in a field (RFC 2047). */
function fromEncodedWords(text: string): string {
  return text.replace(
    /=\?[\w-]{1,40}\?(?:q\?([!->@-~]{1,200})|b\?([A-Za-z0-9+/]{1,200}={0,2}))\?=/gi,
    (_, quoted: string | undefined, base64 = '') =>
      quoted === undefined ? textOfBase64(base64) : fromCodes(quoted.replaceAll('_', ' ')),
  );
}

/** Whole groups of four characters alone, so that a part that is cut off can be read so far. */
function textOfBase64(body: string): string {
  const codes = body.replace(/[\s=]/g, '');
  const bytes = Uint8Array.from(atob(codes.slice(0, codes.length - (codes.length % 4 === 1 ? 1 : 0))), (character) =>
    character.charCodeAt(0),
  );
  return textOfBytes(bytes);
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#34': '"',
  '#160': ' ',
  '#64': '@',
};

/** The tags that mail programs put around text: `<mail.example.com>` is none of them. */
function fromHtml(text: string): string {
  const bare = text
    .replace(/<(?:br|p|div|tr|li|h[1-6])(?: [^<>]{0,300})?\/?>\n?/gi, '\n')
    .replace(/<\/?(?:b|i|u|em|strong|span|font|pre|code|tt|body|html|small|a|blockquote)(?: [^<>]{0,500})?>/gi, '')
    .replace(/<\/?(?:p|div|tr|td|th|li|ul|ol|table|tbody|h[1-6])(?: [^<>]{0,500})?>/gi, ' ');
  return bare.replace(/&(#?[a-z0-9]{2,6});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

/** Quoting marks, code fences, line numbers and indentation before the lines. */
function withoutMargins(text: string): string {
  const lines = withoutNumbers(text.split('\n').map(withoutMarks)).map(withoutMarks);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]{0,40}/.exec(line)?.[0].length ?? 0);
  const common = indents.reduce((least, indent) => Math.min(least, indent), 40);
  return lines.map((line) => line.slice(common)).join('\n');
}

function withoutMarks(line: string): string {
  if (/^[ \t]{0,40}`{3,10}\w{0,20}[ \t]{0,10}$/.test(line)) return '';
  // A transcript of Sendmail writes ">>> DATA" for what was sent and "<<< 550" for what came back.
  if (/^[ \t]{0,40}>>> [A-Z]{4}\b/.test(line)) return line;
  return line.replace(/^(?:[ \t]{0,40}[>|](?![>\w]{3}))+ ?/, '').replace(/^[ \t]{0,40}<<< /, '');
}

/** Numbers of lines count up; three in a row are enough to tell them from numbers of the text. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  let last = 0;
  let run = 0;
  for (const line of lines.slice(0, 200)) {
    const number = Number(/^[ \t]{0,10}(\d{1,4})[.:)](?:[ \t]|$)/.exec(line)?.[1]);
    if (number > last) run++;
    if (number > last) last = number;
  }
  return run < 3 ? lines : lines.map((line) => line.replace(/^[ \t]{0,10}\d{1,4}[.:)](?:[ \t]|$)/, ''));
}

/** The log of qmail writes a reply as one word: `failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_...`. */
function fromQmailLog(text: string): string {
  return text.replace(/\b((?:failure|deferral):\s{1,50})(\S{20,4000})/g, (_, start: string, words: string) =>
    words.includes('_') ? start + words.replace(/\/(?!\/)/g, '\n').replaceAll('_', ' ') : start + words,
  );
}

/** Addresses and links that somebody made harmless before showing them. */
function undisguised(text: string): string {
  return text
    .replace(/\[(?:\.|dot|punkt)\]|\((?:\.|dot|punkt)\)|\{\.\}/gi, '.')
    .replace(/\[:\]/g, ':')
    .replace(/\[(?:at|@)\]/gi, '@')
    .replace(/\bhxxp/gi, 'http')
    .replace(/\bipv6:(?=[0-9a-f:]{2})/gi, 'ipv6 ');
}

/** The widths of terminals: a line that fills one goes on in the next. */
const WIDTHS = new Set([79, 80, 100, 120, 132]);

/** A terminal breaks lines at its width, in the middle of words; copied, the pieces are lines. */
function withoutTerminal(text: string): string {
  const lines = text.split('\n');
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isFull = (line: string | undefined): boolean => line?.length === width && /[\w.:[(<=/-]$/.test(line);
  const fullCount = lines.filter(isFull).length;
  if (width < 60 || (fullCount < 2 && !WIDTHS.has(width))) return text;
  let result = lines[0] ?? '';
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    result += isFull(lines[i - 1]) && /^(?![A-Z][\w-]{1,40}:)[\w.:\])>=/-]/.test(line) ? line : `\n${line}`;
  }
  return result;
}

/** Addresses that a narrow terminal broke in two. */
function joinedAddresses(text: string): string {
  return text
    .replace(/(?<![\w.])([\d.]{1,14})\n[ \t]{0,40}([\d.]{1,14})(?![\w.]*\w)/g, (whole, head: string, tail: string) => {
      const [rest = ''] = /^[\d.]*\d/.exec(tail) ?? [];
      const isBroken =
        parseIp4(head) === undefined && parseIp4(rest) === undefined && parseIp4(head + rest) !== undefined;
      return isBroken && (head.includes('.') || tail.startsWith('.')) ? head + tail : whole;
    })
    .replace(
      /(?<![\w:])([0-9a-f:]{3,38})\n[ \t]{0,40}([0-9a-f:]{1,38})(?![\w:])/gi,
      (whole, head: string, tail: string) => {
        const isBroken = head.includes(':') && parseIp6(head) === undefined && parseIp6(head + tail) !== undefined;
        return isBroken && !/^[45]\d\d$/.test(tail) ? head + tail : whole;
      },
    )
    .replace(/(\[[0-9a-f]{1,4}[0-9a-f.:]{1,40})\n[ \t]{0,40}(?=[0-9a-f.:]{1,40}[\] ])/gi, '$1');
}
