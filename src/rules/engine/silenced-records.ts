import type { NameId } from '../../dns/name-table.ts';
import type { InstanceBlock, SourceFile, Zone } from '../../workspace/instance.ts';
import type { View } from '../../workspace/view.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleSettings, Silences } from '../rule.ts';

/** A block that was asked about, and what hangs on the answer. */
interface Watched {
  /** Whether all of its records were silenced; undefined where some may have been. */
  silent: boolean | undefined;
  readonly keys: Set<NameId>;
  /** Networks, by the names above their addresses. */
  readonly networks: Set<NameId>;
  readonly zones: Set<Zone>;
}

/** Who asks. */
export type Asker = { readonly key: NameId } | { readonly network: NameId } | { readonly zone: Zone };

interface WatchedFile {
  /** The version of the text that was looked at last. */
  version: number;
  /** By rule and block. */
  readonly rules: Map<string, Map<InstanceBlock, Watched>>;
}

/** Whether comments silence rules at the records of a view, and what is to be found anew when that is otherwise. */
export class SilencedRecords {
  readonly #view: View;
  readonly #files = new Map<SourceFile, WatchedFile>();

  constructor(view: View) {
    this.#view = view;
  }

  /** Whether a comment silences a rule at a record; who asks is found anew when one does so no more, or begins to. */
  isSilenced(rule: string, { id, block }: ZoneRecord, by: Asker, settings: RuleSettings): boolean {
    return (
      this.#ofBlock(rule, block, by, settings) ?? settings.silencesIn?.(block.instance.file)?.(rule, block, id) === true
    );
  }

  /** Whether one does so at some record of a block. */
  maySilence(rule: string, block: InstanceBlock, by: Asker, settings: RuleSettings): boolean {
    return this.#ofBlock(rule, block, by, settings) !== false;
  }

  #ofBlock(rule: string, block: InstanceBlock, by: Asker, { silencesIn }: RuleSettings): boolean | undefined {
    if (!silencesIn) return false;
    const silent = isSilent(rule, block, silencesIn(block.instance.file));
    const watched = this.#watched(rule, block, silent);
    if ('key' in by) watched.keys.add(by.key);
    else if ('zone' in by) watched.zones.add(by.zone);
    else watched.networks.add(by.network);
    return silent;
  }

  #watched(rule: string, block: InstanceBlock, silent: boolean | undefined): Watched {
    const { file } = block.instance;
    const ofFile = this.#files.get(file) ?? { version: file.version, rules: new Map() };
    this.#files.set(file, ofFile);
    const blocks = ofFile.rules.get(rule) ?? new Map<InstanceBlock, Watched>();
    ofFile.rules.set(rule, blocks);
    const watched = blocks.get(block) ?? { silent, keys: new Set(), networks: new Set(), zones: new Set() };
    blocks.set(block, watched);
    return watched;
  }

  /** Makes dirty what may be found otherwise, after changes of texts; whether anything is. */
  look({ silencesIn }: RuleSettings): boolean {
    let isOther = false;
    for (const [file, watched] of this.#files) {
      if (file.instances.length === 0) this.#files.delete(file);
      if (watched.version === file.version) continue;
      watched.version = file.version;
      const silences = silencesIn?.(file);
      for (const [rule, blocks] of watched.rules)
        for (const [block, known] of blocks) {
          const isThere = block.instance.blocks[block.index] === block;
          const silent = isSilent(rule, block, silences);
          if (isThere && silent !== undefined && silent === known.silent) continue;
          known.silent = silent;
          if (!isThere) blocks.delete(block);
          this.#touch(known);
          isOther = true;
        }
    }
    return isOther;
  }

  #touch({ keys, networks, zones }: Watched): void {
    const view = this.#view;
    for (const key of keys) view.touch(key);
    for (const network of networks) view.bareNetworks.add(network);
    for (const zone of zones) if (view.zones.get(zone.apex)?.includes(zone)) view.dirtyZones.add(zone);
  }
}

function isSilent(rule: string, block: InstanceBlock, silences: Silences | undefined): boolean | undefined {
  return silences ? silences(rule, block) : false;
}
