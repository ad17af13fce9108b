import { TYPE_NSEC, TYPE_NSEC3PARAM, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { apexRecords, mayHold, ofType } from '../facts/apex.ts';
import { isEditedSigned } from '../facts/edited-signed.ts';
import { hashedChainFault, lacksParameters } from '../facts/hashed-chain.ts';
import { plainChainFault } from '../facts/plain-chain.ts';
import { signedZone } from '../facts/signed-zone.ts';
import { isBeingSigned } from '../facts/signing-state.ts';
import { WRONG_SIGNATURE } from '../facts/verified-zones.ts';
import { defineRule } from '../rule.ts';

/**
 * The records that prove what is not there (RFC 4034 section 4, RFC 5155): each name has one, it leads to the next name,
 * and lists the types that are there. One finding a zone, the first that is wrong.
 */
export const nsecChain = defineRule({
  id: 'nsec-chain',
  scope: 'sweep',
  sweptTypes: [TYPE_RRSIG],
  severity: 'warning',
  summary: 'NSEC or NSEC3 records do not fit the zone',
  followsOnLine: [WRONG_SIGNATURE],
  *check(zone, ctx, report) {
    const signed = yield* signedZone(zone, ctx);
    if (!signed?.isWhole || isBeingSigned(zone, ctx) || (yield* isEditedSigned(zone, ctx))) return;
    const records = apexRecords(zone, ctx);
    const parameters = ofType(records, TYPE_NSEC3PARAM);
    if (mayHold(records, TYPE_NSEC3PARAM) || parameters.length > 1) return;
    const [parameter] = parameters;
    const isUntold = signed.isHashed && !parameter;
    // Beside NSEC records, an NSEC3 chain without its parameters is being made, or taken away.
    if (isUntold && ofType(records, TYPE_NSEC).length > 0) return;
    const fault = isUntold
      ? lacksParameters(zone.apex, ctx)
      : parameter
        ? yield* hashedChainFault(signed, parameter, ctx)
        : yield* plainChainFault(signed, ctx);
    if (fault)
      report({
        at: fault.at,
        message: phrase`${fault.message}: resolvers get proofs that do not hold. Sign the zone again`,
      });
  },
});
