import { addressOfReverseName } from '../dns/arpa.ts';
import { ip4Text, parseIp4 } from '../dns/ip4.ts';
import { type Ip6, ip6Text, parseIp6 } from '../dns/ip6.ts';
import { SAID } from './hosts.ts';

/**
 * Who has an address that a text names. `literal` is one that a client gave as its HELO name, `forward` one that a name
 * is said to lead to.
 */
export type Role = 'sender' | 'receiver' | 'literal' | 'forward' | 'plain';

/** An address in a text, in its usual form (RFC 5952). */
export interface FoundAddress {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

const MOST_ADDRESSES = 200;

/**
 * The addresses of a text in its order, mapped ones (RFC 4291 section 2.5.5.2) as IPv4; none of the local machine. In a
 * reply the server speaks: an address that it rejected is not the one of the server that rejected.
 */
export function addressesIn(
  text: string,
  isInReply: (start: number) => boolean = () => false,
): readonly FoundAddress[] {
  const found: { text: string; start: number; end: number; isReverse: boolean }[] = [];
  for (const pattern of [IP4, IP6, ARPA]) {
    let count = 0;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const address = read(match[0]);
      if (address === undefined || found.some((other) => other.start < end && start < other.end)) continue;
      if (isNoAddress(text, start)) continue;
      found.push({ text: address, start, end, isReverse: pattern === ARPA });
      if (++count >= MOST_ADDRESSES) break;
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.map(({ isReverse, ...address }) => {
    const role = isInReply(address.start) ? roleInReply(text, address) : roleOf(text, address);
    // Servers look up the reverse name of a client alone.
    return { ...address, role: isReverse && role === 'plain' ? 'sender' : role };
  });
}

const IP4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d|\.[a-z]|\.IN-ADDR|[A-Za-z_]|-[a-z0-9]|\/\d)/g;
const IP6 =
  /(?<![\w:.])(?:[0-9a-f]{1,4}:|::)[0-9a-f:]{1,40}(?:[0-9a-f:]|(?::\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}))(?:\.\d{1,3}){0,3}(?![\w]|\/\d)/gi;
const ARPA = /(?<![\w.-])(?:(?:[0-9a-f]\.){32}ip6\.arpa|(?:\d{1,3}\.){4}in-addr\.arpa)/gi;

function read(text: string): string | undefined {
  if (/arpa$/i.test(text)) {
    const found = addressOfReverseName(`${text.toLowerCase()}.`);
    return found && (found.family === 4 ? ip4Text(found.address) : ip6Text(found.address));
  }
  const ip4 = parseIp4(text);
  if (ip4 !== undefined) return ip4 >>> 24 === 127 || ip4 >>> 24 === 0 ? undefined : ip4Text(ip4);
  const groups = parseIp6(text.replace(/:$/, (colon) => (text.endsWith('::') ? colon : '')));
  return groups && textOfIp6(groups);
}

function textOfIp6(groups: Ip6): string | undefined {
  const isLow = groups.slice(0, 7).every((group) => group === 0);
  if (isLow) return undefined;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return ip6Text(groups);
  const address = (groups[6] ?? 0) * 65536 + (groups[7] ?? 0);
  return address >>> 24 === 127 ? undefined : ip4Text(address);
}

/** Numbers of sections and of programs look like addresses too. */
function isNoAddress(text: string, start: number): boolean {
  const before = text
    .slice(Math.max(0, start - 60), start)
    .replace(/\s{1,60}/g, ' ')
    .toLowerCase();
  return (
    /(?:\brfc ?\d{3,4}[ ,:(]{0,3}|\bsections? |\bsect?\.? ?|§ ?|\b(?:version|ver|build|release|exchange server|exim|id)[ :=]{1,3}|\bv|[\s+?~-]ip[46]:)(?:section |sec\. ?|§ ?)?$/.test(
      before,
    ) || /rfc ?\d{3,4} (?:section |sec\. ?|§ ?)?[\d., and]{0,20}$/.test(before)
  );
}

type Place = Pick<FoundAddress, 'start' | 'end'>;

/** Where an address stands says whose it is. */
function roleOf(text: string, { start, end }: Place): Role {
  const rawBefore = text.slice(Math.max(0, start - 120), start);
  const before = rawBefore.replace(/\s{1,100}/g, ' ');
  const after = text.slice(end, end + 60);
  const isOwnHost = OWN_HOST.test(before);
  if (RECEIVER_BEFORE.test(before) && !isOwnHost) return 'receiver';
  if (HOST_LINE.test(rawBefore) && /^\]:?[ \t]{0,5}(?:\n|$|#)/.test(after)) return 'receiver';
  if (GMAIL_HOST.test(before) && after.startsWith(': ')) return 'receiver';
  if (SENDER_BEFORE.test(before) || SENDER_AFTER.test(after)) return 'sender';
  if (HOST_LINE.test(rawBefore) && /^\](?::\d{1,5})?: [45]\d\d[ -]/.test(after)) return 'receiver';
  if (/\breceived: from \[$/i.test(before) && EXIM_CLIENT.test(after)) return 'sender';
  const next = after.replace(/\s{1,60}/g, ' ');
  if ((RECEIVER_AFTER.test(next) || SAID_AFTER.test(next)) && !isOwnHost) return 'receiver';
  return isLiteral(before, after) ? 'literal' : 'plain';
}

function roleInReply(text: string, { start, end }: Place): Role {
  const before = text.slice(Math.max(0, start - 120), start).replace(/\s{1,100}/g, ' ');
  const after = text.slice(end, end + 60);
  if (/\blastattempted(?:server)?ip=$|\bremotemtaip": ?"$/i.test(before)) return 'receiver';
  if (QUOTED_HOST.test(before) && /^\](?::\d{1,5})? ?(?:said|refused)/.test(after)) return 'receiver';
  if (SENDER_BEFORE.test(before)) return 'sender';
  if (FORWARD_BEFORE.test(before) && !/\b(?:not|n't|never|nor)\b/i.test(before.slice(-60))) return 'forward';
  return isLiteral(before, after) ? 'literal' : 'plain';
}

function isLiteral(before: string, after: string): boolean {
  if (LITERAL_BEFORE.test(before) || /^\]?>?: helo command/i.test(after)) return true;
  return /^\]?\)? ?\(/.test(after) && /(?:^|\s)received: from \[?$/i.test(before);
}

const NAME = '[A-Za-z0-9_.-]{1,200}';
const OPEN = '\\.?(?: ?\\[| ?\\(| )(?:ipv6 )?\\[?';

/** "Client host [192.0.2.1]" is none that refuses. */
const OWN_HOST =
  /\b(?:(?:client|your|sending|connecting|this|for|sender|from) host|arg1=\S{1,200}, relay=) ?\S{0,100} ?\[?$/i;
const QUOTED_HOST = new RegExp(`\\bhost ${NAME}${OPEN}$`, 'i');
/** A line that is only the host and its address, as Courier has it. */
const HOST_LINE = new RegExp(`(?:^|\\n)[ \\t]{0,40}${NAME}\\.? ?\\[(?:::ffff:)?$`, 'i');

/** Gmail begins with the server what it could not deliver: `[mx.example.net. 192.0.2.1: 421 ...]`. */
const GMAIL_HOST = new RegExp(`\\[${NAME} $`);

/** What stands before the address of the server that refused. */
const RECEIVER_BEFORE = new RegExp(
  [
    `\\bhost:? ${NAME}${OPEN}$`,
    `\\brelay=${NAME}${OPEN}$|\\brelay="$`,
    `\\b(?:connect(?:ed|ing|ion)?|conversation|connection|talking|delivering|delivered|delivery|sending|relayed|speaking|handshake|message|e-?mail) (?:to|with) (?:${NAME}${OPEN})?\\[?$`,
    `\\b(?:talking|connect(?:ion|ed|ing)?|conversation|sending|error) (?:to|with) (?:remote |mail |server |host |mx ){0,6}(?:${NAME}${OPEN})?\\[?$`,
    `\\b(?:remote|recipient|recipient's|receiving|destination|target|other|smtp) (?:mail |smtp )?(?:server|host|mta|ip|address|mx)(?: at| address| ip|:| =)?:? ?(?:${NAME}${OPEN})?[\\[(]?$`,
    `(?<!generating |reporting )\\bserver: ${NAME}${OPEN}$`,
    `\\bremote-mta: ?dns; ?(?:${NAME}${OPEN})?\\[?$`,
    `\\bgiving up on ${NAME}?\\[?$|\\bgiving up on $`,
    `\\b(?:remote (?:host|mta|ip)|mx-?(?:host|ip)|dest(?:ination)?[-_ ]?ip|target[-_ ]?ip)["']? ?[:=] ?["']?\\[?$`,
    `\\b(?:error|reply|response) from ${NAME}${OPEN}$`,
    `\\bdomain ${NAME} by (?:${NAME}${OPEN})?\\[?$`,
    ` [*=-]{1,2}[*=>] .{0,110}\\bH=${NAME} \\[$`,
    `\\bT=\\w{1,40} H=${NAME} \\[$`,
    `,${NAME} \\($`,
    `\\b(?:serveur distant|entfernte[rn]? server|servidor remoto|server remoto|servidor|serveur) ${NAME}${OPEN}$`,
    `\\bnew smtp icid \\d{1,20} interface .{1,40} \\($`,
    `\\bSMTP-OU \\S{1,40} \\d{1,8} $`,
    `\\bdelivery ip: $|\\bestablished \\([0-9a-f.:]{3,60} -> $|\\{ip=$|\\btrying $|\\bMTA\\((?:smtp:)?\\[$|\\bremotemtaip": ?"$`,
    `"peer_address": ?\\{"name": ?"${NAME}", ?"addr": ?"$`,
    `\\bprimary target ip address\\b.{0,40}$|\\bfailed over to .{0,20}$|\\blast endpoint attempted was $`,
  ].join('|'),
  'i',
);

/** What stands behind it. */
const RECEIVER_AFTER =
  /^"\s{1,8}"RECEIVED: [45]\d\d|^:25,[<>],|^[\])]?(?:[:,]\d{1,5})?[\])]?(?: ?:)? ?(?:replacing server reply|said|says|responded|replied|returned|answered|refused to talk|refused|rejected (?:your|the|this)|does not like (?:recipient|sender)|failed after|gave this error|while talking|did not|issued an error|#\d|smtp;)(?! (?:by|because|:|due))|^[\])]?:25 \(|^\](?::\d{1,5})? (?:connection (?:timed out|refused)|no route to host)|^\][^\n]{0,120}?: SMTP error from remote/i;
const SAID_AFTER = new RegExp(`^[\\])]? ?${SAID}`, 'i');

/** What stands before the address of the one that was refused. */
const SENDER_BEFORE = new RegExp(
  [
    `\\b(?:RCPT|CONNECT|EHLO|HELO|MAIL|DATA|END-OF-MESSAGE|VRFY|ETRN|connect|connection|disconnect|client) from (?:${NAME})?\\[$`,
    `\\bclient=?(?: host)? ?(?:${NAME})?[\\[(]$`,
    `\\b(?:origin_ip|remote-ip|client-ip|client_ip|client_address|source_ip|sender_ip|sending_ip|source-ip|smtp\\.remote-ip|ip)["']? ?[:=] ?["']?\\[?$`,
    `\\b(?:your|my|our|sender|sender's|sending|client|connecting|source|originating|outgoing|outbound|server|public|deine?|ihre?|unsere?|meine?|notre|votre|mon|nuestra|tu|su|tua) ?(?:mail |smtp )?(?:server(?:'s)? |host |host's |server-)?ip(?:v[46])?(?:[- ]?(?:address|adresse|addr))?(?: is| ist| est|:| =)?:? ?[\\[(<"']?$`,
    `\\barg1=\\S{1,200}, relay=(?:${NAME} )?\\[$`,
    `\\binterface .{1,60}\\) address $`,
    `\\bSMTP-IN \\S{1,40} \\d{1,8} $`,
    `\\barg2=$|\\berror,relay=(?:::ffff:)?$|\\bIP=$|\\bsource="?$|\\baddress=$|\\bH=(?:${NAME} )?\\(${NAME}\\) \\[$`,
    `\\breceived: from ${NAME} \\((?:(?:HELO|EHLO) ${NAME}|${NAME})\\)? ?\\(?\\[?$`,
    `\\breceived: from ${NAME} \\(?(?:${NAME}\\.? ?)?\\(?\\[$`,
  ].join('|'),
  'i',
);

/** The columns of the client in the logs of hMailServer and SmarterMail of what they send back. */
const SENDER_AFTER = /^"\s{1,8}"SENT: [45]\d\d|^\]\[\d{1,12}\] rsp: [45]\d\d/;

/** Exim tells of a client without a name by its address, and of the HELO name behind it. */
const EXIM_CLIENT = /^\](?::\d{1,5})? \((?:port=\d{1,5} )?(?:helo|ehlo)=/;

const FORWARD_BEFORE =
  /\bhas (?:the )?(?:address|ip) $|\b(?:resolv(?:es?|ed|ing)|points?|pointing|maps?|mapped) (?:only |back )?to (?:ip |address ){0,6}[[(<]?$/i;

const LITERAL_BEFORE =
  /(?:helo|ehlo)(?:\/(?:helo|ehlo))? ?(?:name |argument |host ?name |domain |command |string |as |with |of |was |is )?[=:]? ?[<("'[]{0,3}$|\bH=(?:[\w.-]{1,200} )?\(\[?$|\bliteral:? ?[<([]{0,2}$|\breceived: from \[$/i;
