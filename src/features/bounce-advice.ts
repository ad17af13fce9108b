import type { Rejection } from '../bounce/bounce.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { specialUse } from '../live/address-space.ts';
import type { HeldAddress, HeldMailHost } from './bounce-held.ts';

/** Who refused and for how long: `example.net refuses mail for now`. */
export function refusalText({ receiver, receiverHost, temporary, isOfHeader }: Rejection): string {
  const who = BRANDS[receiver ?? ''] ?? receiver ?? receiverHost ?? phrase`The receiving server`;
  if (isOfHeader)
    return phrase`${who} noted this in a header field, and accepted the mail; other servers may refuse it`;
  return temporary
    ? phrase`${who} refuses mail for now: the sender's server tries again by itself`
    : phrase`${who} refuses mail for good: it went back, and is to be sent again once the cause is gone`;
}

/** Receivers that people know by another name than that of their servers. */
const BRANDS: Readonly<Record<string, string>> = { gmail: 'Gmail', outlook: 'Outlook', yahoo: 'Yahoo' };

/** What the receiver claims, as a sentence without a full stop. */
export function claimText(rejection: Rejection): string {
  const { address, name } = rejection;
  const subject = address ?? phrase`the sender's address`;
  const named = name === null ? '' : ` (${name})`;
  switch (rejection.about) {
    case 'ptr-missing':
      return phrase`It claims that ${subject} has no PTR record`;
    case 'ptr-not-confirmed':
      return phrase`It claims that the name${named} of the PTR record of ${subject} does not lead back to that address`;
    case 'ptr-generic':
      return phrase`It claims that the name${named} of the PTR record of ${subject} is one that a provider presets`;
    case 'ptr-unspecified':
      return phrase`It claims that the reverse DNS of ${subject} is not right: no PTR record, or a name that does not lead back; it does not say which`;
    case 'lookup-failed':
      return phrase`It could not look up the reverse DNS of ${subject}: the servers of the reverse zone did not answer, which does not mean that there is no PTR record`;
    case 'helo':
      return phrase`It does not accept the name${named} that the mail server gave in its HELO or EHLO command`;
    case 'not-reverse-dns':
      return phrase`It is not about reverse DNS: ${translated(REASONS[rejection.reason ?? 'other'])}`;
  }
}

const REASONS = {
  blocklist: laterPhrase`the address is on a block list, or has a bad reputation`,
  spf: laterPhrase`the SPF record of the sending domain does not let the address send, or does not pass`,
  dkim: laterPhrase`the DKIM signature is missing or does not hold`,
  dmarc: laterPhrase`the DMARC policy of the sending domain refuses the mail`,
  greylist: laterPhrase`greylisting, which lets the same mail pass when it comes again some minutes later`,
  other: laterPhrase`the reply names another reason`,
} as const;

const TRY_LATER = {
  blocklist: laterPhrase`Look the address up at the list that the reply names, fix the cause, then ask for its removal there`,
  spf: laterPhrase`See that the SPF record of the sending domain names the address`,
  dkim: laterPhrase`See that the mail server signs with a key that the sending domain publishes`,
  dmarc: laterPhrase`See that SPF or DKIM passes for the domain in the From field`,
  greylist: laterPhrase`Nothing needs to be done, unless the sending server never tries again`,
  other: laterPhrase`Read the reply itself`,
} as const;

/** What to do, as sentences without a final full stop. `hosts` are offered where the text names no address. */
export function adviceText(
  rejection: Rejection,
  held: HeldAddress | undefined,
  hosts: readonly HeldMailHost[],
): string {
  if (rejection.about === 'not-reverse-dns') return translated(TRY_LATER[rejection.reason ?? 'other']);
  if (rejection.about === 'helo') return heloAdvice(rejection, held);
  const { address } = rejection;
  if (address === null) return withoutAddress(hosts);
  if (!held && specialUse(address) === 'private')
    return phrase`${address} is a private address: only servers of the same network meet it, and its PTR record stands in a zone of theirs. Ask the DNS server that the refusing one asks: dig -x ${address} @SERVER`;
  if (!held)
    return phrase`No zone that is held here knows ${address}. Ask the world for it: dig -x ${address}; where that is wrong, whoever owns the network has to set the PTR record: mostly the provider of the address (whois ${address} tells)`;
  return `${heldText(address, held)}. ${stepText(rejection, address, held)}`;
}

/** What the held zones say of the address, as a sentence. */
export function heldText(address: string, held: HeldAddress): string {
  const names = held.names.join(', ');
  switch (held.verdict) {
    case 'confirmed':
      return phrase`The held zones are right: the PTR record of ${address} names ${names}, and that name has the address`;
    case 'missing':
      return phrase`The held zone ${held.reverseZone ?? ''} has no PTR record for ${address}`;
    case 'not-confirmed':
      return phrase`The held PTR record of ${address} names ${names}, and that name does not have the address`;
    case 'generic':
      return phrase`The held PTR record of ${address} names ${names}, which looks like a name that a provider presets`;
    case 'several':
      return phrase`The held zones have ${held.names.length} PTR records for ${address}: ${names}`;
    case 'unknown':
      return held.reverseZone === undefined
        ? phrase`The reverse zone of ${address} is not held here`
        : phrase`The held PTR record of ${address} names ${names}, whose zone is not held here`;
  }
}

function stepText(rejection: Rejection, address: string, held: HeldAddress): string {
  if (rejection.about === 'lookup-failed') {
    const wait = phrase`Wait, then ask again; where it goes on, see that every name server of the reverse zone answers`;
    return held.verdict === 'confirmed' || held.verdict === 'unknown'
      ? phrase`${wait}: dig -x ${address} +trace`
      : phrase`${fixText(held)}; then see that every name server of the reverse zone answers`;
  }
  switch (held.verdict) {
    case 'confirmed':
      return phrase`Is that published? Compare with the world: dig -x ${address}; where it answers otherwise, the zone is not loaded yet (serial, reload, secondaries), or the receiver still has the old answer for as long as its TTL says`;
    case 'several':
      return phrase`Some receivers look at the first only: leave the one that the mail server calls itself. Then compare with the world: dig -x ${address}`;
    case 'unknown':
      return phrase`Ask the world: dig -x ${address}; where that is wrong, ${held.reverseZone === undefined ? phrase`whoever owns the network has to set the PTR record` : phrase`the zone of the name needs an address record`}`;
    default:
      return phrase`${fixText(held)}; then reload the zone and try the mail again once the old answer's TTL is over${unpublishedText(rejection, address, held)}`;
  }
}

/** A receiver that saw no PTR where one is held, or another, may have asked an older zone. */
function unpublishedText({ about, ptr }: Rejection, address: string, { verdict, names }: HeldAddress): string {
  if (ptr !== null && names.length > 0 && !names.includes(ptr.toLowerCase()))
    return phrase`. The receiver saw ${ptr}: is this zone published? dig -x ${address} tells`;
  if (about !== 'ptr-missing' || verdict === 'missing') return '';
  return phrase`. The receiver saw no PTR record at all: is this zone published? dig -x ${address} tells`;
}

function fixText({ verdict, hosts, reverseZone }: HeldAddress): string {
  const host = hosts[0];
  if (verdict === 'missing')
    return host === undefined
      ? phrase`Add one to ${reverseZone ?? phrase`it`}, with the name that the mail server calls itself`
      : phrase`Add one that names ${host}`;
  if (verdict === 'generic') return phrase`Choose a name of your own for it, with an address record that leads back`;
  return host === undefined
    ? phrase`Give that name the address, or name another one`
    : phrase`Name ${host} instead, or give that name the address`;
}

function heloAdvice({ name, address }: Rejection, held: HeldAddress | undefined): string {
  const confirmed = held?.verdict === 'confirmed' ? held.names[0] : undefined;
  const own =
    confirmed === undefined
      ? phrase`a whole name that has an address record, at best the one in the PTR record`
      : phrase`${confirmed}, the name in the PTR record of ${address ?? phrase`its address`}`;
  const literal = name === null ? '' : phrase` (${name} is what it says now)`;
  const set = phrase`Set the name of the mail server itself to ${own}${literal}: myhostname in Postfix, primary_hostname in Exim, the FQDN of the send connector in Exchange`;
  return name?.includes('.') ? phrase`${set}. Or give ${name} an address record with the address that sends` : set;
}

function withoutAddress(hosts: readonly HeldMailHost[]): string {
  const shown = hosts.slice(0, 8).map(({ host, address }) => `${host} (${address})`);
  const more = hosts.length > shown.length ? phrase` and ${hosts.length - shown.length} more` : '';
  if (shown.length === 0)
    return phrase`The text does not name the address that sends. Take it from the log of the mail server, then: dig -x ADDRESS`;
  return phrase`The text does not name the address that sends. It may be one of the mail hosts held here: ${shown.join(', ')}${more}`;
}
