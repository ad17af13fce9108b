import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_CNAME, TYPE_SOA } from '../../dns/type-codes.ts';
import { typeCode, typeName, typeNames } from '../../dns/types.ts';
import { phrase, translated } from '../../language/phrase.ts';
import { typeSummary } from '../../syntax/rdata/rdata.ts';
import { comparePositions, type Range } from '../../text/block.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { FeatureContext } from '../context.ts';
import { rangeOfToken } from '../row.ts';
import { typeOrder } from '../type-order.ts';
import { byOrder, type Proposal } from './proposal.ts';
import type { HeaderSpot } from './spot.ts';
import { ttlProposals } from './times.ts';

/** What may follow an owner: the types, those first that its name calls for; classes, and times where none is written. */
export function headerProposals(ctx: FeatureContext, spot: HeaderSpot): Proposal[] {
  const { range, row } = spot;
  const expected = expectedTypes(ctx, spot);
  const types = typeProposals(range).map((proposal) => {
    const place = expected.indexOf(proposal.label);
    if (place >= 0) return { ...proposal, order: `00 ${String(place).padStart(2, '0')}` };
    const why = whyNot(ctx, spot, proposal.label);
    if (why === undefined) return proposal;
    return { ...proposal, order: `8${proposal.order}`, ...(why === '' ? {} : { detail: why }) };
  });
  // What is written of a time is completed; where there is one already, there is no other.
  const isOther = row?.ttl && comparePositions(rangeOfToken(row, row.ttl).start, range.start) !== 0;
  const times = isOther ? [] : ttlProposals(ctx, { range, file: spot.instance?.file, order: '7' });
  return [...types, ...classes(range), ...times].sort(byOrder);
}

/** All types, in the order of their use. */
export function typeProposals(range: Range): Proposal[] {
  return typeNames().map((label) => {
    const summary = typeSummary(typeCode(label) ?? 0);
    return {
      label,
      kind: 'type',
      range,
      order: typeOrder(label),
      topic: { kind: 'type', name: label },
      ...(summary ? { detail: translated(summary.summary) } : {}),
    };
  });
}

/** The types that an owner's name calls for: of services, keys, policies, reverse names, the apex. */
function expectedTypes(ctx: FeatureContext, { owner, instance }: HeaderSpot): readonly string[] {
  const { names } = ctx.engine.store;
  if (owner === NO_NAME || !instance) return [];
  const text = names.text(owner);
  if (/^(?:\*|_\d+)\._(?:tcp|udp|sctp)\./.test(text)) return ['TLSA', 'CNAME'];
  if (/^(?:_dmarc|_mta-sts|_smtp\._tls|_acme-challenge|[^.]+\._bimi)\.|^[^_].*\._domainkey\./.test(text))
    return ['TXT', 'CNAME'];
  if (/^_dns\./.test(text)) return ['SVCB'];
  if (/^_[^.]+\._(?:tcp|udp|tls|sctp)\./.test(text)) return ['SRV', 'CNAME', 'PTR'];
  if (owner === instance.apex) return typesAtApex(ctx, owner, instance.view);
  if (names.isBelowOrAt(owner, names.inAddrArpa) || names.isBelowOrAt(owner, names.ip6Arpa))
    return ['PTR', 'CNAME', 'NS', 'TXT'];
  return [];
}

function typesAtApex(ctx: FeatureContext, apex: NameId, view: NonNullable<HeaderSpot['instance']>['view']): string[] {
  const { names } = ctx.engine.store;
  if (ctx.engine.context(view).held.recordsAt(apex, TYPE_SOA).length === 0) return ['SOA'];
  if (names.isBelowOrAt(apex, names.arpa)) return ['NS', 'TXT', 'DNSKEY'];
  return ['NS', 'MX', 'A', 'AAAA', 'TXT', 'CAA', 'HTTPS'];
}

/** Why a type can't stand at the owner, '' where its summary says it; undefined where it can. */
function whyNot(ctx: FeatureContext, { owner, instance, row }: HeaderSpot, type: string): string | undefined {
  if (owner === NO_NAME || !instance) return undefined;
  const code = typeCode(type) ?? 0;
  if (code === TYPE_SOA && owner !== instance.apex) return '';
  if (code === TYPE_CNAME && owner === instance.apex) return phrase`not at the zone itself: HTTPS, A or AAAA do`;
  const { records } = ctx.engine.store;
  for (let id = instance.view.index.firstAt(owner); id >= 0; id = records.nextAt(id)) {
    const other = records.type[id] as number;
    if (other === TYPE_UNREADABLE || row?.records.includes(id)) continue;
    if (code === TYPE_CNAME && other !== TYPE_CNAME)
      return phrase`not beside ${typeName(other)}: an alias stands alone`;
    if (other === TYPE_CNAME && !BESIDE_ALIAS.has(type)) return phrase`not beside the CNAME of this name`;
  }
  return undefined;
}

/** What may stand beside an alias (RFC 4035 section 2.5). */
const BESIDE_ALIAS: ReadonlySet<string> = new Set(['RRSIG', 'NSEC', 'CNAME', 'NXT', 'SIG', 'KEY']);

/** The classes. */
export function classes(range: Range): Proposal[] {
  return [
    ['IN', phrase`The Internet`],
    ['CH', phrase`Chaosnet, for a server to speak of itself`],
    ['HS', phrase`Hesiod`],
  ].map(([label = '', detail = '']) => ({ label, detail, kind: 'class', range, order: typeOrder(label) }));
}
