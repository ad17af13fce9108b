import { type NameId, ROOT } from '../../dns/name-table.ts';
import { substituted } from '../../dns/substituted.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import { withFinalDot } from '../../edits/meant/repeated-origin.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { isLocalhost } from '../../workspace/localhost.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { isAbsent, isRefusedServer, isThere, targetTypes, targetWord } from '../facts/target-words.ts';
import { dotOfTarget } from '../fixes/dot-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type Fix, type RuleContext, type Say } from '../rule.ts';

/** A target that would be a held name, had it its final dot, or had it none, and is none as it stands. */
export const targetMissingDot = defineRule({
  id: 'target-missing-dot',
  scope: 'name',
  severity: 'warning',
  types: targetTypes,
  summary: 'Target without its final dot does not exist, but would with it',
  passesPlainMail: true,
  passesPlainDelegations: true,
  wants: (ctx, name) => hasAbsentTarget(ctx, name),
  check(_, records, ctx, report) {
    for (const record of records) {
      const { zone } = record;
      if (!zone || record.generated || ctx.isClaimed(record.id)) continue;
      if (!ctx.store.names.isBelowOrAt(record.data, zone.apex)) {
        sayDotTooMany(record, zone.apex, ctx, report);
        continue;
      }
      if (!isPaired(zone, ctx) || !isAbsent(record.data, ctx)) continue;
      const target = targetWord(record);
      if (!target || target.word.quoted) continue;
      const meant = withFinalDot(ctx.store, record, target.word);
      if (meant < 0 || !isThere(meant, ctx) || isRefusedServer(record, ctx)) continue;
      const written = target.word.text;
      report({
        at: record.at({ rdata: target.place }),
        message: phrase`"${written}" has no final dot, so it means ${shown(ctx, record.data)}, which does not exist; ${shown(ctx, meant)} does`,
        claims: [record],
        data: { written },
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    return typeof finding.data?.meant === 'number' ? withoutDot(subject, finding.data.meant) : dotOfTarget(subject);
  },
});

/** A single label with a final dot, where the zone has a name that begins so: nobody means the top-level domain. */
function sayDotTooMany(record: ZoneRecord, apex: NameId, ctx: RuleContext, report: Say): void {
  const { names } = ctx.store;
  const { data, zone } = record;
  if (data <= ROOT || names.parent(data) !== ROOT || !zone || isLocalhost(names, data) || !isPaired(zone, ctx)) return;
  const meant = substituted(names, data, { end: ROOT, target: apex });
  if (meant < 0 || ctx.held.zoneOf(data) !== undefined || !isThere(meant, ctx)) return;
  const target = targetWord(record);
  if (!target) return;
  const isMail = record.type === TYPE_MX;
  const lead = phrase`"${target.word.text}" has a final dot, so it means the top-level domain, and not ${shown(ctx, meant)}`;
  report({
    at: record.at({ rdata: target.place }),
    message: isMail ? phrase`${lead}: no mail is delivered there` : lead,
    ...(isMail ? { severity: 'error' } : {}),
    claims: [record],
    data: { meant },
  });
}

function withoutDot(subject: Subject, meant: NameId): readonly Fix[] {
  const { record, token } = subject;
  if (!record || !token) return [];
  const change = replaceToken(record, token, subject.ctx.store.names.text(meant));
  return [subject.fix(phrase`Change the target to ${subject.name(meant)}`, [change], { preferred: true })];
}

/** The fast filter: whether a target has no records and stands above none. */
function hasAbsentTarget({ store, held }: RuleContext, name: NameId): boolean {
  const { records } = store;
  const { index } = held.view;
  for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) {
    const data = records.data[id] as number;
    if (data >= 0 && (index.weight[data] ?? 0) === 0 && targetTypes.includes(records.type[id] as number)) return true;
  }
  return false;
}
