import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';
import { signedZone } from './signed-zone.ts';

/**
 * Whether the records of a signed zone are others than at the last commit or save, while all its signatures are the same:
 * it was edited where only its signer should write. Each `yield` is a place to stop.
 */
export function* isEditedSigned(zone: Zone, ctx: RuleContext): Generator<void, boolean> {
  const { baseline } = ctx.settings;
  const { role, dynamic } = zone.traits;
  if (!baseline || role !== 'primary' || dynamic || ctx.settings.isOff('edited-signed-zone')) return false;
  if ((yield* signedZone(zone, ctx)) === undefined) return false;
  const past = yield* baseline(zone);
  return past !== undefined && !past.recordsEqual && past.signaturesEqual;
}
