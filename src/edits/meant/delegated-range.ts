import { classlessRanges, coversInAll, coversOctet } from '../../dns/arpa.ts';
import { ARPA4_ADDRESS, type NameId } from '../../dns/name-table.ts';
import { shownName } from '../../dns/shown-name.ts';
import { TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import type { Held } from '../../workspace/held.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { Refusal } from '../change.ts';
import type { Rows } from '../rows.ts';
import { ownerIn } from './classless-child.ts';

/**
 * Where the PTR of an address belongs that has no alias, where its zone delegates the range it lies in (RFC 2317): the name
 * in the held zone of that range. Why nothing can be put there; undefined where no such range is delegated.
 */
export function ownerInRange(
  held: Held,
  rows: Rows,
  address: NameId,
  zone: Zone,
): { readonly owner: NameId; readonly zone: Zone } | Refusal | undefined {
  const { names } = held.store;
  if (names.arpaKind(address) !== ARPA4_ADDRESS) return undefined;
  const octet = Number(names.labelText(address));
  const delegated = (delegatedLabels(held, rows).get(names.parent(address)) ?? []).filter(
    (apex) =>
      classlessRanges(names.labelText(apex)).some((range) => coversOctet(range, octet)) &&
      held.recordsAt(apex, TYPE_NS).some((server) => server.zone === zone),
  );
  const [apex, second] = delegated;
  if (apex === undefined) return undefined;
  const text = held.addressText(address);
  const range = shownName(names, apex);
  if (second !== undefined)
    return {
      refused: phrase`${text} lies in ${range} and in ${shownName(names, second)}, both delegated: give it its alias first`,
    };
  if (!coversInAll(classlessRanges(names.labelText(apex)), octet))
    return { refused: phrase`${text} may lie in ${range}, which is delegated: if it does, give it its alias first` };
  const child = held.view.zoneAt(apex);
  if (!child)
    return {
      refused: phrase`${text} lies in ${range}, which is delegated and not held here: ask who runs that zone for the PTR, and add the alias that leads there`,
    };
  const owner = ownerIn(held, child, address);
  if (held.recordsAt(owner).length > 0)
    return { refused: phrase`${shownName(names, owner)} has records already: add the alias that leads there` };
  return { owner, zone: child };
}

/** The names beside the octets of each /24 that are delegated. Names have no lists of their children: all are looked through, once. */
function delegatedLabels({ store: { names, records }, view }: Held, { cache }: Rows): ReadonlyMap<NameId, NameId[]> {
  const known = cache.delegated.get(view);
  if (known) return known;
  const found = new Map<NameId, NameId[]>();
  for (let name = names.inAddrArpa + 1; name < names.count; name++) {
    if (names.isAddress(name)) continue;
    const parent = names.parent(name);
    if (names.arpaKind(parent) !== ARPA4_ADDRESS - 1) continue;
    let id = view.index.firstAt(name);
    while (id >= 0 && records.type[id] !== TYPE_NS) id = records.nextAt(id);
    if (id < 0) continue;
    const labels = found.get(parent);
    if (labels) labels.push(name);
    else found.set(parent, [name]);
  }
  cache.delegated.set(view, found);
  return found;
}
