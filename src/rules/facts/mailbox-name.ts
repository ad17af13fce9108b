import { isNameFault, parseName } from '../../dns/name.ts';
import { type NameId, ROOT } from '../../dns/name-table.ts';
import { isRefusal, type Refusal } from '../../edits/change.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { NameReader } from '../../zone/name-reader.ts';
import type { RuleContext } from '../rule.ts';
import { shown } from './pairing.ts';
import { mailboxAts } from './soa-mailbox.ts';
import { isAbsent, isThere } from './target-words.ts';

/** A mail address in a record as a mailbox: a dot for its `@`, the dots of its user escaped; with a final dot where its domain needs one. */
export function mailboxName(record: ZoneRecord, text: string, ctx: RuleContext): string | Refusal {
  const [at = 0, ...others] = mailboxAts({ text, quoted: false });
  if (others.length > 0) return { refused: phrase`it has more than one @, so nobody can tell where the user ends` };
  const user = text.slice(0, at);
  const domain = text.slice(at + 1);
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

/** What to do about a mail address in the place of a mailbox. */
export function mailboxAdvice(mailbox: string | Refusal): string {
  return isRefusal(mailbox) ? phrase`put a dot in its place` : phrase`write "${mailbox}"`;
}

/** What comes behind a domain without its final dot: the dot where only so it is there, nothing where only without. */
function finalDot(record: ZoneRecord, domain: string, ctx: RuleContext): '.' | '' | Refusal {
  const { origin } = stateBefore(ctx.rows, placeOf(record));
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
