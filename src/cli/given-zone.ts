import type { ZoneMap } from '../config/map.ts';
import { absoluteZoneName } from '../config/zone-name.ts';
import type { ZoneMapping } from '../settings/settings.ts';
import type { Target } from './target.ts';

/** The zone that the command gives the one file that is asked about, or standard input. */
export function givenZone(
  { origin, targets }: { readonly origin?: string | undefined; readonly targets: readonly Target[] },
  problems: string[],
): (ZoneMapping & { readonly origin: string }) | undefined {
  const [target] = targets;
  if (origin === undefined || !target) return undefined;
  if (absoluteZoneName(origin) === undefined) problems.push(`--origin: "${origin}" is no domain name`);
  else if (target.bytes === undefined) problems.push(`--origin: ${target.path} is a folder`);
  else return { file: target.path.replace(/[*?[\]{}()!+@\\]/g, '\\$&'), origin };
  return undefined;
}

/** The view that a zone has where settings or configurations name one alone: a text that is given for the zone is of it too. */
export function viewOfZone(origin: string, mappings: readonly ZoneMapping[], map: ZoneMap): string | undefined {
  const name = absoluteZoneName(origin);
  const views = new Set<string>();
  for (const mapping of mappings)
    if (mapping.origin !== undefined && absoluteZoneName(mapping.origin) === name) views.add(mapping.view ?? '');
  for (const { zone } of map.zones) if (zone.name === name) views.add(zone.view ?? '');
  const [view] = views;
  return views.size === 1 && view !== '' ? view : undefined;
}
