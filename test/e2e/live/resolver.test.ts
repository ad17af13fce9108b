import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { NodeResolver } from '../../../src/ports/resolver.node.ts';
import { defaultLimits, type Reply, type ResolverLimits, type ServerAddress } from '../../../src/ports/resolver.ts';
import { talkOverTcp } from '../../../src/ports/tcp-messages.node.ts';
import { type FakeAnswer, type FakeQuestion, fakeServer, record } from './fake-server.ts';

const NAME = '10.2.0.192.in-addr.arpa.';
const POINTER = record('10.2.0.192.in-addr.arpa', 'PTR', 'mail.example.com');

/** For servers that do not answer; those that do have their time on a busy machine too. */
const SHORT = { timeout: 300 };

/** Asks a server that answers as told, a few times where wanted. */
async function asked(
  answer: (question: FakeQuestion) => FakeAnswer,
  { times = 1, limits = {} }: { times?: number; limits?: Partial<ResolverLimits> } = {},
): Promise<{ replies: Reply[]; questions: readonly FakeQuestion[]; milliseconds: number }> {
  const server = await fakeServer(answer);
  const resolver = new NodeResolver({ ...defaultLimits, ...limits });
  const start = performance.now();
  const replies: Reply[] = [];
  for (let i = 0; i < times; i++) replies.push(await resolver.ask({ name: NAME, type: 'PTR' }, server, true));
  const milliseconds = performance.now() - start;
  resolver.close();
  await server.close();
  return { replies, questions: server.asked, milliseconds };
}

test('an answer is read, with its bits', async () => {
  const { replies, questions } = await asked(() => ({ answers: [POINTER], ra: true }));
  const [reply] = replies;
  assert.equal(reply?.status, 'answer');
  assert.deepEqual([reply?.authoritative, reply?.recursive], [true, true]);
  assert.deepEqual(reply?.answers, [{ name: NAME, type: 'PTR', ttl: 3600, data: 'mail.example.com.' }]);
  assert.equal(questions.length, 1);
  assert.deepEqual([questions[0]?.recursive, questions[0]?.hasEdns], [true, true]);
});

test('response codes are told apart', async () => {
  const statuses = new Map([
    [2, 'servfail'],
    [3, 'nxdomain'],
    [5, 'refused'],
    [9, 'refused'],
  ]);
  for (const [rcode, status] of statuses) assert.equal((await asked(() => ({ rcode }))).replies[0]?.status, status);
});

test('ids and ports differ from question to question', async () => {
  const ports = new Set<number>();
  const socket = createSocket('udp4');
  socket.on('message', (bytes, from) => {
    ports.add(from.port);
    bytes[2] = (bytes[2] as number) | 0x80;
    socket.send(bytes, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const server = { address: '127.0.0.1', port: socket.address().port };
  const resolver = new NodeResolver({ ...defaultLimits, rate: 0 });
  const all = Array.from({ length: 2000 }, () => resolver.ask({ name: NAME, type: 'PTR' }, server, true));
  for (const reply of await Promise.all(all)) assert.equal(reply.status, 'answer');
  resolver.close();
  socket.close();
  assert.ok(ports.size >= 2000 / 256, `${ports.size} ports`);
});

test('an answer with another id, for another name or in other letters is not believed', async () => {
  const otherId = await asked(({ id }) => ({ id: id ^ 1, answers: [POINTER] }), { limits: SHORT });
  assert.equal(otherId.replies[0]?.status, 'timeout');
  const question = { name: '11.2.0.192.in-addr.arpa', type: 'PTR' } as const;
  const otherName = await asked(() => ({ questions: [question], answers: [POINTER] }), { limits: SHORT });
  assert.deepEqual(
    [otherName.replies[0]?.status, otherName.replies[0]?.reason],
    ['timeout', 'what came was no answer to the question'],
  );
});

test('a server that folds letters is asked over TCP once, and believed over UDP afterwards', async () => {
  const fold = ({ overTcp }: FakeQuestion): FakeAnswer => ({
    questions: [{ name: '10.2.0.192.in-addr.arpa', type: 'PTR' }],
    answers: [{ ...POINTER, data: overTcp ? 'tcp.example.com' : 'udp.example.com' } as typeof POINTER],
  });
  const { replies, questions } = await asked(fold, { times: 3, limits: SHORT });
  const names = replies.map((reply) => reply.answers[0]?.data);
  // One time in a thousand the letters are all small by chance.
  assert.ok(names.includes('tcp.example.com.') || questions.length === 3);
  assert.equal(names.at(-1), 'udp.example.com.');
});

test('a truncated answer is asked for over TCP', async () => {
  const { replies, questions } = await asked(({ overTcp }) => (overTcp ? { answers: [POINTER] } : { tc: true }));
  assert.equal(replies[0]?.answers.length, 1);
  assert.deepEqual(
    questions.map(({ overTcp }) => overTcp),
    [false, true],
  );
});

test('a truncated answer whose rest does not come is told as that', async () => {
  const { replies } = await asked(({ overTcp }) => (overTcp ? undefined : { tc: true }), { limits: SHORT });
  assert.deepEqual(
    [replies[0]?.status, replies[0]?.reason],
    ['timeout', 'the answer is truncated over UDP, and over TCP nothing comes'],
  );
});

test('a server that says a byte now and then over TCP, and never an answer, is heard for its time', async () => {
  const server = createServer((socket) => {
    const dripping = setInterval(() => socket.write('\0'), 20);
    socket.on('error', () => undefined).on('close', () => clearInterval(dripping));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = { address: '127.0.0.1', port: (server.address() as AddressInfo).port };
  const ended = new Promise((resolve) => {
    const end = (status: string, reason: string): void => resolve([status, reason]);
    talkOverTcp(address, new Uint8Array(12), { silence: 300, whole: 300 }, { take: () => false, end });
  });
  assert.deepEqual(await ended, ['timeout', 'the answer does not end']);
  server.close();
});

test('an answer without its question is nobody\u2019s', async () => {
  const { replies } = await asked(({ id }) => Buffer.from([id >> 8, id & 255, 0x84, 0, 0, 0, 0, 0, 0, 0, 0, 0]), {
    limits: SHORT,
  });
  assert.equal(replies[0]?.status, 'timeout');
});

test('an answer that breaks off behind its question is malformed', async () => {
  const socket = createSocket('udp4');
  socket.on('message', (bytes, from) => {
    const echo = Buffer.concat([bytes.subarray(0, bytes.length - 11), Buffer.from([0xc0, 0x0c, 0, 12])]);
    echo[2] = 0x84;
    echo.writeUInt16BE(1, 6);
    echo.writeUInt16BE(0, 10);
    socket.send(echo, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const resolver = new NodeResolver({ ...defaultLimits, timeout: 300 });
  const server = { address: '127.0.0.1', port: socket.address().port };
  const reply = await resolver.ask({ name: NAME, type: 'PTR' }, server, true);
  resolver.close();
  socket.close();
  assert.equal(reply.status, 'malformed');
});

test('a server without EDNS is asked without', async () => {
  const { replies, questions } = await asked(({ hasEdns }) => (hasEdns ? { rcode: 1 } : { answers: [POINTER] }), {
    times: 2,
  });
  assert.deepEqual(
    replies.map(({ status }) => status),
    ['answer', 'answer'],
  );
  assert.deepEqual(
    questions.map(({ hasEdns }) => hasEdns),
    [true, false, false],
  );
});

test('a lost packet is sent again', async () => {
  let count = 0;
  const { replies } = await asked(() => (++count < 3 ? undefined : { answers: [POINTER] }), { limits: SHORT });
  assert.equal(replies[0]?.status, 'answer');
});

test('a slow server has its time', async () => {
  const { replies } = await asked(() => ({ answers: [POINTER], delay: 200 }), { limits: { timeout: 1500 } });
  assert.equal(replies[0]?.status, 'answer');
});

test('a dead server costs its time-out once', async () => {
  const { replies, questions } = await asked(() => undefined, { times: 100, limits: SHORT });
  assert.ok(replies.every(({ status }) => status === 'timeout'));
  assert.equal(questions.length, 3, 'one question, sent three times');
});

test('a port where nobody listens is told at once', async () => {
  const server = await fakeServer(() => undefined);
  await server.close();
  const resolver = new NodeResolver({ ...defaultLimits, timeout: 20_000 });
  const reply = await resolver.ask({ name: NAME, type: 'PTR' }, server, true);
  resolver.close();
  assert.deepEqual([reply.status, reply.reason], ['unreachable', 'nothing listens there']);
});

test('no more questions are under way than allowed', async () => {
  let now = 0;
  let most = 0;
  const server = await fakeServer(() => {
    now++;
    most = Math.max(most, now);
    setTimeout(() => now--, 15);
    return { answers: [POINTER], delay: 20 };
  });
  const resolver = new NodeResolver({ timeout: 3000, concurrency: 5, rate: 0 });
  await Promise.all(Array.from({ length: 40 }, () => resolver.ask({ name: NAME, type: 'PTR' }, server, true)));
  resolver.close();
  await server.close();
  assert.ok(most <= 5, `${most} at once`);
  assert.equal(server.asked.length, 40);
});

test('cancelling ends what is under way and what waits', async () => {
  const server = await fakeServer(() => undefined);
  const resolver = new NodeResolver({ timeout: 60_000, concurrency: 2, rate: 0 });
  const replies = Promise.all(Array.from({ length: 6 }, () => ask(resolver, server)));
  setTimeout(() => resolver.cancel(), 20);
  assert.deepEqual(new Set((await replies).map(({ status }) => status)), new Set(['cancelled']));
  assert.equal((await ask(resolver, server)).status, 'cancelled');
  resolver.close();
  await server.close();
});

function ask(resolver: NodeResolver, server: ServerAddress): Promise<Reply> {
  return resolver.ask({ name: NAME, type: 'PTR' }, server, true);
}
