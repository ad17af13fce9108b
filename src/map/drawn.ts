import { phrase } from '../language/phrase.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { MapPicture } from '../shared/map-cells.ts';
import type { View } from '../workspace/view.ts';
import { NetworkMap } from './model.ts';
import type { MapNetwork } from './network.ts';
import { bestView } from './networks.ts';
import { viewsToSee } from './views.ts';

/**
 * The picture of a network in the view that is named, else in the one that knows most of it. A problem where there is no
 * such view, with the names of those there are.
 */
export function drawnMap(
  engine: Engine,
  network: MapNetwork,
  viewName: string | undefined,
): MapPicture | { readonly problem: string } {
  const views = viewsToSee(engine);
  const maps = new Map<View, NetworkMap>();
  const mapIn = (view: View): NetworkMap => {
    const map = maps.get(view) ?? workedOut(new NetworkMap(engine, view, network));
    maps.set(view, map);
    return map;
  };
  try {
    const named = views.find(({ name }) => name === viewName);
    if (viewName !== undefined && !named)
      return {
        problem: noSuchView(
          viewName,
          views.map(({ name }) => name),
        ),
      };
    const view = named ?? bestView(views, (one) => mapIn(one).cells);
    return view ? mapIn(view).picture() : { problem: phrase`No zone is held here` };
  } finally {
    for (const map of maps.values()) map.dispose();
  }
}

/** Works a map out without a stop. */
function workedOut(map: NetworkMap): NetworkMap {
  for (const steps = map.refresh(); !steps.next().done; );
  return map;
}

function noSuchView(name: string, views: readonly string[]): string {
  const named = views.filter((view) => view !== '');
  const known = named.length === 0 ? phrase`no view has a name` : phrase`the views are ${named.join(', ')}`;
  return phrase`There is no view "${name}" here: ${known}`;
}
