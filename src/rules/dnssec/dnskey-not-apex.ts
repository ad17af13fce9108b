import { TYPE_CDNSKEY, TYPE_CDS, TYPE_CSYNC, TYPE_DNSKEY, TYPE_ZONEMD } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { isOfPairedZone, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** What is asked for at the apex of a zone only (RFC 4034 section 2, RFC 7344 section 4.1, RFC 7477, RFC 8976 section 2). */
const OF_APEX: readonly number[] = [TYPE_DNSKEY, TYPE_CDS, TYPE_CDNSKEY, TYPE_CSYNC, TYPE_ZONEMD];

/** A DNSKEY record below the apex, or another that is said of a zone as a whole: nobody asks for it there. */
export const dnskeyNotApex = defineRule({
  id: 'dnskey-not-apex',
  scope: 'name',
  severity: 'error',
  types: OF_APEX,
  summary: 'DNSKEY, CDS, CDNSKEY, CSYNC or ZONEMD record below the apex of its zone',
  check(name, records, ctx, report) {
    const record = records.find(({ type, zone }) => OF_APEX.includes(type) && zone && zone.apex !== name);
    if (!record?.zone || ctx.isClaimed(record.id)) return;
    const where = phrase`${shown(ctx, name)} stands in the zone ${shown(ctx, record.zone.apex)}`;
    if (record.type === TYPE_DNSKEY)
      report({
        at: record.at('owner'),
        message: phrase`The DNSKEY of ${where}: keys belong to the apex of their own zone, and a delegation has DS records`,
      });
    else if (
      isOfPairedZone(record, ctx) &&
      ctx.held.answers(record) &&
      !ctx.store.names.text(name).includes('._signal.')
    )
      // Below `_signal` a server's zone says what the zones that it serves say (RFC 9615).
      report({
        at: record.at('owner'),
        severity: 'warning',
        message: phrase`The ${typeName(record.type)} record of ${where}: it is asked for at the apex of a zone only`,
      });
  },
});
