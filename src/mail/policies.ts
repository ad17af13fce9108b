import { phrase } from '../language/phrase.ts';
import type { MailFault } from './fault.ts';
import { reportAddresses } from './report-address.ts';
import {
  bareVersion,
  gluedNames,
  missingSemicolons,
  parseTags,
  repeatedTags,
  type Tag,
  type TagList,
  tagNamed,
} from './tags.ts';

/** An MTA-STS, TLS-RPT or BIMI record taken apart. */
export interface PolicyRecord {
  readonly list: TagList;
  readonly faults: readonly MailFault[];
}

/** The versions that such records begin with, as they must be written. */
export type PolicyVersion = 'STSv1' | 'TLSRPTv1' | 'BIMI1';

/** Whether a text was meant as a record of a version, however that is written. */
export function isLikePolicy(text: string, version: PolicyVersion): boolean {
  // Nearly all texts are no such record, and tell it without being taken apart.
  if (!NAMING[version].test(text.slice(0, HEAD))) return false;
  const [first] = parseTags(text.slice(0, HEAD)).tags;
  return first?.name.toLowerCase() === 'v' && first.value.split(' ', 1)[0]?.toLowerCase() === version.toLowerCase();
}

const NAMING: Readonly<Record<PolicyVersion, RegExp>> = { STSv1: /stsv1/i, TLSRPTv1: /tlsrptv1/i, BIMI1: /bimi1/i };

/**
 * Whether a text at the place of such records was meant as one, though its version is misspelt (without the `v`, another
 * number, letters that are missing) or stands behind other tags.
 */
export function isMeantAsPolicy(text: string, version: PolicyVersion): boolean {
  if (isLikePolicy(text, version)) return true;
  const stem = version.slice(0, version === 'BIMI1' ? 4 : 3).toLowerCase();
  const list = parseTags(text.slice(0, LONG_HEAD));
  if (bareVersion(text, list, version)) return true;
  return list.tags.some(({ name, value }) => name.toLowerCase() === 'v' && value.toLowerCase().startsWith(stem));
}

/** Whether receivers take a text as a record of a version: others at the name are passed over. */
export function isPolicy(text: string, version: PolicyVersion): boolean {
  const [first] = parseTags(text.slice(0, HEAD)).tags;
  return first?.name === 'v' && first.value === version;
}

const HEAD = 40;
const LONG_HEAD = 512;

/** Takes an MTA-STS record apart (RFC 8461 section 3.1): its `id` is 1 to 32 letters and digits. */
export function parseMtaSts(text: string): PolicyRecord {
  const { list, faults, glued } = begin(text, 'STSv1', ['v', 'id']);
  const id = tagNamed(list, 'id');
  if (id) {
    if (!/^[a-z0-9]{1,32}$/i.test(id.value)) faults.push({ start: id.start, end: id.end, message: whyNoId(id.value) });
  } else if (!glued.has('id'))
    faults.push({
      start: 0,
      end: text.length,
      message: phrase`the "id" is missing, by which senders see a new policy`,
    });
  return { list, faults };
}

function whyNoId(id: string): string {
  if (id === '') return phrase`"id" has no value: 1 to 32 letters and digits`;
  if (id.length > 32) return phrase`"id" has ${id.length} characters, of which 32 are allowed`;
  return phrase`"id=${id}" has something else in it than letters and digits`;
}

/** Takes a TLS-RPT record apart (RFC 8460 section 3): reports go to `mailto:` and `https:` addresses. */
export function parseTlsRpt(text: string): PolicyRecord {
  const { list, faults, glued } = begin(text, 'TLSRPTv1', ['v', 'rua']);
  const rua = tagNamed(list, 'rua');
  if (rua) faults.push(...reportAddresses(rua, ['mailto', 'https']).faults);
  else if (!glued.has('rua'))
    faults.push({ start: 0, end: text.length, message: phrase`the report address is missing: there is no "rua"` });
  return { list, faults };
}

/** Takes a BIMI assertion record apart: `l` and `a` are addresses of `https`, or empty. */
export function parseBimi(text: string): PolicyRecord {
  const { list, faults, glued } = begin(text, 'BIMI1', ['v', 'l', 'a', 'avp', 'lps']);
  for (const name of ['l', 'a']) {
    const tag = tagNamed(list, name);
    if (tag && tag.value !== '') faults.push(...locationFaults(tag));
  }
  if (!tagNamed(list, 'l') && !glued.has('l'))
    faults.push({ start: 0, end: text.length, message: phrase`the location of the logo is missing: there is no "l"` });
  return { list, faults };
}

function locationFaults({ name, value, start, end, valueStart }: Tag): readonly MailFault[] {
  const lower = value.toLowerCase();
  if (lower.startsWith('http://')) {
    const meant = { start: valueStart, end: valueStart + 4, text: 'https', title: phrase`Change "http" to "https"` };
    return [{ start, end, message: phrase`"${name}" must be an address of https`, meant }];
  }
  if (!lower.startsWith('https://'))
    return [{ start, end, message: phrase`"${name}" must be an address that begins with "https://"` }];
  const path = lower.split(/[?#]/, 1)[0] ?? '';
  if (name === 'l' && !path.endsWith('.svg') && !path.endsWith('.svgz') && /\.[a-z]{3,4}$/.test(path.slice(-6)))
    return [{ start, end, message: phrase`the logo must be an SVG file` }];
  return [];
}

function begin(
  text: string,
  version: PolicyVersion,
  tags: readonly string[],
): { readonly list: TagList; readonly faults: MailFault[]; readonly glued: ReadonlySet<string> } {
  const list = parseTags(text);
  const missing = missingSemicolons(list, new Set(tags));
  const glued = gluedNames(text, missing);
  const bare = bareVersion(text, list, version);
  const unread = bare ? [bare, ...list.faults.slice(1)] : list.faults;
  const faults: MailFault[] = [...unread, ...repeatedTags(list), ...missing];
  if (bare) return { list, faults, glued };
  const at = list.tags.findIndex(({ name }) => name.toLowerCase() === 'v');
  const tag = list.tags[at];
  if (!tag) faults.push({ start: 0, end: text.length, message: phrase`"v=${version}" must come first` });
  else if (at > 0) faults.push({ start: tag.start, end: tag.end, message: phrase`"v=${version}" must come first` });
  else if (
    tag.value !== version &&
    !(glued.size > 0 && /^[ ,:.]/.test(tag.value.slice(version.length)) && tag.value.startsWith(version))
  ) {
    const isOther = !version.toLowerCase().startsWith(tag.value.slice(0, 3).toLowerCase());
    const meant = {
      start: tag.valueStart,
      end: tag.end,
      text: version,
      title: phrase`Change "${tag.value}" to "${version}"`,
    };
    const message = phrase`the version is "${version}", not "${tag.value}"`;
    faults.push({ start: tag.start, end: tag.end, message, ...(isOther ? {} : { meant }) });
  }
  return { list, faults, glued };
}
