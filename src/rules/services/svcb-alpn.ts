import { phrase } from '../../language/phrase.ts';
import { BINDING_TYPES, bindingsOf } from '../facts/bindings.ts';
import { hasUnsoundBinding } from '../facts/unsound-data.ts';
import { defineRule } from '../rule.ts';

/** Identifiers of protocols above TLS and QUIC that clients of service bindings know (IANA, TLS ALPN Protocol IDs). */
const KNOWN: ReadonlySet<string> = new Set(
  'http/0.9 http/1.0 http/1.1 h2 h2c h3 dot doq coap co imap pop3 managesieve smtp ftp webrtc c-webrtc xmpp-client xmpp-server acme-tls/1 mqtt nnsp nntp sip/2 tds/8.0 dicom postgresql irc ntske/1 sunrpc radius/1.0 radius/1.1 stun.turn stun.nat-discovery spdy/1 spdy/2 spdy/3'.split(
    ' ',
  ),
);
/** What is meant by some words. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['http2', 'h2'],
  ['http/2', 'h2'],
  ['http/2.0', 'h2'],
  ['http3', 'h3'],
  ['http/3', 'h3'],
  ['quic', 'h3'],
  ['http1.1', 'http/1.1'],
  ['http', 'http/1.1'],
  ['https', 'h2'],
  ['tls', 'dot'],
]);

/** A protocol of a service binding that no client is known to speak (RFC 9460 section 7.1): the record is passed over for it. */
export const svcbAlpn = defineRule({
  id: 'svcb-alpn',
  scope: 'name',
  severity: 'information',
  types: BINDING_TYPES,
  wants: hasUnsoundBinding,
  summary: 'Protocol of an SVCB or HTTPS record that nobody knows',
  check(_, records, ctx, report) {
    for (const { record, parameters } of bindingsOf(records, ctx)) {
      const alpn = parameters.find(({ key }) => key === 'alpn');
      const unknown = alpn?.value.split(',').find((word) => !isKnown(word));
      if (!alpn || unknown === undefined) continue;
      const meant = MEANT.get(unknown.toLowerCase());
      const advice = meant === undefined ? phrase`such as h2 and h3 are` : phrase`meant is ${meant}`;
      report({
        at: record.at({ rdata: alpn.place }),
        message: phrase`"${unknown}" is no protocol that clients know, ${advice}: they pass it over`,
      });
    }
  },
});

/** Drafts (h3-29) and what is written with escapes are left alone. */
function isKnown(word: string): boolean {
  return KNOWN.has(word) || /^h\d?[a-z]*-|[\\\x80-\xff]|^$/.test(word);
}
