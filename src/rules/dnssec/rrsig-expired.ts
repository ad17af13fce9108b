import { TYPE_RRSIG } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import { shown } from '../facts/pairing.ts';
import { secondsOf, timeDigits, timeText } from '../facts/signature-block.ts';
import { extremeSignature, isTimeKnown } from '../facts/signature-times.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { WRONG_SIGNATURE } from '../facts/verified-zones.ts';
import { defineRule } from '../rule.ts';

const WEEK = 7 * 86_400;

/** Signatures that have ended (RFC 4035 section 5.3.1), or end within seven days: one finding a zone, at the first. */
export const rrsigExpired = defineRule({
  id: 'rrsig-expired',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'error',
  summary: 'Signatures of the zone have expired, or are about to',
  followsOnLine: [WRONG_SIGNATURE],
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed || !isTimeKnown(zone)) return;
    const { now } = ctx.settings;
    const ended = extremeSignature(signed, 'expiration', timeDigits(now));
    const { first } = ended;
    if (!first) return;
    const { type, owner } = { type: typeName(first.covered), owner: new ZoneRecord(ctx.store, first.record).owner };
    const at = new ZoneRecord(ctx.store, first.record).at({ rdata: 4 });
    const whose = phrase`${type} of ${shown(ctx, owner)}`;
    if (ended.count > 0) {
      report({ at, message: endedInWords(ended.count, first, whose) });
      return;
    }
    const left = secondsOf(first.time) - now;
    // A signature for some days only is renewed in its last quarter.
    if (left > Math.min(WEEK, (secondsOf(first.time) - secondsOf(first.inception)) / 4)) return;
    report({
      at,
      severity: 'warning',
      message: phrase`The first signature (${whose}) expires at ${timeText(first.time)}, ${inWords(left)} from now: then validators answer SERVFAIL. Sign the zone again`,
    });
  },
});

function endedInWords(
  count: number,
  first: { readonly time: number; readonly inception: number },
  whose: string,
): string {
  const at = timeText(first.time);
  if (count > 1)
    return phrase`${count} signatures have expired, the first (${whose}) at ${at}: validators answer SERVFAIL. Sign the zone again`;
  return first.inception > first.time
    ? phrase`A signature (${whose}) ends at ${at}, before it begins: validators answer SERVFAIL. Sign the zone again`
    : phrase`A signature has expired, the first (${whose}) at ${at}: validators answer SERVFAIL. Sign the zone again`;
}

function inWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  if (hours < 48) return hours === 1 ? phrase`1 hour` : phrase`${hours} hours`;
  return phrase`${Math.floor(hours / 24)} days`;
}
