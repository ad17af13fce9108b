import { hasLabel } from '../../dns/label-octets.ts';
import type { NameId, NameTable } from '../../dns/name-table.ts';
import { UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_SRV } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isAskedByAlias } from '../facts/asked-by-alias.ts';
import { isOfPairedZone, shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Protocols that SRV records stand below (RFC 8552, and what Microsoft, Cisco and others use). */
const PROTOCOLS: readonly string[] =
  '_tcp _udp _sctp _dccp _tls _ipv6 _quic _http _https _dtls _ws _wss _xmpp _sip _kkdcp _msdcs'.split(' ');
/** Those that are never a service. */
const CARRIERS: readonly string[] = ['_tcp', '_udp', '_sctp', '_dccp'];

/** An SRV record whose owner is not `_service._proto.name` (RFC 2782): no client asks for it. */
export const srvOwner = defineRule({
  id: 'srv-owner',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SRV],
  wants: ({ store: { names } }, name) => !isService(names, name),
  summary: 'Owner of an SRV record is not _service._proto',
  check(name, records, ctx, report) {
    const record = records.find(({ type }) => type === TYPE_SRV);
    if (!record?.zone || ctx.isClaimed(record.id) || !isOfPairedZone(record, ctx)) return;
    const why = whyNoService(labelsIn(name, record.zone.apex, ctx));
    if (why === undefined || isAskedByAlias(name, ctx)) return;
    report({
      at: record.at('owner'),
      message: phrase`${shown(ctx, name)} is no name that clients ask SRV records of: ${why}, as in _sip._tcp.example.com`,
    });
  },
});

/** Whether a name certainly begins `_service._proto`: asked of all, so no text is made of it. */
function isService(names: NameTable, name: NameId): boolean {
  if (names.octetOf(name, 0) !== UNDERSCORE || !isLetter(names.octetOf(name, 1))) return false;
  const parent = names.parent(name);
  return (
    PROTOCOLS.some((protocol) => hasLabel(names, parent, protocol)) &&
    !CARRIERS.some((carrier) => hasLabel(names, name, carrier))
  );
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The labels of a name above its zone, and the zone's own where they are those of a service. */
function labelsIn(name: NameId, apex: NameId, { store: { names } }: RuleContext): string[] {
  const labels: string[] = [];
  for (let node = name; node > 0; node = names.parent(node)) {
    const label = names.labelText(node);
    if (names.depth(node) <= names.depth(apex) && !label.startsWith('_')) break;
    labels.push(label);
  }
  return labels;
}

function whyNoService(labels: readonly string[]): string | undefined {
  // A name of DNS-SD has its instance in front (RFC 6763 section 4.1), and a wildcard stands for any label.
  const at = labels.findIndex((label) => label.startsWith('_'));
  const [first = '', second] = at < 0 ? labels : labels.slice(at);
  if (at < 0) return phrase`it begins with _service and _proto, both with an underscore`;
  if (labels[0] === '*') return undefined;
  if (/^_[0-9]+$/.test(first)) return phrase`"${first}" is the number of a port, and a service has a name`;
  if (CARRIERS.includes(first) && second?.startsWith('_')) return phrase`the service stands before the protocol`;
  if (CARRIERS.includes(first))
    return at === 0 ? phrase`the service is missing before the protocol` : phrase`the service has an underscore too`;
  if (second === undefined || !second.startsWith('_')) return phrase`the protocol, _tcp or _udp, follows the service`;
  return PROTOCOLS.includes(second) ? undefined : phrase`"${second}" is no protocol such as _tcp, _udp, _sctp or _tls`;
}
