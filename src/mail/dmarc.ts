import { isOneSlipAway } from '../dns/slip.ts';
import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import { keptByText } from './kept-by-text.ts';
import { type ReportAddress, reportAddresses } from './report-address.ts';
import {
  bareVersion,
  missingSemicolons,
  parseTags,
  repeatedTags,
  type Tag,
  type TagList,
  tagNamed,
  typeBefore,
  wordsOf,
} from './tags.ts';

/** What receivers are asked to do with mail that fails (`p`, `sp`, `np`). */
export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** A DMARC record (RFC 9989 section 4.7) taken apart. What can not be read is absent. */
export interface DmarcRecord {
  readonly list: TagList;
  readonly faults: readonly MailFault[];
  readonly p: DmarcPolicy | undefined;
  readonly sp: DmarcPolicy | undefined;
  readonly rua: readonly ReportAddress[];
  readonly ruf: readonly ReportAddress[];
}

/** Whether a text is a DMARC record for receivers: the version first, in capitals. Others are passed over. */
export function isDmarc(text: string): boolean {
  return text.startsWith('v') && beginsAsDmarc(text.slice(0, HEAD));
}

const beginsAsDmarc = keptByText((head) => {
  const [first] = parseTags(head).tags;
  return first?.name === 'v' && first.value === 'DMARC1';
});

/** Whether a text was meant as one. */
export function isLikeDmarc(text: string): boolean {
  return /^\s{0,8}["'`\u2018-\u201f]?v\s{0,8}=\s{0,8}dmarc/i.test(text.slice(0, HEAD));
}

/** Whether a text at the place of one is to be it: by its version, or by a policy without one. */
export function isMeantAsDmarc(text: string): boolean {
  if (isLikeDmarc(text)) return true;
  const { tags } = parseTags(text.slice(0, 512));
  return tags.some(({ name, value }) => /^s?p$/.test(name) && /^(?:none|quarantine|reject)$/i.test(value));
}

/** What the version takes up at most, with blanks around it. */
const HEAD = 40;

/** Takes a DMARC record apart, also one that receivers pass over because of its version. */
export const parseDmarc: (text: string) => DmarcRecord = keptByText(readDmarc);

function readDmarc(text: string): DmarcRecord {
  const typed = typeBefore(text, 'DMARC1');
  if (typed) return unreadable(typed);
  if (QUOTED.test(text)) return readDmarcInQuotes(text);
  const list = parseTags(text);
  const bare = bareVersion(text, list, 'DMARC1');
  const unread = bare ? [bare, ...list.faults.slice(1)] : list.faults;
  const faults: MailFault[] = [...unread, ...repeatedTags(list), ...missingSemicolons(list, TAGS)];
  if (!bare) checkVersion(text, list, faults);
  for (const tag of list.tags) {
    const fault = faultOfTag(tag);
    if (fault) faults.push(fault);
  }
  const rua = addressesOf(list, 'rua', faults);
  const ruf = addressesOf(list, 'ruf', faults);
  return { list, faults, p: policyOf(list, 'p'), sp: policyOf(list, 'sp'), rua, ruf };
}

/** Quotation marks that were escaped, or of another kind, are a part of the text. */
const QUOTED = /^["'`\u2018-\u201f]/;

function readDmarcInQuotes(text: string): DmarcRecord {
  const message = phrase`the quotation marks are part of the text, which must begin with "v=DMARC1"`;
  return unreadable({ start: 0, end: text.length, message });
}

function unreadable(fault: MailFault): DmarcRecord {
  return { list: parseTags(''), faults: [fault], p: undefined, sp: undefined, rua: [], ruf: [] };
}

const POLICIES: readonly string[] = ['none', 'quarantine', 'reject'];
/** The values of RFC 9989 section 4.7; undefined for tags with a form of their own. */
const VALUES: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['v', undefined],
  ['p', POLICIES],
  ['sp', POLICIES],
  ['np', POLICIES],
  ['adkim', ['r', 's']],
  ['aspf', ['r', 's']],
  ['fo', ['0', '1', 'd', 's']],
  ['rua', undefined],
  ['ruf', undefined],
  ['psd', ['y', 'n', 'u']],
  ['t', ['y', 'n']],
  ['pct', undefined],
  ['rf', undefined],
  ['ri', undefined],
]);
const TAGS: ReadonlySet<string> = new Set(VALUES.keys());

/** The tags of RFC 7489 that RFC 9989 leaves out; receivers that go by it pass over them. */
const LEFT_OUT: ReadonlySet<string> = new Set(['pct', 'rf', 'ri']);

function checkVersion(text: string, { tags }: TagList, faults: MailFault[]): void {
  const at = tags.findIndex(({ name }) => name.toLowerCase() === 'v');
  const version = tags[at];
  const [first] = tags;
  if (!version) {
    if (first) faults.push({ start: first.start, end: first.end, message: phrase`"v=DMARC1" must come first` });
    return;
  }
  const { start, end, value, valueStart } = version;
  const isGlued = /^DMARC1\s|^DMARC1[,:.] {0,8}[a-z]{1,5}=/.test(value);
  if (isGlued) return;
  if (value !== 'DMARC1') {
    const isOther = value.toUpperCase() !== 'DMARC1';
    const meant = { start: valueStart, end, text: 'DMARC1', title: phrase`Change "${value}" to "DMARC1"` };
    faults.push({
      start,
      end,
      message: phrase`the version is "DMARC1", not "${value}"`,
      ...(isOther ? {} : { meant }),
    });
  } else if (at > 0) faults.push({ start, end, message: phrase`"v=DMARC1" must come first` });
  else if (!text.startsWith('v')) {
    const meant = { start: 0, end: start + 1, text: 'v', title: phrase`Begin with "v=DMARC1"` };
    faults.push({ start, end, message: phrase`the record must begin with "v=DMARC1"`, meant });
  }
}

function faultOfTag(tag: Tag): MailFault | undefined {
  const { name, value, start, end } = tag;
  if (name.toLowerCase() === 'v' || name === 'rua' || name === 'ruf') return undefined;
  if (LEFT_OUT.has(name)) {
    const message = phrase`RFC 9989 has "${name}" no longer: receivers that go by it pass over it`;
    return { start, end, message, weight: 'information' };
  }
  const values = VALUES.get(name);
  if (!values) return unknownTag(tag);
  const words = name === 'fo' ? wordsOf(tag, ':').map(({ text }) => text) : [value];
  const wrong = words.find((word) => !values.includes(word.toLowerCase()));
  // The part behind a missing semicolon is told elsewhere.
  if (wrong === undefined || /\s[a-z]{1,5}\s*=/i.test(wrong.slice(0, HEAD))) return undefined;
  const expected = phrase`${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  const nearest = values.length > 2 ? values.filter((known) => isNear(known, wrong.toLowerCase())) : [];
  const message =
    wrong === '' ? phrase`"${name}" has no value: ${expected}` : phrase`"${name}=${wrong}" is none of ${expected}`;
  const at = name === 'fo' ? undefined : nearest[0];
  if (at === undefined || nearest.length > 1) return { start, end, message };
  return {
    start,
    end,
    message,
    meant: { start: tag.valueStart, end, text: at, title: phrase`Change "${wrong}" to "${at}"` },
  };
}

function isNear(known: string, word: string): boolean {
  return (
    known.length > 1 &&
    (isOneSlipAway(known, word) || (word.length >= 4 && (known.startsWith(word) || word.startsWith(known))))
  );
}

/** Tags by their whole names, as they are called. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['policy', 'p'],
  ['subdomain_policy', 'sp'],
]);

/** Receivers pass over tags that they do not know (section 4.7); one that is nearly a known one was meant for it. */
function unknownTag({ name, start, end }: Tag): MailFault {
  const lower = name.toLowerCase();
  const nearest = [...TAGS].filter(
    (known) =>
      known !== 'v' &&
      (known === lower ||
        known === WRITTEN_OUT.get(lower) ||
        (lower.length > 1 && isOneSlipAway(known, lower) && known.length > 2)),
  );
  const [known] = nearest;
  if (known === undefined || nearest.length > 1)
    return { start, end, message: phrase`"${name}" is no tag of DMARC: receivers pass over it`, weight: 'information' };
  const meant = { start, end: start + name.length, text: known, title: phrase`Change "${name}" to "${known}"` };
  return {
    start,
    end,
    message: phrase`"${name}" is no tag of DMARC: receivers pass over it, where "${known}" is meant`,
    weight: 'warning',
    meant,
  };
}

function addressesOf(list: TagList, name: string, faults: MailFault[]): readonly ReportAddress[] {
  const tag = tagNamed(list, name);
  if (!tag) return [];
  const read = reportAddresses(tag, ['mailto']);
  faults.push(...read.faults);
  return read.addresses;
}

function policyOf(list: TagList, name: string): DmarcPolicy | undefined {
  const value = tagNamed(list, name)?.value.toLowerCase();
  return value === 'none' || value === 'quarantine' || value === 'reject' ? value : undefined;
}
