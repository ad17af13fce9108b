import { TYPE_CAA, TYPE_TXT } from '../../dns/type-codes.ts';
import { replaceInBlock } from '../../edits/change.ts';
import { phrase } from '../../language/phrase.ts';
import { JoinedText } from '../../mail/joined-text.ts';
import type { Block } from '../../text/block.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { lostTags } from '../../zone/cut-text.ts';
import { CUT } from '../../zone/draft.ts';
import { quotedStrings } from '../facts/mail-strings.ts';
import { isSpoken, textOf } from '../facts/mail-text.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A text without quotation marks that ends at its first semicolon, as a comment begins there (RFC 1035 section 5.1). */
export const txtCut = defineRule({
  id: 'txt-cut',
  scope: 'name',
  severity: 'error',
  types: [TYPE_TXT, TYPE_CAA],
  summary: 'Text without quotation marks is cut off at its first semicolon',
  passesSoundTexts: true,
  wants: ({ store }, _, first) => {
    const { records } = store;
    for (let id = first; id >= 0; id = records.nextAt(id))
      if (((records.flags[id] as number) & CUT) !== 0 || (records.type[id] === TYPE_CAA && hasComments(store, id)))
        return true;
    return false;
  },
  check(_, records, ctx, report) {
    for (const record of records) {
      if (!isCut(record, ctx) || ctx.isClaimed(record.id) || !isSpoken(record, ctx)) continue;
      const text = textIn(record);
      if (!isHead(text, record)) continue;
      report({
        at: record.at('rdata'),
        message: phrase`"${text}" is all that servers answer with: ";" begins a comment, and the rest of the text is part of it. Put the whole text in quotation marks`,
        claims: [record],
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const first = record?.rdata()[record.type === TYPE_CAA ? 2 : 0];
    const block = record?.block.instance.file.document.blocks[record.block.index];
    const lost = record && block && lostTags(ctx.store.keptScan(block), record.row);
    if (!record || !lost || !first) return [];
    const title = phrase`Put the whole text in quotation marks`;
    const whole = textIn(record) + lost.text;
    if (/["\\]/.test(whole))
      return [subject.fix(title, { refused: phrase`the text has quotation marks or backslashes in it` })];
    const changes = [replaceInBlock(record.block, first.start, lost.end, quotedStrings(whole))];
    return [subject.fix(title, changes, { safe: true, preferred: true })];
  },
});

/** Whether the comment behind a record begins with a tag: reading the text tells. */
function isCut(record: ZoneRecord, { store }: RuleContext): boolean {
  const { id, type } = record;
  if (type === TYPE_TXT) return ((store.records.flags[id] as number) & CUT) !== 0;
  const block = type === TYPE_CAA && !record.generated ? textAround(store, id) : undefined;
  return block?.mayHaveComments === true && lostTags(store.keptScan(block), record.row) !== undefined;
}

function hasComments(store: Store, id: RecordId): boolean {
  return textAround(store, id)?.mayHaveComments === true;
}

function textAround(store: Store, id: RecordId): Block | undefined {
  const block = store.blockOf(id);
  return block?.instance.file.document.blocks[block.index];
}

/** The text, or the value of a CAA record. */
function textIn(record: ZoneRecord): string {
  const rdata = record.rdata();
  return record.type === TYPE_CAA ? new JoinedText(rdata.slice(2)).text : textOf(record).joined.text;
}

/** Whether a text is the first tag of a list: a version, or below `_domainkey` any. */
function isHead(text: string, record: ZoneRecord): boolean {
  if (record.type === TYPE_CAA) return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text);
  if (/^v=[a-z]{2,8}v?[0-9]$/i.test(text)) return true;
  return /^[a-z]=[a-z0-9+/]*={0,2}$/i.test(text) && record.ownerText.includes('._domainkey.');
}
