import { isSubdomain, parentName } from '../dns/name.ts';
import { undotted } from '../dns/shown-name.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { DNS_PORT, type Question, type Reply, type Resolver, type ServerAddress, silence } from '../ports/resolver.ts';
import { specialUse } from './address-space.ts';
import {
  endlessAliases,
  KeptAnswers,
  LONGEST_CHAIN,
  type Looked,
  type Lookup,
  type NamedServer,
  type ServerWord,
} from './look.ts';
import { type Meaning, meaningOf, zoneTold } from './reply.ts';
import { namesOf, ResolverLookup } from './resolver-lookup.ts';
import { rootServers } from './root-hints.ts';

/** A zone and the servers that its delegation or its own NS records name. */
interface ZoneServers {
  readonly zone: string;
  readonly servers: readonly NamedServer[];
}

/** What one server of a zone said. */
interface Said {
  readonly server: NamedServer;
  readonly reply: Reply;
  readonly meaning: Meaning;
}

/** Delegations are followed so far, and the addresses of servers looked up so deep. */
const DEEPEST = 24;
const DEEPEST_SERVERS = 4;
/** Servers of one zone that are asked; the root has 26 addresses. */
const MOST_SERVERS = 16;

/** How the servers of a zone itself are found and asked. */
export interface AuthoritativeOptions {
  readonly resolver: Resolver;
  /** The resolvers that find the servers; without any, the way leads down from the root. */
  readonly through: readonly ServerAddress[];
}

/**
 * Asks the servers of the zones themselves, without recursion: every server of the zone that a name lies in, each by itself,
 * so that those that differ, those that are silent and those that do not know the zone (lame delegation) come to light.
 *
 * Invariant: `#zones` has for each zone that was met the servers that were told of.
 */
export class AuthoritativeLookup implements Lookup {
  readonly #resolver: Resolver;
  readonly #through: ResolverLookup | undefined;
  readonly #first: ServerAddress | undefined;
  readonly #zones = new Map<string, ZoneServers>();
  readonly #kept = new KeptAnswers<Looked>();
  readonly #starts = new KeptAnswers<ZoneServers | Looked>();

  constructor({ resolver, through }: AuthoritativeOptions) {
    this.#resolver = resolver;
    this.#through = through.length > 0 ? new ResolverLookup(resolver, through) : undefined;
    this.#first = through[0];
    if (!this.#through) this.#zones.set('.', { zone: '.', servers: rootServers });
  }

  look(name: string, type: string): Promise<Looked> {
    if (type === 'PTR') return this.#look(name, type, 0);
    return this.#kept.of(`${type} ${name}`, () => this.#look(name, type, 0));
  }

  async serversOf(zone: string): Promise<readonly NamedServer[]> {
    await this.look(zone, 'SOA');
    return this.#zones.get(zone)?.servers ?? [];
  }

  async #look(name: string, type: string, depth: number): Promise<Looked> {
    const aliases: string[] = [];
    const words: ServerWord[] = [];
    let isDisputed = false;
    for (let current = name; aliases.length <= LONGEST_CHAIN; ) {
      const asked = await this.#askZone({ name: current, type }, depth);
      if ('status' in asked) return { ...asked, aliases, servers: [...words, ...asked.servers], isDisputed };
      const { zone, said } = asked;
      words.push(...said.map((one) => wordOf(zone, one)));
      const spoken = said.filter(isOfZone);
      isDisputed ||= differ(spoken);
      const best = spoken[0]?.meaning ?? worst(said);
      if (best.kind !== 'alias') return ended(best, { aliases, servers: words, isDisputed, zone });
      if (aliases.includes(best.target) || best.target === name)
        return endlessAliases([name, ...aliases, best.target], words);
      aliases.push(best.target);
      current = best.target;
    }
    return endlessAliases([name, ...aliases], words);
  }

  /** Asks all servers of the deepest zone that a name lies in; on the way down one server of each zone will do. */
  async #askZone(question: Question, depth: number): Promise<{ zone: string; said: readonly Said[] } | Looked> {
    let at: ZoneServers | Looked = this.#deepest(question.name) ?? (await this.#start(question.name));
    for (let steps = 0; steps < DEEPEST; steps++) {
      if ('status' in at) return at;
      const { zone, servers }: ZoneServers = at;
      const said = await this.#askServers(question, zone, servers);
      const next = await this.#below(zone, question, said, depth);
      if (!next) return zone === '.' && !said.some(isOfZone) ? rootSilent(said) : { zone, said };
      this.#zones.set(next.zone, next);
      at = next;
    }
    return failed('servfail', phrase`the delegations do not end`);
  }

  /** One server after the other until one refers below; all of them where none does. */
  async #askServers(question: Question, zone: string, servers: readonly NamedServer[]): Promise<readonly Said[]> {
    const [first, ...others] = servers;
    if (!first) return [];
    const said = await this.#askServer(question, zone, first);
    if (said.meaning.kind === 'referral') return [said];
    return [said, ...(await Promise.all(others.map((server) => this.#askServer(question, zone, server))))];
  }

  async #askServer(question: Question, zone: string, server: NamedServer): Promise<Said> {
    const reply =
      specialUse(server.address) === 'documentation'
        ? silence('unreachable', phrase`nobody listens at a documentation address`)
        : await this.#resolver.ask(question, server, false);
    const meaning = meaningOf(question, reply);
    if (meaning.kind === 'failed') return { server, reply, meaning };
    const isDown = meaning.kind === 'referral' && meaning.zone !== zone && isSubdomain(meaning.zone, zone);
    if (isDown || (reply.authoritative && meaning.kind !== 'referral')) return { server, reply, meaning };
    const reason = meaning.kind === 'referral' ? phrase`it refers elsewhere` : phrase`it does not speak for the zone`;
    return { server, reply, meaning: { kind: 'failed', status: 'refused', reason: `${translated(LAME)}: ${reason}` } };
  }

  /** The zone that servers refer to; undefined where none does. */
  async #below(
    zone: string,
    question: Question,
    said: readonly Said[],
    depth: number,
  ): Promise<ZoneServers | undefined> {
    const referring = said.filter(({ meaning }) => meaning.kind === 'referral');
    const [first] = referring;
    if (first?.meaning.kind !== 'referral') return undefined;
    const child = first.meaning.zone;
    if (child === zone || !isSubdomain(question.name, child)) return undefined;
    const glue = referring.flatMap(({ reply }) => reply.additionals);
    const names = new Set(
      referring.flatMap(({ meaning }) =>
        meaning.kind === 'referral' && meaning.zone === child ? meaning.servers : [],
      ),
    );
    const servers = await Promise.all(
      [...names].map(async (name) => {
        const given = glue.filter(
          (record) => record.name === name && isSubdomain(name, zone) && isAddress(record.type),
        );
        if (given.length > 0) return given.map(({ data }) => this.#server(name, data));
        return this.#addresses(name, depth);
      }),
    );
    return { zone: child, servers: unique(servers.flat()) };
  }

  async #addresses(name: string, depth: number): Promise<NamedServer[]> {
    if (depth >= DEEPEST_SERVERS) return [];
    const ask = (type: string) => this.#through?.look(name, type) ?? this.#look(name, type, depth + 1);
    const looked = await Promise.all([ask('A'), ask('AAAA')]);
    return looked.flatMap(({ records }) => records.map(({ data }) => this.#server(name, data)));
  }

  /** A server at a loopback address stands in a test bed, where all listen at the port of the one that was named. */
  #server(name: string, address: string): NamedServer {
    const isTestBed = specialUse(address) === 'loopback' && this.#first;
    return { name, address, port: isTestBed ? isTestBed.port : DNS_PORT };
  }

  #deepest(name: string): ZoneServers | undefined {
    for (let node: string | undefined = name; node !== undefined; node = parentName(node)) {
      const known = this.#zones.get(node);
      if (known) return known;
    }
    return undefined;
  }

  /** The zone that a name lies in, as the resolver tells it, with its servers. Neighbours lie in one, unless one of them is a zone itself. */
  async #start(name: string): Promise<ZoneServers | Looked> {
    const start = await this.#starts.of(parentName(name) ?? '.', () => this.#findStart(name));
    return 'status' in start || isSubdomain(name, start.zone) ? start : this.#findStart(name);
  }

  async #findStart(name: string): Promise<ZoneServers | Looked> {
    let failure: Looked = failed('unreachable', phrase`no server to ask is known: name one`);
    if (!this.#through) return failure;
    for (let node: string | undefined = name; node !== undefined; node = parentName(node)) {
      const { meaning, reply } = await this.#through.hear(node, 'SOA');
      if (meaning.kind === 'referral') {
        const below = await this.#below('.', { name: node, type: 'SOA' }, [{ server: NOBODY, reply, meaning }], 0);
        if (below && below.servers.length > 0) return this.#keep(below);
      }
      const zone = zoneTold(reply)?.name;
      if (zone !== undefined && isSubdomain(name, zone)) {
        const servers = await this.#told(zone, reply);
        if (servers.length > 0) return this.#keep({ zone, servers });
        failure = failed('unreachable', phrase`no address is known of the servers of ${undotted(zone)}`);
      } else if (meaning.kind === 'failed') failure = failed(meaning.status, meaning.reason);
      if (meaning.kind === 'failed' && (meaning.status === 'timeout' || meaning.status === 'unreachable')) break;
    }
    return failure;
  }

  /** The servers of a zone as the resolver tells them; itself, where it speaks for the zone and no other can be asked. */
  async #told(zone: string, reply: Reply): Promise<NamedServer[]> {
    const { records } = (await this.#through?.look(zone, 'NS')) ?? { records: [] };
    const found = (await Promise.all(records.map(({ data }) => this.#addresses(data, 0)))).flat();
    const isAnyAsked = found.some(({ address }) => specialUse(address) !== 'documentation');
    if (isAnyAsked || !reply.authoritative || !this.#first) return unique(found);
    return [{ name: records[0]?.data ?? '', ...this.#first }];
  }

  #keep(found: ZoneServers): ZoneServers {
    this.#zones.set(found.zone, found);
    return found;
  }
}

const LAME = laterPhrase`lame delegation`;
const NOBODY: NamedServer = { name: '', address: '', port: 0 };

function isAddress(type: string): boolean {
  return type === 'A' || type === 'AAAA';
}

/** Each address once, in the order of the servers' names: records come in any order. */
function unique(servers: readonly NamedServer[]): NamedServer[] {
  const found = new Map(servers.map((server) => [`${server.address} ${server.port}`, server]));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_SERVERS);
}

function isOfZone({ meaning }: Said): boolean {
  return meaning.kind !== 'failed' && meaning.kind !== 'referral';
}

/** Whether servers that speak for a zone say different things; that one says NXDOMAIN where another has no data is none. */
function differ(said: readonly Said[]): boolean {
  return new Set(said.map(({ meaning }) => namesOf(meaning).join(' '))).size > 1;
}

/** What is told where no server speaks for the zone: what a server said comes before silence. */
function worst(said: readonly Said[]): Meaning {
  const failures = said.map(({ meaning }) => meaning);
  const spoken = failures.find(
    (one) => one.kind === 'failed' && one.status !== 'timeout' && one.status !== 'unreachable',
  );
  const none: Meaning = { kind: 'failed', status: 'unreachable', reason: phrase`no address of a server is known` };
  return spoken ?? failures[0] ?? none;
}

/** Where no root server answers, what is between here and them says so: they are not listed for any zone asked about. */
function rootSilent(said: readonly Said[]): Looked {
  const meaning = worst(said);
  const reason = meaning.kind === 'failed' ? meaning.reason : phrase`it refers elsewhere`;
  return failed('unreachable', phrase`the DNS cannot be reached from here: no root server answers (${reason})`);
}

function wordOf(zone: string, { server, meaning }: Said): ServerWord {
  const word = { server: server.name, address: server.address, zone, names: namesOf(meaning), reason: '' };
  if (meaning.kind === 'failed') {
    const { status, reason } = meaning;
    // A server that is listed and refuses or fails does not answer for the zone, whatever its words for it.
    return { ...word, status: reason.startsWith(translated(LAME)) ? 'lame' : status, reason };
  }
  if (meaning.kind === 'referral') return { ...word, status: 'lame', reason: phrase`it refers elsewhere` };
  return { ...word, status: meaning.kind === 'alias' ? 'found' : meaning.kind };
}

function ended(
  meaning: Meaning,
  rest: Pick<Looked, 'aliases' | 'servers' | 'isDisputed'> & { readonly zone: string },
): Looked {
  switch (meaning.kind) {
    case 'found':
      return { ...rest, status: 'found', records: meaning.records, reason: '' };
    case 'nodata':
    case 'nxdomain':
      return { ...rest, status: meaning.kind, records: [], reason: '' };
    case 'failed':
      return { ...rest, status: meaning.status, records: [], reason: meaning.reason };
    default:
      return { ...rest, status: 'servfail', records: [], reason: phrase`the servers refer to each other` };
  }
}

function failed(status: Looked['status'], reason: string): Looked {
  return { status, records: [], aliases: [], servers: [], reason, isDisputed: false, zone: undefined };
}
