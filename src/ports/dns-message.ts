import { type Answer, decode, encode } from 'dns-packet';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { hasDottedLabel } from './dns-labels.ts';
import { plainSections, type Sections } from './plain-reply.ts';
import { questionEnd } from './question-bytes.ts';
import { type Reply, type ReplyStatus, silence, type WireRecord } from './resolver.ts';

/** Whether the letters of the question in an answer are those that were sent, in their case. */
export type Echo = 'same' | 'folded' | 'other';

/** Compares the question of an answer with the one that was sent: byte for byte, or but for the case of letters. */
export function echoOf(answer: Uint8Array, sent: Uint8Array): Echo {
  const end = questionEnd(sent);
  if (answer.length < end || answer[4] !== 0 || answer[5] !== 1) return 'other';
  let echo: Echo = 'same';
  for (let at = HEADER; at < end; at++) {
    const [a, b] = [answer[at] as number, sent[at] as number];
    if (a === b) continue;
    if (lower(a) !== lower(b)) return 'other';
    echo = 'folded';
  }
  return echo;
}

/** Whether a message is an answer that had to be cut: the rest is to be had over TCP. */
export function isTruncated(bytes: Uint8Array): boolean {
  return ((bytes[2] ?? 0) & 0x02) !== 0;
}

/** Whether a message is an answer (QR) to a plain question (opcode 0). */
export function isAnswer(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && ((bytes[2] as number) & 0xf8) === 0x80;
}

/** The response code in the header. */
export function responseCode(bytes: Uint8Array): number {
  return (bytes[3] ?? 0) & 15;
}

/**
 * Reads an answer; undefined where its bytes are no message. `asked` is the canonical name of its question, where that is
 * known to be the one that was sent.
 */
export function readReply(bytes: Uint8Array, asked?: string): Reply | undefined {
  const code = responseCode(bytes);
  const status = STATUSES.get(code) ?? 'servfail';
  const sections = plainSections(bytes, asked) ?? sectionsOf(bytes);
  if (sections === 'dotted') return silence('malformed', phrase`a name in the answer has a label with a dot in it`);
  if (sections) {
    const flags = (bytes[2] as number) * 256 + (bytes[3] as number);
    return {
      status,
      authoritative: (flags & AA) !== 0,
      recursive: (flags & RA) !== 0,
      answers: sections.answers,
      authorities: sections.authorities,
      additionals: sections.additionals,
      reason: reasonOf(code) ?? (STATUSES.has(code) ? '' : phrase`response code ${code}`),
    };
  }
  // A refusal that is cut short is a refusal all the same.
  return status === 'answer' || status === 'nxdomain' ? undefined : silence(status, reasonOf(code) ?? '');
}

/** The sections as dns-packet reads them; undefined where it can't, `dotted` where a label holds a dot. */
export function sectionsOf(bytes: Uint8Array): Sections | 'dotted' | undefined {
  try {
    const packet = decode(bufferOf(bytes));
    if (hasDottedLabel(bytes)) return 'dotted';
    return {
      answers: recordsOf(packet.answers),
      authorities: recordsOf(packet.authorities),
      additionals: recordsOf(packet.additionals),
    };
  } catch {
    return undefined;
  }
}

/** dns-packet reads buffers as Node has them. Those that it writes itself tell what these are, in the browser too. */
function bufferOf(bytes: Uint8Array): Buffer {
  if ('readUInt16BE' in bytes) return bytes as Buffer;
  return (encode({ type: 'query' }).constructor as typeof Buffer).from(bytes);
}

/** A name as a message has it, in canonical form. */
export function canonical(name: string): string {
  const lowered = name.toLowerCase();
  return lowered.endsWith('.') ? lowered : `${lowered}.`;
}

const HEADER = 12;
const AA = 0x0400;
const RA = 0x0080;

const STATUSES: ReadonlyMap<number, ReplyStatus> = new Map([
  [0, 'answer'],
  [1, 'malformed'],
  [2, 'servfail'],
  [3, 'nxdomain'],
  [4, 'refused'],
  [5, 'refused'],
  [9, 'refused'],
]);

function reasonOf(code: number): string | undefined {
  const reason = REASONS.get(code);
  return reason && translated(reason);
}

const REASONS: ReadonlyMap<number, string> = new Map([
  [1, laterPhrase`the server calls the question malformed (FORMERR)`],
  [4, laterPhrase`the server does not do this (NOTIMP)`],
  [9, laterPhrase`the server is not in charge of the zone (NOTAUTH)`],
]);

function recordsOf(answers: readonly Answer[] | undefined): WireRecord[] {
  const records: WireRecord[] = [];
  for (const answer of answers ?? []) {
    if (answer.type === 'OPT') continue;
    const record = { name: canonical(answer.name), type: answer.type, ttl: ('ttl' in answer && answer.ttl) || 0 };
    if (answer.type === 'SOA') {
      const { mname, rname, serial } = answer.data;
      const soa = { primary: canonical(mname), mailbox: canonical(rname), serial: serial ?? 0 };
      records.push({ ...record, data: String(soa.serial), soa });
    } else records.push({ ...record, data: dataText(answer) });
  }
  return records;
}

/** The rdata as text, in the form of `WireRecord.data`. */
function dataText(answer: Answer): string {
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return answer.data;
    case 'CNAME':
    case 'DNAME':
    case 'NS':
    case 'PTR':
      return canonical(answer.data);
    case 'MX':
      return `${answer.data.preference ?? 0} ${canonical(answer.data.exchange)}`;
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = answer.data;
      return `${priority} ${weight} ${port} ${canonical(target)}`;
    }
    case 'TXT':
      return [answer.data].flat().map(latin1).join('');
    default:
      return '';
  }
}

/** The bytes of a string, one character code each. */
function latin1(text: string | Uint8Array): string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  let found = '';
  for (const byte of bytes) found += String.fromCharCode(byte);
  return found;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
