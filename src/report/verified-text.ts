import { counted, noun, phrase } from '../language/phrase.ts';
import type { NotVerified } from '../rules/engine/verify-zone.ts';
import type { VerifiedZone } from '../rules/facts/verified-zones.ts';

/** What verifying the signatures of a zone came to, as a person reads it behind the zone's name; undefined where there is nothing to say. */
export function verifiedText(result: VerifiedZone | NotVerified): string | undefined {
  switch (result) {
    case 'no-keys':
      return phrase`its signatures were not verified, as it has no DNSKEY record`;
    case 'signed-by-server':
      return phrase`its signatures were not verified, as its server makes them anew`;
    case 'incomplete':
      return phrase`its signatures were not verified, as not all of the zone could be read`;
    case 'changed':
      return phrase`its signatures were not verified, as it changed meanwhile`;
    case 'not-signed':
    case 'cancelled':
      return undefined;
    default:
      return countsText(result);
  }
}

function countsText({ checked, bad, unknown, noKey, unclear }: VerifiedZone): string {
  const parts = [phrase`${counted(checked, noun`signature`)} verified`];
  if (bad.length > 0) parts.push(phrase`${bad.length} of them wrong`);
  for (const [algorithm, count] of unknown) parts.push(phrase`${count} not verified, of algorithm ${algorithm}`);
  if (noKey > 0) parts.push(phrase`${noKey} not verified, by keys that the zone does not have`);
  if (unclear > 0) parts.push(phrase`${counted(unclear, noun`set`)} not verified, of records that could not be read`);
  return parts.join(', ');
}
