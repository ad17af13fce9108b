import { NO_NAME } from '../../dns/name-table.ts';
import { nameIn } from '../../project/mounts.ts';
import type { FileRange } from '../../report/place.ts';
import { rangeIn } from '../../report/text-lines.ts';
import type { FeatureContext } from '../context.ts';
import { MOST_REFERENCES } from '../definition.ts';
import { placesOfName } from '../name-places.ts';

/**
 * All places of the zone whose name stands at an offset of a configuration: its declarations there and in others, and what
 * spells its name in the zone files of each view that holds it. A step is a block.
 */
export function* zoneReferences(ctx: FeatureContext, path: string, offset: number): Generator<void, FileRange[]> {
  const { map } = ctx.project.configurations;
  const here = map.zones.find(
    ({ config, zone: { nameRange } }) => config === path && nameRange.start <= offset && offset <= nameRange.end,
  );
  if (!here) return [];
  const places = new Map<string, FileRange>();
  for (const { config, zone } of map.zones) {
    const text = ctx.project.configurations.text(config);
    if (zone.name !== here.zone.name || text === undefined) continue;
    places.set(`${config} ${zone.nameRange.start}`, { path: config, range: rangeIn(text, zone.nameRange) });
  }
  const name = nameIn(ctx.engine.store.names, here.zone.name);
  for (const view of name === NO_NAME ? [] : ctx.engine.store.views.values()) {
    if (!view.zones.has(name)) continue;
    for (const place of yield* placesOfName(ctx, { view, name, most: MOST_REFERENCES })) {
      const { line, character } = place.range.start;
      places.set(`${place.path} ${line}:${character}`, place);
    }
  }
  return [...places.values()].slice(0, MOST_REFERENCES);
}
