import { LENGTH, NO_HOST, WILDCARD } from '../../dns/name-meta.ts';
import { META, type NameId, NODE_SIZE, PARENT, ROOT, START } from '../../dns/name-table.ts';
import { numberStep } from '../../dns/number-step.ts';
import { TYPE_A, TYPE_PTR } from '../../dns/type-codes.ts';
import { NO_RECORD, type RecordId } from '../../workspace/record-table.ts';

/** What a scan reads: columns of the tables of names and of records, and of the view's index. */
export interface ScanTables {
  readonly nodes: Int32Array;
  readonly bytes: Uint8Array;
  readonly owner: Int32Array;
  readonly type: Uint16Array;
  readonly data: Int32Array;
  readonly block: Int32Array;
  readonly nextOwner: Int32Array;
  readonly nextData: Int32Array;
  readonly ownerHead: Int32Array;
  readonly dataHead: Int32Array;
}

/** What tells of the records of a view which zone has them, and of its names that no zone begins there. */
export interface ScanZones {
  /** By block: the number of the zone that has it. */
  readonly zoneOfBlock: Int32Array;
  /** By the low bits of names: whether one of them may be a zone's apex. */
  readonly mayBeApex: Uint8Array;
}

/** So many PTRs that count are a series. */
const LEAST_COUNTED = 5;
/** Addresses of a network. */
const NETWORK_SIZE = 256;
/** Names of which `mayBeApex` tells. */
export const APEX_MASK = 4095;
const NOTHING = -1;

/**
 * Reads a network's 256 addresses from the tables alone: their PTRs, whether the names of these only count, and which of
 * them are pairs.
 */
export class NetworkScan {
  /** The names of the addresses by their places, -1 where there is none. For the caller to fill. */
  readonly names = new Int32Array(NETWORK_SIZE);
  /** The PTR of each address that has no other record, -1 for the others. */
  readonly pointers = new Int32Array(NETWORK_SIZE);
  /** How many have one. */
  count = 0;
  /** Whether there are enough of these, and their names count with the addresses. */
  isCounting = false;
  /** Whether an address has several records; where other ones than PTRs may be passed over, several PTRs. */
  hasSeveral = false;
  /** Where they count: the first two PTRs and the last one, and the lowest and the highest id. */
  first: RecordId = NO_RECORD;
  second: RecordId = NO_RECORD;
  last: RecordId = NO_RECORD;
  lowest: RecordId = NO_RECORD;
  highest: RecordId = NO_RECORD;
  /**
   * A bit for each address that has one PTR and one name, which lead to each other, the name a host's with no other
   * record. All those PTRs stand in one zone, and all hosts below one name in another zone.
   */
  readonly pairs = new Int32Array(NETWORK_SIZE >> 5);
  pointerZone = NOTHING;
  hostZone = NOTHING;
  hostParent: NameId = NOTHING;

  /** Finds the PTRs of `names`. */
  readPointers({ type, data, nextOwner, ownerHead }: ScanTables): void {
    const { names, pointers } = this;
    this.count = 0;
    this.hasSeveral = false;
    for (let place = 0; place < NETWORK_SIZE; place++) {
      const name = names[place] as number;
      const record = name < 0 ? NOTHING : (ownerHead[name] ?? 0) - 1;
      pointers[place] = NOTHING;
      if (record < 0) continue;
      if (nextOwner[record] !== 0) this.hasSeveral = true;
      else if (type[record] === TYPE_PTR && (data[record] as number) >= 0) {
        pointers[place] = record;
        this.count++;
      }
    }
  }

  /** Finds out whether the names that `pointers` lead to count. */
  readEnds(tables: ScanTables): void {
    this.isCounting = !this.hasSeveral && this.count >= LEAST_COUNTED && this.#readEnds(tables);
  }

  #readEnds({ data, nodes, bytes }: ScanTables): boolean {
    const { pointers } = this;
    this.first = NOTHING;
    this.second = NOTHING;
    this.highest = NOTHING;
    let placeBefore = 0;
    let startBefore = 0;
    let endBefore = 0;
    let parent = NOTHING;
    for (let place = 0; place < NETWORK_SIZE; place++) {
      const pointer = pointers[place] as RecordId;
      if (pointer < 0) continue;
      const node = (data[pointer] as number) * NODE_SIZE;
      const start = nodes[node + START] as number;
      const end = start + ((nodes[node + META] as number) & LENGTH);
      if (this.first < 0) {
        this.first = pointer;
        this.lowest = pointer;
        parent = nodes[node + PARENT] as number;
      } else {
        if (nodes[node + PARENT] !== parent) return false;
        if (numberStep(bytes, startBefore, endBefore, start, end) !== place - placeBefore) return false;
        if (this.second < 0) this.second = pointer;
        if (pointer < this.lowest) this.lowest = pointer;
      }
      if (pointer > this.highest) this.highest = pointer;
      this.last = pointer;
      placeBefore = place;
      startBefore = start;
      endBefore = end;
    }
    return true;
  }

  /** Finds the pairs among `names` and `pointers`. */
  readPairs(tables: ScanTables, { zoneOfBlock, mayBeApex }: ScanZones): void {
    const { owner, type, data, block, nextOwner, nextData, ownerHead, dataHead, nodes } = tables;
    const { names, pointers, pairs } = this;
    pairs.fill(0);
    this.hostParent = NOTHING;
    for (let place = 0; place < NETWORK_SIZE; place++) {
      const pointer = pointers[place] as RecordId;
      if (pointer < 0) continue;
      const address = names[place] as NameId;
      const host = data[pointer] as NameId;
      const record = (dataHead[address] ?? 0) - 1;
      if (record < 0 || nextData[record] !== 0 || owner[record] !== host || type[record] !== TYPE_A) continue;
      if (host <= ROOT || nextOwner[record] !== 0 || ownerHead[host] !== record + 1) continue;
      const node = host * NODE_SIZE;
      if (((nodes[node + META] as number) & (WILDCARD | NO_HOST)) !== 0) continue;
      if (mayBeApex[address & APEX_MASK] !== 0 || mayBeApex[host & APEX_MASK] !== 0) continue;
      const pointerZone = zoneOfBlock[block[pointer] as number] as number;
      const hostZone = zoneOfBlock[block[record] as number] as number;
      const hostParent = nodes[node + PARENT] as number;
      if (this.hostParent < 0) {
        this.hostParent = hostParent;
        this.hostZone = hostZone;
        this.pointerZone = pointerZone;
      } else if (hostParent !== this.hostParent || hostZone !== this.hostZone || pointerZone !== this.pointerZone)
        continue;
      pairs[place >> 5] = (pairs[place >> 5] as number) | (1 << (place & 31));
    }
  }
}
