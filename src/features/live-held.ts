import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { undotted } from '../dns/shown-name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import { serialOf } from '../edits/serial.ts';
import type { HeldPointer } from '../live/result.ts';
import { nameIn } from '../project/mounts.ts';
import { blocksOfZone } from '../rules/facts/zone-records.ts';
import type { Held } from '../workspace/held.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';

/** What the zones of the workspace say of what is asked live. Names are compared without their final dot. */
export class LiveHeld {
  readonly #ctx: FeatureContext;

  constructor(ctx: FeatureContext) {
    this.#ctx = ctx;
  }

  /** The zones held under a canonical name, one for each view. */
  zonesNamed(name: string): Zone[] {
    const { store } = this.#ctx.engine;
    const apex = nameIn(store.names, name);
    return this.#views().flatMap((view) => view.zoneAt(apex) ?? []);
  }

  /** The zones that a file is part of. */
  zonesOf(file: SourceFile): Zone[] {
    const found = new Set<Zone>();
    for (const { zone } of file.instances) if (zone) found.add(zone);
    return [...found];
  }

  /** All zones that are held, those of the reverse tree last. */
  zones(): Zone[] {
    const { names } = this.#ctx.engine.store;
    const all = this.#views().flatMap((view) => [...view.zones.keys()].flatMap((apex) => view.zoneAt(apex) ?? []));
    const isReverse = ({ apex }: Zone): boolean => names.isBelowOrAt(apex, names.arpa);
    return [...all.filter((zone) => !isReverse(zone)), ...all.filter(isReverse)];
  }

  /** The addresses of a zone's hosts, and those of its PTR records, each once, in the order of the text. */
  *addressesOf(zone: Zone): Generator<string> {
    const { store } = this.#ctx.engine;
    const { records, names } = store;
    const { held } = this.#ctx.engine.context(zone.view);
    const seen = new Set<NameId>();
    for (const block of blocksOfZone(zone, [TYPE_A, TYPE_AAAA, TYPE_PTR])) {
      for (const id of block ?? []) {
        const type = records.type[id];
        const name = type === TYPE_PTR ? (records.owner[id] as NameId) : (records.data[id] as NameId);
        if (type !== TYPE_PTR && type !== TYPE_A && type !== TYPE_AAAA) continue;
        if (seen.has(name)) continue;
        seen.add(name);
        const address = names.isAddress(name) ? held.addressText(name) : classlessText(held, name);
        if (address !== undefined) yield address;
      }
    }
  }

  /** What the held zones answer for the PTR of an address; null where they do not know. */
  pointer(address: string): HeldPointer | null {
    const { store } = this.#ctx.engine;
    const name = store.names.reverse.keyOf(address);
    if (name === NO_NAME) return null;
    for (const view of this.#views()) {
      const { held } = this.#ctx.engine.context(view);
      const answer = held.pointers(name);
      if (answer.kind === 'records') {
        const names = [...new Set(answer.records.map(({ dataText }) => undotted(dataText)))];
        return { names, ...this.#place(answer.records[0]) };
      }
      const zone = answer.kind === 'none' ? held.enclosingZone(answer.name) : undefined;
      if (zone) return { names: [], ...this.#place(this.#soa(zone)) };
    }
    return null;
  }

  /** The held reverse zone that an address's PTR is in. */
  reverseZone(address: string): Zone | undefined {
    const { store } = this.#ctx.engine;
    const name = store.names.reverse.keyOf(address);
    if (name === NO_NAME) return undefined;
    for (const view of this.#views()) {
      const { held } = this.#ctx.engine.context(view);
      const answer = held.pointers(name);
      const zone = answer.kind === 'records' || answer.kind === 'none' ? held.enclosingZone(answer.name) : undefined;
      if (zone) return zone;
    }
    return undefined;
  }

  /** The owner of an address's PTR in its held zone, at the end of all aliases. */
  pointerOwner(address: string): string | undefined {
    const { store } = this.#ctx.engine;
    const name = store.names.reverse.keyOf(address);
    if (name === NO_NAME) return undefined;
    for (const view of this.#views()) {
      const answer = this.#ctx.engine.context(view).held.pointers(name);
      if (answer.kind === 'records' || answer.kind === 'none') return store.names.text(answer.name);
    }
    return undefined;
  }

  /** Canonical name of a zone. */
  nameOf(zone: Zone): string {
    return this.#ctx.engine.store.names.text(zone.apex);
  }

  /** The serial and the file of a zone, as they are shown. */
  serial(zone: Zone): { readonly serial: number | null; readonly file: string } {
    return {
      serial: serialOf(this.#ctx.engine.store, zone) ?? null,
      file: this.#ctx.label(zone.root.file.path),
    };
  }

  #soa(zone: Zone): ZoneRecord | undefined {
    const { held } = this.#ctx.engine.context(zone.view);
    return held.recordsAt(zone.apex, TYPE_SOA)[0];
  }

  #place(record: ZoneRecord | undefined): { readonly file: string; readonly line: number } {
    const place = record && this.#ctx.places.of(record.at('owner'));
    if (!place) return { file: record ? this.#ctx.label(record.file.path) : '', line: 1 };
    return { file: this.#ctx.label(place.path), line: place.range.start.line + 1 };
  }

  #views(): View[] {
    const { views } = this.#ctx.engine.store;
    return [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** The address that the owner of a PTR in a classless zone stands for (RFC 2317). */
function classlessText(held: Held, owner: NameId): string | undefined {
  const { names } = held.store;
  const network = names.parent(names.parent(owner));
  const address = network === NO_NAME ? NO_NAME : names.findChild(network, names.labelText(owner));
  return address !== NO_NAME && names.isAddress(address) ? held.addressText(address) : undefined;
}
