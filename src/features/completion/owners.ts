import { relativeTo } from '../../dns/name.ts';
import { ARPA4_ADDRESS, type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import { isInUnknownZone, shownName } from '../../dns/shown-name.ts';
import { typeName } from '../../dns/types.ts';
import { phrase } from '../../language/phrase.ts';
import { AddressCase } from '../../rules/facts/address-case.ts';
import { lacksPointer, missingRecords } from '../../rules/facts/missing.ts';
import type { Instance } from '../../workspace/instance.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import type { FeatureContext } from '../context.ts';
import { freeIp4, freeIp6 } from './free-address.ts';
import { type Proposal, type Proposals, proposalsOf } from './proposal.ts';
import { serviceLabels } from './record-words.ts';
import type { OwnerSpot } from './spot.ts';

/** Names of the workspace that are looked at, and addresses that are looked into. */
const MOST_LOOKED_AT = 300_000;
const MOST_ADDRESSES = 2000;
const MOST_OWNERS = 200;

/**
 * Owners of a zone's records. In a reverse zone those of held hosts without a PTR, and of the next free address of each
 * network; elsewhere the names that records lead to and that have none, the zone's own names, and the labels of services.
 */
export function ownerProposals(ctx: FeatureContext, spot: OwnerSpot): Proposals {
  const { instance, range } = spot;
  if (!instance || instance.apex === NO_NAME) return { items: [], isIncomplete: false };
  const { names } = ctx.engine.store;
  const apexText = names.text(instance.apex);
  if (names.isBelowOrAt(instance.apex, names.arpa)) return reverseOwners(ctx, instance, spot);
  const own = ownNames(ctx, instance, spot);
  const isThere = new Set(own.items.map(({ label }) => label));
  const apex = names.text(spot.origin) === apexText ? '@' : apexText;
  const items: Proposal[] = [
    {
      label: apex,
      kind: 'name',
      detail: phrase`the zone itself`,
      topic: { kind: 'name', view: instance.view.name, name: apexText },
      range,
      order: '1',
    },
    ...own.items,
    ...proposalsOf(serviceLabels, range)
      .filter(({ label }) => !isThere.has(label))
      .map((one) => ({ ...one, order: `3${one.order}` })),
  ];
  return { items: isInUnknownZone(apexText) ? items.slice(1) : items, isIncomplete: own.isIncomplete };
}

/** The names below an apex that own records, and before them those that records lead to while they own none. */
function ownNames(ctx: FeatureContext, { view, apex }: Instance, spot: OwnerSpot): Proposals {
  const { names, records } = ctx.engine.store;
  const { index } = view;
  const origin = names.text(spot.origin);
  const wanted = spot.prefix.toLowerCase();
  const items: Proposal[] = [];
  const end = Math.min(names.count, apex + MOST_LOOKED_AT);
  for (let name = names.firstBelow(apex); name < end && items.length < MOST_OWNERS; name++) {
    const head = index.firstAt(name);
    if ((head < 0 && index.firstTo(name) < 0) || !names.isBelowOrAt(name, apex)) continue;
    const label = relativeTo(names.text(name), origin);
    if (!label.startsWith(wanted)) continue;
    const type = head < 0 ? records.type[index.firstTo(name)] : records.type[head];
    if (type === undefined || (head >= 0 && type === TYPE_UNREADABLE && records.nextAt(head) < 0)) continue;
    items.push({
      label,
      kind: 'name',
      detail: head < 0 ? phrase`${typeName(type)} leads to it, and it has no records` : shownName(names, name),
      topic: { kind: 'name', view: view.name, name: names.text(name) },
      range: spot.range,
      order: `${head < 0 ? 0 : 2}${label}`,
    });
  }
  return { items, isIncomplete: items.length >= MOST_OWNERS || end < names.count };
}

function reverseOwners(ctx: FeatureContext, instance: Instance, spot: OwnerSpot): Proposals {
  const { names } = ctx.engine.store;
  const missing = unpointed(ctx, instance, spot);
  const free = names.isBelowOrAt(instance.apex, names.ip6Arpa) ? freeIp6(ctx, instance) : freeIp4(ctx, instance);
  const items = [...missing.items];
  for (const [index, { text, network, reverseName }] of free.entries()) {
    const label = ownerText(ctx, instance, { spot, reverseName });
    if (label === undefined) continue;
    const detail = phrase`${text}, next in ${network}`;
    items.push({ label, kind: 'address', detail, range: spot.range, order: `1${String(index).padStart(3, '0')}` });
  }
  return { items, isIncomplete: missing.isIncomplete };
}

/** The addresses of held hosts that lack a PTR in this zone, in the order of the addresses. */
function unpointed(ctx: FeatureContext, instance: Instance, spot: OwnerSpot): Proposals {
  const { names } = ctx.engine.store;
  const context = ctx.engine.context(instance.view);
  const { held, mail } = context;
  const items: Proposal[] = [];
  let looked = 0;
  const classless = isClassless(names, instance.apex);
  const base = classless ? names.parent(instance.apex) : instance.apex;
  const end = Math.min(names.count, base + MOST_LOOKED_AT);
  for (let name = names.firstBelow(base); name < end && looked < MOST_ADDRESSES && items.length < MOST_OWNERS; name++) {
    if (!names.isAddress(name) || held.view.index.firstTo(name) < 0 || !names.isBelowOrAt(name, base)) continue;
    // In a classless zone the alias to the PTR stands at the address.
    if (!classless && held.view.index.firstAt(name) >= 0) continue;
    looked++;
    const address = new AddressCase(held, mail, name);
    if (!lacksPointer(address, context) || address.reverseZone?.apex !== instance.apex) continue;
    const [record] = missingRecords(address, context);
    if (!record || address.answer.kind === 'loop') continue;
    const label = relativeTo(names.text(address.answer.name), names.text(spot.origin));
    items.push({
      label,
      kind: 'address',
      detail: phrase`${address.text}, ${shownName(names, record.owner)}: no PTR`,
      topic: { kind: 'name', view: instance.view.name, name: names.text(record.owner) },
      range: spot.range,
      order: `0${address.mail.length > 0 ? 0 : 1}${String(looked).padStart(5, '0')}`,
    });
  }
  return { items, isIncomplete: items.length >= MOST_OWNERS || looked >= MOST_ADDRESSES || end < names.count };
}

/** The owner of an address's PTR in a reverse zone; undefined where it lies outside. */
function ownerText(
  ctx: FeatureContext,
  { apex }: Instance,
  { spot, reverseName }: { readonly spot: OwnerSpot; readonly reverseName: string },
): string | undefined {
  const { names } = ctx.engine.store;
  const apexText = names.text(apex);
  const origin = names.text(spot.origin);
  if (reverseName.endsWith(`.${apexText}`)) return relativeTo(reverseName, origin);
  if (!isClassless(names, apex) || !reverseName.endsWith(`.${names.text(names.parent(apex))}`)) return undefined;
  return relativeTo(`${reverseName.split('.', 1)[0]}.${apexText}`, origin);
}

/** Whether a zone is one of a part of a /24 (RFC 2317), by where it stands. */
function isClassless(names: NameTable, apex: NameId): boolean {
  return names.arpaKind(names.parent(apex)) === ARPA4_ADDRESS - 1 && !names.isAddress(apex);
}
