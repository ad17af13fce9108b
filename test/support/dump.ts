import { DECLARED } from '../../src/project/claim.ts';
import { outsideJoined } from '../../src/report/outside-report.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import { registry } from '../../src/rules/registry.ts';
import type { Finding, Rule } from '../../src/rules/rule.ts';
import { sourceOfText } from '../../src/text/source.ts';
import type { Instance, InstanceBlock } from '../../src/workspace/instance.ts';
import type { Mount } from '../../src/workspace/mount.ts';
import { Store } from '../../src/workspace/store.ts';
import { type Anchor, ZoneRecord } from '../../src/workspace/zone-record.ts';

/** Some files with the zones they are for, and an engine over them. */
export class Bench {
  readonly store = new Store();
  readonly engine: Engine;

  constructor(
    files: ReadonlyMap<string, string>,
    zones: readonly { readonly file: string; readonly origin: string; readonly view?: string }[],
    rules: readonly Rule[] = registry,
  ) {
    this.engine = new Engine(this.store, rules, () => ({
      externalNetworks: [],
      pools: [],
      now: 1_700_000_000,
      bumpOnFix: true,
      isOff: () => false,
    }));
    this.store.findInclude = (path) => (this.store.files.has(path) ? path : undefined);
    for (const [path, text] of files) this.store.setFile(path, sourceOfText(text));
    for (const zone of zones) this.store.mount(zone.file, this.mount(zone.origin, zone.view ?? ''));
  }

  mount(origin: string, view: string): Mount {
    let apex = 0;
    for (const label of origin
      .split('.')
      .filter((part) => part !== '')
      .reverse())
      apex = this.store.names.childText(apex, label);
    return { apex, view, zoneClass: 1, traits: DECLARED, held: true };
  }

  run(): void {
    this.engine.step(() => false);
  }

  /** All that is known, as text that does not depend on the way it came to be. */
  dump(): string[] {
    return [
      ...this.#records(),
      ...this.#faults(),
      ...[...this.engine.book.all()].map((finding) => this.#finding(finding)),
    ].sort();
  }

  #records(): string[] {
    const lines: string[] = [];
    const { store } = this;
    for (const block of store.blocks) {
      if (!block) continue;
      for (const id of block.records) {
        const record = new ZoneRecord(store, id);
        const data = record.data < 0 ? '-' : store.names.text(record.data);
        lines.push(
          `${this.#placeOf({ kind: 'record', record: id, part: 'record' })} ${store.names.text(record.owner)} ${record.type} ${record.ttl} ${data} ${store.records.flags[id]}`,
        );
      }
    }
    return lines;
  }

  #faults(): string[] {
    const instances = new Set(this.store.blocks.flatMap((block) => (block ? [block.instance] : [])));
    return [...instances].flatMap((instance) => this.#faultsOf(instance));
  }

  /** Records outside the zone are told of once a block, and put together for the whole file where they are shown. */
  #faultsOf(instance: Instance): string[] {
    const { told, grouped } = outsideJoined(instance, this.store);
    const single = instance.blocks.flatMap((block) =>
      block ? block.faults.filter((fault) => !grouped.has(fault)).map((fault) => ({ block, fault })) : [],
    );
    return [...told, ...single].map(
      ({ block, fault }) => `${this.#inBlock(block, fault.start)} ${fault.rule} ${fault.message}`,
    );
  }

  #finding(finding: Finding): string {
    const related = (finding.related ?? []).map((item) => `${this.#placeOf(item.at)} ${item.message}`).join('; ');
    return `${this.#placeOf(finding.at)} ${finding.severity} ${finding.rule} ${finding.message} ${finding.more ?? 0} [${related}]`;
  }

  #placeOf(anchor: Anchor): string {
    if (anchor.kind === 'file') return anchor.file.path;
    if (anchor.kind === 'block') return this.#inBlock(anchor.block, anchor.start);
    if (!this.store.blockOf(anchor.record)) return 'a record that is gone';
    const record = new ZoneRecord(this.store, anchor.record);
    const text = record.file.document.blocks[record.block.index];
    if (!text) throw new Error('no text');
    const { tape } = this.store.scanBlock(text);
    return this.#inBlock(record.block, tape.tokenStart[tape.rowToken[record.row] ?? 0] ?? 0);
  }

  #inBlock(block: InstanceBlock, offset: number): string {
    const { file, view } = block.instance;
    const position = file.document.positionAt(block.index, offset);
    return `${view.name}:${file.path}:${position.line}:${position.character}`;
  }
}
