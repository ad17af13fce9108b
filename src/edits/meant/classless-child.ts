import { classlessRanges, coversInAll } from '../../dns/arpa.ts';
import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_NS, TYPE_PTR } from '../../dns/type-codes.ts';
import type { Held } from '../../workspace/held.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';

/** An alias of classless delegation (RFC 2317) whose label is no zone, while another one is delegated for its address. */
export interface MisledAlias {
  readonly alias: ZoneRecord;
  /** The name below the network that the alias names in the child's place. */
  readonly wrong: NameId;
  /** The held zone that the zone above delegates. */
  readonly child: Zone;
}

/**
 * Whether an alias leads to a wrong label: its own zone answers there and has nothing, and one other label is that of a
 * held and delegated zone that covers the octet in every reading, or has its PTR.
 */
export function misledAlias(held: Held, alias: ZoneRecord): MisledAlias | undefined {
  const { names } = held.store;
  const { owner: address, data, zone } = alias;
  if (!zone || data < 0 || !names.isAddress(address)) return undefined;
  const wrong = names.parent(data);
  const network = names.parent(address);
  if (names.parent(wrong) !== network || names.labelText(data) !== names.labelText(address)) return undefined;
  if (held.zoneOf(data) !== zone || held.recordsAt(data).length > 0) return undefined;
  const children = classlessChildren(held, network).filter(
    (child) =>
      held.recordsAt(child.apex, TYPE_NS).some((server) => server.zone === zone) &&
      isFor(held, child, names.labelText(address)),
  );
  const [child] = children;
  return child && children.length === 1 ? { alias, wrong, child } : undefined;
}

/** The held zones of a /24's name whose labels stand beside the octets. */
export function classlessChildren(held: Held, network: NameId): Zone[] {
  const apexes = held.view.classlessZones(held.store.names).get(network) ?? [];
  return apexes.flatMap((apex) => held.view.zoneAt(apex) ?? []);
}

/** The name of an address in a classless zone. */
export function ownerIn({ store: { names } }: Held, { apex }: Zone, address: NameId): NameId {
  return names.childText(apex, names.labelText(address));
}

function isFor(held: Held, { apex }: Zone, octet: string): boolean {
  const { names } = held.store;
  if (coversInAll(classlessRanges(names.labelText(apex)), Number(octet))) return true;
  const owner = names.findChild(apex, octet);
  return owner !== NO_NAME && held.recordsAt(owner, TYPE_PTR).length > 0;
}
