import { addressRecordType } from '../dns/address-kind.ts';
import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { LiveChecker } from './checker.ts';
import { isOpen, openAdvice } from './judge.ts';
import type { LookStatus } from './reply.ts';
import { isSameAddress } from './targets.ts';

/**
 * What receivers find of the name that a mail server calls itself (RFC 5321 section 2.3.5). `short`: no whole name, so that
 * nothing was asked; `elsewhere`: it has addresses, and not that of the server.
 */
export interface HeloStanding {
  /** Without its final dot. */
  readonly name: string;
  readonly verdict: 'confirmed' | 'elsewhere' | 'missing' | 'short' | 'unknown';
  readonly status: LookStatus;
  readonly addresses: readonly string[];
  /** What to do, without a full stop; empty where it is confirmed. */
  readonly advice: string;
}

/** Asks for the addresses of a HELO name, and whether the server's own is among them. `name` is canonical. */
export async function heloStanding(
  checker: Pick<LiveChecker, 'addressesOf'>,
  name: string,
  address: string,
): Promise<HeloStanding> {
  const shown = undotted(name);
  if (!shown.includes('.')) {
    const advice = phrase`${shown} is no whole name: let the mail server call itself by one that has ${address}`;
    return { name: shown, verdict: 'short', status: 'nodata', addresses: [], advice };
  }
  const { status, addresses } = await checker.addressesOf(name);
  const told = { name: shown, status, addresses };
  if (addresses.some((one) => isSameAddress(one, address))) return { ...told, verdict: 'confirmed', advice: '' };
  if (isOpen(status)) {
    return { ...told, verdict: 'unknown', advice: openAdvice(shown, status) };
  }
  const type = addressRecordType(address);
  if (addresses.length > 0) {
    const has = addresses.slice(0, 4).join(', ');
    const advice = phrase`${shown} has ${has}, not ${address}: add the ${type} record, or let the mail server call itself by the name in the PTR record`;
    return { ...told, verdict: 'elsewhere', advice };
  }
  const advice =
    status === 'nxdomain'
      ? phrase`${shown} does not exist: add its ${type} record, or let the mail server call itself by the name in the PTR record`
      : phrase`${shown} has no address: add its ${type} record, or let the mail server call itself by the name in the PTR record`;
  return { ...told, verdict: 'missing', advice };
}

/** A HELO name and what was found of it, on one line. */
export function heloText({ name, verdict, addresses, advice }: HeloStanding): string {
  return verdict === 'confirmed'
    ? `HELO ${name}: confirmed: ${addresses.slice(0, 4).join(', ')}`
    : `HELO ${name}: ${advice}`;
}
