import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { spfAt, stretchAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** The mechanism that RFC 7208 section 5.5 tells not to use. */
export const spfPtr = defineRule({
  id: 'spf-ptr',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TXT],
  passesSoundTexts: true,
  wants: hasSpfText,
  summary: 'SPF record uses "ptr", which many receivers pass over',
  check(_, records, ctx, report) {
    for (const text of spfAt(records, ctx))
      for (const { name, start, end } of text.spf.terms)
        if (name === 'ptr')
          report({
            at: stretchAt(text, start, end),
            message: phrase`"ptr" is slow and must not be used (RFC 7208): many receivers pass over it. Name the addresses with ip4, ip6, a or mx`,
          });
  },
});
