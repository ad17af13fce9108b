import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_PTR } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { addressServedAt } from '../../rules/facts/lone-pointer.ts';
import type { FeatureContext } from '../context.ts';
import { freeIp4, freeIp6 } from './free-address.ts';
import type { Proposal } from './proposal.ts';
import type { FieldSpot } from './spot.ts';

/** For an A or AAAA record: the addresses whose PTR names the owner, then the next free one of each network in use. */
export function addressProposals(ctx: FeatureContext, { row, range, field }: FieldSpot): Proposal[] {
  const { instance } = row.block;
  const family = field.use === 'ipv4' ? 4 : 6;
  const awaited = awaitedAddresses(ctx, row.ownerName, { instance, family }).map(
    (label, index): Proposal => ({
      label,
      kind: 'address',
      detail: phrase`its PTR names ${shownName(ctx.engine.store.names, row.ownerName)}`,
      range,
      filter: filterOf(label),
      order: `0${String(index).padStart(3, '0')}`,
    }),
  );
  const free = family === 4 ? freeIp4(ctx, instance) : freeIp6(ctx, instance);
  const others = free.map(({ text, network }, index): Proposal => {
    const order = `1${String(index).padStart(3, '0')}`;
    return { label: text, kind: 'address', detail: phrase`next in ${network}`, range, filter: filterOf(text), order };
  });
  return [...awaited, ...others];
}

/**
 * An address without what stands behind its last dot or colon. Editors compare letter by letter, with gaps: to them
 * 192.0.2.3 is the beginning of 192.0.2.93, and Enter would make that of it.
 */
function filterOf(address: string): string {
  return address.slice(0, Math.max(address.lastIndexOf('.'), address.lastIndexOf(':')) + 1);
}

/** The addresses of a family that PTR records give to a name which does not have them. */
function awaitedAddresses(
  { engine }: FeatureContext,
  owner: NameId,
  { instance, family }: { readonly instance: FieldSpot['row']['block']['instance']; readonly family: 4 | 6 },
): string[] {
  if (owner === NO_NAME) return [];
  const { names } = engine.store;
  const { held } = engine.context(instance.view);
  const base = family === 4 ? names.inAddrArpa : names.ip6Arpa;
  const known = new Set(held.recordsAt(owner).map(({ data }) => data));
  const addresses = held.recordsTo(owner, TYPE_PTR).map((pointer) => addressServedAt(held, pointer.owner));
  const wanted = addresses.filter((one) => one !== NO_NAME && names.isBelowOrAt(one, base) && !known.has(one));
  return [...new Set(wanted)].flatMap((address) => held.addressText(address) ?? []).slice(0, MOST_AWAITED);
}

const MOST_AWAITED = 20;
