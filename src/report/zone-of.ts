import { LastAsked } from '../rules/facts/last-asked.ts';
import type { Instance } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';

/** Where a text is read: neither is there where it is read for none. */
export interface ReadFor {
  readonly view?: string;
  readonly zone?: string;
}

/** A million findings are of few instances, which keep their zones. */
const known = new LastAsked<Instance, ReadFor>();

/** The view and the zone that a text is read in. */
export function zoneOf({ names }: Store, instance: Instance | undefined): ReadFor {
  if (!instance) return {};
  let readFor = known.get(instance);
  if (!readFor) {
    const view = instance.view.name;
    readFor = instance.zone ? { view, zone: names.text(instance.apex) } : { view };
    known.set(instance, readFor);
  }
  return readFor;
}
