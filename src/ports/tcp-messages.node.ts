import { connect, type Socket } from 'node:net';
import { phrase } from '../language/phrase.ts';
import type { ServerAddress } from './resolver.ts';
import { reasonOf } from './udp-sockets.node.ts';

/** What comes of a conversation over TCP. */
export interface TcpListener {
  /** A message has come; true where it was the last that is waited for. */
  readonly take: (bytes: Uint8Array) => boolean;
  /** The conversation is over before its last message. */
  readonly end: (status: 'timeout' | 'unreachable', reason: string) => void;
}

/** A conversation that can be broken off. */
export interface TcpTalk {
  readonly close: () => void;
}

/** Messages longer than this in sum are no honest zone's. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Milliseconds that a conversation may take. */
export interface TcpPatience {
  /** The longest that the server may be silent. */
  readonly silence: number;
  /** From its first byte to the end of its last message; without it a zone of any length may come. */
  readonly whole?: number;
}

/** Sends one message over TCP (RFC 7766) and hands over each that comes back. */
export function talkOverTcp(
  server: ServerAddress,
  question: Uint8Array,
  { silence, whole }: TcpPatience,
  listener: TcpListener,
): TcpTalk {
  let rest: Uint8Array = new Uint8Array(0);
  let total = 0;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const finish = (): void => {
    isOver = true;
    clearTimeout(timer);
    socket.destroy();
  };
  const fail = (status: 'timeout' | 'unreachable', reason: string): void => {
    if (isOver) return;
    finish();
    listener.end(status, reason);
  };
  const socket: Socket = connect({ host: server.address, port: server.port, noDelay: true });
  socket.setTimeout(silence, () => fail('timeout', ''));
  socket.on('error', (error) => fail('unreachable', reasonOf(error)));
  socket.on('close', () => fail('unreachable', phrase`the server hung up`));
  socket.on('connect', () => {
    const framed = new Uint8Array(question.length + 2);
    framed[0] = question.length >> 8;
    framed[1] = question.length & 255;
    framed.set(question, 2);
    socket.write(framed);
  });
  socket.on('data', (chunk) => {
    if (whole !== undefined) timer ??= setTimeout(() => fail('timeout', phrase`the answer does not end`), whole);
    total += chunk.length;
    if (total > MOST_BYTES) return fail('unreachable', phrase`the answer does not end`);
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    while (!isOver && at + 2 <= bytes.length) {
      const end = at + 2 + ((bytes[at] as number) << 8) + (bytes[at + 1] as number);
      if (end > bytes.length) break;
      if (listener.take(bytes.subarray(at + 2, end))) finish();
      at = end;
    }
    rest = bytes.subarray(at);
  });
  return { close: finish };
}
