import { NOT_LOADED } from '../project/claim.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { View } from '../workspace/view.ts';

/** The views that a person knows, by their names: not the one of files that no server loads, nor those that hold nothing. */
export function viewsToSee(engine: Engine): View[] {
  return [...engine.store.views.values()]
    .filter(({ name, zones }) => !name.endsWith(NOT_LOADED) && zones.size > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
