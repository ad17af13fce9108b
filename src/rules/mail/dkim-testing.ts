import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { parseDkim } from '../../mail/dkim.ts';
import { tagNamed } from '../../mail/tags.ts';
import { isDkimOwner } from '../facts/mail-owners.ts';
import { stretchAt, textsAt } from '../facts/mail-text.ts';
import { defineRule } from '../rule.ts';

/** A DKIM key that says it is only tried out (`t=y`, RFC 6376 section 3.6.1). */
export const dkimTesting = defineRule({
  id: 'dkim-testing',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_TXT],
  summary: 'DKIM key says that it is only tried out',
  passesSoundTexts: true,
  wants: ({ store: { names } }, name) => isDkimOwner(names, name),
  check(_, records, ctx, report) {
    for (const text of textsAt(records, ctx)) {
      const { isTesting, isRevoked, list } = parseDkim(text.joined.text);
      const flags = tagNamed(list, 't');
      if (!isTesting || isRevoked || !flags) continue;
      report({
        at: stretchAt(text, flags.start, flags.end),
        message: phrase`"t=y" says that signatures are only tried out: receivers may treat the mail as if it had none`,
      });
    }
  },
});
