import { undotted } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { Reply, Resolver, ServerAddress } from '../ports/resolver.ts';
import {
  endlessAliases,
  KeptAnswers,
  LONGEST_CHAIN,
  type Looked,
  type Lookup,
  type NamedServer,
  type ServerWord,
} from './look.ts';
import { type LookStatus, type Meaning, meaningOf, zoneTold } from './reply.ts';

/** One answer of a resolver, aliases not followed. */
interface Heard {
  readonly meaning: Meaning;
  readonly reply: Reply;
  readonly words: readonly ServerWord[];
}

/**
 * Asks resolvers, as mail servers do: the first one, and the next where it fails or is silent. Aliases that an answer
 * leaves open are asked for.
 */
export class ResolverLookup implements Lookup {
  readonly #resolver: Resolver;
  readonly #servers: readonly ServerAddress[];
  readonly #kept = new KeptAnswers<Looked>();

  constructor(resolver: Resolver, servers: readonly ServerAddress[]) {
    this.#resolver = resolver;
    this.#servers = servers;
  }

  look(name: string, type: string): Promise<Looked> {
    // A PTR is asked for once: keeping the answers of a large network is of no use.
    if (type === 'PTR') return this.#look(name, type);
    return this.#kept.of(`${type} ${name}`, () => this.#look(name, type));
  }

  async serversOf(zone: string): Promise<readonly NamedServer[]> {
    const { records } = await this.look(zone, 'NS');
    const found = records.map(({ data: name }) =>
      Promise.all([this.look(name, 'A'), this.look(name, 'AAAA')]).then((looked) =>
        looked.flatMap((one) => one.records.map(({ data }) => ({ name, address: data, port: 53 }))),
      ),
    );
    return (await Promise.all(found)).flat();
  }

  /** The first useful reply of the resolvers, as it came. */
  async hear(name: string, type: string): Promise<Heard> {
    const words: ServerWord[] = [];
    let first: Heard | undefined;
    for (const server of this.#servers) {
      const reply = await this.#resolver.ask({ name, type }, server, true);
      const meaning = meaningOf({ name, type }, reply);
      const heard = { meaning, reply, words };
      words.push(wordOf(server, meaning));
      if (meaning.kind !== 'failed' && meaning.kind !== 'referral') return heard;
      if (!first || (first.meaning.kind === 'failed' && isSilence(first.meaning.status))) first = heard;
    }
    const reason = phrase`no server to ask is known: name one`;
    return first ?? { meaning: { kind: 'failed', status: 'unreachable', reason }, reply: SILENCE, words };
  }

  async #look(name: string, type: string): Promise<Looked> {
    const aliases: string[] = [];
    let answers: Reply['answers'] = [];
    let heard: Heard | undefined;
    for (let current = name; aliases.length <= LONGEST_CHAIN; ) {
      // The rest of a chain often stands in the same answer.
      const told = heard && meaningOf({ name: current, type }, { ...heard.reply, answers, authorities: [] });
      if (told?.kind !== 'found' && told?.kind !== 'alias') {
        heard = await this.hear(current, type);
        answers = heard.reply.answers;
      }
      const meaning = told?.kind === 'found' || told?.kind === 'alias' ? told : heard?.meaning;
      if (!heard || !meaning) break;
      if (meaning.kind !== 'alias') return looked(heard, meaning, aliases);
      if (aliases.includes(meaning.target) || meaning.target === name)
        return endlessAliases([name, ...aliases, meaning.target], heard.words);
      aliases.push(meaning.target);
      current = meaning.target;
    }
    return endlessAliases([name, ...aliases], heard?.words ?? []);
  }
}

function looked({ reply, words }: Heard, meaning: Exclude<Meaning, { kind: 'alias' }>, aliases: string[]): Looked {
  const zone = zoneTold(reply)?.name;
  const rest = { aliases, servers: words, isDisputed: false, zone };
  switch (meaning.kind) {
    case 'found': {
      const { records } = meaning;
      const servers = aliases.length === 0 ? words : wordsBehindAlias(words, namesOf(meaning));
      return { aliases, servers, isDisputed: false, zone, status: 'found', records, reason: '' };
    }
    case 'nodata':
    case 'nxdomain':
      return { ...rest, status: meaning.kind, records: [], reason: '' };
    case 'referral':
      return { ...rest, status: 'refused', records: [], reason: referralReason(meaning.zone) };
    case 'failed':
      return { ...rest, status: meaning.status, records: [], reason: meaning.reason };
  }
}

/** The word of an answer in which an alias came first tells of the alias: the names at its end are put there. */
function wordsBehindAlias(words: readonly ServerWord[], names: readonly string[]): readonly ServerWord[] {
  return words.map((word, i) => (i === words.length - 1 ? { ...word, status: 'found', names } : word));
}

function wordOf({ address }: ServerAddress, meaning: Meaning): ServerWord {
  const names = namesOf(meaning);
  const word = (status: ServerWord['status'], reason: string): ServerWord => ({
    server: '',
    address,
    zone: '',
    status,
    names,
    reason,
  });
  if (meaning.kind === 'failed') return word(meaning.status, meaning.reason);
  if (meaning.kind === 'referral') return word('refused', referralReason(meaning.zone));
  return word(meaning.kind === 'alias' ? 'found' : meaning.kind, '');
}

/** What a reply gives, sorted. */
export function namesOf(meaning: Meaning): string[] {
  if (meaning.kind === 'found') {
    const names = meaning.records.map(({ data }) => data);
    return names.length > 1 ? names.sort() : names;
  }
  return meaning.kind === 'alias' ? [meaning.target] : [];
}

function referralReason(zone: string): string {
  return phrase`it asks no others, and refers to the servers of ${undotted(zone)}`;
}

function isSilence(status: LookStatus): boolean {
  return status === 'timeout' || status === 'unreachable';
}

const SILENCE: Reply = {
  status: 'unreachable',
  authoritative: false,
  recursive: false,
  answers: [],
  authorities: [],
  additionals: [],
  reason: '',
};
