import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { ServerAddress, WireRecord } from '../ports/resolver.ts';
import type { LookStatus } from './reply.ts';

/** What one server said to a question. */
export interface ServerWord {
  /** The server's name; empty where only its address is known. */
  readonly server: string;
  readonly address: string;
  /** The zone that it was asked for; empty for a resolver. */
  readonly zone: string;
  /** `lame`: it is listed for the zone and does not answer for it. */
  readonly status: LookStatus | 'lame';
  /** The names or addresses that it gave, those of aliases too, canonical and sorted. */
  readonly names: readonly string[];
  readonly reason: string;
}

/** What came of a question: through one resolver, or from all servers of the zone. */
export interface Looked {
  readonly status: LookStatus;
  /** The records that were asked for, at the end of all aliases. */
  readonly records: readonly WireRecord[];
  /** The names that aliases led through, the last one being that of the records. */
  readonly aliases: readonly string[];
  readonly servers: readonly ServerWord[];
  /** Half a sentence that says more than the status; empty without. */
  readonly reason: string;
  /** Servers of one zone give different answers. */
  readonly isDisputed: boolean;
  /** The zone that the last answer is of, where it told. */
  readonly zone: string | undefined;
}

/** A way to ask: the same question is asked once. */
export interface Lookup {
  look(name: string, type: string): Promise<Looked>;
  /** The servers of a zone with their addresses; empty where nobody tells. */
  serversOf(zone: string): Promise<readonly NamedServer[]>;
}

/** A server of a zone. */
export interface NamedServer extends ServerAddress {
  readonly name: string;
}

/** Aliases are followed so far. */
export const LONGEST_CHAIN = 16;

/** The end of a chain of aliases that comes back to itself, or does not end. */
export function endlessAliases(aliases: readonly string[], servers: readonly ServerWord[]): Looked {
  const shown = aliases.slice(0, 4).map(undotted);
  const reason = isCircle(aliases)
    ? phrase`the aliases lead in a circle: ${shown.join(' -> ')}`
    : phrase`more than ${LONGEST_CHAIN} aliases follow each other`;
  return { status: 'servfail', records: [], aliases, servers, reason, isDisputed: false, zone: undefined };
}

/** Whether a chain of aliases, as `endlessAliases` has it, comes back to itself or does not end: nothing stands at its end. */
export function isEndless(aliases: readonly string[]): boolean {
  return isCircle(aliases) || aliases.length > LONGEST_CHAIN;
}

function isCircle(aliases: readonly string[]): boolean {
  return new Set(aliases).size < aliases.length;
}

/** Answers that are kept: the newest so many. */
const MOST_KEPT = 4096;

/** Keeps what was asked for, so that memory stays within bounds however much is asked. */
export class KeptAnswers<T> {
  readonly #kept = new Map<string, Promise<T>>();

  of(key: string, ask: () => Promise<T>): Promise<T> {
    let answer = this.#kept.get(key);
    if (answer) return answer;
    answer = ask();
    this.#kept.set(key, answer);
    if (this.#kept.size > MOST_KEPT) {
      const [oldest = ''] = this.#kept.keys();
      this.#kept.delete(oldest);
    }
    return answer;
  }
}
