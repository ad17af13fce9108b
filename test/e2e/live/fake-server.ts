import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:net';
import { type Answer, decode, encode, type Packet } from 'dns-packet';
import type { ServerAddress } from '../../../src/ports/resolver.ts';

/** A question as a fake server gets it. */
export interface FakeQuestion {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly recursive: boolean;
  readonly hasEdns: boolean;
  readonly overTcp: boolean;
}

/** What a fake server sends back: nothing, bytes as they are, or a message with what differs from a plain answer. */
export type FakeAnswer =
  | undefined
  | Uint8Array
  | (Partial<Packet> & {
      readonly rcode?: number;
      readonly aa?: boolean;
      readonly tc?: boolean;
      readonly ra?: boolean;
      readonly delay?: number;
    });

export interface FakeServer extends ServerAddress {
  /** The questions that came, in their order. */
  readonly asked: readonly FakeQuestion[];
  close(): Promise<void>;
}

/** A server on a loopback address that answers as the test says, over UDP and TCP. */
export async function fakeServer(
  answer: (question: FakeQuestion) => FakeAnswer,
  address = '127.0.0.1',
): Promise<FakeServer> {
  const asked: FakeQuestion[] = [];
  const reply = (bytes: Uint8Array, overTcp: boolean): { bytes: Uint8Array; delay: number } | undefined => {
    const packet = decode(bytes as Buffer);
    const [first] = packet.questions ?? [];
    const question: FakeQuestion = {
      id: packet.id ?? 0,
      name: first?.name.toLowerCase() ?? '',
      type: first?.type ?? '',
      recursive: ((packet.flags ?? 0) & 0x100) !== 0,
      hasEdns: (packet.additionals ?? []).some(({ type }) => type === 'OPT'),
      overTcp,
    };
    asked.push(question);
    const given = answer(question);
    if (given === undefined) return undefined;
    if (given instanceof Uint8Array) return { bytes: given, delay: 0 };
    const { rcode = 0, aa = true, tc = false, ra = false, delay = 0, ...rest } = given;
    const flags = (aa ? 0x400 : 0) | (tc ? 0x200 : 0) | (ra ? 0x80 : 0) | rcode;
    return {
      bytes: encode({ type: 'response', id: question.id, questions: packet.questions ?? [], ...rest, flags }),
      delay,
    };
  };
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (chunk) => {
      const made = reply(chunk.subarray(2), true);
      if (!made) return;
      const length = Buffer.from([made.bytes.length >> 8, made.bytes.length & 255]);
      socket.write(Buffer.concat([length, made.bytes]));
    });
  });
  const { udp, port } = await samePort(tcp, address);
  udp.on('message', (bytes, from) => {
    const made = reply(bytes, false);
    if (made) setTimeout(() => udp.send(made.bytes, from.port, from.address, () => undefined), made.delay);
  });
  return {
    address,
    port,
    asked,
    close: async () => {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}

/** Records in a short form: `pointer('1.2.0.192.in-addr.arpa', 'mail.example.com')`. */
export function record(name: string, type: 'PTR' | 'A' | 'AAAA' | 'CNAME' | 'NS' | 'DNAME', data: string): Answer {
  return { name, type, ttl: 3600, class: 'IN', data } as Answer;
}

/** Listens at one port over both: the one that UDP gets may be taken over TCP. A test that fails leaves nothing running. */
async function samePort(tcp: Server, address: string): Promise<{ readonly udp: Socket; readonly port: number }> {
  for (;;) {
    const udp = createSocket('udp4');
    await new Promise<void>((resolve) => udp.bind(0, address, resolve));
    const { port } = udp.address();
    const isTaken = await new Promise<boolean>((resolve, reject) => {
      tcp.once('error', (error) => ('code' in error && error.code === 'EADDRINUSE' ? resolve(true) : reject(error)));
      tcp.listen(port, address, () => resolve(false));
    });
    tcp.removeAllListeners('error');
    if (!isTaken) {
      udp.unref();
      tcp.unref();
      return { udp, port };
    }
    udp.close();
  }
}
