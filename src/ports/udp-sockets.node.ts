import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { phrase } from '../language/phrase.ts';
import type { ServerAddress } from './resolver.ts';

/** One who waits for answers with an id. */
export interface Waiting {
  /** A message with the id has come. */
  take(bytes: Uint8Array): void;
  /** Nothing can come: the system says why. */
  fail(reason: string): void;
}

/** A place to send one question from, and to wait at. */
export interface UdpSeat {
  readonly id: number;
  readonly socket: ConnectedSocket;
}

/** Sockets side by side: their ports are as hard to guess as their number is high. */
const SOCKETS = 4;
/** Questions from one port, until another one is taken. */
const QUESTIONS_EACH = 256;

/**
 * The sockets to one server. Each is connected, so that only this server's packets get in and the system tells of a port
 * where nobody listens; each has a port that the system chose at random, and is given up after some hundred questions.
 */
export class UdpSockets {
  readonly #server: ServerAddress;
  readonly #sockets: (ConnectedSocket | undefined)[] = new Array(SOCKETS).fill(undefined);
  readonly #all = new Set<ConnectedSocket>();
  #next = 0;

  constructor(server: ServerAddress) {
    this.#server = server;
  }

  /** A seat at one of the sockets, with a random id that nobody else has there. */
  seat(waiting: Waiting): UdpSeat {
    this.#next = (this.#next + 1) % SOCKETS;
    let socket = this.#sockets[this.#next];
    if (!socket?.isOpen) {
      socket?.retire();
      socket = new ConnectedSocket(this.#server, (closed) => this.#all.delete(closed));
      this.#sockets[this.#next] = socket;
      this.#all.add(socket);
    }
    return socket.seat(waiting);
  }

  close(): void {
    for (const socket of this.#all) socket.close();
    this.#all.clear();
  }
}

/**
 * One port. Who waits stands at the place of its id. Ids are not used twice, and no table grows old that holds who has left.
 *
 * Invariant: `#waiting` has `#waitingCount` entries for seats that were not left; a retired socket closes when it is empty.
 */
export class ConnectedSocket {
  readonly #socket: Socket;
  readonly #ids = new Uint16Array(QUESTIONS_EACH);
  readonly #waiting: (Waiting | undefined)[] = [];
  readonly #onClose: (socket: ConnectedSocket) => void;
  readonly #onSent = (error: Error | null): void => {
    if (error) this.#fail(error);
  };
  #unsent: Uint8Array[] | undefined = [];
  #waitingCount = 0;
  #isClosed = false;
  #isRetired = false;

  constructor({ address, port }: ServerAddress, onClose: (socket: ConnectedSocket) => void) {
    this.#onClose = onClose;
    this.#socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    this.#socket.on('message', (bytes) => {
      if (bytes.length >= 2) this.#waiting[this.#placeOf(bytes.readUInt16BE(0))]?.take(bytes);
    });
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.connect(port, address, (error?: Error) => {
      if (this.#isClosed) return;
      if (error) return this.#fail(error);
      const unsent = this.#unsent ?? [];
      this.#unsent = undefined;
      for (const bytes of unsent) this.#socket.send(bytes, this.#onSent);
    });
  }

  get isOpen(): boolean {
    return !this.#isClosed && !this.#isRetired && this.#waiting.length < QUESTIONS_EACH;
  }

  /** A seat for somebody, with a random id that nobody else has or had here. */
  seat(waiting: Waiting): UdpSeat {
    let id = randomInt(65536);
    while (this.#placeOf(id) >= 0) id = randomInt(65536);
    this.#ids[this.#waiting.length] = id;
    this.#waiting.push(waiting);
    this.#waitingCount++;
    return { id, socket: this };
  }

  /** Sends the question of somebody who has a seat. */
  send(bytes: Uint8Array, waiting: Waiting): void {
    if (this.#isClosed) waiting.fail(phrase`the socket was closed`);
    else if (this.#unsent) this.#unsent.push(bytes);
    else this.#socket.send(bytes, this.#onSent);
  }

  leave(id: number): void {
    const place = this.#placeOf(id);
    if (!this.#waiting[place]) return;
    this.#waiting[place] = undefined;
    this.#waitingCount--;
    this.#closeIfDone();
  }

  #placeOf(id: number): number {
    for (let place = this.#waiting.length - 1; place >= 0; place--) if (this.#ids[place] === id) return place;
    return -1;
  }

  /** No more questions; closes when those under way have ended. */
  retire(): void {
    this.#isRetired = true;
    this.#closeIfDone();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#socket.close();
    this.#onClose(this);
  }

  /** The system's word on one packet is that on all: they went to the same port of the same host. */
  #fail(error: Error): void {
    const waiting = [...this.#waiting];
    this.close();
    for (const one of waiting) one?.fail(reasonOf(error));
  }

  #closeIfDone(): void {
    if (this.#isRetired && this.#waitingCount === 0) this.close();
  }
}

/** Why nothing reaches a server, as half a sentence. */
export function reasonOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ECONNREFUSED':
      return phrase`nothing listens there`;
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
      return phrase`no way leads there`;
    case 'ECONNRESET':
    case 'EPIPE':
      return phrase`the server hung up`;
    case 'EPERM':
    case 'EACCES':
      return phrase`this machine does not let the question out`;
    default:
      return code === '' ? error.message : phrase`the system says ${code}`;
  }
}
