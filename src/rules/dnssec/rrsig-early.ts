import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { timeDigits, timeText } from '../facts/signature-block.ts';
import { extremeSignature, isTimeKnown } from '../facts/signature-times.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { WRONG_SIGNATURE } from '../facts/verified-zones.ts';
import { defineRule } from '../rule.ts';

/** Clocks differ a little. */
const LENIENCE = 300;

/** Signatures that are not valid yet (RFC 4035 section 5.3.1): one finding a zone, at the last to begin. */
export const rrsigEarly = defineRule({
  id: 'rrsig-early',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'error',
  summary: 'Signatures of the zone are not valid yet',
  followsOnLine: [WRONG_SIGNATURE],
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed || !isTimeKnown(zone)) return;
    const { count, first } = extremeSignature(signed, 'inception', timeDigits(ctx.settings.now + LENIENCE));
    if (!first || count === 0) return;
    const record = new ZoneRecord(ctx.store, first.record);
    const which = count === 1 ? phrase`A signature is` : phrase`${count} signatures are`;
    report({
      at: record.at({ rdata: 5 }),
      message: phrase`${which} not valid yet, the last (${typeName(first.covered)} of ${shown(ctx, record.owner)}) begins at ${timeText(first.time)}: until then validators answer SERVFAIL. See that the signer's clock is right`,
    });
  },
});
