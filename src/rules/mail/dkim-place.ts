import { hasLabel } from '../../dns/label-octets.ts';
import { NO_NAME } from '../../dns/name-table.ts';
import { nameBelow, rawLabels } from '../../dns/substituted.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isDkim } from '../../mail/dkim.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { isAskedByAlias } from '../facts/asked-by-alias.ts';
import { hasTaggedText } from '../facts/mail-filters.ts';
import { isDkimOwner } from '../facts/mail-owners.ts';
import { stretchAt, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { moveRecord } from '../fixes/mail-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A DKIM key at a name where nobody asks for it: not `selector._domainkey.domain` (RFC 6376 section 3.6.2.1). */
export const dkimPlace = defineRule({
  id: 'dkim-place',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'DKIM key at a name where nobody asks for it',
  passesSoundTexts: true,
  wants: (ctx, name, first) => hasTaggedText(ctx, name, first) && !isDkimOwner(ctx.store.names, name),
  check(name, records, ctx, report) {
    const { names } = ctx.store;
    if (isAskedByAlias(name, ctx)) return;
    for (const text of textsAt(records, ctx)) {
      if (!isDkim(text.joined.text)) continue;
      const lacksSelector = hasLabel(names, name, '_domainkey');
      const why = lacksSelector ? phrase`the selector is missing` : phrase`its place is SELECTOR._domainkey`;
      const domain = lacksSelector ? names.parent(name) : (text.record.zone?.apex ?? name);
      report({
        at: stretchAt(text, 0, text.joined.text.length),
        message: phrase`Nobody asks for a DKIM key at ${shown(ctx, name)}: ${why}, as in default._domainkey.${shown(ctx, domain)}`,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record } = subject;
    const owner = record ? meantOwner(record, ctx) : NO_NAME;
    if (!record || owner === NO_NAME) return [];
    if (ctx.held.recordsAt(owner, TYPE_TXT).length > 0)
      return [
        subject.fix(phrase`Move it to ${shown(ctx, owner)}`, {
          refused: phrase`${shown(ctx, owner)} has a TXT record already`,
        }),
      ];
    return [moveRecord(subject, record, owner)];
  },
});

/** The owner with a label that is nearly `_domainkey` spelled right; only where there is one, and a selector before it. */
function meantOwner(record: ZoneRecord, ctx: RuleContext) {
  const apex = record.zone?.apex ?? 0;
  const { names } = ctx.store;
  const labels = rawLabels(names, record.owner, apex);
  const at = labels.findIndex((label) => /^[-_]{0,2}domain[-_]?keys?[-_]?$/.test(label));
  if (at < 1) return NO_NAME;
  return nameBelow(
    names,
    apex,
    labels.map((label, index) => (index === at ? '_domainkey' : label)),
  );
}
