import { isNameFault, parseName } from '../../dns/name.ts';
import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import { isRefusal, type Refusal } from '../../edits/change.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { placeOf, Rows } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { NameReader } from '../../zone/name-reader.ts';
import { shown } from '../facts/pairing.ts';
import { MAILBOX, mailboxAts, mailboxWord } from '../facts/soa-mailbox.ts';
import { isAbsent, isThere } from '../facts/target-words.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A mailbox written as a mail address: in an SOA the first label is the user, and a dot ends it (RFC 1035 section 8). */
export const soaRnameAt = defineRule({
  id: 'soa-rname-at',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SOA],
  summary: 'Mailbox of the SOA record has an @ between user and domain',
  check(name, records, ctx, report) {
    for (const record of records) {
      const word = mailboxWord(record);
      if (!word || mailboxAts(word).length === 0 || ctx.isClaimed(record.id)) continue;
      const mailbox = withDot(record, word, ctx);
      const advice = isRefusal(mailbox) ? phrase`put a dot in its place` : phrase`write "${mailbox}"`;
      report({
        at: record.at({ rdata: MAILBOX }),
        message: phrase`"${word.text}" has an @, but in an SOA a dot ends the user: mail about ${shown(ctx, name)} reaches nobody; ${advice}`,
        data: { written: word.text, ...(isRefusal(mailbox) ? mailbox : { mailbox }) },
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    const { written, mailbox, refused } = finding.data ?? {};
    if (!record || !token || token.text !== written) return [];
    if (typeof mailbox !== 'string')
      return [subject.fix(phrase`Put a dot in the place of the @ in "${written}"`, { refused: String(refused) })];
    const title = phrase`Change the mailbox of the SOA from "${written}" to "${mailbox}"`;
    return [subject.fix(title, [replaceToken(record, token, mailbox)], { safe: true, preferred: true })];
  },
});

/** The mailbox with a dot for its `@`, the dots of its user escaped; with a final dot where its domain needs one. */
function withDot(record: ZoneRecord, word: Token, ctx: RuleContext): string | Refusal {
  const [at = 0, ...others] = mailboxAts(word);
  if (others.length > 0) return { refused: phrase`it has more than one @, so nobody can tell where the user ends` };
  const user = word.text.slice(0, at);
  const domain = word.text.slice(at + 1);
  // An escaped pair or number is one character; what is left are the dots that end a label.
  const labels = user.replace(/\\(?:\d{3}|.)/g, 'x').split('.');
  if (labels.includes('')) return { refused: phrase`"${user}" before the @ is no user of a mail address` };
  if (domain === '' || domain === '.') return { refused: phrase`no domain stands behind the @` };
  const escaped = user.replace(/\\(?:\d{3}|.)|\./g, (part) => (part === '.' ? '\\.' : part));
  const name = parseName(`${escaped}.${domain}`, record.file.document.encoding);
  if (isNameFault(name)) return { refused: phrase`"${escaped}.${domain}" is no domain name` };
  const end = name.absolute ? '' : finalDot(record, domain, ctx);
  return isRefusal(end) ? end : `${escaped}.${domain}${end}`;
}

/** What comes behind a domain without its final dot: the dot where only so it is there, nothing where only without. */
function finalDot(record: ZoneRecord, domain: string, ctx: RuleContext): '.' | '' | Refusal {
  const { origin } = stateBefore(new Rows(ctx.store), placeOf(record));
  const dotted = nameOf(`${domain}.`, origin, record, ctx);
  const relative = nameOf(domain, origin, record, ctx);
  const isDotted = dotted >= 0 && isThere(dotted, ctx);
  const isRelative = relative >= 0 && isThere(relative, ctx);
  if (isDotted && !isRelative && (relative < 0 || isAbsent(relative, ctx))) return '.';
  if (isRelative && (origin === ROOT || !isDotted)) return '';
  const text = relative < 0 ? '' : phrase`, or ${shown(ctx, relative)}`;
  return { refused: phrase`"${domain}" has no final dot: it may mean ${domain}${text}` };
}

function nameOf(text: string, origin: NameId, record: ZoneRecord, { store }: RuleContext): NameId {
  const name = new NameReader(store.names).readText(text, origin, record.file.document.encoding);
  return typeof name === 'number' ? name : -1;
}
