import type { Zone } from '../../workspace/instance.ts';
import type { Store } from '../../workspace/store.ts';
import type { Tables } from '../../workspace/tables.ts';
import type { View } from '../../workspace/view.ts';
import { APEX_MASK, type ScanTables, type ScanZones } from './network-scan.ts';

/** The columns that networks of a view are scanned in, as they are now. */
export function scanTables({ names, records }: Tables, { index }: View): ScanTables {
  const { owner, type, data, block, nextOwner, nextData } = records;
  const { nodes, bytes } = names.columns;
  const { ownerHead, dataHead } = index.heads;
  return { nodes, bytes, owner, type, data, block, nextOwner, nextData, ownerHead, dataHead };
}

/** What scans are to know of zones, and the zones by their numbers. */
export function scanZones(
  { blocks }: Store,
  view: View,
): { readonly zones: readonly Zone[]; readonly known: ScanZones } {
  const numbers = new Map<Zone, number>();
  const zoneOfBlock = new Int32Array(blocks.length).fill(-1);
  blocks.forEach((block, id) => {
    const zone = block.instance.zone;
    if (!zone) return;
    const number = numbers.get(zone) ?? numbers.size;
    numbers.set(zone, number);
    zoneOfBlock[id] = number;
  });
  const mayBeApex = new Uint8Array(APEX_MASK + 1);
  for (const apex of view.zones.keys()) mayBeApex[apex & APEX_MASK] = 1;
  return { zones: [...numbers.keys()], known: { zoneOfBlock, mayBeApex } };
}
