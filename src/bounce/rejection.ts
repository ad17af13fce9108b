import { addressesIn, type FoundAddress, type Role } from './addresses.ts';
import type { About, Reason } from './claim.ts';
import { greetingHost, ownerInReply, ownerOf, receiverHost, refuserIn } from './hosts.ts';
import type { Understood } from './meaning.ts';
import { type ClientNames, namesInFrame, namesInReply, onlyNameIn } from './names.ts';
import type { Reply } from './replies.ts';
import type { Unit } from './units.ts';

/** One refusal of mail, as the text that tells of it has it; null is what it does not tell. */
export interface Rejection {
  readonly about: About;
  /** For `not-reverse-dns`; null for all others. */
  readonly reason: Reason | null;
  /** The address that is refused (RFC 5952): the sender's. */
  readonly address: string | null;
  /** The address of the server that refused. */
  readonly receiverAddress: string | null;
  readonly receiverHost: string | null;
  /** The name at fault: the HELO name where that is what is refused, else the one of the PTR record, else the HELO name. */
  readonly name: string | null;
  readonly helo: string | null;
  readonly ptr: string | null;
  /** Who refused: a domain, or a brand; null in the refuser's own log. */
  readonly receiver: string | null;
  /** The three digits of the reply (RFC 5321), never those of a queue or of `Status:`. */
  readonly code: string | null;
  /** The enhanced code of the reply (RFC 3463). */
  readonly enhanced: string | null;
  /** The sender is told to try again. */
  readonly temporary: boolean;
  /** It is no refusal, but what a server noted in the header of a mail that it took. */
  readonly isOfHeader: boolean;
  /** What was read as the refusal, as it was pasted, shortened. */
  readonly quote: string;
}

/** The paste around a unit. */
export interface Around {
  readonly units: readonly Unit[];
  /** The only server that the whole paste names as the one that refused. */
  readonly host: string | null;
  /** The client of the session that an entry of a log is of. */
  readonly clientOf: (unit: Unit) => string | null;
}

/** Puts together what a claim and the text around it tell. `reply` is undefined where the unit quotes none. */
export function rejectionOf(claim: Understood, unit: Unit, reply: Reply | undefined, around: Around): Rejection {
  const replyText = reply ? unit.text.slice(reply.start, reply.end) : unit.text;
  const isOwnLog = isReceiversLog(unit);
  const { host, receiver, ...told } = partiesOf({ unit, reply, around, replyText, isOwnLog });
  const parties =
    unit.kind === 'header' && told.address === null ? { ...told, address: addressInFields(around) } : told;
  const own = namesOf(claim, unit, replyText, host);
  const isNameless = unit.kind === 'header' && own.ptr === null && own.helo === null;
  const names = isNameless ? namesInFields(around, parties.address) : own;
  const code = reply?.code ?? codeInData(unit.text) ?? codeBefore(around, unit);
  return {
    about: claim.about,
    reason: claim.reason,
    ...parties,
    receiverHost: unit.kind === 'header' ? (HEADER_HOST.exec(unit.text)?.[1] ?? host) : host,
    name: claim.about === 'helo' ? (names.helo ?? names.ptr) : (names.ptr ?? names.helo),
    ...names,
    receiver: receiver ?? (isOwnLog || unit.kind === 'header' ? null : (claim.receiver ?? null)),
    code,
    enhanced: reply?.enhanced ?? enhancedInData(unit.text),
    temporary: isTemporary(code ?? reply?.enhanced, unit.text),
    isOfHeader: unit.kind === 'header' && reply === undefined,
    quote: replyText.trim().slice(0, MOST_QUOTE),
  };
}

interface Telling {
  readonly unit: Unit;
  readonly reply: Reply | undefined;
  readonly around: Around;
  readonly replyText: string;
  readonly isOwnLog: boolean;
}

interface Parties {
  readonly address: string | null;
  readonly receiverAddress: string | null;
  readonly host: string | null;
  readonly receiver: string | null;
}

/** Who was refused, and by whom. */
function partiesOf({ unit, reply, around, replyText, isOwnLog }: Telling): Parties {
  const isInReply = (start: number): boolean => reply !== undefined && start >= reply.start && start < reply.end;
  const addresses = addressesIn(unit.text, reply?.isWhole === true ? undefined : isInReply);
  const inReply = (found: FoundAddress): boolean => reply === undefined || isInReply(found.start);
  if (isOwnLog) {
    const address = senderOf(addresses, inReply, null) ?? around.clientOf(unit);
    return { address, receiverAddress: null, host: null, receiver: null };
  }
  const ownHost = hostOf(unit, reply, replyText);
  const host = ownHost ?? around.host;
  const receiverAddress = receiverOf(addresses, inReply) ?? receiverAround(around, unit, ownHost);
  const address =
    senderOf(addresses, inReply, receiverAddress) ??
    around.clientOf(unit) ??
    senderAround(around, receiverAddress, reply !== undefined);
  const owner = (host === null ? null : ownerOf(host)) ?? ownerInReply(replyText);
  return { address, receiverAddress, host, receiver: unit.kind === 'header' ? null : owner };
}

/** The host that refused: as the words around the reply have it, else as the reply does. */
function hostOf({ text }: Unit, reply: Reply | undefined, replyText: string): string | null {
  const outside = reply ? `${text.slice(0, reply.start)}\n${text.slice(reply.end)}` : '';
  return receiverHost(outside) ?? receiverHost(text) ?? greetingHost(replyText) ?? refuserIn(outside);
}

const MOST_QUOTE = 600;

/** The server that wrote a header field. */
const HEADER_HOST = /(?:\bby |^(?:arc-)?authentication-results: (?:i=\d{1,3}; )?)([\w.-]{1,200}\.[a-z]{2,20})/i;

/** The log of the server that refused has no other server in it. */
function isReceiversLog({ text }: Unit): boolean {
  return /\b(?:NOQUEUE|milter-reject|reject_warning|reject): |\bsmtpd\[\d{1,10}\]: (?:warning|connect|NOQUEUE|[0-9A-Fa-z]{6,20}: reject)|\brejected (?:RCPT|MAIL|EHLO|HELO|connection|after DATA)|\bruleset=check_|\bDENIED_[A-Z_]{3,30}|\berror,relay=|\breject=[45]|\bsmtp failed-command\b|\bno (?:IP address|host name) found for\b/.test(
    text,
  );
}

function receiverOf(addresses: readonly FoundAddress[], inReply: (found: FoundAddress) => boolean): string | null {
  const found =
    addresses.find((address) => address.role === 'receiver' && !inReply(address)) ??
    addresses.find(({ role }) => role === 'receiver');
  return found?.text ?? null;
}

/** The address that the stretches nearby give the refusing server: the one with the same name, where that is known. */
function receiverAround({ units }: Around, own: Unit, host: string | null): string | null {
  const at = units.indexOf(own);
  const near = [...units.slice(Math.max(0, at - MOST_NEAR), at).reverse(), ...units.slice(at + 1, at + MOST_NEAR)];
  for (const unit of near) {
    if (unit.isCopy || unit.kind !== own.kind || (host !== null && !unit.text.includes(host))) continue;
    const found = addressesIn(unit.text).find(({ role }) => role === 'receiver');
    if (found) return found.text;
  }
  return null;
}

const MOST_NEAR = 8;

/** The refused address: of a log's frame, else of the reply, else of what stands around it. */
function senderOf(
  addresses: readonly FoundAddress[],
  inReply: (found: FoundAddress) => boolean,
  receiverAddress: string | null,
): string | null {
  const frame = addresses.find((found) => found.role === 'sender' && !inReply(found));
  const own = addresses.filter((found) => inReply(found) && !NOT_SENDERS.has(found.role));
  const other = own.filter(({ text }) => text !== receiverAddress);
  const best = other.find(({ role }) => role === 'sender') ?? other[0] ?? own[0];
  if (frame && (best === undefined || own.length === 0)) return frame.text;
  if (frame && addresses.some(({ role }) => role === 'literal')) return frame.text;
  // Of a reply that lost its first code the address at its beginning is left.
  const [first] = addresses;
  const isBeginning = first !== undefined && first.start <= 2 && first.role === 'plain';
  return best?.text ?? frame?.text ?? (isBeginning ? first.text : null);
}

const NOT_SENDERS: ReadonlySet<Role> = new Set(['receiver', 'literal', 'forward'] as const);

/** What a form or a person says elsewhere of the address that sends. */
function senderAround({ units }: Around, receiverAddress: string | null, isReply: boolean): string | null {
  for (const unit of units.slice(0, 200)) {
    if (unit.isCopy || unit.kind === 'header' || (unit.kind === 'log' && isReply)) continue;
    const found = addressesIn(unit.text).find(({ role, text }) => role === 'sender' && text !== receiverAddress);
    if (found && !/remote|recipient|destination/i.test(unit.text.slice(Math.max(0, found.start - 30), found.start)))
      return found.text;
  }
  return null;
}

/** The address in the last field that a server on the way wrote: it tells of the client that the others judge. */
function addressInFields({ units }: Around): string | null {
  for (const { kind, text } of units) {
    if (kind !== 'header' || !/^(?:x-)?received:/i.test(text)) continue;
    const found = addressesIn(text).find(({ role }) => role !== 'literal');
    if (found) return found.text;
  }
  return null;
}

/** The names that the other fields of a header give an address. */
function namesInFields({ units }: Around, address: string | null): ClientNames {
  const field = units.find(
    ({ kind, text }) =>
      kind === 'header' && /^(?:x-)?received:/i.test(text) && addressesIn(text).some((found) => found.text === address),
  );
  return field ? namesInFrame(field.text) : { helo: null, ptr: null };
}

function namesOf(claim: Understood, unit: Unit, reply: string, host: string | null): ClientNames {
  const frame = namesInFrame(unit.text);
  if (claim.about === 'not-reverse-dns') return frame;
  const owner = (host === null ? null : ownerOf(host)) ?? ownerInReply(reply);
  const greeting = greetingHost(reply);
  const isOther = (name: string): boolean =>
    name === host || name === greeting || (owner !== null && !/^(?:example)\./.test(owner) && ownerOf(name) === owner);
  const inReply = namesInReply(reply, isOther);
  if (claim.about === 'helo' && frame.helo === null && inReply.helo === null)
    return { helo: onlyNameIn(reply, isOther), ptr: frame.ptr };
  const isOfName = claim.about === 'ptr-generic' || claim.about === 'ptr-not-confirmed';
  if (isOfName && frame.ptr === null && frame.helo === null && inReply.ptr === null && inReply.helo === null)
    return { helo: null, ptr: onlyNameIn(reply, isOther) };
  return { helo: frame.helo ?? inReply.helo, ptr: frame.ptr ?? (claim.about === 'helo' ? null : inReply.ptr) };
}

/** A long text of JSON was put on a line of its own; its code stands before it. */
function codeBefore({ units }: Around, unit: Unit): string | null {
  const before = unit.text.startsWith('"') ? units[units.indexOf(unit) - 1] : undefined;
  return before ? codeInData(before.text) : null;
}

/** The code as a field of its own: `"code":550`. */
function codeInData(text: string): string | null {
  return /["'](?:smtp[-_]?)?(?:code|status|response_?code)["'] ?: ?["']?([45][0-5]\d)\b/i.exec(text)?.[1] ?? null;
}

/** The enhanced code as a field of its own: `"smtp_enchcode":"5.7.25"`. */
function enhancedInData(text: string): string | null {
  return (
    /["'](?:smtp[-_]?)?(?:ench?|enhanced)[-_]?(?:status[-_]?)?code["'] ?: ?["']([45]\.\d{1,3}\.\d{1,3})["']/i.exec(
      text,
    )?.[1] ?? null
  );
}

function isTemporary(digits: string | undefined, text: string): boolean {
  if (digits !== undefined) return digits.startsWith('4');
  return /\btemperror\b|\btemporar|\btry(?:ing)? again\b|\bagain later\b|\bcome back\b|\bdefer|\bretry\b(?! timeout)|\bgr[ae]ylist|\bdelayed\b|connection (?:refused|timed out)|\bvorübergehend|\btemporaire|\btemporal/i.test(
    text,
  );
}
