import type { Reason } from './claim.ts';
import { receiverHost } from './hosts.ts';
import { type Understood, understand } from './meaning.ts';
import { merged } from './merge.ts';
import { type Around, type Rejection, rejectionOf } from './rejection.ts';
import { type Reply, repliesIn, wordsOf } from './replies.ts';
import { clientsOfSessions } from './sessions.ts';
import { type Unit, unitsOf } from './units.ts';
import { unwrap } from './unwrap.ts';

export type { About, Reason } from './claim.ts';
export type { Rejection } from './rejection.ts';

/**
 * The refusals that a paste tells of: a bounce, lines of a log, header fields, a reply alone, with whatever stands around
 * them. Those about reverse DNS come first, and each stands there once. Never throws; reads a bounded part of very long
 * texts, in linear time.
 */
export function readRejections(paste: string): readonly Rejection[] {
  const units = joined(unitsOf(unwrap(paste)));
  const told: Told = { known: [], noted: [], others: [] };
  const own = units.filter(({ isCopy }) => !isCopy);
  const text = own.map((unit) => unit.text).join('\n');
  const around: Around = { units, host: receiverHost(text.slice(0, MOST_AROUND)), clientOf: clientsOfSessions(units) };
  const all = units.map((unit) => ({ unit, replies: repliesIn(unit) }));
  const quoting = all.filter(({ replies }) => replies.length > 0);
  const outside = quoting.filter(({ unit }) => !unit.isCopy);
  for (const one of outside.length > 0 ? outside : quoting) readReplies(one, around, told);
  // What people write around replies, a log or a header is no reply.
  const hasFrames = own.some(({ kind }) => kind !== 'text');
  const isHeard = ({ kind }: Unit): boolean =>
    kind === 'log' || (quoting.length === 0 && !(kind === 'text' && hasFrames));
  // Beside replies, entries of a log that are not understood are of no refusal.
  const heard = quoting.length === 0 ? told : { ...told, others: [] };
  for (const { unit, replies } of all) if (replies.length === 0 && isHeard(unit)) readBare(unit, around, heard);
  return merged(rejectionsOf(told, around));
}

/** What was read so far. */
interface Told {
  readonly known: Rejection[];
  /** What a server found out before it refused, or accepted. */
  readonly noted: Rejection[];
  /** Refusals in words that are not known. */
  readonly others: { readonly rejection: Rejection; readonly isLogged: boolean }[];
}

interface Quoting {
  readonly unit: Unit;
  readonly replies: readonly Reply[];
}

/** Reads a stretch that quotes replies: what is not understood in it is of the same refusal as what is. */
function readReplies({ unit, replies }: Quoting, around: Around, { known, others }: Told): void {
  const claims = replies.slice(0, MOST_REPLIES).map((reply) => ({ reply, claim: understand(reply.words) }));
  const understood = claims.filter(({ claim }) => claim !== undefined);
  for (const { reply, claim } of understood) if (claim) known.push(rejectionOf(claim, unit, reply, around));
  if (understood.length > 0) return;
  // A reply that lost its first code, or what a server writes around it.
  const whole = isOfServer(unit) ? understand(wordsOf(unit.text)) : undefined;
  if (whole) known.push(rejectionOf(whole, unit, wholeReply(unit, replies[0]), around));
  for (const { reply } of claims) {
    const coded = whole ? undefined : byCode(reply);
    if (coded) known.push(rejectionOf(coded, unit, reply, around));
    if (coded || reply.words.length <= 3 || isOwnSummary(unit, reply)) continue;
    others.push({ rejection: rejectionOf(OTHER, unit, reply, around), isLogged: unit.kind === 'log' && !whole });
  }
}

/** RFC 7372 section 3.3: reverse DNS validation failed. */
function byCode({ enhanced }: Reply): Understood | undefined {
  return enhanced?.endsWith('.7.25') === true ? NAMELESS : undefined;
}

/** Reads a stretch without a reply. */
function readBare(unit: Unit, around: Around, { known, noted, others }: Told): void {
  const claim = understandBare(unit);
  if (claim) (isNote(unit) ? noted : known).push(rejectionOf(claim, unit, undefined, around));
  else if (REFUSED.test(unit.text) && unit.kind !== 'header')
    others.push({ rejection: rejectionOf(OTHER, unit, undefined, around), isLogged: false });
}

/** What of it is told: notes only of what was refused for the same, what is not understood only where it stands alone. */
function rejectionsOf({ known, noted, others }: Told, around: Around): readonly Rejection[] {
  const refusals = [...known, ...others.map(({ rejection }) => rejection)];
  const notes = noted.filter((note) => !refusals.some((refusal) => isForOther(refusal, note)));
  const found = [...known, ...notes];
  if (found.length === 0 && others.length === 0) {
    const unit = around.units.find(({ kind, text }) => kind === 'log' && /\bconnect from unknown\[/.test(text));
    return unit ? [rejectionOf(NAMELESS, unit, undefined, around)] : [];
  }
  // A log tells of each mail for itself; in a bounce what is not understood is what servers write around the reply.
  const rest = found.length === 0 ? others : others.filter(({ isLogged }) => isLogged);
  return [...found, ...rest.map(({ rejection }) => rejection)];
}

/** So many replies of one stretch are read: nobody quotes more. */
const MOST_REPLIES = 200;

/** A warning in a log is no refusal; it only says more of one. */
function isNote({ kind, text }: Unit): boolean {
  return kind === 'log' && !/reject|denied|refus|blocked/i.test(text);
}

/** Whether the address that a note is about was refused for something else. */
function isForOther({ address, about, code }: Rejection, note: Rejection): boolean {
  return code !== null && address === note.address && (about === 'not-reverse-dns' || about === 'helo');
}

/** No name, or none that leads back: so Postfix calls a client unknown. */
const NAMELESS: Understood = { about: 'ptr-unspecified', reason: null };
const OTHER: Understood = { about: 'not-reverse-dns', reason: 'other' };
const MOST_AROUND = 1 << 16;

/** Where the words of no reply are known, these still tell that something was refused. */
const REFUSED =
  /\b(?:reject|refus|denied|deny|bounce|undeliver|not delivered|could not be delivered|failed|failure|blocked|timed out|unavailable|service error|host not found|deferred|unknown user|mailbox full|quota|loops back|permanent error|wasn't able to|\bmx records?\b|local host|no smtp service|not verified|does not match|unzustellbar|abgelehnt|rejet|rechaz|rifiutat|отказ|退信)/i;

/** A code that stands alone has its words in the next paragraph. */
function joined(units: readonly Unit[]): readonly Unit[] {
  const result: Unit[] = [];
  for (const unit of units) {
    const last = result.at(-1);
    const isOpen =
      last?.kind === 'text' &&
      unit.kind === 'text' &&
      last.isCopy === unit.isCopy &&
      /(?:^|\n|: ?|\s)#?[45]\d\d(?:[- ][45]\.\d{1,3}\.\d{1,3})?[:\s]{0,3}$/.test(last.text);
    if (isOpen) result[result.length - 1] = { ...last, text: `${last.text}\n${unit.text}` };
    else result.push(unit);
  }
  return result;
}

/** What a unit says where its words stand outside the reply: all of it, with the codes of that. */
function wholeReply({ text }: Unit, reply: Reply | undefined): Reply | undefined {
  return reply && { ...reply, start: 0, end: text.length, isWhole: true };
}

/** What a server writes around replies in its log: there, words outside the reply count too. */
function isOfServer({ kind, text }: Unit): boolean {
  return kind === 'log' || kind === 'header' || text.length < 1200;
}

/** The last line of Sendmail's transcript is its own. */
function isOwnSummary(unit: Unit, reply: Reply): boolean {
  return reply.start > 0 && reply.code === '554' && reply.enhanced === '5.0.0' && /while talking to/.test(unit.text);
}

/** What a unit without a reply tells. */
function understandBare(unit: Unit): Understood | undefined {
  const { text, kind } = unit;
  const words = wordsOf(text);
  if (kind === 'header' && /^(?:x-)?received:/.test(words)) return understandReceived(words);
  if (kind === 'log' && /\b(?:dis)?connect from\b/.test(words) && !/reject|denied|warning/.test(words))
    return undefined;
  const claim = understand(words);
  // A header names checks that were passed too.
  return kind === 'header' && claim?.about === 'not-reverse-dns' ? understandChecks(words) : claim;
}

/** What did not pass by an Authentication-Results field (RFC 8601) or Received-SPF (RFC 7208 section 9.1). */
function understandChecks(words: string): Understood | undefined {
  const reason = CHECKS.find(([pattern]) => pattern.test(words))?.[1];
  return reason && { about: 'not-reverse-dns', reason };
}

const CHECKS: readonly (readonly [RegExp, Reason])[] = [
  [/\bdmarc=(?:fail|permerror)/, 'dmarc'],
  [/\bspf=(?:fail|softfail|permerror)|^received-spf: (?:fail|softfail|permerror)/, 'spf'],
  [/\bdkim=(?:fail|permerror)/, 'dkim'],
];

/** Sendmail, Exim and Google leave the name out where the address has none that is confirmed: `from a.example ([192.0.2.1])`. */
const RECEIVED_NAMELESS =
  /^(?:x-)?received: from (?:[a-z][\w.-]{1,253} \(\[[0-9a-f.: ipv]{3,50}\]\) by (?:\S{1,255} \((?:8|sendmail|v8)|mx\.google\.com)|\[[0-9a-f.: ipv]{3,50}\] \((?:port=\d{1,5} )?(?:helo|ehlo)=)/;

function understandReceived(words: string): Understood | undefined {
  if (RECEIVED_NAMELESS.test(words)) return { about: 'ptr-unspecified', reason: null };
  if (/\(may be forged\)/.test(words)) return { about: 'ptr-not-confirmed', reason: null };
  if (/\b(?:no rdns|no ptr|no reverse dns)\b/.test(words)) return { about: 'ptr-missing', reason: null };
  if (/\bfrom unknown\b|\(unknown \[|\(unknown\b/.test(words)) return { about: 'ptr-unspecified', reason: null };
  return undefined;
}
