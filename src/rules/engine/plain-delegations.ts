import { isForeignName } from '../../dns/foreign-name.ts';
import { type NameId, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_DS, TYPE_NS, TYPE_NSEC, TYPE_NSEC3, TYPE_RRSIG } from '../../dns/type-codes.ts';
import { holdsTwice } from '../../edits/meant/repeated-origin.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { bitsOfTypes, typeBit } from '../../zone/draft.ts';
import { endsInNumber } from '../facts/pointer-words.ts';
import type { RuleContext } from '../rule.ts';

/** The types of the records of a plain delegation. */
const BITS = bitsOfTypes([TYPE_NS, TYPE_DS, TYPE_RRSIG, TYPE_NSEC, TYPE_NSEC3]);
const SERVER = typeBit(TYPE_NS);
/** More addresses than these its servers do not have in all. */
const MOST_ADDRESSES = 16;
const LETTER_A = 97;

/**
 * Tells plain delegations by the tables alone: of their other types than NS they have one record each. All records are of one
 * zone, whose configuration sets no bound to them, and have one TTL. A server is a host that begins with a letter and does not
 * have the zone's name twice; the zone has its addresses, an IPv4 address among them, and nothing else of it. No two servers
 * share an address. No zone is held at the name, and there is no DNAME anywhere.
 */
export class PlainDelegations {
  readonly #addresses = new Int32Array(MOST_ADDRESSES);
  #count = 0;

  /** Whether a plain host is a plain delegation, whose records have types of these bits (see `typeBit`). */
  isPlain(context: RuleContext, name: NameId, first: RecordId, bits: number): boolean {
    if ((bits & SERVER) === 0 || (bits & ~BITS) !== 0) return false;
    const { store, held } = context;
    const { records, names } = store;
    const zone = store.blockOf(first)?.instance.zone;
    if (!zone || zone.apex === ROOT || held.view.dnameCount > 0 || held.view.zones.has(name)) return false;
    if (zone.traits.maxRecordsPerType || zone.traits.maxTypesPerName || endsInNumber(names, name)) return false;
    const ttl = records.ttl[first];
    let others = 0;
    this.#count = 0;
    for (let id = first; id >= 0; id = records.nextAt(id)) {
      if (records.ttl[id] !== ttl || store.blockOf(id)?.instance.zone !== zone) return false;
      const bit = typeBit(records.type[id] as number);
      if (bit === SERVER ? !this.#takeServer(context, records.data[id] as number, zone) : (others & bit) !== 0)
        return false;
      others |= bit;
    }
    return true;
  }

  /** Takes the addresses of a server; false where it is none of a plain delegation. */
  #takeServer({ store, held }: RuleContext, server: NameId, zone: Zone): boolean {
    const { records, names } = store;
    if (!names.isHostName(server) || names.firstByte(server) < LETTER_A) return false;
    if (isForeignName(names, server) || holdsTwice(names, server, zone.apex)) return false;
    const before = this.#count;
    let hasIp4 = false;
    for (let id = held.view.index.firstAt(server); id >= 0; id = records.nextAt(id)) {
      const type = records.type[id] as number;
      if ((type !== TYPE_A && type !== TYPE_AAAA) || store.blockOf(id)?.instance.zone !== zone) return false;
      if (this.#count === MOST_ADDRESSES || this.#hasTaken(records.data[id] as number, before)) return false;
      this.#addresses[this.#count++] = records.data[id] as number;
      hasIp4 ||= type === TYPE_A;
    }
    return hasIp4;
  }

  /** Whether one of the first addresses that were taken is this one. */
  #hasTaken(address: NameId, count: number): boolean {
    for (let i = 0; i < count; i++) if (this.#addresses[i] === address) return true;
    return false;
  }
}
