import type { NameId, NameTable } from '../dns/name-table.ts';
import { phrase } from '../language/phrase.ts';

/** Protocols that ask their queries with HTTP. */
const OVER_HTTP = new Set(['http/1.1', 'h2', 'h2c', 'h3']);

/**
 * Why servers refuse an SVCB record though each of its fields can be read; undefined where they take it. `rdata` is as
 * `rdataText` gives it. Below `_dns` a name speaks for a resolver (RFC 9461), which must say its protocol and, where
 * that is HTTP, the path. BIND asks this of SVCB only, not of HTTPS.
 */
export function serviceBindingProblem(names: NameTable, owner: NameId, rdata: string): string | undefined {
  const [priority, , ...parameters] = rdata.split(' ');
  if (priority === '0' && parameters.length > 0) return phrase`an alias (priority 0) has no parameters`;
  if (!isResolverName(names, owner)) return undefined;
  const protocols = parameters.find((parameter) => parameter.startsWith('alpn='));
  if (protocols === undefined) return phrase`the name is that of a resolver, which needs the parameter alpn`;
  const values = protocols.slice('alpn='.length).replaceAll('"', '').split(',');
  const needsPath = values.some((value) => OVER_HTTP.has(value));
  if (needsPath && !parameters.some((parameter) => /^(?:dohpath|key7)=/.test(parameter)))
    return phrase`DNS over HTTP needs the parameter dohpath`;
  return undefined;
}

/** `_dns` in front, or `_port._dns`. */
function isResolverName(names: NameTable, owner: NameId): boolean {
  const label = names.labelText(owner);
  if (label === '_dns') return true;
  return (
    /^_(?:0|[1-9]\d{0,4})$/.test(label) &&
    Number(label.slice(1)) < 65536 &&
    names.labelText(names.parent(owner)) === '_dns'
  );
}
