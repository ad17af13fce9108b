import { type MapChanges, NetworkMap } from '../../src/map/model.ts';
import { parseNetwork } from '../../src/map/network.ts';
import type { Engine } from '../../src/rules/engine/engine.ts';
import type { Store } from '../../src/workspace/store.ts';

/** What has an engine and its store: a fixture's workbench, or one of zones. */
interface Bench {
  readonly engine: Engine;
  readonly store: Store;
}

/** A map that is worked out. */
export function mapOf(bench: Bench, text: string, view = ''): NetworkMap {
  const network = parseNetwork(text);
  if ('problem' in network) throw new Error(network.problem);
  const map = new NetworkMap(bench.engine, bench.store.view(view), network);
  refresh(map);
  return map;
}

/** Works out what has changed. */
export function refresh(map: NetworkMap): MapChanges {
  const steps = map.refresh();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
