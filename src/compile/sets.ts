import { lowerName } from '../dns/name.ts';
import {
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_KEY,
  TYPE_NS,
  TYPE_NSEC,
  TYPE_NSEC3,
  TYPE_RRSIG,
  TYPE_SIG,
  TYPE_SOA,
} from '../dns/type-codes.ts';
import { typeCode } from '../dns/types.ts';

/** A record as it is put into a set. */
export interface SetRecord {
  readonly type: number;
  /** Of signatures the type they sign, which makes a set of its own. */
  readonly covers: number;
  readonly rdata: string;
}

/** The records of one owner that stand together. */
export interface Group {
  readonly owner: string;
  records: SetRecord[];
  /** That of its last record. */
  line: number;
  /** The names that its NS records hold, in lower case. */
  readonly servers: Set<string>;
}

/** Why a set can't be put to those of its name. */
export type SetProblem =
  | 'has a CNAME and other records'
  | 'has two CNAME, DNAME or SOA records'
  | 'is a wildcard, at which no NS record may stand'
  | 'is a wildcard, at which no NSEC3 record may stand';

/** May stand beside a CNAME: KEY, SIG, NSEC, RRSIG. */
const BESIDE_CNAME: ReadonlySet<number> = new Set([TYPE_KEY, TYPE_SIG, TYPE_NSEC, TYPE_RRSIG]);

const ONE_ONLY: ReadonlySet<number> = new Set([TYPE_CNAME, TYPE_DNAME, TYPE_SOA]);

/** The sets of a zone while it is loaded: what BIND refuses when it puts the records of a name together. */
export class ServerSets {
  readonly #names = new Map<string, Map<string, Set<string>>>();

  /** Puts the records of one owner that stand together, the last type first; the problem of the last one that has any. */
  add(owner: string, records: readonly SetRecord[]): SetProblem | undefined {
    const name = lowerName(owner);
    const sets = new Map<string, SetRecord[]>();
    for (const record of records) {
      const key = `${record.type} ${record.covers}`;
      const set = sets.get(key);
      if (set) set.push(record);
      else sets.set(key, [record]);
    }
    let problem: SetProblem | undefined;
    for (const [key, set] of [...sets].reverse()) problem = this.#addSet(name, key, set) ?? problem;
    return problem;
  }

  #addSet(name: string, key: string, set: readonly SetRecord[]): SetProblem | undefined {
    const type = set[0]?.type ?? 0;
    if (name.startsWith('*.')) {
      if (type === TYPE_NS) return 'is a wildcard, at which no NS record may stand';
      if (type === TYPE_NSEC3) return 'is a wildcard, at which no NSEC3 record may stand';
    }
    const texts = new Set(set.map(({ rdata }) => (ONE_ONLY.has(type) ? lowerName(rdata) : rdata)));
    if (ONE_ONLY.has(type) && texts.size > 1) return 'has two CNAME, DNAME or SOA records';
    const sets = this.#names.get(name) ?? new Map<string, Set<string>>();
    this.#names.set(name, sets);
    const known = sets.get(key);
    const isNew = !known || [...texts].some((text) => !known.has(text));
    // What changes nothing is not judged again.
    if (!isNew) return undefined;
    if (known && ONE_ONLY.has(type)) return 'has two CNAME, DNAME or SOA records';
    if (known) for (const text of texts) known.add(text);
    else sets.set(key, texts);
    return hasCnameAndOther(sets) ? 'has a CNAME and other records' : undefined;
  }
}

function hasCnameAndOther(sets: ReadonlyMap<string, unknown>): boolean {
  if (!sets.has(`${TYPE_CNAME} 0`)) return false;
  return [...sets.keys()].some((key) => {
    const type = Number(key.split(' ', 1)[0]);
    return type !== TYPE_CNAME && !BESIDE_CNAME.has(type);
  });
}

/** The type that a signature signs; 0 for other records. */
export function coversOf(type: number, rdata: string): number {
  if (type !== TYPE_RRSIG && type !== TYPE_SIG) return 0;
  return typeCode(rdata.split(' ', 1)[0] ?? '') ?? 0;
}

/** A group without records yet. */
export function groupOf(owner: string): Group {
  return { owner, records: [], line: 0, servers: new Set() };
}
