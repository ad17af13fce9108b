import { decodePunycode } from '../../dns/punycode.ts';
import { phrase } from '../../language/phrase.ts';
import { hasHostRecord } from '../facts/invalid-host.ts';
import { hyphenatedLabels, type OddLabel } from '../facts/odd-labels.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A label that begins `xn--` and is no internationalised one (RFC 5890 section 2.3.2.1). */
export const idnInvalid = defineRule({
  id: 'idn-invalid',
  scope: 'sweep',
  severity: 'warning',
  summary: 'Label that begins xn-- does not decode',
  sweeps: (zone, ctx) => ctx.store.names.hasHyphenated && isPaired(zone, ctx),
  *check(zone, ctx, report) {
    for (const odd of hyphenatedLabels(zone, ctx)) {
      if (!odd) yield;
      else if (isMisencoded(odd.label) && !isToldOfHost(odd, ctx))
        report({
          at: odd.record.at('owner'),
          message: phrase`"${odd.label}" of ${shown(ctx, odd.record.owner)} begins as labels in other scripts are encoded, and decodes to nothing: clients refuse the name; encode it again`,
        });
    }
  },
});

/** Of other characters than those of host names the rules on these tell, or on the text. Text that only ASCII is in is never encoded. */
function isMisencoded(label: string): boolean {
  if (!/^xn--[a-z0-9-]*$/.test(label)) return false;
  return label.endsWith('-') || !isWord(decodePunycode(label.slice(4)));
}

/** Of a hyphen at the end of the name of a host, hostname-invalid tells. */
function isToldOfHost({ record, label }: OddLabel, ctx: RuleContext): boolean {
  if (!label.endsWith('-') || ctx.settings.isOff('hostname-invalid')) return false;
  return hasHostRecord(ctx, ctx.held.view.index.firstAt(record.owner));
}

/** Whether a label decodes to text of other scripts: to characters that exist, and not to ones that control how text is shown. */
function isWord(text: string | undefined): boolean {
  return text !== undefined && !/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/u.test(text) && !/[A-Z]/.test(text);
}
