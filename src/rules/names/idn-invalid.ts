import { decodePunycode } from '../../dns/punycode.ts';
import { phrase } from '../../language/phrase.ts';
import { hyphenatedLabels } from '../facts/odd-labels.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A label that begins `xn--` and is no internationalised one (RFC 5890 section 2.3.2.1). */
export const idnInvalid = defineRule({
  id: 'idn-invalid',
  scope: 'sweep',
  severity: 'warning',
  summary: 'Label that begins xn-- does not decode',
  *check(zone, ctx, report) {
    if (!isPaired(zone, ctx)) return;
    for (const odd of hyphenatedLabels(zone, ctx)) {
      if (!odd) yield;
      // Of other characters, and of a hyphen at the end, hostname-invalid tells.
      else if (/^xn--[a-z0-9-]*[a-z0-9]$/.test(odd.label) && !isWord(decodePunycode(odd.label.slice(4))))
        report({
          at: odd.record.at('owner'),
          message: phrase`"${odd.label}" of ${shown(ctx, odd.record.owner)} begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again`,
        });
    }
  },
});

/** Whether a label decodes to text of other scripts: to characters that exist, and not to ones that control how text is shown. */
function isWord(text: string | undefined): boolean {
  return text !== undefined && !/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/u.test(text) && !/[A-Z]/.test(text);
}
