import { type NameId, ROOT } from '../../dns/name-table.ts';
import { isOneSlipAway } from '../../dns/slip.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RuleContext } from '../rule.ts';
import { firstPointers, watchFor } from './arpa-order.ts';
import type { MisspeltZone } from './memory.ts';
import { isOfPairedZone } from './pairing.ts';

/** The first PTR records of a zone, which are asked. */
const ASKED = 24;
/** So many of them tell, and more than half of all: fewer are read one by one. */
const LEAST = 12;

/**
 * The zone that most PTR records of a reverse zone lead to but for one slip in its name: then that one is said, and not
 * each of them. Where the answer has changed, the PTR records are looked at again.
 */
export function misspeltZone(reverse: Zone, ctx: RuleContext): MisspeltZone | undefined {
  const { misspeltZones } = ctx.memory;
  const known = misspeltZones.get(reverse);
  const state = `${ctx.store.changes.count} ${reverse.view.version} ${ctx.settings.isOff('zone-name-misspelt')}`;
  if (known?.state === state) return known.found;
  const found = ctx.settings.isOff('zone-name-misspelt') ? undefined : find(reverse, ctx);
  if (known && known.found?.written !== found?.written) reverse.view.sweepAgain();
  misspeltZones.set(reverse, { state, found });
  return found;
}

function find(reverse: Zone, ctx: RuleContext): MisspeltZone | undefined {
  const { names } = ctx.store;
  const counts = new Map<NameId, { readonly first: MisspeltZone; count: number }>();
  const asked = new Set<NameId>();
  for (const { id, owner, target } of firstPointers(reverse, ctx, ASKED)) {
    if (asked.has(owner)) continue;
    asked.add(owner);
    const written = names.parent(target);
    if (written <= ROOT || ctx.held.enclosingZone(target)) continue;
    const zone = zoneMeant(owner, target, ctx);
    if (!zone) continue;
    const known = counts.get(written);
    if (known) known.count++;
    else counts.set(written, { first: { zone, written, pointer: id }, count: 1 });
  }
  const [found] = [...counts.values()].filter(({ count }) => count >= LEAST && count * 2 > asked.size);
  // The zone's SOA record too: that is where it is said.
  watchFor(reverse, found ? [...asked, found.first.zone.apex] : [...asked]);
  return found?.first;
}

/** The zone of a host with this address that is called as the target of its PTR, but for a slip in the zone's name. */
function zoneMeant(address: NameId, target: NameId, ctx: RuleContext): Zone | undefined {
  const { names } = ctx.store;
  const label = names.labelText(target);
  const written = names.text(names.parent(target));
  const host = ctx.held
    .addressRecords(address)
    .find(
      (record) =>
        names.parent(record.owner) === record.zone?.apex &&
        names.labelText(record.owner) === label &&
        isOfPairedZone(record, ctx) &&
        isOneSlipAway(written, names.text(record.zone.apex)),
    );
  return host?.zone;
}
