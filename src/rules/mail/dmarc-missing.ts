import { TYPE_MX } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { dmarcOfKey } from '../facts/dmarc-held.ts';
import { domainWithMx } from '../facts/mail-domain.ts';
import { mayLackDmarc } from '../facts/mail-filters.ts';
import { isPublic } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { plainMxWithoutDmarc } from '../facts/plain-mx.ts';
import { addRecords } from '../fixes/mail-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';
import { dmarcPlace } from './dmarc-place.ts';

/** A domain that takes mail and has no DMARC record, of its own or above it (RFC 9989). */
export const dmarcMissing = defineRule({
  id: 'dmarc-missing',
  scope: 'name',
  severity: 'information',
  types: [TYPE_MX],
  followsAtName: [dmarcPlace],
  summary: 'Domain with MX records has no DMARC record',
  wants: mayLackDmarc,
  surely: plainMxWithoutDmarc,
  check(name, records, ctx) {
    const first = domainWithMx(records, ctx);
    if (first?.zone && isPublic(first.zone, ctx) && dmarcOfKey(name, ctx).kind === 'none') ctx.count(first.id);
  },
  tell: (first, ctx) => ({
    at: first.at('target'),
    message: phrase`${shown(ctx, first.owner)} takes mail and has no DMARC record: receivers are not told what to do with forged mail, and nobody gets reports`,
  }),
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    if (!subject.record) return [];
    const domain = subject.record.owner;
    const rdata = `"v=DMARC1; p=none; rua=mailto:postmaster@${shown(ctx, domain)}"`;
    return [addRecords(subject, [{ owner: ctx.store.names.childText(domain, '_dmarc'), type: 'TXT', rdata }])];
  },
});
