import { changeMarkdown } from '../compare/change-text.ts';
import { zoneRecords } from '../compare/record-sets.ts';
import { type ComparedZone, zoneChanges } from '../compare/zone-change.ts';
import { zonesOf } from '../edits/writable.ts';
import { phrase } from '../language/phrase.ts';
import type { CompareRecordsResult, ScopeParams } from '../shared/protocol.ts';
import type { SourceText } from '../text/source.ts';
import type { Instance, Zone } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import type { Session } from './session.ts';

/** The longest that the command waits for the analysis, in milliseconds. */
const PATIENCE = 30_000;

/** How the zones of a file differ from the last commit, by records, as Markdown; null where the file is no zone. */
export async function compareRecords(session: Session, { uri }: ScopeParams): Promise<CompareRecordsResult> {
  await session.loop.whenSettled(PATIENCE);
  const file = uri === undefined ? undefined : session.file(uri);
  const zones = file ? zonesOf(file) : [];
  if (zones.length === 0) return { text: null, reason: phrase`This file is no zone that is known` };
  const pairs: { readonly old: ComparedZone; readonly fresh: ComparedZone }[] = [];
  for (const zone of zones) {
    const past = await pastInstance(session, zone);
    if (!past) return { text: null, reason: phrase`The last commit has no such file, or there is no git repository` };
    pairs.push({
      old: comparedZone(session, zone, past),
      fresh: comparedZone(session, zone, { store: session.store, instance: zone.root }),
    });
  }
  const changes = zoneChanges(
    pairs.map(({ old }) => old),
    pairs.map(({ fresh }) => fresh),
  );
  return { text: changeMarkdown(changes), reason: '' };
}

interface Read {
  readonly store: Store;
  readonly instance: Instance;
}

function comparedZone(session: Session, zone: Zone, { store, instance }: Read): ComparedZone {
  const { label } = session.features;
  return {
    zone: session.store.names.text(zone.apex),
    view: zone.view.name,
    file: label(zone.root.file.path),
    records: zoneRecords(store, instance),
  };
}

/** A zone as it was at the last commit, with what it included then; undefined where nobody knows. */
async function pastInstance(session: Session, zone: Zone): Promise<Read | undefined> {
  const { path } = zone.root.file;
  const text = await session.baselines.atCommit(path);
  if (!text) return undefined;
  const store = new Store(session.store.names);
  const texts = new Map<string, SourceText | undefined>([[path, text]]);
  const wanted = new Set<string>();
  store.findInclude = (name, from) => {
    const found = session.store.findInclude(name, session.store.files.get(from.path) ?? from);
    if (found !== undefined && !texts.has(found)) wanted.add(found);
    return found;
  };
  store.setFile(path, text);
  const { apex, traits } = zone;
  const { zoneClass } = zone.root;
  const { origin } = session.store.states.get(zone.root.entry);
  const instance = store.mount(path, { apex, origin, view: '', zoneClass, traits, held: false });
  if (!instance) return undefined;
  for (;;) {
    store.step(() => false);
    const missing = [...wanted];
    wanted.clear();
    if (missing.length === 0) return { store, instance };
    for (const one of missing) {
      const source = await session.baselines.atCommit(one);
      texts.set(one, source);
      if (source) store.setFile(one, source);
    }
    store.lookAgainAtIncludes();
  }
}
