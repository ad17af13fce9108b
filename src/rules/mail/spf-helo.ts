import type { NameId } from '../../dns/name-table.ts';
import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { mxAt } from '../facts/mail-domain.ts';
import { hasMailHostBelow, ownsOnlySpf } from '../facts/mail-filters.ts';
import { addressesOf } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { plainMxOfHost } from '../facts/plain-mx.ts';
import { askSpf } from '../facts/spf-held.ts';
import { addRecords } from '../fixes/mail-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A host that sends mail and has no SPF at its own name, which receivers ask for too (RFC 7208 sections 2.3 and 10.1.3). */
export const spfHelo = defineRule({
  id: 'spf-helo',
  scope: 'name',
  severity: 'hint',
  types: [TYPE_MX],
  summary: 'Mail host has no SPF record at its own name',
  passesPlainMail: true,
  wants: hasMailHostBelow,
  surely: plainMxOfHost,
  check(name, records, ctx) {
    const { names } = ctx.store;
    const hosts = mxAt(records, ctx).filter(({ data }) => data > 0 && data !== name && names.isBelowOrAt(data, name));
    // Without SPF nobody is known to send.
    if (hosts.length === 0 || !(ownsOnlySpf(name, ctx) || askSpf(name, ctx).kind === 'record')) return;
    for (const record of hosts) {
      const host = record.data;
      if (ctx.held.zoneOf(host) !== record.zone || !sendsFor(name, host, ctx)) continue;
      if (askSpf(host, ctx).kind === 'none') ctx.count(record.id);
    }
  },
  tell: (record, ctx) => ({
    at: record.at('target'),
    message: phrase`${shown(ctx, record.data)} sends mail and has no SPF record of its own: receivers check the name that it greets with too`,
  }),
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    if (!subject.record) return [];
    return [addRecords(subject, [{ owner: subject.record.data, type: 'TXT', rdata: '"v=spf1 a -all"' }])];
  },
});

/** Whether one of a host's addresses sends mail for a domain. */
function sendsFor(domain: NameId, host: NameId, ctx: RuleContext): boolean {
  const zone = ctx.held.zoneOf(host);
  if (zone && !ctx.held.hasGaps(zone) && ctx.mail.isPlainSender(domain, host)) {
    ctx.watch(host);
    return true;
  }
  return addressesOf(host, ctx)?.some((address) => ctx.mail.sendsFor(domain, address)) === true;
}
