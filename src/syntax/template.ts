import { phrase } from '../language/phrase.ts';
import { shortened } from './token.ts';

/** What tells that a line is not written for a DNS server, but for a program that makes zone files of it. */
export interface TemplateMark {
  /** In the text looked at. */
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  /** It steers the template (loops, conditions): what stands between such lines means nothing by itself. */
  readonly isControl: boolean;
  /** Windows' server writes it. */
  readonly isOfWindows?: true;
  /** However many there are, the lines without it mean what they say. */
  readonly isOfLine?: true;
  /** No template: a line of a merge conflict of git. The middle one may be a line of another kind where it stands alone. */
  readonly ofConflict?: 'side' | 'middle';
}

/**
 * Looks for template syntax in the text of a record that could not be read. Strings and comments may hold anything
 * (`exists:%{i}` in SPF), so that only what stands outside of them tells.
 */
export function templateMarkOf(row: string): TemplateMark | undefined {
  const text = row.length > LONGEST_ROW ? row.slice(0, LONGEST_ROW) : row;
  const bare = text.replace(STRING_OR_COMMENT, blanked);
  for (const form of FORMS) {
    const match = form.pattern.exec(bare);
    if (!match) continue;
    const found = match[1] ?? match[0];
    const offset = match.index + match[0].indexOf(found);
    return {
      offset,
      length: found.length,
      message: form.message(shortened(text.slice(offset, offset + found.length)).trimEnd()),
      isControl: form.isControl,
      ...(form.isOfWindows ? { isOfWindows: true } : {}),
      ...(form.isOfLine ? { isOfLine: true } : {}),
      ...(form.ofConflict ? { ofConflict: form.ofConflict } : {}),
    };
  }
  return undefined;
}

/** Whether a part of a name stands for something that a template fills in; names of hosts never do. */
export function holdsPlaceholder(name: string): boolean {
  return /[^\w.-]/.test(name) && templateMarkOf(name.replace(/\\(?=\D)/g, '')) !== undefined;
}

const LONGEST_ROW = 4000;
const STRING_OR_COMMENT = /\\[^\n]|"(?:[^"\\\n]|\\[^\n])*"?|;[^\n]*/g;

/** As long as before; of a string something is left, of a comment nothing. */
function blanked(part: string): string {
  if (part.startsWith('\\')) return part;
  return (part.startsWith('"') ? '"' : ' ').repeat(part.length);
}

interface Form {
  readonly pattern: RegExp;
  readonly isControl: boolean;
  readonly isOfWindows?: true;
  readonly isOfLine?: true;
  readonly ofConflict?: 'side' | 'middle';
  readonly message: (found: string) => string;
}

const steers = (found: string): string =>
  phrase`"${found}" belongs to a template: this is not a zone file yet, and is not checked as one`;
const fillsIn = (found: string): string =>
  phrase`"${found}" stands for something that a template fills in: lines like this one are not checked`;
const conflict = (): string =>
  phrase`A merge conflict of git: keep one side, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>`;

/** Each pattern is linear: no two of its repeats can take the same characters. */
const FORMS: readonly Form[] = [
  // Inside a record too, as most conflicts are about a serial.
  { pattern: /^(?:<{7}|\|{7}|>{7})[ \t][^\r\n]{0,200}/m, isControl: false, ofConflict: 'side', message: conflict },
  { pattern: /^={7}(?=\r?$)/m, isControl: false, ofConflict: 'middle', message: conflict },
  {
    pattern: /\{%[^\n]{0,200}|\{#[^\n]{0,200}|<%(?!=)[^\n]{0,200}|<\?(?:php\b|xml\b)?(?!=)[^\n]{0,200}/,
    isControl: true,
    message: steers,
  },
  {
    pattern: /\[%-?[ \t]*(?:FOR(?:EACH)?|IF|UNLESS|ELSE|ELSIF|END|SET|BLOCK|INCLUDE|WHILE)\b[^\n]{0,200}/i,
    isControl: true,
    message: steers,
  },
  {
    pattern: /\{\{-?[ \t]*(?:#|\/|(?:range|if|else|end|with|define|template|include|each|block)\b)[^\n}]{0,200}\}{0,2}/,
    isControl: true,
    message: steers,
  },
  {
    pattern:
      /%\{~?[ \t]*(?:for|endfor|if|else|endif)\b[^\n}]{0,200}\}?|^%[ \t]*(?:for|endfor|if|elif|else|endif|while|endwhile)\b[^\n]{0,200}/,
    isControl: true,
    message: steers,
  },
  {
    pattern: /\{\/?(?:foreach|section|if|else|elseif|for|while|include|literal)\b[^\n}]{0,200}\}/,
    isControl: true,
    message: steers,
  },
  {
    pattern: /^(?:define|undefine|ifdef|ifelse|include|divert|changequote|m4_[a-z]{1,40})\(|(?<=[\s)])dnl$/,
    isControl: true,
    message: steers,
  },
  { pattern: /\|\*(?:if|else|elseif|endif)\b[^\n|]{0,200}\|?/, isControl: true, message: steers },
  {
    // Of the preprocessor of C, Velocity and Cheetah: other words behind a "#" are a comment.
    pattern:
      /^#(?:(?:define|undef|ifn?def)[ \t]+[A-Za-z_][^\n]{0,200}|endif\b|include[ \t]*<[^\n]{0,200}|(?:set|foreach|if|elseif)[ \t]*\([^\n]{0,200}|end(?:[ \t]+(?:if|for))?[ \t]*$)/,
    isControl: true,
    message: steers,
  },
  { pattern: /<\/?TMPL_(?!VAR)[A-Z]{2,20}\b[^\n>]{0,200}>?/i, isControl: true, message: steers },
  {
    // Not a macro of SPF.
    pattern:
      /(?!(?<=%)\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]{0,7}\})\{\$?[A-Za-z_][^\s{}]{0,60}\}|\{\d{1,2}\}|(?<![^ \t.(])\{\}|<\?=[^\n]{0,200}|\[%[^\n%]{0,200}(?:%\])?/,
    isControl: false,
    message: fillsIn,
  },
  { pattern: /%\([A-Za-z_][A-Za-z0-9_.]{0,60}\)[a-z]/, isControl: false, message: fillsIn },
  { pattern: /\{\{[^\n}]{0,200}\}{0,2}|<%=[^\n%]{0,200}(?:%>)?/, isControl: false, message: fillsIn },
  { pattern: /(?<![A-Za-z0-9])@[A-Za-z][A-Za-z0-9_.-]{0,60}@(?![A-Za-z0-9])/, isControl: false, message: fillsIn },
  {
    // The text of a record ends before the parenthesis that closes it.
    pattern: /\$\{[A-Za-z_][^\s}]{0,60}\}|\$\(\$?[A-Za-z_][^\s)]{0,60}(?:\)|$)|\(\([A-Za-z_][^\s()]{0,60}(?:\)\)|\)?$)/,
    isControl: false,
    message: fillsIn,
  },
  { pattern: /%[A-Za-z_][A-Za-z0-9_]{1,60}%|__[A-Za-z][A-Za-z0-9_]{0,60}__/, isControl: false, message: fillsIn },
  {
    // Not a directive behind a blank.
    pattern:
      /(?:[ \t]|[A-Za-z0-9_-]\.)(\$(?!(?:origin|ttl|include|generate)s?(?![A-Za-z0-9_]))[A-Za-z_][A-Za-z0-9_]{0,60}\$?)(?:(?![^ \t\r\n.])|(?=->))/i,
    isControl: false,
    message: fillsIn,
  },
  {
    // An owner: what a directive holds is neither a class nor a type.
    pattern:
      /^(\$[A-Za-z_][A-Za-z0-9_]{0,60}\$?)(?:(?:\.|->)[^\s"]{0,255})?[ \t]+(?:\d\w{0,10}[ \t]+)?(?:IN[ \t]+)?(?:SOA|NS|A|AAAA|MX|CNAME|PTR|TXT|SRV)[ \t]/i,
    isControl: false,
    message: fillsIn,
  },
  {
    // Not a page in HTML.
    pattern:
      /<(?!(?:a|b|body|br|code|div|font|form|h\d|head|hr|html|i|img|li|link|meta|p|pre|script|span|style|table|td|th|title|tr|ul)\b)\/?\$?[A-Za-z_\u0080-\uffff][A-Za-z0-9_.:="/ \u0080-\uffff-]{0,100}>|\[\[[^\n\]]{1,200}(?:\]\])?/,
    isControl: false,
    message: fillsIn,
  },
  {
    pattern:
      /(?<=^|[ \t.(])\[[A-Za-z][A-Za-z0-9_ -]{1,60}\]|(?<=[ \t.(])#{1,3}[A-Z][A-Z0-9_]{1,60}#{1,3}(?![A-Za-z0-9])/,
    isControl: false,
    message: fillsIn,
  },
  { pattern: /(?<![A-Za-z0-9%\\])%(?:\d\$)?[sdu](?![A-Za-z0-9%])/, isControl: false, message: fillsIn },
  { pattern: /<<[ \t]*[A-Za-z.$][^\n<>]{0,200}>>|`[^`'\n]{1,200}`/, isControl: false, message: fillsIn },
  { pattern: /\|[A-Z][A-Z0-9_]{1,60}\|/, isControl: false, message: fillsIn },
  {
    pattern: /\[(?:AGE|Aging):\d{1,12}\]/i,
    isControl: false,
    isOfWindows: true,
    message: (found) => phrase`"${found}" is how Windows DNS notes the age of a record: other servers can't read it`,
  },
  {
    pattern: /^[.&=+@'^CZ:-][^\s:"]{1,255}:[^\s"]{0,255}:[^\s"]{0,255}/,
    isControl: false,
    message: (found) => phrase`"${found}" is a line of tinydns-data, not of a zone file`,
  },
  {
    pattern: /(?<=[ \t])DYN[AC](?=[ \t]+[\w-])/,
    isControl: false,
    isOfLine: true,
    message: (found) => phrase`"${found}" is a record of gdnsd: other servers refuse it`,
  },
  {
    pattern: /[ \t](~)$/,
    isControl: false,
    message: () => phrase`A record that ends in "~" is of MaraDNS, not of a zone file as other servers read it`,
  },
];
