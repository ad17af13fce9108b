import type { InstanceBlock, SourceFile, Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { RuleContext, RuleSettings, Silences } from '../rule.ts';

/** So many records of a zone are told by a rule that may find the same at a million, unless all are wanted. */
const MOST_TOLD = 100;

/**
 * The first records of a zone at which a rule finds the same, in the order of the text, and how many more there are. Where
 * not all are told, those that comments silence are passed over, so that they take no other's place.
 */
export class FirstTold {
  readonly records: RecordId[] = [];
  more = 0;
  readonly #rule: string;
  readonly #most: number;
  readonly #silencesIn: RuleSettings['silencesIn'];
  #file: SourceFile | undefined;
  /** What the comments of that file silence. */
  #silences: Silences | undefined;

  /** Of so many in all. */
  constructor(rule: string, zone: Zone, count: number, { settings }: RuleContext) {
    const isInPart = count > MOST_TOLD && !settings.tellsAll;
    // A comment that comes or goes has the zone told anew.
    if (isInPart) zone.view.toldInPart.add(zone);
    this.#rule = rule;
    this.#most = isInPart ? MOST_TOLD : count;
    this.#silencesIn = isInPart ? settings.silencesIn : undefined;
  }

  /** Takes the next block, with so many of them. */
  add(block: InstanceBlock, count: number, isOne: (record: RecordId) => boolean): void {
    const { records } = this;
    const { file } = block.instance;
    if (file !== this.#file) {
      this.#file = file;
      this.#silences = this.#silencesIn?.(file);
    }
    const isSilent = this.#silences ? this.#silences(this.#rule, block) : false;
    if (isSilent) return;
    if (isSilent === false && records.length === this.#most) {
      this.more += count;
      return;
    }
    for (const id of block.inside) {
      if (!isOne(id) || (isSilent === undefined && this.#silences?.(this.#rule, block, id))) continue;
      if (records.length < this.#most) records.push(id);
      else this.more++;
    }
  }
}
