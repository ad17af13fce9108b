import { randomBytes } from 'node:crypto';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import { echoOf, isAnswer, isTruncated, readReply, responseCode } from './dns-message.ts';
import { NAME_START, questionBytes, questionEnd } from './question-bytes.ts';
import type { QuestionWaits, Waiter } from './question-waits.ts';
import { type Question, type Reply, type ServerAddress, silence } from './resolver.ts';
import { type TcpTalk, talkOverTcp } from './tcp-messages.node.ts';
import type { UdpSeat, UdpSockets, Waiting } from './udp-sockets.node.ts';

/** A question goes out so often before its server counts as silent. */
export const TRIES = 3;

/** What is known of a server that was asked. */
export interface KnownServer {
  readonly address: ServerAddress;
  readonly sockets: UdpSockets;
  /** It answers with the question in lower case, so that the case of letters protects nothing. */
  foldsCase: boolean;
  /** It does not know EDNS. */
  isPlain: boolean;
  hasAnswered: boolean;
  silentInARow: number;
}

/** What can be broken off. */
export interface Stoppable {
  stop(): void;
}

/** A question, whom it is for, and who waits for the reply. */
export interface UnderwayOptions {
  readonly question: Question;
  readonly recursive: boolean;
  readonly known: KnownServer;
  readonly end: (reply: Reply) => void;
}

/** What all questions of a resolver have in common. */
export interface AskingWays {
  /** Milliseconds for a conversation over TCP. */
  readonly timeout: number;
  /** For the time of one try over UDP. */
  readonly waits: QuestionWaits<Underway>;
  /** Conversations over TCP that go on. */
  readonly talks: Set<Stoppable>;
  readonly cases: LetterCases;
}

/** One question to one server, from the first packet to the reply. */
export class Underway implements Waiting, Waiter<Underway> {
  due = 0;
  previous: Underway | undefined = undefined;
  next: Underway | undefined = undefined;

  readonly #options: UnderwayOptions;
  readonly #ways: AskingWays;
  #bytes: Uint8Array = new Uint8Array(0);
  #seat: UdpSeat | undefined;
  #talk: TcpTalk | undefined;
  #tries = 0;
  #unreadable = 0;
  #strangers = 0;
  #isOver = false;

  constructor(options: UnderwayOptions, ways: AskingWays) {
    this.#options = options;
    this.#ways = ways;
  }

  start(): void {
    this.#seat = this.#options.known.sockets.seat(this);
    this.#write();
    this.#tries = 1;
    this.#ways.waits.add(this);
    this.#send();
  }

  finish(reply: Reply): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ways.waits.remove(this);
    this.#seat?.socket.leave(this.#seat.id);
    if (this.#talk) {
      this.#talk.close();
      this.#ways.talks.delete(this);
    }
    this.#options.end(reply);
  }

  fail(reason: string): void {
    this.finish(silence('unreachable', reason));
  }

  stop(): void {
    this.finish(silence('cancelled'));
  }

  late(): void {
    if (this.#tries < TRIES) {
      this.#tries++;
      this.#ways.waits.add(this);
      this.#send();
    } else if (this.#unreadable > 0) this.finish(silence('malformed', phrase`its answers cannot be read`));
    else this.finish(silence('timeout', this.#strangers > 0 ? phrase`what came was no answer to the question` : ''));
  }

  take(bytes: Uint8Array): void {
    if (this.#isOver) return;
    const code = responseCode(bytes);
    const echo = echoOf(bytes, this.#bytes);
    // A server that calls the question malformed may leave it out.
    if (!isAnswer(bytes) || (echo === 'other' && code !== FORMERR)) this.#strangers++;
    else if ((code === FORMERR || code === NOTIMP) && !this.#options.known.isPlain) this.#askPlainly();
    // The case of the letters is a secret that whoever guesses does not know; TCP needs none.
    else if (echo === 'folded') this.#askOverTcp(CASE_LOST);
    else if (echo === 'same' && isTruncated(bytes)) this.#askOverTcp(CUT);
    else this.#read(bytes, echo === 'same' ? this.#options.question.name : undefined);
  }

  #write(): void {
    const { question, recursive, known } = this.#options;
    this.#bytes = questionBytes(question, { id: this.#seat?.id ?? 0, recursive, plain: known.isPlain });
    if (!known.foldsCase) this.#ways.cases.mix(this.#bytes, questionEnd(this.#bytes) - 5);
  }

  #send(): void {
    this.#seat?.socket.send(this.#bytes, this);
  }

  /** Again without EDNS. */
  #askPlainly(): void {
    this.#options.known.isPlain = true;
    this.#write();
    this.#send();
  }

  #read(bytes: Uint8Array, asked: string | undefined): void {
    const reply = readReply(bytes, asked);
    if (reply) this.finish(reply);
    else if (++this.#unreadable > 1) this.finish(silence('malformed', phrase`its answers cannot be read`));
    else this.#send();
  }

  #askOverTcp(why: string): void {
    if (this.#talk) return;
    const { known } = this.#options;
    const { timeout, waits, talks } = this.#ways;
    waits.remove(this);
    talks.add(this);
    this.#talk = talkOverTcp(
      known.address,
      this.#bytes,
      { silence: timeout, whole: timeout },
      {
        take: (bytes) => {
          if (!isAnswer(bytes) || bytes[0] !== this.#bytes[0] || bytes[1] !== this.#bytes[1]) return false;
          if (echoOf(bytes, this.#bytes) === 'other') return false;
          if (why === CASE_LOST) known.foldsCase = true;
          this.finish(
            readReply(bytes) ?? silence('malformed', phrase`${translated(why)}, and over TCP it cannot be read`),
          );
          return true;
        },
        end: (status, reason) =>
          this.finish(
            silence(status, phrase`${translated(why)}, and over TCP ${reason === '' ? phrase`nothing comes` : reason}`),
          ),
      },
    );
  }
}

const CUT = laterPhrase`the answer is truncated over UDP`;
const CASE_LOST = laterPhrase`it does not keep the case of letters`;
const FORMERR = 1;
const NOTIMP = 4;

/** Writes the letters of names in random case (draft-vixie-dnsext-dns0x20): an answer must have the same. */
export class LetterCases {
  #unused: Uint8Array = new Uint8Array(0);
  #used = 0;

  /** Changes the bytes of a question from where its name begins to `end`. The lengths of labels are no letters. */
  mix(bytes: Uint8Array, end: number): void {
    if (this.#used + end > this.#unused.length) {
      this.#unused = randomBytes(16_384);
      this.#used = 0;
    }
    for (let at = NAME_START; at < end; at++) {
      const code = bytes[at] as number;
      if (code >= 97 && code <= 122) bytes[at] = code - ((this.#unused[this.#used++] as number) & 1) * 32;
    }
  }
}
