import type { Instance } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';

/** The view and the zone that a text is read in; neither where it is read for none. */
export function zoneOf(
  { names }: Store,
  instance: Instance | undefined,
): { readonly view?: string; readonly zone?: string } {
  if (!instance) return {};
  return { view: instance.view.name, ...(instance.zone ? { zone: names.text(instance.apex) } : {}) };
}
