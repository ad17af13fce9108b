import { isForeignName } from '../../dns/foreign-name.ts';
import { NO_NAME, ROOT } from '../../dns/name-table.ts';
import { phrase } from '../../language/phrase.ts';
import type { Part, ZoneRecord } from '../../workspace/zone-record.ts';
import { type TakenFor, takenFor } from '../facts/look-alike-names.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext, type Say } from '../rule.ts';

/**
 * A character that can not be seen, or looks like another one. Reading the text tells of it; of a name that looks like a
 * held one, as it has letters of another script, it is told here.
 */
export const syntaxCharacter = defineRule({
  id: 'syntax-character',
  scope: 'name',
  severity: 'error',
  refused: 'line',
  types: [],
  summary: 'Character that can not be seen, or looks like another',
  mayBeGroup: true,
  passesPlainHosts: true,
  passesSoundTexts: true,
  passesPlainPairs: true,
  passesPlainMail: true,
  wants: (ctx, name) => {
    const { names, records } = ctx.store;
    if (!names.hasHyphenated && !names.hasBeyondAscii) return false;
    if (isForeignName(names, name)) return true;
    for (let id = ctx.held.view.index.firstAt(name); id >= 0; id = records.nextAt(id))
      if (isForeignName(names, records.data[id] as number)) return true;
    return false;
  },
  check(name, records, ctx, report) {
    const first = records.find(({ zone }) => zone !== undefined && isPaired(zone, ctx));
    if (!first?.zone) return;
    const found = takenFor(ctx, name, first.zone.apex);
    // What lies below such a name follows from it.
    if (found && (found.name === name || ctx.held.recordsAt(found.name).length === 0))
      tell(first, 'owner', { found, ctx, report });
    for (const record of records) checkTarget(record, ctx, report);
  },
});

/** Where a record leads: of a name that is held itself it is told there. */
function checkTarget(record: ZoneRecord, ctx: RuleContext, report: Say): void {
  const { data, zone } = record;
  if (data <= ROOT || !zone || !isPaired(zone, ctx) || !isForeignName(ctx.store.names, data)) return;
  ctx.watch(data);
  if (ctx.held.recordsAt(data).length > 0) return;
  const found = takenFor(ctx, data, ctx.held.enclosingZone(data)?.apex ?? NO_NAME);
  if (found) tell(record, 'target', { found, ctx, report });
}

function tell(
  record: ZoneRecord,
  part: Part,
  { found, ctx, report }: { readonly found: TakenFor; readonly ctx: RuleContext; readonly report: Say },
): void {
  const { name, held, letter, seenAs } = found;
  const code = `U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  report({
    at: record.at(part),
    severity: 'information',
    message: phrase`${shown(ctx, name)} looks like ${shown(ctx, held)}, which is held here, and is another name: ${code} stands in it where people read "${seenAs}". Write the plain letter, unless this name is meant`,
  });
}
