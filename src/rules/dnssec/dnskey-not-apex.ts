import { TYPE_DNSKEY } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A DNSKEY record below the apex (RFC 4034 section 2): nobody asks for it there. */
export const dnskeyNotApex = defineRule({
  id: 'dnskey-not-apex',
  scope: 'name',
  severity: 'error',
  types: [TYPE_DNSKEY],
  summary: 'DNSKEY record below the apex of its zone',
  check(name, records, ctx, report) {
    const record = records.find(({ type, zone }) => type === TYPE_DNSKEY && zone && zone.apex !== name);
    if (!record?.zone || ctx.isClaimed(record.id)) return;
    report({
      at: record.at('owner'),
      message: phrase`The DNSKEY of ${shown(ctx, name)} stands in the zone ${shown(ctx, record.zone.apex)}: keys belong to the apex of their own zone, and a delegation has DS records`,
    });
  },
});
