import { undotted } from '../dns/shown-name.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { nsupdateScript, type PointerUpdate, reloadLine } from '../live/nsupdate.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { wantedName } from './live-cursor.ts';
import { LiveHeld } from './live-held.ts';

/**
 * The script for nsupdate that sets the PTR of an address in its held reverse zone to the wanted name: the way for zones
 * whose file the server writes. Undefined where no reverse zone is held, or no name leads to the address.
 */
export function updateScript(ctx: FeatureContext, address: string): string | undefined {
  const held = new LiveHeld(ctx);
  const zone = held.reverseZone(address);
  const wanted = wantedName(ctx, address);
  const owner = held.pointerOwner(address);
  if (!zone || !wanted || owner === undefined) return undefined;
  const present = (held.pointer(address)?.names ?? []).map((name) => `${name}.`);
  const update: PointerUpdate = {
    reverseName: owner,
    zone: held.nameOf(zone),
    target: wanted.name,
    ttl: wanted.ttl,
    present,
    server: primaryOf(ctx, zone),
  };
  return nsupdateScript([update]);
}

/** The lines that let a server load the zones of a file anew. */
export function reloadLines(ctx: FeatureContext, file: SourceFile): string {
  const held = new LiveHeld(ctx);
  return held
    .zonesOf(file)
    .map((zone) => `${reloadLine(held.nameOf(zone), zone.view.name)}\n`)
    .join('');
}

/** The primary server that the SOA names. */
function primaryOf(ctx: FeatureContext, zone: Zone): string | undefined {
  const [soa] = ctx.engine.context(zone.view).held.recordsAt(zone.apex, TYPE_SOA);
  return soa && soa.dataText !== '' ? undotted(soa.dataText) : undefined;
}
