/** One stretch of a paste that tells of one thing: a log entry, a header field, a paragraph. */
export interface Unit {
  readonly kind: 'log' | 'header' | 'text';
  /** Its lines; what a header folded is on one line again. */
  readonly text: string;
  /** It lies in the copy of the message that a bounce carries, or tells of the way there. */
  readonly isCopy: boolean;
}

const MOST_UNITS = 4000;
const MOST_UNIT_TEXT = 1 << 14;

/** The stretches of a paste that was unwrapped, in its order. Very many, and very long ones, are cut off. */
export function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let lines: string[] = [];
  let kind: Unit['kind'] = 'text';
  let isCopy = false;
  // What begins like a message may be the bounce itself: a copy comes behind the reply.
  let hasReply = false;
  const end = (): void => {
    const unit = textOf(lines, kind);
    if (unit !== '' && units.length < MOST_UNITS) units.push({ kind, text: unit, isCopy });
    lines = [];
    kind = 'text';
  };
  for (const line of text.split('\n')) {
    const begins = beginning(line, lines, kind);
    if (begins !== undefined) {
      end();
      kind = begins;
    }
    if (hasReply && COPY.test(line)) isCopy = true;
    hasReply ||= /\b[45]\d\d[- ]|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line.slice(0, 400));
    lines.push(line);
  }
  end();
  return units;
}

/** What a line begins, if it begins something. */
function beginning(line: string, before: readonly string[], kind: Unit['kind']): Unit['kind'] | undefined {
  if (line.trim() === '') return before.length > 0 ? 'text' : undefined;
  if (isLogLine(line)) return 'log';
  if (TRACE_FIELD.test(line)) return 'header';
  if (kind === 'header' && !/^[ \t]/.test(line)) return 'text';
  // A paragraph of recipients has one reply each.
  if (before.length > 0 && (RECIPIENT.test(line) || /^Final-Recipient:/i.test(line))) return 'text';
  return undefined;
}

function textOf(lines: readonly string[], kind: Unit['kind']): string {
  const text = (kind === 'header' ? lines.join(' ').replace(/^\s{0,40}"/, '') : lines.join('\n')).trim();
  return text.length > MOST_UNIT_TEXT ? text.slice(0, MOST_UNIT_TEXT) : text;
}

function isLogLine(line: string): boolean {
  const start = line.slice(0, 120).replace(/^[\s"'`*-]{1,20}/, '');
  return LOG_STARTS.some((pattern) => pattern.test(start));
}

/** How log entries begin: syslog, ISO 8601 and its like, days before months, TAI64, seconds since 1970. */
const LOG_STARTS: readonly RegExp[] = [
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d/,
  /^(?:\[[A-Za-z]{3,10}\] ?|[A-Z][a-z]{2} )?\[?\d{4}[-/.]\d\d[-/.]\d\d[T ,]\d\d:\d\d/,
  // Sophos UTM
  /^\d{4}:\d\d:\d\d-\d\d:\d\d:\d\d /,
  /^\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d/,
  /^(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2} \d{4} \d\d:\d\d/,
  /^(?:[A-Z][a-z]{2} )[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d/,
  /^@4[0-9a-f]{23} /,
  /^\d{10}\.\d{3,6} /,
];

/** Fields that a server on the way writes. */
const TRACE_FIELD =
  /^"?(?:received|x-received|authentication-results|arc-authentication-results|received-spf|x-spamd?-[a-z]{3,10}|x-host-lookup-failed|x-[a-z-]{0,20}(?:rdns|ptr)[a-z-]{0,20}):/i;

/** A recipient with the words of its server behind, as Postfix has it. */
const RECIPIENT =
  /^[ \t]{0,20}(?:\[?<[^<>\s]{1,250}>\]?(?:\(mailto:[^)\s]{1,250}\))?|[^\s<>@:]{1,100}@[\w.-]{1,200}): ?(?:host|connect|lost|delivery|$)/i;

/** Where the message itself begins. */
const COPY =
  /^(?:-{2,60} ?(?:this is a copy|original message|the header of the original|begin message|below this line)|content-type: (?:message\/rfc822|text\/rfc822-headers)|return-path:|original message headers:?|ursprüngliche nachrichtenkopfzeilen)/i;
