import type { Unit } from './units.ts';

/** What a server answered: a stretch of a unit that begins with its code (RFC 5321 section 4.2). */
export interface Reply {
  /** Offsets in the text of the unit; the code is at the start. */
  readonly start: number;
  readonly end: number;
  /** Three digits; undefined where only an enhanced code (RFC 3463) stands there. */
  readonly code: string | undefined;
  readonly enhanced: string | undefined;
  /** Its words in lower case without the codes between its lines, with single blanks. */
  readonly words: string;
  /** It stands for all of its unit, as what it means is said outside the reply. */
  readonly isWhole?: true;
}

/** The refusals among the replies that a unit quotes, in its order: those of codes 4xx and 5xx. */
export function repliesIn(unit: Unit): readonly Reply[] {
  const { text } = unit;
  const marks = codesIn(text);
  const replies: Reply[] = [];
  for (let i = 0; i < marks.length; ) {
    const first = marks[i] as Mark;
    let next = i + 1;
    const limit = endOfReply(text, first);
    while (next < marks.length && sameReply(first, marks[next] as Mark, limit)) next++;
    const end = Math.min(limit, marks[next]?.start ?? text.length);
    const own = marks.slice(i, next);
    const enhanced = own.find((mark) => mark.enhanced !== undefined)?.enhanced;
    replies.push({
      start: first.start,
      end,
      code: own.find((mark) => mark.code !== undefined)?.code,
      enhanced: enhanced ?? enhancedInside(text.slice(first.end, end)),
      words: wordsOf(text.slice(first.start, end)),
    });
    i = next;
  }
  return replies;
}

/** The words of a text, without codes of replies between them. */
export function wordsOf(text: string): string {
  return text
    .replace(FRAMES, ' ')
    .toLowerCase()
    .replace(/(^|[\s"'«(:;,.>])[45]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3}(?![.\d]))?/g, '$1 ')
    .replace(/(^|[\s"'«(:;])#?[245]\.\d{1,3}\.\d{1,3}(?![.\d])/g, '$1 ')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s{1,1000}/g, ' ')
    .trim();
}

/** What Postfix and others say of where they were when the reply came. */
const FRAMES =
  /\(?in reply to (?:end of )?[A-Z]{4}(?: (?:TO|FROM))? ?(?:command)?\)?|while performing the [A-Z]{4} handshake/gi;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly code: string | undefined;
  readonly enhanced: string | undefined;
}

const CODE = /(?<![\w.:/=@+#-])#?([45][0-57]\d|591)(?![\w.@/]|:\d)(?=[-\s:;,)'"»]|[^ -~\t\n]|$)/g;
const AFTER_EQUALS = /(?:reject|reply|action|stat|response|smtp|dsndiag|error|diag|code|led)=["']?$/i;
const UNITS_OF_TIME =
  /^ ?(?:s|sec|secs|seconds?|min|mins|minutes?|hours?|ms|days?|bytes|octets|kb|mb|messages|recipients|connections)\b/i;
const ENHANCED = /^(?:,\s{0,20}b?['"]|[-\s:]{0,60}[[('"]?)#?([245]\.\d{1,3}\.\d{1,3})(?![.\d])/;

/** The codes of a text, each with the enhanced one behind it. */
function codesIn(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  // Sendmail and JSON write `reject=550 5.7.1`, which the pattern takes for a value.
  const open = text
    .replace(/\b(said|error|code|smtp|reply|response|reason|server|message|failed):(?=[45]\d\d[ -])/gi, '$1 ')
    .replace(/([=/#])(?=[45]\d\d[ -])/g, (sign, _sign, at: number) =>
      sign === '#' || AFTER_EQUALS.test(text.slice(Math.max(0, at - 12), at + 1)) ? ' ' : sign,
    );
  for (const match of open.matchAll(CODE)) {
    const start = match.index;
    const end = start + match[0].length;
    const rest = open.slice(end, end + 40);
    if (UNITS_OF_TIME.test(rest)) continue;
    const enhanced = ENHANCED.exec(rest);
    marks.push({ start, end: end + (enhanced?.[0].length ?? 0), code: match[1], enhanced: enhanced?.[1] });
  }
  return marks.length > 0 ? marks : bareEnhanced(open);
}

/** A reply that lost its code keeps the enhanced one at its start. */
function bareEnhanced(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(
    /(^|\n|: ?|; ?|["'«(] ?)[ \t]{0,40}#?([45]\.\d{1,3}\.\d{1,3})(?![.\d])(?=[\s:-])/g,
  )) {
    const line = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index + 1);
    if (/^\s{0,40}(?:status|dsn)\s{0,3}[:=]/i.test(line)) continue;
    marks.push({ start: match.index, end: match.index + match[0].length, code: undefined, enhanced: match[2] });
  }
  return marks;
}

/** The lines of one reply repeat its code. */
function sameReply(first: Mark, next: Mark, limit: number): boolean {
  if (next.start >= limit) return false;
  if (next.code !== first.code) return false;
  return next.enhanced === undefined || first.enhanced === undefined || sameClass(next.enhanced, first.enhanced);
}

/** 550 5.7.1 and 550 5.7.25 of one server are one reply; 554 5.0.0 after 554 5.7.1 is another server's. */
function sameClass(a: string, b: string): boolean {
  return a.split('.')[1] === b.split('.')[1];
}

const END =
  /\(in reply to|; ?\{|, (?:stat|dsn|relay|mailer)=|; ?from=<|, ?from=<| from=<[^>]{0,250}> ?to=|\n(?:reporting-mta|remote-mta|last-attempt-date|status|action|final-recipient|original-recipient|x-postfix-[a-z-]{1,30}|will-retry-until|giving up on)\b|\nmessage rejected by:|\n-{2,}|\n>>> |\n[ \t]{0,8}-{3,}|##|giving up on |,[\w.-]{1,200} \([0-9a-f.:]{3,45}\)(?:,|\n|$)/i;

function endOfReply(text: string, { start, end: from }: Mark): number {
  const rest = text.slice(from);
  const found = END.exec(rest)?.index ?? rest.length;
  const quote = CLOSING.get(
    text
      .slice(Math.max(0, start - 3), start)
      .trim()
      .at(-1) ?? '',
  );
  const closed = quote?.exec(rest)?.index ?? rest.length;
  return from + Math.min(found, closed);
}

/** A reply in quotation marks ends where they close. */
const CLOSING: ReadonlyMap<string, RegExp> = new Map([
  ['«', /»/],
  ['»', /«/],
  ['„', /[“”"]/],
  ['“', /[”"]/],
  ['"', /"(?![\w.])/],
  ["'", /'(?!\w)/],
  ['‘', /’(?!\w)/],
  ['「', /」/],
  ['`', /`/],
]);

/** qmail and its patches put the enhanced code last: `(#5.7.1)`. */
function enhancedInside(text: string): string | undefined {
  return (
    /\(#?([45]\.\d{1,3}\.\d{1,3})\)/.exec(text)?.[1] ??
    /\n[ \t]{0,8}([45]\.\d{1,3}\.\d{1,3})(?=[ \t])/.exec(text)?.[1] ??
    /(?:#|\b(?:info|response|details)(?::| =) ["']?)([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(text)?.[1]
  );
}
