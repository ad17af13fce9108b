import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { ask } from '../facts/mail-names.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { shown } from '../facts/pairing.ts';
import { askSpf, inclusions, loopFrom, nameOfTerm } from '../facts/spf-held.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An SPF record that leads to a held name without one, or in a circle (RFC 7208 sections 5.2, 6.1 and 6.2). */
export const spfIncludeNone = defineRule({
  id: 'spf-include-none',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record includes a name without SPF, or leads in a circle',
  check(name, records, ctx, report) {
    for (const text of spfAt(records, ctx)) {
      const say = ({ start, end }: { readonly start: number; readonly end: number }, message: string): void =>
        report({ at: stretchAt(text, start, end), message });
      const loop = loopFrom(text, name, ctx);
      if (loop && isFirst(name, loop.names, ctx)) {
        const way = [name, ...loop.names, name].map((one) => shown(ctx, one)).join(', ');
        say(loop.term, phrase`The SPF records lead in a circle (${way}): receivers answer permerror`);
      }
      for (const term of inclusions(text)) {
        const target = nameOfTerm(term.domain, NO_NAME, ctx);
        if (target === NO_NAME || term === loop?.term) continue;
        const { kind } = askSpf(target, ctx);
        if (kind === 'none')
          say(term, phrase`${shown(ctx, target)} has no SPF record: receivers answer permerror to the whole record`);
        else if (kind === 'many')
          say(
            term,
            phrase`${shown(ctx, target)} has more than one SPF record: receivers answer permerror to this one too`,
          );
      }
      const exp = text.spf.terms.find((term) => term.name === 'exp');
      const explanation = exp ? nameOfTerm(exp.domain, NO_NAME, ctx) : NO_NAME;
      if (exp && explanation !== NO_NAME && ask(explanation, TYPE_TXT, ctx).kind === 'none')
        say(exp, phrase`${shown(ctx, explanation)} has no TXT record: nobody is told why a mail was refused`);
    }
  },
});

/** A circle is told once: at the one of its names that comes first in the alphabet. */
function isFirst(name: NameId, others: readonly NameId[], { held }: RuleContext): boolean {
  return others.every((other) => held.text(name) <= held.text(other));
}
