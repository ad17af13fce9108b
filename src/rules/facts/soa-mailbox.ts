import { TYPE_SOA } from '../../dns/type-codes.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';

/** The place of the mailbox (RNAME, RFC 1035 section 3.3.13) among the words of an SOA's rdata. */
export const MAILBOX = 1;

/** The mailbox of an SOA as written; undefined for other records, and for those that a $GENERATE makes. */
export function mailboxWord(record: ZoneRecord): Token | undefined {
  return record.type === TYPE_SOA && !record.generated ? record.rdata()[MAILBOX] : undefined;
}

/**
 * The offsets of the unescaped `@` in a mailbox as written, leftmost first. None in `@` alone, which is the origin, in a
 * quoted word, and where a template is still to put something in.
 */
export function mailboxAts({ text, quoted }: Pick<Token, 'text' | 'quoted'>): readonly number[] {
  if (text === '@' || quoted || !text.includes('@') || holdsPlaceholder(text)) return [];
  const ats: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '@') ats.push(i);
  }
  return ats;
}
