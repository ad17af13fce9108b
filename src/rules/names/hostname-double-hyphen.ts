import { phrase } from '../../language/phrase.ts';
import { hyphenatedLabels } from '../facts/odd-labels.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** Hyphens as the third and fourth characters of a label that is none of IDNA's (RFC 5891 section 4.2.3.1). */
export const hostnameDoubleHyphen = defineRule({
  id: 'hostname-double-hyphen',
  scope: 'sweep',
  severity: 'off',
  summary: 'Label has hyphens as its third and fourth characters and does not begin xn--',
  sweeps: (zone, ctx) =>
    ctx.store.names.hasHyphenated && !ctx.settings.isOff('hostname-double-hyphen') && isPaired(zone, ctx),
  *check(zone, ctx, report) {
    for (const odd of hyphenatedLabels(zone, ctx)) {
      if (!odd) yield;
      else if (!odd.label.startsWith('xn--'))
        report({
          at: odd.record.at('owner'),
          message: phrase`"${odd.label}" of ${shown(ctx, odd.record.owner)} has hyphens as its third and fourth characters: such labels are kept for encodings as xn--, and registries refuse them`,
        });
    }
  },
});
