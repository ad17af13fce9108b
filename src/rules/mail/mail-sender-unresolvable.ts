import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { isInService } from '../../dns/service-name.ts';
import { TYPE_MX, TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfWithoutHosts } from '../facts/mail-filters.ts';
import { ask, hasNoAddress } from '../facts/mail-names.ts';
import { spfAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { askSpf, authorises, inclusions, nameOfTerm } from '../facts/spf-held.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A domain that hosts send for, and that has no MX, A or AAAA record: receivers refuse such senders. */
export const mailSenderUnresolvable = defineRule({
  id: 'mail-sender-unresolvable',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'Domain that hosts send for has no MX, A or AAAA record',
  passesSoundTexts: true,
  wants: (ctx, name, first) =>
    hasSpfWithoutHosts(ctx, name, first) && !isInService(ctx.store.names, name) && !ctx.store.names.isWildcard(name),
  check(name, records, ctx, report) {
    const [text] = spfAt(records, ctx);
    if (!text || !authorises(text) || ask(name, TYPE_MX, ctx).kind !== 'none' || !hasNoAddress(name, ctx)) return;
    const { zone } = text.record;
    if (!zone || /spf|sender/.test(ctx.store.names.labelText(name)) || isIncluded(name, zone.apex, ctx)) return;
    report({
      at: text.record.at('rdata'),
      message: phrase`The SPF record lets hosts send as ${shown(ctx, name)}, which has no MX, A or AAAA record: receivers refuse senders that can't be answered (Postfix: 450 4.1.8 "Domain not found")`,
    });
  },
});

/** Whether a record above, up to the zone's own, includes the name: then it only holds a part of that one. */
function isIncluded(name: NameId, apex: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  for (let node = names.up(name, apex); node > 0; node = names.up(node, apex)) {
    const held = askSpf(node, ctx);
    if (held.kind !== 'record') continue;
    if (inclusions(held.text).some((term) => nameOfTerm(term.domain, NO_NAME, ctx) === name)) return true;
  }
  return false;
}
