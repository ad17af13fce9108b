import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_MX, TYPE_SOA } from '../../dns/type-codes.ts';
import { holdsTwice, meantInZone } from '../../edits/meant/repeated-origin.ts';
import { placeOf } from '../../edits/rows.ts';
import { stateBefore } from '../../edits/state-at.ts';
import { phrase } from '../../language/phrase.ts';
import type { Token } from '../../syntax/token.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { SOUND } from '../../zone/draft.ts';
import { recordsToHosts, whyWithoutAddress } from '../facts/host-target.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { MAILBOX, mailboxAts, mailboxWord } from '../facts/soa-mailbox.ts';
import { isAbsent, isRefusedServer, isThere, targetTypes, targetWord } from '../facts/target-words.ts';
import { dotOfTarget } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A target that has the zone's name at its end and no final dot: the zone's name comes behind it once more. */
export const targetRepeatsOrigin = defineRule({
  id: 'target-repeats-origin',
  scope: 'name',
  severity: 'warning',
  types: targetTypes,
  summary: 'Target without its final dot has the name of the zone twice',
  passesPlainMail: true,
  passesPlainDelegations: true,
  wants: (ctx, name) => mayRepeat(ctx, name),
  check(_, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (!zone || !isPaired(zone, ctx) || ctx.isClaimed(record.id)) continue;
      for (const { word, place, isTarget } of wordsOf(record)) {
        if (isTarget && !holdsTwice(ctx.store.names, record.data, zone.apex)) continue;
        const meant = meantInZone(ctx.store, record, word);
        if (meant < 0 || (isTarget ? isRefusedServer(record, ctx) : isUnderRoot(record, ctx))) continue;
        const lead = phrase`"${word.text}" has no final dot, so it means ${expanded(record, word, isTarget, ctx)}`;
        const isMail = isTarget && recordsToHosts(records, TYPE_MX, ctx).includes(record);
        const why = isMail ? whyWithoutAddress(record, ctx) : undefined;
        report({
          at: record.at({ rdata: place }),
          // Without it the mail server would be told as one that has no address.
          ...(why === undefined
            ? { message: lead }
            : { message: phrase`${lead}, ${why}: no mail is delivered there`, severity: 'error' }),
          claims: [record],
          data: { written: word.text, isCertain: isTarget && isThere(meant, ctx) && isAbsent(record.data, ctx) },
        });
      }
    }
  },
  fixes: (finding, ctx) => dotOfTarget(new Subject(finding, ctx)),
});

interface Word {
  readonly word: Token;
  readonly place: number;
  /** False for the mailbox of an SOA record. */
  readonly isTarget: boolean;
}

function wordsOf(record: ZoneRecord): Word[] {
  const target = targetWord(record);
  const mailbox = mailboxWord(record);
  return [
    ...(target && record.data >= 0 ? [{ ...target, isTarget: true }] : []),
    // What has an @ is told as that.
    ...(mailbox && mailboxAts(mailbox).length === 0 ? [{ word: mailbox, place: MAILBOX, isTarget: false }] : []),
  ];
}

function expanded(record: ZoneRecord, word: Token, isTarget: boolean, ctx: RuleContext): string {
  return isTarget ? shown(ctx, record.data) : `${word.text}.${shown(ctx, originAbove(record, ctx))}`;
}

/** Under `$ORIGIN .` a name that lacks its final dot is whole all the same. */
function isUnderRoot(record: ZoneRecord, ctx: RuleContext): boolean {
  return originAbove(record, ctx) === ROOT;
}

function originAbove(record: ZoneRecord, { rows }: RuleContext): NameId {
  return stateBefore(rows, placeOf(record)).origin;
}

/** The fast filter: an SOA record whose mailbox takes a look, or a target deep enough to have a zone's name twice. */
function mayRepeat({ store, held }: RuleContext, name: NameId): boolean {
  const { records, names } = store;
  for (let id = held.view.index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    if (records.type[id] === TYPE_SOA && ((records.flags[id] as number) & SOUND) === 0) return true;
    const data = records.data[id] as number;
    const apex = store.blockOf(id)?.instance.apex ?? -1;
    if (data >= 0 && !names.isAddress(data) && holdsTwice(names, data, apex)) return true;
  }
  return false;
}
