import { zoneErrors } from '../../src/compile/errors.ts';
import { zoneLines } from '../../src/compile/lines.ts';
import { DECLARED } from '../../src/project/claim.ts';
import { Reporter } from '../../src/report/report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { type SourceText, sourceOfBytes, sourceOfText } from '../../src/text/source.ts';
import type { Instance } from '../../src/workspace/instance.ts';
import { Store } from '../../src/workspace/store.ts';

/** What is left of reading and checking a text all the way to what people see. */
export interface Reading {
  readonly findingCount: number;
  readonly recordCount: number;
}

/** One line of a text may make millions. */
const MOST_LINES = 100_000;

/** Reads a text as the zone example.com, which may include itself, and checks it; beside it stands the reverse zone of 10.0.0.0/8, if given. */
export function readAll(text: string | Uint8Array, reverse?: string): Reading {
  const source: SourceText = typeof text === 'string' ? sourceOfText(text) : sourceOfBytes(text);
  const store = new Store();
  store.findInclude = (path) => (store.files.has(path) ? path : undefined);
  const engine = new Engine(store, registry, () => ({
    externalNetworks: [],
    pools: [],
    now: 1_700_000_000,
    bumpOnFix: true,
    isOff: () => false,
  }));
  const file = store.setFile('zone', source);
  const apex = store.names.childText(store.names.childText(0, 'com'), 'example');
  const instance = store.mount('zone', { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
  if (reverse !== undefined) {
    store.setFile('reverse', sourceOfText(reverse));
    const arpa = store.names.childText(store.names.childText(0, 'arpa'), 'in-addr');
    store.mount('reverse', {
      apex: store.names.childText(arpa, '10'),
      view: '',
      zoneClass: 1,
      traits: DECLARED,
      held: true,
    });
  }
  engine.step(() => false);
  const reporter = new Reporter(engine, () => defaultSettings);
  const findingCount = reporter.of(file).length;
  if (instance) compile(reporter, instance);
  return { findingCount, recordCount: store.records.count };
}

/** What the command line prints of the zone, and why it refuses it. */
function compile(reporter: Reporter, instance: Instance): void {
  const originText = 'example.com.';
  const lines = zoneLines(reporter.engine.store, instance, originText);
  let count = 0;
  for (const _ of lines.records()) if (++count > MOST_LINES) break;
  zoneErrors(reporter, { instance, originText, lines });
}
