import { hasLabel } from '../../dns/label-octets.ts';
import { type NameId, type NameTable, ROOT } from '../../dns/name-table.ts';
import { UNDERSCORE } from '../../dns/service-name.ts';
import { TYPE_MX, TYPE_TLSA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isAskedByAlias } from '../facts/asked-by-alias.ts';
import { fieldsAt } from '../facts/mail-fields.ts';
import { ask } from '../facts/mail-names.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** A TLSA record at a name that nobody asks for: not `_port._proto.host` (RFC 6698 section 3), or not that of the mail server. */
export const tlsaOwner = defineRule({
  id: 'tlsa-owner',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_TLSA],
  wants: ({ store: { names } }, name) => !isService(names, name),
  summary: 'TLSA record at a name that nobody asks for',
  check(name, records, ctx, report) {
    const fault = isAskedByAlias(name, ctx) ? undefined : (shapeFault(name, ctx) ?? mailFault(name, ctx));
    const [first] = fault === undefined ? [] : fieldsAt(records, TYPE_TLSA, ctx);
    if (first && fault !== undefined) report({ at: first.record.at('owner'), message: fault, claims: [first.record] });
  },
});

/** Whether a name certainly begins with a port, none of mail, and a protocol: asked of all, so no text is made of it. */
function isService(names: NameTable, name: NameId): boolean {
  const parent = names.parent(name);
  if (names.octetOf(name, 0) !== UNDERSCORE || !PROTOCOLS.some((protocol) => hasLabel(names, parent, protocol)))
    return false;
  let end = 1;
  while (isDigit(names.octetOf(name, end))) end++;
  const isNumber = end > 1 && names.octetOf(name, end) < 0 && names.octetOf(name, 1) !== ZERO;
  return isNumber && end <= LONGEST_SURE_PORT && !hasLabel(names, name, '_25');
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

const ZERO = 48;

/** Of four digits, which are a port whatever they are. */
const LONGEST_SURE_PORT = 5;

const PROTOCOLS: readonly string[] = ['_tcp', '_udp', '_sctp', '_dccp', '_quic'];

function shapeFault(name: NameId, ctx: RuleContext): string | undefined {
  const { names } = ctx.store;
  const port = names.labelText(name);
  const protocol = names.labelText(names.parent(name));
  // A wildcard may stand for ports and hosts alike (RFC 6698 appendix A.2.1.2).
  if (port === '*' || names.isWildcard(name)) return undefined;
  const number = /^_([0-9]{1,5})$/.exec(port)?.[1];
  const isPort = number !== undefined && Number(number) <= 65_535 && !/^0./.test(number);
  const wrong = isPort ? protocol : port;
  if (isPort && PROTOCOLS.includes(protocol)) return undefined;
  const expected = isPort
    ? phrase`"_tcp" is expected behind the port`
    : phrase`an underscore and the number of a port are expected`;
  return phrase`Nobody asks for the TLSA record of ${shown(ctx, name)}: ${expected}, as in _443._tcp.www, and "${wrong}" stands there`;
}

/** Senders ask below the host in the MX record, not below the mail domain (RFC 7672 section 2.2.1). */
function mailFault(name: NameId, ctx: RuleContext): string | undefined {
  const { names } = ctx.store;
  const domain = names.parent(names.parent(name));
  // A name below the apex may be the mail server of another domain, whatever its own MX record says.
  if (names.labelText(name) !== '_25' || !ctx.held.view.zones.has(domain)) return undefined;
  const answer = ask(domain, TYPE_MX, ctx);
  if (answer.kind !== 'records' || answer.records.some(({ data }) => data === domain || data <= ROOT)) return undefined;
  const hosts = answer.records.map(({ data }) => shown(ctx, data));
  return phrase`Mail for ${shown(ctx, domain)} goes to ${hosts.slice(0, 2).join(phrase` and `)}: senders ask for _25._tcp.${hosts[0]}, not for this name`;
}
