import { TYPE_NS, TYPE_SOA } from '../../dns/type-codes.ts';
import { newZoneText } from '../../edits/new-zone-text.ts';
import { phrase } from '../../language/phrase.ts';
import { BLANK_LINE, hasOnlyLines } from '../../text/only-lines.ts';
import { hasUnread } from '../../workspace/gaps.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { OUTSIDE } from '../../zone/draft.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { shown } from '../facts/pairing.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * A zone without its SOA. A file that only its name makes a zone may be a part of one, or be begun just now: then an NS at its
 * apex must show more, or that nothing at all was left of it, where nobody types.
 */
export const soaMissing = defineRule({
  id: 'soa-missing',
  scope: 'zone',
  severity: 'error',
  refused: 'zone',
  tellsOtherZone: true,
  leavesOwnerless: true,
  summary: 'Zone has no SOA record at its apex',
  check(zone, ctx, report) {
    if (hasUnread(zone)) return;
    const records = apexRecords(zone, ctx);
    if (ofType(records, TYPE_SOA).length > 0 || mayHold(records, TYPE_SOA)) return;
    const isLost = ctx.settings.tellsEmpty === true && hasOnlyLines(zone.root.file.document, BLANK_LINE);
    const isFragment = !zone.traits.declared && ofType(records, TYPE_NS).length === 0 && !isLost;
    const astray = firstSoa(zone, ctx);
    // One below the apex has a finding of its own.
    if (astray ? !isOutside(astray, ctx) : isFragment) return;
    const name = shown(ctx, zone.apex);
    report({
      at: astray ? astray.at('owner') : { kind: 'file', file: zone.root.file },
      message: astray
        ? phrase`The SOA is that of ${shown(ctx, astray.owner)}, and ${name} has none: servers refuse the zone`
        : phrase`${name} has no SOA record: servers refuse the zone`,
    });
  },
  fixes(finding, ctx) {
    const { at, key } = finding;
    if (at.kind !== 'file' || !hasOnlyLines(at.file.document, COMMENTS)) return [];
    const subject = new Subject(finding, ctx);
    const text = newZoneText(ctx, { name: subject.zoneName(key), now: ctx.settings.now });
    const last = at.file.document.lineCount - 1;
    const end = { line: last, character: at.file.document.lineText(last).length };
    const lead = end.character === 0 ? '' : '\n';
    const title = phrase`Write SOA and NS records of ${subject.zoneName(key)}`;
    return [
      subject.fix(title, [{ file: at.file, edit: { range: { start: end, end }, text: lead + text } }], {
        preferred: true,
      }),
    ];
  },
});

const COMMENTS = /^\s*(?:;|$)/;

/** The first SOA anywhere in the zone's texts, one outside the zone too. Only asked where there is none at the apex. */
function firstSoa(zone: Zone, ctx: RuleContext): ZoneRecord | undefined {
  const { records } = ctx.store;
  for (const block of zone.root.blocks) {
    for (const id of block?.records ?? []) if (records.type[id] === TYPE_SOA) return new ZoneRecord(ctx.store, id);
  }
  return undefined;
}

function isOutside(record: ZoneRecord, ctx: RuleContext): boolean {
  return ((ctx.store.records.flags[record.id] as number) & OUTSIDE) !== 0;
}
