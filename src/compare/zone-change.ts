import { undotted } from '../dns/shown-name.ts';
import { isSame, type ZoneDifferences, zoneDifferences } from './differences.ts';
import type { ZoneRecords } from './record-sets.ts';

/** A zone with its records, on one side of a comparison. */
export interface ComparedZone {
  /** Its name with the final dot. */
  readonly zone: string;
  /** '' for zones in no view. */
  readonly view: string;
  /** The file as people call it, from what is compared. */
  readonly file: string;
  readonly records: ZoneRecords;
}

/** What became of a zone. */
export interface ZoneChange extends ZoneDifferences {
  /** Without its final dot. */
  readonly zone: string;
  readonly view: string;
  readonly file: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** The zones that differ, in the order of their names from the right. Zones are one where name and view agree. */
export function zoneChanges(old: readonly ComparedZone[], fresh: readonly ComparedZone[]): ZoneChange[] {
  const before = byKey(old);
  const after = byKey(fresh);
  const changes: ZoneChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)];
    const zone = other ?? one;
    if (!zone) continue;
    const differences = zoneDifferences(one?.records ?? NONE, other?.records ?? NONE, zone.zone);
    const kind = !one ? 'added' : !other ? 'removed' : 'changed';
    if (kind === 'changed' && isSame(differences)) continue;
    changes.push({ zone: undotted(zone.zone), view: zone.view, file: zone.file, kind, ...differences });
  }
  return changes.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const NONE: ZoneRecords = new Map();

/** Of several files that are one zone in one view each is told apart by its path. */
function byKey(zones: readonly ComparedZone[]): ReadonlyMap<string, ComparedZone> {
  const counts = new Map<string, number>();
  const keyOf = ({ zone, view }: ComparedZone): string => `${zone} ${view}`;
  for (const zone of zones) counts.set(keyOf(zone), (counts.get(keyOf(zone)) ?? 0) + 1);
  return new Map(
    zones.map((zone) => [counts.get(keyOf(zone)) === 1 ? keyOf(zone) : `${keyOf(zone)} ${zone.file}`, zone]),
  );
}

function orderOf({ zone, view, file }: ZoneChange): string {
  return `${zone.split('.').reverse().join('.')} ${view} ${file}`;
}

/** How many records, TTLs and serials differ in all zones. */
export interface ChangeSummary {
  readonly zones: number;
  readonly added: number;
  readonly removed: number;
  readonly ttls: number;
  readonly serials: number;
}

/** Counts what changed, over all zones. */
export function changeSummary(changes: readonly ZoneChange[]): ChangeSummary {
  const sets = changes.flatMap((change) => change.sets);
  const count = (of: (set: (typeof sets)[number]) => number): number => sets.reduce((sum, set) => sum + of(set), 0);
  return {
    zones: changes.length,
    added: count(({ added }) => added.length),
    removed: count(({ removed }) => removed.length),
    ttls: count(({ ttl }) => Number(ttl !== undefined)),
    serials: changes.filter(({ serial }) => serial !== undefined).length,
  };
}
