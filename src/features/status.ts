import { NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
import { serialOf } from '../edits/serial.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { type Claim, NOT_LOADED, type OriginSource } from '../project/claim.ts';
import { AddressCase } from '../rules/facts/address-case.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';

/** A zone that a file is read as, for people. */
export interface FileZone {
  readonly zone: string;
  readonly view: string;
  readonly serial?: number;
  readonly includedFrom?: string;
  readonly reverseZones?: number;
  readonly source?: string;
  readonly notHeld?: string;
}

/** So many records of a zone are looked at to count its reverse zones: of a larger one every so manieth. */
const MOST_RECORDS = 10_000;

const SOURCES: Readonly<Record<OriginSource, string>> = {
  setting: laterPhrase`mapped by the settings`,
  configuration: laterPhrase`declared in the server's configuration`,
  text: laterPhrase`known by its text`,
  'file-name': laterPhrase`known by its name`,
  evidence: laterPhrase`known by the targets of its records`,
  none: '',
  ambiguous: '',
};

/** The zones that a file is read as, in the order of views; those that include it where it is included. */
export function zonesOfFile(ctx: FeatureContext, file: SourceFile): FileZone[] {
  const found = new Map<string, FileZone>();
  for (const instance of file.instances) {
    if (instance.apex === NO_NAME || instance.isGuest) continue;
    const zone = zoneOf(ctx, file, instance);
    found.set(`${zone.view} ${zone.zone} ${zone.includedFrom ?? ''}`, zone);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, zone]) => zone);
}

function zoneOf(ctx: FeatureContext, file: SourceFile, instance: Instance): FileZone {
  const { store } = ctx.engine;
  const { zone, view, parent } = instance;
  const claim = ctx.project.claims(file.path).find(({ view: name }) => name === view.name);
  const serial = zone && serialOf(store, zone);
  const reverseZones = zone && reverseZonesOf(ctx, zone)?.size;
  const known = claim && (declaredIn(ctx, claim) ?? translated(SOURCES[claim.source]));
  const source = view.name === NOT_LOADED && known ? phrase`${known}; no configuration loads it` : known;
  const notHeld = whyNotHeld(ctx, instance);
  return {
    zone: undotted(store.names.text(instance.apex)),
    view: view.name === NOT_LOADED ? '' : view.name,
    ...(serial === undefined ? {} : { serial }),
    ...(parent ? { includedFrom: ctx.label(parent.instance.file.path) } : {}),
    ...(reverseZones === undefined ? {} : { reverseZones }),
    ...(source ? { source } : {}),
    ...(notHeld === undefined ? {} : { notHeld }),
  };
}

/** The configuration that declares a zone. */
function declaredIn(ctx: FeatureContext, { declared }: Claim): string | undefined {
  return declared && phrase`declared in ${ctx.label(declared.config)}`;
}

/** Why nothing is cross-checked with a file's zone. */
function whyNotHeld(ctx: FeatureContext, { zone, apex, view }: Instance): string | undefined {
  const claimed = view.zones.get(apex) ?? [];
  if (claimed.length > 1) {
    const files = claimed.map(({ root }) => ctx.label(root.file.path)).sort();
    return phrase`${files.join(phrase` and `)} claim the same zone: neither is cross-checked`;
  }
  return zone ? undefined : phrase`this zone has another file: this one is not cross-checked`;
}

/** The reverse zones that are held for the addresses of a file's zones, and their files, in the order of their names. */
export function reverseZonesOfFile(
  ctx: FeatureContext,
  file: SourceFile,
): { readonly zone: string; readonly path: string }[] {
  const zones = new Set(file.instances.flatMap(({ zone }) => (zone ? [...(reverseZonesOf(ctx, zone) ?? [])] : [])));
  const listed = [...zones].map(({ apex, root }) => ({
    zone: undotted(ctx.engine.store.names.text(apex)),
    path: root.file.path,
  }));
  return listed.sort((a, b) => (a.zone < b.zone ? -1 : 1));
}

/** The reverse zones that are held for the addresses of a zone; undefined for a reverse zone. */
function reverseZonesOf(ctx: FeatureContext, zone: Zone): ReadonlySet<Zone> | undefined {
  const { names, records } = ctx.engine.store;
  if (names.isBelowOrAt(zone.apex, names.arpa)) return undefined;
  const { held, mail } = ctx.engine.context(zone.view);
  const found = new Set<Zone>();
  let most = 0;
  for (const apex of zone.view.zones.keys()) if (names.isBelowOrAt(apex, names.arpa)) most++;
  const { blocks } = zone.root;
  const recordCount = blocks.reduce((sum, block) => sum + (block?.records.length ?? 0), 0);
  const step = Math.max(1, Math.ceil(recordCount / MOST_RECORDS));
  for (const block of blocks) {
    // Blocks begin elsewhere, or records that go on alike would be looked at again and again.
    for (let i = (block?.index ?? 0) % step; block && i < block.records.length; i += step) {
      if (found.size === most) return found;
      const id = block.records[i] as number;
      const type = records.type[id];
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      const reverse = new AddressCase(held, mail, records.data[id] as number).reverseZone;
      if (reverse && names.isBelowOrAt(reverse.apex, names.arpa)) found.add(reverse);
    }
  }
  return found;
}
