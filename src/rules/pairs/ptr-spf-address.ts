import type { NameId } from '../../dns/name-table.ts';
import { TYPE_TXT } from '../../dns/type-codes.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { parseSpf, type SpfMechanism } from '../../mail/spf.ts';
import { range4, range6 } from '../../workspace/range.ts';
import { spfRecords, spfText } from '../../workspace/senders.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { hasSpfText } from '../facts/mail-filters.ts';
import { REFUSED_WITHOUT_POINTER } from '../facts/mail-note.ts';
import { isInNetworks, isPaired, mayHavePointer, shown } from '../facts/pairing.ts';
import { insertBoth } from '../fixes/insert-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A single address in SPF that has neither a name nor a PTR. One with a name is said at its A or AAAA record. */
export const ptrSpfAddress = defineRule({
  id: 'ptr-spf-address',
  scope: 'name',
  types: [TYPE_TXT],
  severity: 'warning',
  summary: 'Address in SPF has no PTR record in its held reverse zone',
  // What a wildcard says is no domain's own: its senders are not looked up.
  passesSoundTexts: true,
  wants: (ctx, name, first) => hasSpfText(ctx, name, first) && !ctx.store.names.isWildcard(name),
  check(domain, _, ctx, report) {
    for (const record of spfRecords(ctx.held, domain)) {
      if (!record.zone || !isPaired(record.zone, ctx)) continue;
      for (const term of parseSpf(spfText(record)).terms) {
        const address = term.kind === 'mechanism' && term.qualifier === '+' ? singleAddress(term, ctx) : undefined;
        if (address === undefined || !mayHavePointer(ctx.store.names, address)) continue;
        if (isInNetworks(ctx.store.names, address, ctx.settings.externalNetworks)) continue;
        if (ctx.held.addressRecords(address).length > 0) continue;
        ctx.watch(address);
        const answer = ctx.held.pointers(address);
        const zone = answer.kind === 'none' ? ctx.held.zoneOf(answer.name) : undefined;
        if (!zone || !isPaired(zone, ctx)) continue;
        const text = ctx.held.addressText(address) ?? '';
        report({
          at: record.at({ rdata: wordOf(record, text) }),
          ...(ctx.mail.sends(address) ? { severity: 'error' as const } : {}),
          message: phrase`No PTR record for ${text} in ${shown(ctx, zone.apex)}, though SPF lets it send for ${shown(ctx, domain)}:\n${translated(REFUSED_WITHOUT_POINTER)}`,
          related: [{ at: { kind: 'file', file: zone.root.file }, message: phrase`The zone ${shown(ctx, zone.apex)}` }],
          counterpart: { kind: 'file', file: zone.root.file },
          counterpartMessage: phrase`${text} has no PTR record here, though it may send mail`,
          data: { address: text, zone: ctx.held.text(zone.apex) },
        });
      }
    }
  },
  fixes: (finding, ctx) => insertBoth(new Subject(finding, ctx)),
});

function singleAddress(term: SpfMechanism, ctx: RuleContext): NameId | undefined {
  const { names } = ctx.store;
  if (term.ip4 !== undefined && term.prefixLength4 === 32) return range4(names, term.ip4, 32).first;
  if (term.ip6 !== undefined && term.prefixLength6 === 128) return range6(names, term.ip6, 128).first;
  return undefined;
}

/** Which string of the record the address stands in; the first where it is written in another form. */
function wordOf(record: ZoneRecord, address: string): number {
  const index = record.words().rdata.findIndex((token) => token.text.toLowerCase().includes(address));
  return Math.max(index, 0);
}
