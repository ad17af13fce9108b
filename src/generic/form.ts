import {
  ACCESS_WORDS,
  CUSTOMER_WORDS,
  HOST_WORDS,
  MACHINE_WORDS,
  MAIL_WORDS,
  STATIC_WORDS,
  VAGUE_ACCESS_WORDS,
  type Words,
} from './words.ts';

/** A maximal run of decimal digits. `start` and `end` are offsets in the name; `label` counts labels from the left. */
export interface DigitRun {
  readonly text: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly label: number;
}

/** What the words left of the registrable domain say: the first word found of each vocabulary. */
export interface FoundWords {
  readonly access: string | undefined;
  readonly vague: string | undefined;
  readonly customer: string | undefined;
  readonly machine: string | undefined;
  readonly static: string | undefined;
  readonly mail: string | undefined;
  /** A host or router word in the first label. */
  readonly host: string | undefined;
}

/** A reverse name taken apart once, for every test to look at. */
export interface NameForm {
  /** Lower case, without the final dot. */
  readonly name: string;
  readonly labels: readonly string[];
  /** How many labels stand left of the registrable domain; 0 for the domain itself. */
  readonly hostLabels: number;
  /** The digit runs of everything but the top-level domain. */
  readonly runs: readonly DigitRun[];
  /** Offset of the dot before the top-level domain. */
  readonly end: number;
}

/** Takes a name apart; undefined for the root and for what is longer than a name can be. */
export function nameForm(text: string): NameForm | undefined {
  const lower = text.toLowerCase();
  const name = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  const end = name.lastIndexOf('.');
  if (name === '' || name.length > 1004) return undefined;
  const labels = name.split('.');
  return {
    name,
    labels,
    hostLabels: labels.length - registrableLabels(labels),
    runs: digitRuns(name, end),
    end: Math.max(end, 0),
  };
}

/** The part of the name that its domain's owner chose: everything left of the registrable domain. */
export function hostPart(form: NameForm): string {
  return form.labels.slice(0, form.hostLabels).join('.');
}

/** Looks the letters left of the registrable domain up in each vocabulary. */
export function wordsOf(form: NameForm): FoundWords {
  const found: { -readonly [K in keyof FoundWords]: string | undefined } = {
    access: undefined,
    vague: undefined,
    customer: undefined,
    machine: undefined,
    static: undefined,
    mail: undefined,
    host: undefined,
  };
  for (let i = 0; i < form.hostLabels; i++) {
    for (const word of form.labels[i]?.match(LETTERS) ?? []) {
      if (mailWord(word)) found.mail ??= word;
      else if (i === 0 && hostWord(word)) found.host ??= word;
      if (accessWord(word)) found.access ??= word;
      else if (vagueWord(word)) found.vague ??= word;
      else if (staticWord(word)) found.static ??= word;
      else if (customerWord(word)) found.customer ??= word;
      else if (machineWord(word)) found.machine ??= word;
    }
  }
  return found;
}

/** Whether a word of mail systems stands left of the registrable domain. */
export function hasMailWord(labels: readonly string[], hostLabels: number): boolean {
  for (let i = 0; i < hostLabels; i++) {
    for (const word of labels[i]?.match(LETTERS) ?? []) if (mailWord(word)) return true;
  }
  return false;
}

/** Whether a label is a name server's by its word: `ns3`, `dns-2`. */
export function hasNameServerWord(label: string): boolean {
  return /^(?:ns|dns)(?![a-z])/.test(label);
}

/**
 * How many labels the registrable domain has. A heuristic in place of the public suffix list: two, or three where the
 * second one is a customary second level (co, com, net, ac, ...) below a country's domain.
 */
export function registrableLabels(labels: readonly string[]): number {
  const count = labels.length;
  if (count <= 2) return count;
  const top = labels[count - 1] ?? '';
  const second = labels[count - 2] ?? '';
  return top.length === 2 && SECOND_LEVELS.has(second) ? 3 : 2;
}

const SECOND_LEVELS: ReadonlySet<string> = new Set(
  (
    'ac ad adv asso biz co com ed edu eng eti ernet firm gen go gob gouv gov govt gr gv ind inf info int lg ltd me mil mod ' +
    'ne net nhs nic nom or org plc pp presse psi pvt res sch school tec tm tur tv waw web wroc krakow msk spb kiev ' +
    'kharkov odessa lviv nsw sk'
  ).split(' '),
);

function digitRuns(name: string, end: number): DigitRun[] {
  const runs: DigitRun[] = [];
  let label = 0;
  let i = 0;
  while (i < end) {
    const code = name.charCodeAt(i);
    if (code === 46) label++;
    if (code < 48 || code > 57) {
      i++;
      continue;
    }
    const start = i;
    let value = 0;
    for (; i < end; i++) {
      const digit = name.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    runs.push({ text: name.slice(start, i), value, start, end: i, label });
  }
  return runs;
}

const LETTERS = /[a-z]+/g;
const accessWord = matcher(ACCESS_WORDS);
const vagueWord = matcher(VAGUE_ACCESS_WORDS);
const customerWord = matcher(CUSTOMER_WORDS);
const machineWord = matcher(MACHINE_WORDS);
const staticWord = matcher(STATIC_WORDS);
const mailWord = matcher(MAIL_WORDS);
const hostWord = matcher(HOST_WORDS);

function matcher(words: Words): (run: string) => boolean {
  const whole = new Set(words.whole);
  const parts = [...words.part, ...words.start.map((word) => `^${word}`), ...words.end.map((word) => `${word}$`)];
  if (parts.length === 0) return (run) => whole.has(run);
  const pattern = new RegExp(parts.join('|'));
  return (run) => whole.has(run) || (run.length > 2 && pattern.test(run));
}
