import type { Zone } from '../../workspace/instance.ts';

/** Notes whether one finding says all of a reverse zone; where that changes, its PTR records are looked at again. */
export function explainZone(zone: Zone, isExplained: boolean): void {
  const { explainedZones } = zone.view;
  if (explainedZones.has(zone) === isExplained) return;
  if (isExplained) explainedZones.add(zone);
  else explainedZones.delete(zone);
  zone.view.sweepAgain();
}
