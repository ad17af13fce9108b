import { randomInt } from 'node:crypto';
import { getServers } from 'node:dns';
import { phrase } from '../language/phrase.ts';
import { isAnswer, readReply } from './dns-message.ts';
import { questionBytes } from './question-bytes.ts';
import { QuestionGate } from './question-gate.ts';
import { type AskingWays, type KnownServer, LetterCases, TRIES, Underway } from './question-underway.node.ts';
import { QuestionWaits } from './question-waits.ts';
import {
  DNS_PORT,
  type Question,
  type Reply,
  type Resolver,
  type ResolverLimits,
  type ServerAddress,
  silence,
  type Transfer,
  type WireRecord,
} from './resolver.ts';
import { talkOverTcp } from './tcp-messages.node.ts';
import { UdpSockets } from './udp-sockets.node.ts';

/** A zone with more records is not compared. */
const MOST_TRANSFERRED = 2_000_000;

/** Asks over UDP, and over TCP where an answer was cut. Nothing of the system is read but the addresses of servers. */
export class NodeResolver implements Resolver {
  readonly #limits: ResolverLimits;
  readonly #gate: QuestionGate;
  readonly #servers = new Map<string, KnownServer>();
  readonly #ways: AskingWays;
  #isCancelled = false;

  constructor(limits: ResolverLimits) {
    this.#limits = limits;
    const now = (): number => performance.now();
    const later = (run: () => void, milliseconds: number): void => void setTimeout(run, milliseconds);
    this.#gate = new QuestionGate(limits, now, later);
    // While somebody waits a socket is open: the timer alone is to keep no program from its end.
    const look = (run: () => void, milliseconds: number): void => void setTimeout(run, milliseconds).unref();
    const waits = new QuestionWaits<Underway>(limits.timeout / TRIES, { now, later: look });
    this.#ways = { timeout: limits.timeout, waits, talks: new Set(), cases: new LetterCases() };
  }

  ask(question: Question, server: ServerAddress, recursive: boolean): Promise<Reply> {
    if (question.name.includes('\\'))
      return Promise.resolve(silence('malformed', phrase`names with such characters are not asked for`));
    return new Promise((resolve) => {
      this.#gate.enter(() => {
        const known = this.#known(server);
        const end = (reply: Reply): void => {
          this.#note(known, reply);
          this.#gate.leave();
          resolve(reply);
        };
        const underway = new Underway({ question, recursive, known, end }, this.#ways);
        if (this.#isCancelled) underway.finish(silence('cancelled'));
        else if (isGivenUp(known, this.#limits))
          underway.finish(silence('timeout', phrase`it was silent before, and is asked no more`));
        else underway.start();
      });
    });
  }

  async transfer(zone: string, server: ServerAddress): Promise<Transfer> {
    if (this.#isCancelled) return { kind: 'refused', reason: phrase`cancelled` };
    const id = randomInt(65536);
    const bytes = questionBytes({ name: zone, type: 'AXFR' }, { id, recursive: false, plain: true });
    const records: WireRecord[] = [];
    return new Promise((resolve) => {
      const end = (transfer: Transfer): void => {
        this.#ways.talks.delete(talking);
        talk.close();
        resolve(transfer);
      };
      const talking = { stop: () => end({ kind: 'refused', reason: phrase`cancelled` }) };
      this.#ways.talks.add(talking);
      const talk = talkOverTcp(
        server,
        bytes,
        { silence: this.#limits.timeout },
        {
          take: (message) => {
            const problem = takeTransferred(message, id, zone, records);
            if (problem === undefined) return false;
            end(problem === '' ? { kind: 'records', records } : { kind: 'refused', reason: problem });
            return true;
          },
          end: (status, reason) =>
            end({ kind: 'refused', reason: status === 'timeout' ? phrase`no answer in time` : reason }),
        },
      );
    });
  }

  cancel(): void {
    this.#isCancelled = true;
    for (const underway of [...this.#ways.waits.all(), ...this.#ways.talks]) underway.stop();
  }

  close(): void {
    this.cancel();
    for (const { sockets } of this.#servers.values()) sockets.close();
    this.#servers.clear();
  }

  #known(address: ServerAddress): KnownServer {
    const key = `${address.address} ${address.port}`;
    let known = this.#servers.get(key);
    if (!known) {
      const sockets = new UdpSockets(address);
      known = { address, sockets, foldsCase: false, isPlain: false, hasAnswered: false, silentInARow: 0 };
      this.#servers.set(key, known);
    }
    return known;
  }

  #note(known: KnownServer, { status }: Reply): void {
    if (status === 'timeout') known.silentInARow++;
    else if (status !== 'unreachable' && status !== 'cancelled') {
      known.hasAnswered = true;
      known.silentInARow = 0;
    }
  }
}

/** The servers that the system asks; none where it tells of none. */
export function systemServers(): ServerAddress[] {
  return getServers().map((text) => {
    const [, bracketed, port] = /^\[(.*)\]:(\d+)$/.exec(text) ?? /^([\d.]+):(\d+)$/.exec(text) ?? [];
    return { address: bracketed ?? text, port: port === undefined ? DNS_PORT : Number(port) };
  });
}

/**
 * A dead server costs its time-out once. One that has answered is given up when no question of two whole rounds got an
 * answer: a resolver may be silent only because the servers of one zone are.
 */
function isGivenUp({ hasAnswered, silentInARow }: KnownServer, { concurrency }: ResolverLimits): boolean {
  return silentInARow >= (hasAnswered ? 2 * concurrency : 1);
}

/** Takes the records of one message of a transfer; the empty text at its end, a problem where it goes wrong. */
function takeTransferred(message: Uint8Array, id: number, zone: string, records: WireRecord[]): string | undefined {
  if (!isAnswer(message) || message[0] !== id >> 8 || message[1] !== (id & 255)) return phrase`what came was no answer`;
  const reply = readReply(message);
  if (!reply) return phrase`the records cannot be read`;
  if (reply.status !== 'answer') return reply.status === 'refused' ? 'refused' : reply.status;
  if (records.length === 0 && reply.answers[0]?.type !== 'SOA') return phrase`no zone comes`;
  for (const record of reply.answers) {
    const isEnd = records.length > 0 && record.type === 'SOA' && record.name === zone;
    if (isEnd) return '';
    records.push(record);
  }
  return records.length > MOST_TRANSFERRED ? phrase`the zone is too large to be compared` : undefined;
}
