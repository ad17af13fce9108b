import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import type { MailFault, Meant } from '../../mail/fault.ts';
import { JoinedText } from '../../mail/joined-text.ts';
import { isSpf, parseSpf, type SpfRecord } from '../../mail/spf.ts';
import { templateMarkOf } from '../../syntax/template.ts';
import type { Anchor, ZoneRecord } from '../../workspace/zone-record.ts';
import type { Report, RuleContext, Severity } from '../rule.ts';
import { LastAsked } from './last-asked.ts';
import { isPaired } from './pairing.ts';

/** A record with strings, and these as one text. */
export interface MailText {
  readonly record: ZoneRecord;
  readonly joined: JoinedText;
}

/** A TXT record that is an SPF record. */
export interface SpfText extends MailText {
  readonly spf: SpfRecord;
}

/** The rules at one name are given the same records: what is read of them is read once. */
const read = new LastAsked<readonly ZoneRecord[], readonly MailText[]>();
const spfOf = new LastAsked<readonly MailText[], readonly SpfText[]>();
const parsed = new LastAsked<MailText, SpfText>();

/**
 * The TXT records that servers of a zone of hosts answer with, with their texts. Those of a $GENERATE line and those that
 * a template fills in say nothing yet, and those that an earlier finding explains are told.
 */
export function textsAt(records: readonly ZoneRecord[], ctx: RuleContext): readonly MailText[] {
  let texts = read.get(records);
  if (!texts) {
    texts = records
      .filter((record) => record.type === TYPE_TXT && isSpoken(record, ctx))
      .map(textOf)
      .filter(isWhole);
    read.set(records, texts);
  }
  return texts.some(({ record }) => ctx.isClaimed(record.id))
    ? texts.filter(({ record }) => !ctx.isClaimed(record.id))
    : texts;
}

/** No name has more SPF records than these for a reason: of the others only that they are too many is told. */
const MOST_SPF = 32;

/** Those of them that are SPF records. */
export function spfAt(records: readonly ZoneRecord[], ctx: RuleContext): readonly SpfText[] {
  const texts = textsAt(records, ctx);
  let found = spfOf.get(texts);
  if (!found) {
    found = texts
      .filter(({ joined }) => isSpf(joined.text))
      .slice(0, MOST_SPF)
      .map(asSpf);
    spfOf.set(texts, found);
  }
  return found;
}

/** The strings of a record as one text. */
export function textOf(record: ZoneRecord): MailText {
  return { record, joined: new JoinedText(record.rdata()) };
}

/** A text read as an SPF record; read once, however many rules ask. */
export function asSpf(text: MailText): SpfText {
  let spf = parsed.get(text);
  if (!spf) {
    spf = { ...text, spf: parseSpf(text.joined.text, text.joined.joints) };
    parsed.set(text, spf);
  }
  return spf;
}

/** Whether a record is one that servers of a zone of hosts answer with, and stands there by itself. */
export function isSpoken(record: ZoneRecord, ctx: RuleContext): boolean {
  const { zone } = record;
  if (record.generated || !zone || !isPaired(zone, ctx) || !ctx.held.answers(record)) return false;
  return !isOfUnknownZone(ctx.store.names, record.owner);
}

function isWhole({ joined: { text } }: MailText): boolean {
  return !/[{@<$]/.test(text) || templateMarkOf(text.replaceAll('%{', '%')) === undefined;
}

/** A stretch of a text, as a place in the zone file. */
export function stretchAt({ record, joined }: MailText, start: number, end: number): Anchor {
  const { first, from, last, to } = joined.place(start, end);
  return record.at({ rdata: first, stretch: { from, last, to } });
}

/** What a reader found wrong with a text, as a finding with what its fix needs to know. */
export function faultReport(
  text: MailText,
  fault: MailFault,
  how: { readonly says: string; readonly severity?: Severity },
): Report {
  const severity = fault.weight ?? how.severity;
  return {
    at: stretchAt(text, fault.start, fault.end),
    message: how.says,
    ...(severity ? { severity } : {}),
    ...(fault.meant ? { data: meantData(fault.meant) } : {}),
  };
}

/** What a fix needs to know of what was meant. */
export function meantData({ start, end, text, title, isSure }: Meant): NonNullable<Report['data']> {
  return { meantStart: start, meantEnd: end, meantText: text, meantTitle: title, meantIsSure: isSure === true };
}

/** Whether a name lies below an origin that could not be read: its top label begins as no other does. */
export function isOfUnknownZone(names: NameTable, name: NameId): boolean {
  let top = name;
  for (let up = names.parent(top); up > ROOT; up = names.parent(up)) top = up;
  return top > ROOT && names.firstByte(top) === 0;
}
