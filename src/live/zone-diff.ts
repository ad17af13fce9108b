import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { Resolver, WireRecord } from '../ports/resolver.ts';
import { isOpen } from './judge.ts';
import type { Lookup, NamedServer } from './look.ts';

/** The records of one name and type: canonical name, mnemonic, and the data in the form of `WireRecord.data`. */
export interface HeldSet {
  readonly name: string;
  readonly type: string;
  readonly data: readonly string[];
  /** It lies at a delegation or below: the servers of the zone below answer for it. */
  readonly isDelegated?: boolean;
}

/** What is published otherwise than it is held. */
export interface RecordDifference {
  /** Without its final dot. */
  readonly name: string;
  readonly type: string;
  readonly held: readonly string[];
  readonly published: readonly string[];
}

/** The differences of a zone, and how they were found. */
export interface ZoneDifference {
  /** By a transfer of the whole zone, or by a question for each name and type that is held. */
  readonly how: 'transfer' | 'questions';
  readonly differences: readonly RecordDifference[];
  /** Sets that nobody answered for. */
  readonly unknown: number;
  /** What is to be known of the comparison; empty where it is whole. */
  readonly note: string;
  /** Types of held records that were not compared. */
  readonly notCompared: readonly string[];
}

/** The types whose data is compared. */
export const COMPARED_TYPES: readonly string[] = ['A', 'AAAA', 'PTR', 'CNAME', 'DNAME', 'NS', 'MX', 'SRV', 'TXT'];
/** Sets that are asked for one by one, where the zone is not handed out. */
const MOST_ASKED = 20_000;

/** What a difference is found with. */
export interface DiffOptions {
  readonly resolver: Resolver;
  readonly lookup: Lookup;
  /** The zone's servers, the first of which may hand it out. */
  readonly servers: readonly NamedServer[];
  /** Whether a transfer is to be tried. */
  readonly mayTransfer: boolean;
  /** Types of held records that are in none of the sets. */
  readonly notCompared: readonly string[];
}

/** Compares a zone as it is held with what is published: by a transfer where a server allows it, else name by name. */
export async function zoneDifference(
  zone: string,
  held: readonly HeldSet[],
  options: DiffOptions,
): Promise<ZoneDifference> {
  const [server] = options.mayTransfer ? options.servers : [];
  if (server) {
    const transfer = await options.resolver.transfer(zone, server);
    if (transfer.kind === 'records') {
      const published = setsOf(transfer.records);
      const differences = compared(held, published, zone);
      return { how: 'transfer', differences, unknown: 0, note: '', notCompared: options.notCompared };
    }
  }
  return { ...(await byQuestions(zone, held, options.lookup)), notCompared: options.notCompared };
}

/** The differing sets of two lists, in the order of names. What is published below a held zone's end is no part of it. */
export function compared(held: readonly HeldSet[], published: readonly HeldSet[], zone: string): RecordDifference[] {
  const sides = new Map<string, { held: readonly string[]; published: readonly string[]; set: HeldSet }>();
  for (const set of held) sides.set(keyOf(set), { held: set.data, published: [], set });
  for (const set of published) {
    const known = sides.get(keyOf(set));
    sides.set(keyOf(set), { held: known?.held ?? [], published: set.data, set });
  }
  return [...sides.values()]
    .filter((side) => !isSame(side.held, side.published))
    .map(({ set, held, published }) => ({ name: undotted(set.name), type: set.type, held, published }))
    .sort((a, b) => orderOf(a, zone).localeCompare(orderOf(b, zone)));
}

/** Records as sets of the types that are compared. */
export function setsOf(records: readonly WireRecord[]): HeldSet[] {
  const sets = new Map<string, { name: string; type: string; data: string[] }>();
  for (const { name, type, data } of records) {
    if (!COMPARED_TYPES.includes(type)) continue;
    const key = keyOf({ name, type, data: [] });
    const set = sets.get(key) ?? { name, type, data: [] };
    set.data.push(data);
    sets.set(key, set);
  }
  return [...sets.values()];
}

type Answered = Omit<ZoneDifference, 'notCompared'>;

async function byQuestions(zone: string, held: readonly HeldSet[], lookup: Lookup): Promise<Answered> {
  const answered = held.filter(({ isDelegated }) => isDelegated !== true);
  const asked = answered.slice(0, MOST_ASKED);
  let unknown = 0;
  const published = await Promise.all(
    asked.map(async ({ name, type, data }): Promise<HeldSet> => {
      const looked = await lookup.look(name, type);
      if (isOpen(looked.status)) {
        unknown++;
        return { name, type, data };
      }
      // What an alias leads to is not at the name.
      const own = looked.records.filter((record) => record.name === name);
      return { name, type, data: own.map((record) => record.data) };
    }),
  );
  const left = answered.length - asked.length;
  const parts = [phrase`only names that are held were asked for: what is published besides is not seen`];
  if (left > 0) parts.push(phrase`${left} sets of records were not asked for`);
  if (unknown > 0) parts.push(phrase`${unknown} were not answered`);
  return { how: 'questions', differences: compared(asked, published, zone), unknown, note: parts.join('; ') };
}

function keyOf({ name, type }: HeldSet): string {
  return `${type} ${name}`;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const one = [...new Set(a)].sort();
  const other = [...new Set(b)].sort();
  return one.length === other.length && one.every((data, i) => data === other[i]);
}

/** The zone's own name first, then the others by their labels from the right. */
function orderOf({ name, type }: RecordDifference, zone: string): string {
  if (name === undotted(zone)) return ` ${type}`;
  return `${name.split('.').reverse().join('.')} ${type}`;
}
