import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { nameBelow, rawLabels } from '../../dns/substituted.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isDmarc, parseDmarc } from '../../mail/dmarc.ts';
import { nameIn } from '../../project/mounts.ts';
import { hasOpenDmarc } from '../facts/mail-filters.ts';
import { ask, isRegistered } from '../facts/mail-names.ts';
import { stretchAt, textOf, textsAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { addRecords } from '../fixes/mail-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Reports to another domain that does not say it takes them: receivers send none (RFC 9990 section 4). */
export const dmarcReportUnauthorized = defineRule({
  id: 'dmarc-report-unauthorized',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  summary: 'DMARC reports go to another held domain that does not say it takes them',
  passesSoundTexts: true,
  wants: hasOpenDmarc,
  check(name, records, ctx, report) {
    const domain = ctx.store.names.parent(name);
    for (const text of textsAt(records, ctx)) {
      if (!isDmarc(text.joined.text)) continue;
      const { rua, ruf } = parseDmarc(text.joined.text);
      const told = new Set<NameId>();
      for (const { domain: other, start, end } of [...rua, ...ruf]) {
        const target = other === undefined ? NO_NAME : nameIn(ctx.store.names, other);
        if (target <= 0 || told.has(target) || !isForeign(domain, target, ctx)) continue;
        const owner = permission(domain, target, ctx);
        if (owner === NO_NAME || !isRefused(owner, ctx)) continue;
        told.add(target);
        report({
          at: stretchAt(text, start, end),
          message: phrase`${shown(ctx, target)} does not say that it takes reports on ${shown(ctx, domain)}, so none are sent there: it needs TXT "v=DMARC1" at ${shown(ctx, owner)}`,
          data: { owner: ctx.held.text(owner) },
        });
      }
    }
  },
  fixes(finding, ctx) {
    const owner = finding.data?.owner;
    if (typeof owner !== 'string') return [];
    const subject = new Subject(finding, ctx);
    return [
      addRecords(subject, [{ owner: nameIn(ctx.store.names, owner), type: 'TXT', rdata: '"v=DMARC1"' }], {
        safe: true,
      }),
    ];
  },
});

/** Where the other domain gives its word. */
function permission(domain: NameId, target: NameId, { store: { names } }: RuleContext): NameId {
  return nameBelow(names, target, [...rawLabels(names, domain, ROOT), '_report', '_dmarc']);
}

function isRefused(owner: NameId, ctx: RuleContext): boolean {
  const answer = ask(owner, TYPE_TXT, ctx);
  if (answer.kind === 'none') return true;
  return answer.kind === 'records' && !answer.records.map(textOf).some(({ joined }) => isDmarc(joined.text));
}

/** Whether two domains certainly belong to two owners: neither above the other, and not below one registered name. */
function isForeign(domain: NameId, target: NameId, ctx: RuleContext): boolean {
  const { names } = ctx.store;
  if (names.isBelowOrAt(domain, target) || names.isBelowOrAt(target, domain)) return false;
  if (names.ancestorAt(domain, 2) !== names.ancestorAt(target, 2)) return true;
  const [one, other] = [names.ancestorAt(domain, 3), names.ancestorAt(target, 3)];
  return one !== other && isRegistered(one, ctx) === true && isRegistered(other, ctx) === true;
}
